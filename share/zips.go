package share

import (
	"archive/zip"
	"context"
	"io"
	"io/fs"
	"strings"
	"time"

	"github.com/klauspost/compress/flate"
)

const (
	zipsDir      = "zips/"
	zipsSumsName = zipsDir + "SHA256SUMS"
)

// addZips adds one small zip a language and platform, for telephones: its
// posts and threads, and the picture of each fact that suits it best. They repeat files of
// the kit, so they have sums of their own and the whole zip leaves them out.
func (k *Kit) addZips() {
	k.add(zipsSumsName, listed, about{zip: true}, k.writeZipsSums)
	for _, lang := range k.plan.langs {
		for _, ch := range channels {
			k.add("zips/"+lang+"-"+ch.ID+".zip", gathered, about{lang: lang, platform: ch.ID, zip: true},
				func(ctx context.Context, from fs.FS, w io.Writer) error {
					return writeZip(ctx, w, k.when, k.zipped(lang, ch), func(name string) ([]byte, error) { return fs.ReadFile(from, name) })
				})
		}
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
		if strings.HasSuffix(name, ".png") || strings.HasSuffix(name, ".zip") {
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
