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

// addZips adds one small zip a language and platform, for telephones: its
// posts and threads, and the picture of each fact that suits it best. The
// videos of a language have one of their own, so that these stay small. All
// repeat files of the kit, so they have sums of their own and the whole zip
// leaves them out.
func (k binder) addZips() {
	k.add(zipsSumsName, listed, about{zip: true}, k.writeZipsSums)
	for _, ed := range k.plan.editions {
		if names := k.videoNames(ed.lang); len(names) > 0 {
			k.add(videoZip(ed.lang), gathered, about{lang: ed.lang, zip: true}, func(ctx context.Context, from fs.FS, w io.Writer) error {
				return disk.WriteZip(ctx, w, k.when, names, disk.Copier(from))
			})
		}
		for _, ch := range channels {
			k.add("zips/"+ed.lang+"-"+ch.ID+".zip", gathered, about{lang: ed.lang, platform: ch.ID, zip: true},
				func(ctx context.Context, from fs.FS, w io.Writer) error {
					names, write := k.zipped(ed.lang, ch), disk.Copier(from)
					if ch.composer.OnlyJPEG {
						names, write = ed.asJPEG(names, write)
					}
					return disk.WriteZip(ctx, w, k.when, names, write)
				})
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

// asJPEG has the cards among the files of a zip as JPEG.
func (ed *edition) asJPEG(names []string, write disk.FileWriter) ([]string, disk.FileWriter) {
	cards := make(map[string]*FactCard)
	for i := range ed.pictures {
		if pic := &ed.pictures[i]; pic.Lang == ed.lang {
			cards[pic.Name()] = pic
		}
	}
	named := make(map[string]*FactCard)
	for i, name := range names {
		if pic, ok := cards[name]; ok {
			names[i] = strings.TrimSuffix(name, ".png") + ".jpg"
			named[names[i]] = pic
		}
	}
	return names, func(name string, w io.Writer) error {
		if pic, ok := named[name]; ok {
			return pic.writeJPEG(w)
		}
		return write(name, w)
	}
}

// zipped are the files of a small zip.
func (k *Kit) zipped(lang string, ch channel) []string {
	var names []string
	for _, f := range k.plan.facts {
		names = append(names, postName(lang, ch.ID, f.ID))
		if name, _ := k.plan.in(lang).pictureFor(f.ID, ch); name != "" {
			names = append(names, name, "pictures/"+lang+"/"+f.ID+".txt")
		}
	}
	for i := range k.plan.campaign.Threads {
		name := threadName(lang, ch.ID, k.plan.campaign.Threads[i].ID)
		if _, ok := k.byName[name]; ok {
			names = append(names, name)
		}
	}
	return names
}
