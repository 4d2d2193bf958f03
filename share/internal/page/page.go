// Package page renders START-HERE.html, the front page of a share kit: one
// self-contained file that opens from a file manager, a chat app or a web
// host, asks the network for nothing and stores nothing.
package page

import (
	"bytes"
	"fmt"
	"html"
	"io"
)

// DefaultLimit is the most bytes a page may have: what chat apps pass on and
// small phones open.
const DefaultLimit = 10_000_000

// StudioLimit is that of a page with a studio, which draws its pictures and
// carries light ones.
const StudioLimit = 8_000_000

// Write writes the page. It refuses a kit that it cannot show (FieldError) or
// that is too large even with its thumbs reduced (SizeError); then nothing is
// written. Equal kits give equal bytes. Large pictures are asked for one at a
// time, and no more than the limit is ever held.
func Write(w io.Writer, k Kit) error {
	p, err := assemble(&k)
	if err != nil {
		return err
	}
	for _, part := range p.parts() {
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return nil
}

// A sheet is a page in the order of its parts: what is seen first comes
// first, the large pictures after all that is read.
type sheet struct {
	head, body, pictures, tail []byte
}

func (p *sheet) parts() [][]byte { return [][]byte{p.head, p.body, p.pictures, p.tail} }

func (p *sheet) size() (n int) {
	for _, part := range p.parts() {
		n += len(part)
	}
	return n
}

func assemble(k *Kit) (*sheet, error) {
	if err := k.check(); err != nil {
		return nil, err
	}
	d, err := newDocument(k)
	if err != nil {
		return nil, err
	}
	limit := k.Limit
	if limit == 0 {
		limit = DefaultLimit
	}
	p := new(sheet)
	if err := p.frame(d); err != nil {
		return nil, err
	}
	return p, p.fit(d, limit)
}

// fit fills in the pictures, with the largest thumbs for which there is room.
func (p *sheet) fit(d *document, limit int) error {
	d.Grid = d.grid(nil)
	pictures, size, err := d.fulls(limit)
	if err != nil {
		return err
	}
	p.pictures = pictures
	for _, width := range thumbWidths {
		thumbs, bytes, err := d.thumbs(width)
		if err != nil {
			return err
		}
		d.Grid = d.grid(thumbs)
		if p.body, err = d.text(); err != nil {
			return err
		}
		if p.size() <= limit {
			return nil
		}
		size.Thumbs = bytes
	}
	size.Limit = limit
	size.Text = p.size() - size.Thumbs - size.Pictures
	return size
}

// text renders the views that have something to show, in their order.
func (d *document) text() ([]byte, error) {
	views := []struct {
		name  string
		there bool
	}{
		{"top", true}, {"start", true}, {"what", d.HasWhat()}, {"questions", len(d.Cards) > 0 && len(d.Gate.Questions) > 0},
		{"share", len(d.Cards) > 0}, {"item", len(d.Cards) > 0}, {"carousel", len(d.Carousels) > 0},
		{"make", d.Studio != nil}, {"act", d.HasAct()}, {"calls", d.People != nil}, {"aged", len(d.Cards) > 0}, {"reel", d.HasReels()}, {"more", d.HasMore()},
		{"kept", d.HasMore()},
		{"full", d.HasFull()},
	}
	var b bytes.Buffer
	for _, v := range views {
		if !v.there {
			continue
		}
		if err := d.set.ExecuteTemplate(&b, v.name, d); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}

// frame fills in what stands before and after the views: the head with the
// policy, and the data and script.
func (p *sheet) frame(d *document) error {
	var tail bytes.Buffer
	if err := d.set.ExecuteTemplate(&tail, "end", d); err != nil {
		return err
	}
	data, err := d.data()
	if err != nil {
		return err
	}
	people, err := d.peoplePart()
	if err != nil {
		return err
	}
	tail.WriteString(people)
	style, err := d.style()
	if err != nil {
		return err
	}
	first, err := asset("script/first.js")
	if err != nil {
		return err
	}
	script, err := script(d.Studio != nil)
	if err != nil {
		return err
	}
	rules := policy{scripts: []string{first, script}, style: style, studio: d.Studio != nil}
	if rules.studio {
		worker, err := joined("script/studio/", []string{"zstd", "worker"}, ".js")
		if err != nil {
			return err
		}
		rules.scripts = append(rules.scripts, d.Studio.loader, worker)
		tail.WriteString(d.Studio.parts(worker))
	}
	held, err := d.held("data", []byte(data))
	if err != nil {
		return err
	}
	fmt.Fprintf(&tail, "%s<script>%s</script>\n</body>\n</html>\n", held, script)
	p.head, p.tail = d.head(rules, first), tail.Bytes()
	return nil
}

// head is the beginning of the file. The policy comes first: only these
// scripts and this style may run, and nothing may load but pictures of the
// kit's own folder, which the script asks for when another size is chosen.
func (d *document) head(rules policy, first string) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "<!doctype html>\n<html %s>\n<head>\n", d.root())
	fmt.Fprintf(&b, "<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">\n", rules)
	b.WriteString("<meta charset=\"utf-8\">\n<meta name=\"referrer\" content=\"no-referrer\">\n" +
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
		"<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n")
	fmt.Fprintf(&b, "<title>%s</title>\n<script>%s</script>\n<style>%s</style>\n</head>\n<body>\n", html.EscapeString(d.title()), first, rules.style)
	return b.Bytes()
}

// root are the attributes of the document's own language.
func (d *document) root() string {
	l, dir := d.Languages[0], "ltr"
	if l.RTL {
		dir = "rtl"
	}
	return fmt.Sprintf("lang=%q dir=%q", l.Tag, dir)
}

// title is the campaign's name in the document's own language.
func (d *document) title() string {
	if title := d.Title[d.speech.fallback(d.Languages[0].Tag, d.Title.has)]; title != "" {
		return title
	}
	return d.Tag
}
