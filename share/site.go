package share

import (
	"cmp"
	"context"
	"io"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/rules"
	"github.com/shutdowncecot/toolkit/share/internal/site"
)

// SiteOptions choose what a website holds. It is plain data, safe for
// concurrent use as long as nobody changes it.
type SiteOptions struct {
	Options // Part is not for sites

	// WholeKit puts every file of the kit below kit/, where the start page
	// finds them. Else START-HERE.html lies there alone.
	WholeKit bool
}

// A Site is a kit as a website that any host serves as it is: a folder of
// plain files. Each fact, letter, event and page has an address of its own in
// each language, "en/facts/sale/", with the tags that make a shared link show
// headline, source and picture; a feed tells of changes; what was replaced
// leads on to what is true. Pages need no script, ask no other host for anything
// and can be read again without a connection.
//
// A Site is a file system as a [Kit] is, whose files are made when they are
// opened. It is immutable and safe for concurrent use. Sites come from
// [NewSite]: the zero Site is empty and cannot be written.
type Site struct {
	tree *Kit
	base address
}

// NewSite plans the website of a campaign for the address at which it will be
// served, "https://example.org/mill/". Like [Build] it checks everything that
// will be said and draws nothing. A nil *SiteOptions is the default.
//
// Its errors are those of Build, a *KitError for an address that no website can
// have, and a *PageError for a language that lacks words of a site: a campaign
// that speaks one which is not built in says them by labels that begin with
// "site.".
func NewSite(ctx context.Context, c *campaign.Campaign, base string, o *SiteOptions) (*Site, error) {
	var opt SiteOptions
	if o != nil {
		opt = *o
	}
	at, err := parseBase(base)
	if err != nil {
		return nil, err
	}
	opt.Part = Part{}
	for _, name := range []string{tallFormat, previewFormat, broadFormat} {
		if opt.Formats != nil && !slices.ContainsFunc(opt.Formats, func(f graphic.Format) bool { return f.Name == name }) {
			opt.Formats = append(slices.Clip(opt.Formats), formatNamed(name))
		}
	}
	k, err := Build(ctx, c, &opt.Options)
	if err != nil {
		return nil, err
	}
	k.plan.lone = !opt.WholeKit
	s := &Site{base: at, tree: &Kit{plan: k.plan, when: k.when, byName: make(map[string]*file), dirs: make(map[string][]fs.DirEntry)}}
	w := &webmaster{binder: binder{s.tree}, plan: k.plan, kit: k, base: at}
	if err := w.build(opt.WholeKit); err != nil {
		return nil, err
	}
	slices.SortFunc(s.tree.files, func(a, b *file) int { return strings.Compare(a.name, b.name) })
	s.tree.index()
	return s, s.tree.checkNames()
}

// CheckSiteBase returns a *KitError for an address that no website can have,
// which [NewSite] refuses: one that is not of https, or has more than a host
// and a path.
func CheckSiteBase(base string) error {
	_, err := parseBase(base)
	return err
}

// parseBase reads the address of a site.
func parseBase(base string) (address, error) {
	u, err := url.Parse(base)
	wrong := err != nil || u.Scheme != "https" || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" ||
		strings.ContainsAny(base, " \t\r\n\"'<>\\") || strings.Contains(u.Path, "//")
	if wrong || u.Path != "" && path.Clean(u.Path) != cmp.Or(strings.TrimSuffix(u.Path, "/"), "/") {
		return address{}, kitError("site-base", fault.Values{"address": base})
	}
	at := address{"https://" + u.Host, u.EscapedPath()}
	if !strings.HasSuffix(at.path, "/") {
		at.path += "/"
	}
	return at, nil
}

// Base is the address of the site, which ends with a slash.
func (s *Site) Base() string { return s.base.String() }

// Path is the part of the address after the host: "/" or "/mill/".
func (s *Site) Path() string { return cmp.Or(s.base.path, "/") }

// Names lists the site's files in order. The slice is the caller's own.
func (s *Site) Names() []string { return s.files().Names() }

// Open makes a file, or lists a folder.
func (s *Site) Open(name string) (fs.File, error) { return s.files().Open(name) }

// Stat tells a file's size, and makes the file for it the first time.
func (s *Site) Stat(name string) (fs.FileInfo, error) { return s.files().Stat(name) }

// ReadDir lists a folder.
func (s *Site) ReadDir(name string) ([]fs.DirEntry, error) { return s.files().ReadDir(name) }

// ReadFile makes a file.
func (s *Site) ReadFile(name string) ([]byte, error) { return s.files().ReadFile(name) }

// files are the site's; none of the zero Site.
func (s *Site) files() *Kit {
	if s.tree == nil {
		return new(Kit)
	}
	return s.tree
}

func (w *webmaster) build(whole bool) error {
	w.words = make(map[string]site.Words)
	for _, ed := range w.plan.editions {
		words, missing := site.WordsOf(ed.lang, labelled(ed.say, siteLabels))
		if missing != nil {
			return siteWordsMissing(ed.lang, missing)
		}
		w.words[ed.lang] = words
	}
	w.addAssets()
	w.addImages()
	w.addKit(whole)
	w.leafs = w.allLeafs()
	w.addLeafs()
	feeds{w}.addFeeds()
	feeds{w}.addForMachines()
	hosts{w}.addHosting()
	feeds{w}.addWorker()
	w.add(siteListName, listed, about{}, w.writeList)
	return nil
}

