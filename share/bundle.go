package share

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/disk"
	"github.com/shutdowncecot/toolkit/share/internal/leaflet"
	"github.com/shutdowncecot/toolkit/share/internal/page"
)

// mostZip is the most bytes of a small zip: what a chat passes on and a slow
// connection brings whole. What would be more is in several.
const mostZip = 8_000_000

// A packer parts what is posted in an app into zips.
type packer struct{ *edition }

// A bundle is one small zip: what is posted in one app, a folder for each card
// with its pictures, its words and what they show, and a page that shows them.
type bundle struct {
	ed      *edition
	ch      channel
	number  int // from 1
	count   int
	parcels []parcel
	threads bool // it has those too
}

// A parcel is a folder of a bundle: what is posted together.
type parcel struct {
	dir      string
	title    string
	fact     *campaign.Fact // whose words go with it
	pictures []parcelPicture
}

// A parcelPicture is a file of the kit in a parcel, which apps that take no PNG
// have as JPEG.
type parcelPicture struct {
	file   string
	alt    string
	format graphic.Format
	jpeg   func(w io.Writer) error
}

// bundles are the small zips of an app: one, or so many that none is too large.
func (ed packer) bundles(ch channel) []bundle {
	all := []bundle{{ed: ed.edition, ch: ch, threads: true}}
	size := 0
	for _, p := range ed.parcels(ch) {
		n := p.weight(ch.composer.OnlyJPEG)
		if size+n > mostZip {
			all, size = append(all, bundle{ed: ed.edition, ch: ch}), 0
		}
		last := &all[len(all)-1]
		last.parcels = append(last.parcels, p)
		size += n
	}
	for i := range all {
		all[i].number, all[i].count = i+1, len(all)
	}
	return all
}

func (b *bundle) stem() string { return b.ed.lang + "-" + b.ch.ID }

func (b *bundle) name() string { return zipNamed(b.stem(), b.number, b.count) }

// parcels are a folder for each fact, by topic, and after each topic one for
// its carousel, where the app shows one.
func (ed packer) parcels(ch channel) []parcel {
	var all []parcel
	slides := make(map[string]parcel)
	if ch.slides {
		slides = ed.slideParcels()
	}
	placed := make(map[string]bool)
	for _, t := range append(slices.Clone(ed.campaign.Topics), campaign.Topic{}) {
		for _, f := range ed.facts {
			if !placed[f.ID] && (f.Topic == t.ID || t.ID == "") {
				placed[f.ID] = true
				all = append(all, ed.factParcel(f, ch))
			}
		}
		if p, ok := slides[t.ID]; ok {
			all = append(all, p)
		}
	}
	return all
}

func (ed packer) factParcel(f *campaign.Fact, ch channel) parcel {
	p := parcel{dir: "cards/" + f.ID, title: f.Headline.Plain(ed.lang), fact: f}
	for _, format := range ch.bundled(ed.formats) {
		if pic := ed.picture(f.ID, format); pic != nil {
			p.pictures = append(p.pictures, parcelPicture{pic.Name(), pic.Alt, pic.Format, pic.writeJPEG})
		}
	}
	return p
}

// slideParcels are the carousels of a language, by topic.
func (ed packer) slideParcels() map[string]parcel {
	all := make(map[string]parcel)
	for i := range ed.drawings {
		d := &ed.drawings[i]
		name, slide := strings.CutPrefix(d.name, "carousels/"+ed.lang+"/")
		if !slide || strings.HasSuffix(name, stripEnd) {
			continue
		}
		topic := name[:strings.LastIndex(name, "-")]
		p, seen := all[topic]
		if !seen {
			p = parcel{dir: "carousels/" + topic, title: d.title, fact: ed.factByID([]string{d.tells.fact})}
		}
		p.pictures = append(p.pictures, parcelPicture{d.name, d.tells.alt, formatNamed(d.tells.format), d.writeJPEG})
		all[topic] = p
	}
	return all
}

// What a picture's file has of bytes for each of its pixels, at the most of
// nineteen in twenty, and what the words of a folder have.
const (
	pngWeight   = 0.055
	jpegWeight  = 0.17
	wordsWeight = 12_000
)

// weight is how many bytes a folder will have, about: a kit names its files
// before any picture is drawn.
func (p *parcel) weight(jpeg bool) int {
	each := pngWeight
	if jpeg {
		each = jpegWeight
	}
	pixels := 0
	for i := range p.pictures {
		pixels += p.pictures[i].format.W * p.pictures[i].format.H
	}
	return wordsWeight + int(float64(pixels)*each)
}

// inZip is what the picture is called in its folder.
func (pic *parcelPicture) inZip(jpeg bool) string {
	name := path.Base(pic.file)
	if jpeg {
		name = strings.TrimSuffix(name, ".png") + ".jpg"
	}
	return name
}

// write writes the zip from the files of the kit.
func (b *bundle) write(ctx context.Context, from fs.FS, w io.Writer) error {
	files := make(map[string]disk.FileWriter)
	copied := disk.Copier(from)
	for i := range b.parcels {
		b.parcels[i].files(b, copied, files)
	}
	b.addThreads(copied, files)
	page, err := b.page(from)
	if err != nil {
		return err
	}
	files[startName] = func(_ string, w io.Writer) error { return leaflet.Write(w, page) }
	return disk.WriteZip(ctx, w, b.ed.asOf, slices.Sorted(maps.Keys(files)), func(name string, w io.Writer) error { return files[name](name, w) })
}

