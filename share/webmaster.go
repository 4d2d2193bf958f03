package share

import (
	"context"
	"encoding/hex"
	"html/template"
	"io"
	"io/fs"
	"path"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/site"
)

// feedName is the feed of changes in the folder of a language.
const feedName = "feed.xml"

// siteListName is the list of the site's files, by which the next writing knows
// what is its own.
const siteListName = "site.json"

// studioPath is the start page, which is loaded when somebody asks for it.
const studioPath = "kit/" + startName

// The formats of a fact's page: for narrow screens, for wide ones, and for
// shared links.
const (
	tallFormat    = "portrait"
	broadFormat   = "wide"
	previewFormat = "og"
)

// A webmaster makes the files of a site from those of its kit.
type webmaster struct {
	binder
	plan  *plan
	kit   *Kit
	base  address
	words map[string]site.Words // by language
	style string                // paths of the site's own style and script
	code  string
	first []string // what a reader's device keeps from the start
	leafs []leaf
}

// A leaf is a page of the site in each language that has it.
type leaf struct {
	at      string // "facts/sale/", "" for the first page
	hidden  bool   // from search engines: what no longer stands
	changed campaign.Date
	there   func(ed *edition) bool
	frame   func(ed *edition, root string) *site.Frame
}

// An address is where a site will be: "https://example.org" and "/mill/".
type address struct{ origin, path string }

func (a address) String() string { return a.origin + a.path }

// addBytes adds a file that is there already.
func (w *webmaster) addBytes(name, content string) {
	w.addText(name, about{}, func() (string, error) { return content, nil })
}

// isEventPicture reports the picture of an event.
func isEventPicture(d *drawing) bool {
	return strings.HasPrefix(d.name, "pictures/"+d.tells.lang+"/event-") && strings.HasSuffix(d.name, "-"+tallFormat+".png")
}

func (w *webmaster) imageName(pic *FactCard) string {
	sum := ""
	if g, err := pic.Graphic(); err == nil { // it was laid out before
		sum = sumOfCard(g)
	}
	return "i/" + pic.Lang + "/" + pic.Fact + "-" + pic.Format.Name + "-" + sum + ".png"
}

func (w *webmaster) drawingName(d *drawing) string {
	sum := ""
	if pages, err := d.lay(); err == nil { // as above
		sum = sumOfCard(pages[0])
	}
	return "i/" + d.tells.lang + "/" + strings.TrimSuffix(path.Base(d.name), ".png") + "-" + sum + ".png"
}

// image is the picture of a fact, its path from the first folder.
func (w *webmaster) image(pic *FactCard) site.Image {
	return site.Image{Href: w.imageName(pic), Width: pic.Format.W, Height: pic.Format.H, Alt: pic.Alt, Type: "image/png"}
}

// sumOfCard is what a picture's name has of what it shows.
func sumOfCard(g *graphic.Graphic) string {
	sum := g.Sum()
	return hex.EncodeToString(sum[:5])
}

// from is an image as a page has it that root leads back from.
func from(root string, i site.Image) site.Image {
	i.Href = root + i.Href
	return i
}

// inside is a link to a page of the site.
func inside(root, to string) template.URL {
	if root == "" {
		root = "./"
	}
	return template.URL(root + to)
}

// url is the address of a page.
func (w *webmaster) url(lang, at string) string { return w.base.String() + lang + "/" + at }

// brief is the first of several texts for which there is room; none is cut.
func brief(texts ...string) string {
	for _, t := range texts {
		if t = strings.Join(strings.Fields(t), " "); t != "" && utf8.RuneCountInString(t) <= mostTold {
			return t
		}
	}
	return ""
}

// mostTold is the room that apps leave for what a shared link says.
const mostTold = 110

func (w *webmaster) writeList(_ context.Context, _ fs.FS, out io.Writer) error {
	s, err := indented(siteList{w.plan.campaign.Name, w.base.String(), w.plan.asOf.Format(time.DateOnly), w.Names()})
	if err == nil {
		_, err = io.WriteString(out, s)
	}
	return err
}

// A siteList says of which campaign a site is and which files are its own.
type siteList struct {
	Site  string   `json:"site"`
	Base  string   `json:"base"`
	AsOf  string   `json:"as_of"`
	Files []string `json:"files"`
}
