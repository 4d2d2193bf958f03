// Package studio knows what a reader may make of a campaign's cards: it holds
// their words to the campaign's facts and marks what is theirs, so that nobody
// is quoted for words that are not theirs. The start page asks it in the
// browser, by examples/wasm.
package studio

import (
	"cmp"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
	"github.com/shutdowncecot/toolkit/share/truth"
)

// Marks are how one language says that words are a reader's own.
// They are plain data, safe for concurrent use as long as nobody changes them.
type Marks struct {
	Kicker  string `json:"kicker"`  // above them: "In my own words"
	Own     string `json:"own"`     // in place of a source: "Own words"
	Source  string `json:"source"`  // how the campaign's citations begin: "Source:"
	Figures string `json:"figures"` // how they begin beside a reader's words: "Figures:"
	Photo   string `json:"photo"`   // what a photograph is called that nobody has described
}

// A Desk is what the studio keeps of a campaign. It is immutable and safe for
// concurrent use.
type Desk struct {
	checker *truth.Checker
	marks   map[string]Marks
}

// New is the desk of a campaign of which truth.Checker.Memory was kept; the
// marks are by language. The error is the JSON reader's.
func New(memory json.RawMessage, marks map[string]Marks) (*Desk, error) {
	k, err := truth.Recall(memory)
	return &Desk{k, marks}, err
}

// A Draft is a card in the making.
// It is plain data, safe for concurrent use as long as nobody changes it.
type Draft struct {
	Fact  string            `json:"fact"`  // whose card it began as; "" for free words
	Also  []string          `json:"also"`  // further facts that its picture draws on
	Card  graphic.Card      `json:"card"`  // as the campaign has it, or the frame of free words
	Lines map[string]string `json:"lines"` // what the reader wrote: headline, body
	Date  string            `json:"date"`  // today, as a reader of the card reads it
	Photo *Photo            `json:"photo"` // of free words; nil: none
	Event string            `json:"event"` // whose poster it is; "" for other cards
	Rows  []string          `json:"rows"`  // what stands in its blanks, in their order
	Link  string            `json:"link"`  // what its code leads to, instead of the campaign's
	Logo  *graphic.Logo     `json:"logo"`  // of the reader's group, on free words and posters; nil: none
}

// free reports words that began as nobody's.
func (d *Draft) free() bool { return d.Fact == "" && d.Event == "" }

// A Photo is how the reader's photograph stands on the card.
// It is plain data, safe for concurrent use as long as nobody changes it.
type Photo struct {
	graphic.Photo
	Credit string           `json:"credit"` // who took it, at the foot of the card
	Pixels *graphic.Picture `json:"-"`
}

// own are the lines of a card that a reader may write.
func own(c *graphic.Card) map[string]*string {
	return map[string]*string{"headline": &c.Headline, "body": &c.Body}
}

// fields are these lines in their order.
var fields = []string{"headline", "body"}

// changed are the lines that are not the campaign's.
func (d *Draft) changed() (names []string) {
	was := own(&d.Card)
	for _, name := range fields {
		if text, ok := d.Lines[name]; ok && text != *was[name] {
			names = append(names, name)
		}
	}
	return names
}

// Own reports whether any of its words are the reader's.
func (d *Draft) Own() bool { return d.free() || d.Link != "" || len(d.changed()) > 0 }

// Mark is the card to be drawn: the campaign's own where nothing was changed,
// else with the reader's words and marked as theirs. Low is for formats that
// draw no kicker: the citation says it there.
func (k *Desk) Mark(d *Draft, low bool) graphic.Card {
	c := d.Card
	if d.Event != "" {
		c.Blocks = d.filled()
	}
	if d.Logo != nil && d.Fact == "" {
		c.Logos = append(slices.Clone(c.Logos), *d.Logo)
	}
	if d.Link != "" {
		c.Action = graphic.Action{Verb: c.Action.Verb, Prompt: c.Action.Prompt, URL: d.Link}
	}
	if !d.Own() {
		return c
	}
	for _, name := range d.changed() {
		*own(&c)[name] = d.Lines[name]
	}
	m := k.marksOf(c.Lang)
	c.HeadlineShort, c.BodyShort, c.Attribution, c.Description = "", "", "", ""
	c.Kicker = m.Kicker
	switch {
	case d.free():
		c.Source, c.SourceShort, c.AsOf = "", "", joined(", ", m.Own, d.Date)
		if d.Photo != nil && d.Photo.Credit != "" {
			c.AsOf += " · " + d.Photo.Credit
		}
		if c.Blocks = d.photo(m); c.Blocks == nil && c.Body == "" {
			c.Blocks = []graphic.Block{graphic.Motto{}}
		}
	case d.Event == "":
		c.Source, c.SourceShort = m.figures(c.Source), m.figures(c.SourceShort)
	}
	if low && c.Source != "" {
		c.Source, c.SourceShort = joined(". ", m.Kicker, c.Source), joined(". ", m.Kicker, c.SourceShort)
	}
	return c
}

