package share

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/share/internal/page"
)

const (
	zipsDir      = "zips/"
	zipsSumsName = zipsDir + "SHA256SUMS"
)

// zippedSeconds is how much video a zip holds: as its second takes 80 KB at
// most, and posters and words a little, the zip has less than the 16 MB that
// mail and messengers pass on.
const zippedSeconds = 180

// A videoZip is the name of a zip and the files of the kit that it repeats.
type videoZip struct {
	name  string
	files []string
}

// videoZips shares out the videos of a language among zips; none without a video.
func (k *Kit) videoZips(lang string) (all []videoZip) {
	of := make(map[string][]string)
	for _, f := range k.files {
		if name, ok := strings.CutPrefix(f.name, "video/"+lang+"/"); ok {
			id, _, _ := strings.Cut(name, ".")
			of[id] = append(of[id], f.name)
		}
	}
	sets := k.plan.videoSets()
	for i, ids := range sets {
		z := videoZip{name: zipNamed(lang+"-video", i+1, len(sets))}
		for _, id := range ids {
			z.files = append(z.files, of[id]...)
		}
		all = append(all, z)
	}
	return all
}

// videoSets are the ids of the reels that go into one zip after the other, as
// many as it holds; none without a video. A reel that is added at the end
// leaves the zips before it as they were.
func (p *plan) videoSets() (sets [][]string) {
	reels := p.reels()
	if !slices.ContainsFunc(reels, filmed) {
		return nil
	}
	length := 0.0
	for _, r := range reels {
		if length += r.Seconds; len(sets) == 0 || length > zippedSeconds {
			sets, length = append(sets, nil), r.Seconds
		}
		sets[len(sets)-1] = append(sets[len(sets)-1], r.ID)
	}
	return sets
}

// zipNamed is the name of one of several zips: "zips/en-x.zip", or
// "zips/en-instagram-2-of-5.zip".
func zipNamed(stem string, number, count int) string {
	if count > 1 {
		stem += fmt.Sprintf("-%d-of-%d", number, count)
	}
	return zipsDir + stem + ".zip"
}

// zipFile is a zip as the start page lists it: by its number, where there are
// several.
func zipFile(stem string, number, count int) page.File {
	f := page.File{Path: zipNamed(stem, number, count)}
	if count > 1 {
		f.Format = fmt.Sprintf("%d/%d", number, count)
	}
	return f
}

func (k *Kit) writeZipsSums(ctx context.Context, from fs.FS, w io.Writer) error {
	return k.sums(ctx, from, w, zipsDir, func(f *file) bool { return f.stage == gathered && f.tells.zip })
}