// siteLabels begin the labels by which a campaign says words of a site.
const siteLabels = "site."

func siteWordsMissing(lang string, missing []string) error {
	for i := range missing {
		missing[i] = siteLabels + missing[i]
	}
	values := fault.Values{"labels": missing, "n": len(missing)}
	return &PageError{rules.English.New("site-words-missing", "labels", values), stringsFile(lang)}
}

// addAssets adds what all pages load, each under a name that its content has
// a part in, and the site's signs.
func (w *webmaster) addAssets() {
	css := site.Style()
	for short, font := range map[string]string{"archivo": "archivo-latin-800-normal", "inter": "inter-latin-400-normal"} {
		data := siteFont(font)
		name := short + "-" + site.Digest(data) + ".woff2"
		css = strings.ReplaceAll(css, short+".woff2", name)
		w.addBytes("a/"+name, data)
		w.first = append(w.first, "a/"+name)
	}
	w.style, w.code = "a/site-"+site.Digest(css)+".css", "a/site-"+site.Digest(site.Script())+".js"
	w.addBytes(w.style, css)
	w.addBytes(w.code, site.Script())
	w.first = append(w.first, w.style, w.code)
	slices.Sort(w.first)
	ground := w.plan.campaign.StartPage.Look.Share
	for name, size := range iconSizes {
		w.addText(name, about{}, func() (string, error) {
			data, err := site.Icon(size, ground)
			return string(data), err
		})
	}
	w.addText("favicon.ico", about{}, func() (string, error) {
		data, err := site.Favicon(ground)
		return string(data), err
	})
	w.addText("LICENSES.txt", about{}, func() (string, error) { return licences(w.plan), nil })
}

// iconSizes are the signs that telephones ask for, some without being told.
var iconSizes = map[string]int{"apple-touch-icon.png": 180, "apple-touch-icon-precomposed.png": 180, "a/icon-192.png": 192, "a/icon-512.png": 512}

// addImages adds the pictures of facts and events. A name has a digest of what
// is drawn, since apps keep a preview by its address for months.
func (w *webmaster) addImages() {
	for _, f := range w.plan.facts {
		for _, ed := range w.plan.editions {
			for _, format := range []string{tallFormat, broadFormat, previewFormat} {
				pic := ed.picture(f.ID, format)
				tells := about{fact: f.ID, lang: ed.lang, format: format, alt: pic.Alt}
				w.add(w.imageName(pic), plain, tells, func(_ context.Context, _ fs.FS, out io.Writer) error { return pic.write(out) })
			}
		}
	}
	for i := range w.plan.drawings {
		if d := &w.plan.drawings[i]; isEventPicture(d) {
			w.add(w.drawingName(d), plain, d.tells, func(_ context.Context, _ fs.FS, out io.Writer) error { return d.write(out, w.plan) })
		}
	}
}

// addKit adds the start page, and what it leads to.
func (w *webmaster) addKit(whole bool) {
	if !whole {
		w.add("kit/"+startName, gathered, about{}, func(ctx context.Context, _ fs.FS, out io.Writer) error {
			return w.kit.writeStart(ctx, w.kit, out)
		})
		return
	}
	for _, f := range w.kit.files {
		w.add("kit/"+f.name, f.stage, about{}, func(ctx context.Context, from fs.FS, out io.Writer) error {
			part, err := fs.Sub(from, "kit")
			if err != nil {
				return err
			}
			return w.kit.produce(ctx, part, f, out)
		})
	}
}

// addLeafs adds every page in every language that has it. The first page is
// there twice: also where nobody has named a language.
func (w *webmaster) addLeafs() {
	for i := range w.leafs {
		l := &w.leafs[i]
		for _, ed := range w.plan.editions {
			if !l.there(ed) {
				continue
			}
			name := ed.lang + "/" + l.at + "index.html"
			w.add(name, plain, about{lang: ed.lang}, func(_ context.Context, _ fs.FS, out io.Writer) error {
				return w.writeLeaf(out, l, ed, strings.Repeat("../", strings.Count(name, "/")))
			})
			if l.at == "" {
				w.first = append(w.first, ed.lang+"/")
			}
		}
	}
	main := w.plan.editions[0]
	w.add("index.html", plain, about{}, func(_ context.Context, _ fs.FS, out io.Writer) error { return w.writeLeaf(out, &w.leafs[0], main, "") })
	w.add("404.html", plain, about{}, func(_ context.Context, _ fs.FS, out io.Writer) error { return w.writeLost(out, main) })
	w.first = append(w.first, "404.html")
}

// writeLeaf writes a page, seen from a folder that root leads back from.
func (w *webmaster) writeLeaf(out io.Writer, l *leaf, ed *edition, root string) error {
	f := l.frame(ed, root)
	w.around(f, ed, l, root)
	return site.Write(out, f)
}