// filled are the blanks with something in them; all of them while nothing is.
func (d *Draft) filled() []graphic.Block {
	all := slices.Clone(d.Card.Blocks)
	for i, b := range all {
		e, ok := b.(graphic.Event)
		if !ok || !slices.ContainsFunc(d.Rows, func(text string) bool { return strings.TrimSpace(text) != "" }) {
			continue
		}
		var rows []graphic.EventRow
		for n, row := range e.Rows {
			if n < len(d.Rows) && strings.TrimSpace(d.Rows[n]) != "" {
				rows = append(rows, graphic.EventRow{Label: row.Label, Text: strings.TrimSpace(d.Rows[n])})
			}
		}
		all[i] = graphic.Event{Rows: rows}
	}
	return all
}

// photo is the reader's photograph as a block.
func (d *Draft) photo(m Marks) []graphic.Block {
	if d.Photo == nil || d.Photo.Pixels == nil {
		return nil
	}
	b := d.Photo.Photo
	b.Picture, b.Alt = d.Photo.Pixels, cmp.Or(b.Alt, m.Photo)
	return []graphic.Block{b}
}

// marksOf are the marks of a card's language, or of the one it is a variety of.
func (k *Desk) marksOf(lang language.Tag) Marks {
	base, _ := lang.Base()
	return cmp.Or(k.marks[lang.String()], k.marks[base.String()])
}

// figures is a citation beside words that its source did not write.
func (m Marks) figures(citation string) string {
	if rest, ok := strings.CutPrefix(citation, m.Source); ok && m.Source != "" {
		return m.Figures + rest
	}
	return joined(" ", m.Figures, citation)
}

// joined joins two strings if neither is empty; else it is empty if the second
// is.
func joined(sep, a, b string) string {
	if a == "" || b == "" {
		return b
	}
	return a + sep + b
}

// Lay lays the marked card out. What is a reader's own says so on the picture.
func (k *Desk) Lay(d *Draft, o *graphic.Options) (*graphic.Graphic, error) {
	g, err := graphic.New(k.Mark(d, false), o)
	if err != nil || !d.Own() || d.free() || drawn(g, "Kicker") {
		return g, err
	}
	return graphic.New(k.Mark(d, true), o)
}

// Omits finds what a draft has and its picture in this format has no room for: a
// line of the reader's, a photograph or a chart, a logo, a link.
func (d *Draft) Omits(g *graphic.Graphic) (all []Finding) {
	for _, field := range g.Omitted() {
		f := Finding{Level: campaign.Warning.String(), Code: "card-omits"}
		switch name, _, _ := strings.Cut(field, "["); {
		case name == "Body":
			f.Field = "body"
		case name == "Logos":
			f.Field = "logo"
		case name == "Blocks", field == "Action.URL" && d.Link != "":
		default:
			continue
		}
		if !slices.ContainsFunc(all, func(told Finding) bool { return told.Field == f.Field }) {
			all = append(all, f)
		}
	}
	return all
}

// Film is the marked card as a short video, in which its marks are lit one by one.
func (k *Desk) Film(d *Draft, o *graphic.Options) (*graphic.Reel, error) {
	r := &graphic.Reel{Scenes: []graphic.ReelScene{{Card: k.Mark(d, false), Length: filmed}}, Lang: d.Card.Lang, Options: *o}
	if !slices.Contains(graphic.ReelGrounds(o.Theme), o.Ground) {
		r.Options.Ground = ""
	}
	g, err := r.Cards()
	if err == nil && d.Own() && !d.free() && !drawn(g[0], "Kicker") {
		r.Scenes[0].Card = k.Mark(d, true)
	}
	return r, err
}

// filmed is how long a card's video takes: as a filling scene of a kit's.
const filmed = 7 * time.Second

func drawn(g *graphic.Graphic, field string) bool {
	for _, b := range g.Boxes() {
		if b.Field == field {
			return true
		}
	}
	return false
}

// A Finding is one thing to mend or to judge, as data.
// It is plain data, safe for concurrent use as long as nobody changes it.
type Finding struct {
	Field string       `json:"field"`
	Level string       `json:"level"` // "error" or "warning"
	Code  string       `json:"code"`  // the rule's name
	Args  fault.Values `json:"args,omitempty"`
	From  int          `json:"from"` // of the field's text, in the units of JavaScript's strings
	To    int          `json:"to"`   // From and To equal: the whole
	Fix   *Fix         `json:"fix,omitempty"`
	fault fault.Fault
}

