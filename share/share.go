// Package share compiles a campaign of sourced facts into a share kit: a
// folder of pictures, posts, letters and pages that volunteers pass on, with
// every file named, dated, sourced and summed.
//
//	kit, err := share.Build(ctx, campaign.Default(), nil)
//	…
//	err = kit.WriteDir(ctx, "shutdowncecot-kit")
//
// Build plans and checks every card and post and draws nothing; the files of
// a [Kit] are made when they are opened or written. The package opens no
// connection, and no byte of a kit depends on the clock: the same campaign and
// options give the same bytes every day, and on every machine of one
// architecture (curves may differ by a shade between architectures). The clock
// is read only to tell whether a hidden folder of an earlier, killed writing is
// old enough to be removed.
//
// # Compatibility
//
// Before version 1 a minor version (v0.3.0 after v0.2.0) may rename or remove
// exported names, and CHANGELOG.md says what to write instead; a patch version
// does not. A campaign folder that loads keeps loading, or its mistakes name
// each change it needs. Files of a kit keep their paths and data/manifest.json
// keeps its schema within a minor version; their bytes may differ after any
// update.
package share

import (
	"time"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/sign"
)

// Options choose what a kit holds. A nil *Options and zero fields mean the
// whole campaign on its own date. It is plain data, safe for concurrent use as
// long as nobody changes it.
type Options struct {
	// AsOf is the day on which the kit is meant to be true: what has expired
	// by then does not build. Zero: the campaign's as_of.
	AsOf time.Time

	// Languages are some of the campaign's. Empty: all of them.
	Languages []string

	// Formats of the pictures. Empty: the first five of [graphic.Formats].
	Formats []graphic.Format

	// Themes of the pictures: one for all, or several that alternate from
	// topic to topic. Empty: the campaign's own, which may lie in its folder
	// of themes, else those of its topics, else Broadside and Newsroom.
	Themes []graphic.Theme

	// Fonts are asked for glyphs that the themes' own fonts lack. Nil: those
	// in the campaign's folder of fonts.
	Fonts *graphic.Fonts

	// Studio lets the start page draw cards. Nil: it shows those that are made. It
	// does so too with Fonts, and with more than a megabyte of themes and fonts in
	// the campaign's folder, which the page would have to take along.
	Studio *Studio

	// Part is what of the kit is made here, if several machines make it: its
	// share of the files that are drawn or written from the campaign alone.
	Part Part

	// Key signs the kit, so that [Prove] tells whose it is: the key that the
	// campaign names, if it names one. Of a part nothing is signed: [Kit.Join]
	// signs the whole. Nil: the kit is not signed.
	Key *sign.PrivateKey

	// Cache is a folder that keeps what was drawn from one build to the next,
	// so that only what has changed is drawn again. It may be deleted at any
	// time. Empty: nothing is kept.
	Cache string

	// WithoutVideos leaves the videos of the campaign's reels out of a kit,
	// and their captions and posters with them.
	WithoutVideos bool

	// CropMarks make the sheets of the kit's folder of print for a press: with
	// marks at which they are cut, black letters in the black ink alone, no links.
	// Without them sheets have the size of their paper, for printers at home; both
	// have a bleed of an eighth of an inch.
	CropMarks bool

	// FFmpeg is the name or path of the program ffmpeg, which makes videos half
	// the size in about as many seconds as they last. Their bytes then depend
	// on its version. Without the program, or if it lacks x264, nothing is
	// built. Empty: videos are as the toolkit encodes them.
	FFmpeg string

	// Progress is told how many of the kit's cards have been checked. It is
	// called from several goroutines, one at a time. Nil: nobody.
	Progress func(done, total int)
}

// A Studio is the toolkit as a program for browsers, with which START-HERE.html
// draws cards itself, with a reader's own words too. It is built from
// examples/wasm; the same program in two kits makes the same page, programs of
// two versions of Go do not.
// It is plain data, safe for concurrent use as long as nobody changes it.
type Studio struct {
	Program []byte // WebAssembly, for js/wasm
	Loader  []byte // wasm_exec.js of the Go that built it
	Notices []byte // the licences of Go and of the modules in Program, for LICENSES.txt
}