func (p *parcel) files(b *bundle, copied disk.FileWriter, into map[string]disk.FileWriter) {
	for i := range p.pictures {
		pic := &p.pictures[i]
		if b.ch.composer.OnlyJPEG {
			into[p.dir+"/"+pic.inZip(true)] = func(_ string, w io.Writer) error { return pic.jpeg(w) }
		} else {
			into[p.dir+"/"+pic.inZip(false)] = func(_ string, w io.Writer) error { return copied(pic.file, w) }
		}
	}
	for to, name := range map[string]string{"text.txt": postName(b.ed.lang, b.ch.ID, p.fact.ID), "about.txt": sidecarName(b.ed.lang, p.fact.ID)} {
		into[p.dir+"/"+to] = func(_ string, w io.Writer) error { return copied(name, w) }
	}
	if alt := p.alt(b.ch.composer.OnlyJPEG); alt != "" {
		into[p.dir+"/alt.txt"] = func(_ string, w io.Writer) error {
			_, err := io.WriteString(w, alt)
			return err
		}
	}
}

// alt is what the pictures show: said once, if all say the same.
func (p *parcel) alt(jpeg bool) string {
	var alts []string
	same := true
	for i := range p.pictures {
		pic := &p.pictures[i]
		same = same && pic.alt == p.pictures[0].alt
		alts = append(alts, pic.inZip(jpeg)+"\n\n"+pic.alt)
	}
	switch {
	case alts == nil:
		return ""
	case same:
		return p.pictures[0].alt + "\n"
	}
	return strings.Join(alts, between) + "\n"
}

func (b *bundle) addThreads(copied disk.FileWriter, into map[string]disk.FileWriter) {
	for _, id := range b.threadIDs() {
		into["threads/"+id+".txt"] = func(_ string, w io.Writer) error { return copied(threadName(b.ed.lang, b.ch.ID, id), w) }
	}
}

// threadIDs are the threads of the campaign that are in the zip.
func (b *bundle) threadIDs() (ids []string) {
	if !b.threads || !b.ch.composer.Threads {
		return nil
	}
	for i := range b.ed.campaign.Threads {
		if t := &b.ed.campaign.Threads[i]; b.ed.standing(t) != nil {
			ids = append(ids, t.ID)
		}
	}
	return ids
}

// of lists the files of the kit that the zip is made of.
func (b *bundle) of() (names []string) {
	for i := range b.parcels {
		p := &b.parcels[i]
		names = append(names, postName(b.ed.lang, b.ch.ID, p.fact.ID), sidecarName(b.ed.lang, p.fact.ID))
		for i := range p.pictures {
			names = append(names, p.pictures[i].file)
		}
	}
	for _, id := range b.threadIDs() {
		names = append(names, threadName(b.ed.lang, b.ch.ID, id))
	}
	return names
}

// page shows what is in the zip.
func (b *bundle) page(from fs.FS) (*leaflet.Page, error) {
	ed := b.ed
	v := &leaflet.Page{
		Lang: ed.lang, Dir: ed.say.Direction, Title: joined(" · ", ed.campaign.Title.Plain(ed.lang), b.ch.Name),
		Checked: joined(" ", ed.say.Label("facts_checked"), ed.say.Long(ed.campaign.AsOf)),
		Shows:   ed.say.Label("alt_text"), Texts: ed.say.Label("captions"), Source: ed.say.Label("source_heading"),
	}
	if b.count > 1 {
		v.Title += fmt.Sprintf(" · %d/%d", b.number, b.count)
	}
	for i := range b.parcels {
		p := &b.parcels[i]
		text, err := fs.ReadFile(from, postName(ed.lang, b.ch.ID, p.fact.ID))
		if err != nil {
			return nil, err
		}
		card := leaflet.Card{Title: ed.say.NoBreak(p.title), Source: p.fact.Source.Publisher.In(ed.lang), URL: p.fact.Source.URL}
		for _, said := range strings.Split(string(bytes.TrimSpace(text)), strings.TrimSpace(between)) {
			card.Texts = append(card.Texts, strings.TrimSpace(said))
		}
		for i := range p.pictures {
			pic := &p.pictures[i]
			card.Pictures = append(card.Pictures, leaflet.Picture{
				File: p.dir + "/" + pic.inZip(b.ch.composer.OnlyJPEG), Alt: pic.alt, Width: pic.format.W, Height: pic.format.H,
			})
		}
		v.Cards = append(v.Cards, card)
	}
	return v, nil
}

func (b *bundle) file() page.File { return zipFile(b.stem(), b.number, b.count) }

// addZips adds small zips, for telephones: of each language and app what is
// posted there. The videos of a language have their own, so that these stay
// small. All repeat files of the kit, so they have sums of their own and the
// whole zip leaves them out.
func (k binder) addZips() {
	k.add(zipsSumsName, listed, about{zip: true}, k.writeZipsSums)
	for _, ed := range k.plan.editions {
		for _, z := range k.videoZips(ed.lang) {
			k.add(z.name, gathered, about{lang: ed.lang, zip: true}, func(ctx context.Context, from fs.FS, w io.Writer) error {
				return disk.WriteZip(ctx, w, k.when, z.files, disk.Copier(from))
			})
		}
		for _, ch := range channels {
			for _, b := range (packer{ed}).bundles(ch) {
				tells := about{lang: ed.lang, platform: ch.ID, zip: true}
				k.add(b.name(), gathered, tells, func(ctx context.Context, from fs.FS, w io.Writer) error { return b.write(ctx, from, w) })
			}
		}
	}
}