// A Fix is what a tap puts in place of a part of the text.
// It is plain data, safe for concurrent use as long as nobody changes it.
type Fix struct {
	From int    `json:"from"`
	To   int    `json:"to"`
	Text string `json:"text"`
}

// Fault is the error that the finding is made of.
func (f *Finding) Fault() fault.Fault { return f.fault }

// CheckPost reads a post that goes with a card, of a fact or of free words.
func (k *Desk) CheckPost(words, lang, fact string) (all []Finding) {
	text := truth.Text{Words: words, Lang: lang, Where: truth.Own, Field: "text"}
	if fact != "" {
		text.Facts, text.Where, text.Sourced = []string{fact}, truth.Caption, true
	}
	return k.read(text, "")
}

// read is what is found in a text that was another before.
func (k *Desk) read(text truth.Text, was string) (all []Finding) {
	for _, f := range k.checker.Read(text) {
		if f.Severity != campaign.Note {
			all = append(all, finding(f, text.Words, was))
		}
	}
	return all
}

// Check reads a draft's own lines.
func (k *Desk) Check(d *Draft) (all []Finding) {
	names := d.changed()
	if d.free() {
		names = fields
	}
	for i, text := range d.Rows {
		found := k.read(truth.Text{Words: text, Lang: d.Card.Lang.String(), Where: truth.Event, Field: "row-" + strconv.Itoa(i)}, "")
		for n := range found {
			if found[n].Code == "private-street-address" { // where people meet may be public: who organizes knows
				found[n].Level = campaign.Warning.String()
			}
		}
		all = append(all, found...)
	}
	all = append(all, k.checkBeside(d)...)
	base, _ := d.Card.Lang.Base()
	for _, name := range names {
		text := truth.Text{Words: d.Lines[name], Lang: base.String(), Where: truth.Card, Field: name, Sourced: d.Fact != ""}
		if d.Fact != "" {
			text.Facts = append([]string{d.Fact}, d.Also...)
		}
		found := k.read(text, *own(&d.Card)[name])
		if d.Fact != "" && len(found) == 0 {
			found = d.ownWords(name)
		}
		all = append(all, found...)
	}
	return all
}

// checkBeside reads what stands beside the lines: what is said of a photograph,
// and whose logo it is. A photograph that nobody credits or describes is told.
func (k *Desk) checkBeside(d *Draft) (all []Finding) {
	read := func(field, words string) {
		found := k.CheckPost(words, d.Card.Lang.String(), "")
		for i := range found {
			found[i].Field = field
		}
		all = append(all, found...)
	}
	if d.Logo != nil {
		read("logo", d.Logo.Name)
	}
	if d.Photo == nil {
		return all
	}
	for _, f := range []struct{ field, code, words string }{
		{"photo-credit", "photo-uncredited", d.Photo.Credit}, {"photo-alt", "photo-undescribed", d.Photo.Alt},
	} {
		if strings.TrimSpace(f.words) == "" {
			all = append(all, Finding{Field: f.field, Level: campaign.Warning.String(), Code: f.code})
		}
		read(f.field, f.words)
	}
	return all
}

// ownWords warns of the first sentence of a line that the campaign's card does
// not have: the source did not write it.
func (d *Draft) ownWords(name string) []Finding {
	text, from := d.Lines[name], 0
	for _, s := range sentences().FindAllString(text, -1) {
		words := strings.TrimSpace(s)
		if !strings.Contains(d.Card.Headline+"\n"+d.Card.Body, strings.TrimRight(words, ".!?…؟")) {
			at := from + strings.Index(s, words)
			return []Finding{{
				Field: name, Level: campaign.Warning.String(), Code: "own-words", Args: fault.Values{"words": words},
				From: units(text[:at]), To: units(text[:at+len(words)]),
			}}
		}
		from += len(s)
	}
	return nil
}

// sentences end with a mark that a space follows.
var sentences = pattern.New(`(?s).+?(?:[.!?…؟]["”’»)]*\s+|$)`)

func finding(f truth.Finding, words, was string) Finding {
	out := Finding{
		Field: f.Field(), Level: f.Severity.String(), Code: f.Rule(), Args: f.Values(), From: units(words[:f.Start]), To: units(words[:f.End]), fault: f,
	}
	if f.Rule() == "figure-unknown" {
		out.Fix = figureFix(words, was, f.Start, f.End)
	}
	if out.Fix != nil {
		out.Args["was"] = out.Fix.Text
	}
	return out
}

// Refused is the finding of an error in laying out.
func Refused(err error) Finding {
	out := Finding{Level: campaign.Error.String(), Code: "card-undrawable"}
	var f fault.Fault
	if errors.As(err, &f) {
		out.Field, out.Code, out.Args, out.fault = graphic.Key(f.Field()), f.Rule(), f.Values(), f
	}
	return out
}
