package main

import (
	"context"
	"fmt"
	"io"
	"maps"
	"net/url"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/truth"
)

// qrFlags are the choices of the verb qr.
type qrFlags struct {
	campaign, anyway string
	out, kind        string
	module           int
	print, force     bool
}

func qrCommand(a *app) *cobra.Command {
	var f qrFlags
	c := a.verb(groupMake, "qr", a.args(1, 1), func(c *cobra.Command, args []string) error {
		return a.qr(c.Context(), &f, args[0])
	})
	c.Flags().StringVarP(&f.out, "out", "o", "qr.png", "")
	c.Flags().StringVar(&f.kind, "type", "", "")
	c.Flags().IntVar(&f.module, "module", 16, "")
	c.Flags().BoolVar(&f.print, "print", false, "")
	c.Flags().BoolVar(&f.force, "force", false, "")
	campaignFlag(c, &f.campaign)
	anywayFlag(c, &f.anyway)
	completes(c, "type", func() []string { return codeTypes })
	return c
}

var codeTypes = []string{"png", "svg"}

// Modules in pixels: smaller ones do not scan, and what must be larger is an
// SVG.
const minModule, maxModule = 6, 64

// qr draws the code of an address and prints the address, which stands beside
// the code wherever it is shown.
func (a *app) qr(ctx context.Context, f *qrFlags, address string) error {
	kind, err := a.fileType(f.kind, f.out, "png", codeTypes...)
	if err != nil {
		return err
	}
	if f.module < minModule || f.module > maxModule {
		return refuse(usage, "number-range", with{"flag": "--module", "least": minModule, "most": maxModule})
	}
	if err := leads("", address); err != nil {
		return err
	}
	if err := a.judgeText(f.campaign, f.anyway, spelled(address)...); err != nil {
		return err
	}
	opt := graphic.QROptions{Module: f.module}
	if f.print {
		opt.Level = graphic.Quartile
	}
	code, err := graphic.QR(address, &opt)
	if err != nil {
		return refuse(problems, "code-long", nil)
	}
	err = a.write(ctx, target{name: f.out, force: f.force, binary: kind == "png"}, func(w io.Writer) error {
		if kind == "svg" {
			return code.WriteSVG(w)
		}
		return code.WritePNG(w)
	})
	switch {
	case err != nil:
		return err
	case f.out == "-":
		fmt.Fprintln(a.Err, address)
	default:
		a.note("wrote", with{"file": f.out})
		fmt.Fprintln(a.Out, address)
	}
	return nil
}

// spelled are an address and the words that it carries: a message's text, the
// subject of a letter.
func spelled(address string) []truth.Text {
	bare, _, _ := strings.Cut(address, "?")
	texts := []truth.Text{{Words: bare}}
	u, err := url.Parse(address)
	if err != nil {
		return texts
	}
	query := u.Query()
	for _, name := range slices.Sorted(maps.Keys(query)) {
		texts = append(texts, truth.Text{Words: strings.Join(query[name], "\n")})
	}
	return texts
}
