package share

import (
	"context"
	"image/png"
	"io"
	"io/fs"

	"github.com/shutdowncecot/toolkit/graphic"
)

// addCodes adds a QR code for every action that leads somewhere and for the
// source of every fact, each with its address in a text beside it.
func (k *Kit) addCodes() {
	seen := make(map[string]bool)
	add := func(id, fact, url string) {
		if url == "" || seen[id] {
			return
		}
		seen[id] = true
		k.add("qr/"+id+".png", plain, about{fact: fact}, func(_ context.Context, _ fs.FS, w io.Writer) error { return writeCode(w, url) })
		k.addText("qr/"+id+".txt", about{fact: fact}, func() (string, error) { return url + "\n", nil })
	}
	lang := k.plan.langs[0]
	for _, a := range k.plan.campaign.Actions {
		add("action-"+a.ID, "", a.URL.In(lang))
	}
	for _, f := range k.plan.facts {
		add("source-"+f.ID, f.ID, f.Source.URL)
	}
}

// writeCode draws a code at level Q and 16 px a module, for print and slides.
func writeCode(w io.Writer, url string) error {
	code, err := graphic.QR(url, &graphic.QROptions{Level: graphic.Quartile, Module: 16})
	if err != nil {
		return err
	}
	return png.Encode(w, code.Image())
}
