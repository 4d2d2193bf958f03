package share

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/klauspost/compress/flate"
)

const (
	zipsDir      = "zips/"
	zipsSumsName = zipsDir + "SHA256SUMS"
)

// addZips adds one small zip a language and platform, for telephones: its
// posts and threads, and the picture of each fact that suits it best. They
// repeat files of the kit, so they have sums of their own and the whole zip
// leaves them out.
func (k *Kit) addZips() {
	k.add(zipsSumsName, listed, about{zip: true}, k.writeZipsSums)
	for _, lang := range k.plan.langs {
		for _, ch := range channels {
			k.add("zips/"+lang+"-"+ch.ID+".zip", gathered, about{lang: lang, platform: ch.ID, zip: true},
				func(ctx context.Context, from fs.FS, w io.Writer) error {
					names, read := k.zipped(lang, ch), func(name string) ([]byte, error) { return fs.ReadFile(from, name) }
					if ch.jpeg {
						names, read = k.plan.asJPEG(lang, names, read)
					}
					return writeZip(ctx, w, k.when, names, read)
				})
		}
	}
}

// asJPEG gives the cards among the files of a zip as JPEG.
func (p *plan) asJPEG(lang string, names []string, read func(string) ([]byte, error)) ([]string, func(string) ([]byte, error)) {
	cards := make(map[string]*Picture)
	for i := range p.pictures {
		if pic := &p.pictures[i]; pic.Lang == lang {
			cards[pic.Name()] = pic
		}
	}
	named := make(map[string]*Picture)
	for i, name := range names {
		if pic, ok := cards[name]; ok {
			names[i] = strings.TrimSuffix(name, ".png") + ".jpg"
			named[names[i]] = pic
		}
	}
	return names, func(name string) ([]byte, error) {
		pic, ok := named[name]
		if !ok {
			return read(name)
		}
		var b bytes.Buffer
		err := pic.writeJPEG(&b)
		return b.Bytes(), err
	}
}

// zipped are the files of a small zip.
func (k *Kit) zipped(lang string, ch channel) []string {
	var names []string
	for _, f := range k.plan.facts {
		names = append(names, postName(lang, ch.ID, f.ID))
		if name, _ := k.plan.pictureFor(f.ID, lang, ch); name != "" {
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

// deflated are the endings of files that do not shrink any more.
var deflated = []string{".png", ".jpg", ".zip"}

// writeZip writes files in the order of names, all of one time. Pictures are
// stored, since they are deflated already.
func writeZip(ctx context.Context, w io.Writer, when time.Time, names []string, read func(string) ([]byte, error)) error {
	z := zip.NewWriter(w)
	deflate, err := flate.NewWriter(nil, 6) // one for all: it takes a megabyte
	if err != nil {
		return err
	}
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		deflate.Reset(w)
		return deflate, nil
	})
	for _, name := range names {
		if err := ctx.Err(); err != nil {
			return err
		}
		data, err := read(name)
		if err != nil {
			return err
		}
		h := &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: when}
		if slices.Contains(deflated, path.Ext(name)) {
			h.Method = zip.Store
		}
		h.SetMode(0o644)
		entry, err := z.CreateHeader(h)
		if err == nil {
			_, err = entry.Write(data)
		}
		if err != nil {
			return err
		}
	}
	return z.Close()
}
