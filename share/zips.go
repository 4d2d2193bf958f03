package share

import (
	"context"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/shutdowncecot/toolkit/share/internal/disk"
)

const (
	zipsDir      = "zips/"
	zipsSumsName = zipsDir + "SHA256SUMS"
)

// addZips adds small zips, for telephones: of each language and app what is
// posted there. The videos of a language have one of their own, so that these
// stay small. All repeat files of the kit, so they have sums of their own and
// the whole zip leaves them out.
func (k binder) addZips() {
	k.add(zipsSumsName, listed, about{zip: true}, k.writeZipsSums)
	for _, ed := range k.plan.editions {
		if names := k.videoNames(ed.lang); len(names) > 0 {
			k.add(videoZip(ed.lang), gathered, about{lang: ed.lang, zip: true}, func(ctx context.Context, from fs.FS, w io.Writer) error {
				return disk.WriteZip(ctx, w, k.when, names, disk.Copier(from))
			})
		}
		for _, ch := range channels {
			for _, b := range ed.bundles(ch) {
				tells := about{lang: ed.lang, platform: ch.ID, zip: true}
				k.add(b.name(), gathered, tells, func(ctx context.Context, from fs.FS, w io.Writer) error { return b.write(ctx, from, w) })
			}
		}
	}
}

func videoZip(lang string) string { return zipsDir + lang + "-video.zip" }

// videoNames are the files of the reels of a language, if any is a video.
func (k *Kit) videoNames(lang string) (names []string) {
	films := false
	for _, f := range k.files {
		if strings.HasPrefix(f.name, "video/"+lang+"/") {
			names = append(names, f.name)
			films = films || path.Ext(f.name) == ".mp4"
		}
	}
	if !films {
		return nil
	}
	return names
}
