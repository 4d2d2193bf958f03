package page

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// dataView is what the script needs and the document does not already say.
// Headlines, wordings, descriptions and letters are read from the document.
type dataView struct {
	Tag       string          `json:"tag"`
	Built     string          `json:"built"`
	Languages []languageData  `json:"languages"`
	Platforms []platformData  `json:"platforms"`
	Formats   map[string]Text `json:"formats"`
	Pictures  []string        `json:"pictures,omitempty"` // those of texts that name none
	Cards     []cardData      `json:"cards"`
	Carousels []carouselData  `json:"carousels,omitempty"`
	Synonyms  [][]string      `json:"synonyms,omitempty"`
	Like      string          `json:"like,omitempty"` // what is a word
}

type languageData struct {
	ID        string            `json:"id"`
	RTL       bool              `json:"rtl,omitempty"`
	Platforms []string          `json:"platforms,omitempty"`
	Months    []string          `json:"months"`
	Date      string            `json:"date"`
	Long      *longDates        `json:"long,omitempty"`
	Decimal   string            `json:"decimal,omitempty"`
	Words     map[string]string `json:"words"`
}

// longDates are days in words, as Language has them.
type longDates struct {
	Date     string   `json:"date"`
	Weekday  string   `json:"weekday"`
	Months   []string `json:"months"`
	Weekdays []string `json:"weekdays"`
}

type platformData struct {
	ID          string   `json:"id"`
	Name        string   `json:"name"`
	Limit       int      `json:"limit,omitempty"`
	Alt         bool     `json:"alt,omitempty"`
	Formats     []string `json:"formats,omitempty"`
	Intent      string   `json:"intent,omitempty"`
	Home        string   `json:"home,omitempty"`
	NoAmpersand bool     `json:"noAmpersand,omitempty"`
	Counts      bool     `json:"counts,omitempty"`
}

type cardData struct {
	ID         string              `json:"id"`
	Topic      string              `json:"topic,omitempty"`
	Status     Status              `json:"status,omitempty"`
	ReplacedBy string              `json:"by,omitempty"`
	Checked    string              `json:"checked"`
	Review     string              `json:"review,omitempty"`
	Expires    string              `json:"expires,omitempty"`
	Undealt    bool                `json:"undealt,omitempty"`
	Search     string              `json:"search"`
	Texts      map[string]textData `json:"texts"`
}

type textData struct {
	Link     string            `json:"link,omitempty"`     // where the document does not have it as it is
	Variants []map[string]tail `json:"variants,omitempty"` // by wording, then platform
	More     []string          `json:"more,omitempty"`     // the wordings after the first, where they do not stand in the document
	Lengths  [][]int           `json:"lengths,omitempty"`  // by wording, then platform: less than the script's own unit, UTF-16, by so much; none: as that
	Deal     []int             `json:"deal,omitempty"`     // the wordings that may come first; none: all
	Pictures []string          `json:"pictures,omitzero"`  // formats, in the order of the links to their files
	Inside   string            `json:"inside,omitempty"`   // the format of the one that the page carries
}

// A tail is a text as how much of another it begins with, in UTF-16 units as
// the script counts, and what follows.
type tail struct {
	Keep int
	Rest string
	Flat bool // of the other with its paragraphs in one
}

// MarshalJSON writes a list, since a page has a thousand of them: [297],
// [297, "rest"], or with 1 before the rest, [297, 1, "rest"], for a flat one.
func (t tail) MarshalJSON() ([]byte, error) {
	list := []any{t.Keep}
	if t.Flat {
		list = append(list, 1)
	}
	if t.Rest != "" {
		list = append(list, t.Rest)
	}
	return json.Marshal(list)
}

// data is the JSON block of the page.
func (d *document) data() (string, error) {
	v := dataView{Tag: d.Tag, Built: d.AsOf, Formats: map[string]Text{}}
	for _, l := range d.Languages {
		v.Languages = append(v.Languages, d.language(l))
	}
	for _, p := range d.Platforms {
		v.Platforms = append(v.Platforms, platformData(p))
	}
	for _, f := range d.Formats {
		v.Formats[f.ID] = d.spoken(d.speech.formatText(f))
	}
	if d.Studio != nil && d.Studio.Events {
		for _, paper := range []string{"letter", "a4", "tabloid"} {
			v.Formats[paper] = d.spoken(d.speech.named(paper))
		}
	}
	for _, c := range d.Cards {
		v.Cards = append(v.Cards, d.card(c))
	}
	v.Pictures = shared(v.Cards)
	v.Carousels = d.carousels()
	for _, group := range d.Synonyms {
		for _, lang := range slices.Sorted(maps.Keys(group)) {
			v.Synonyms = append(v.Synonyms, group[lang])
		}
	}
	v.Like = scriptNames().ReplaceAllString(d.WordPattern, `\p{sc=$1}`)
	return encode(v)
}

// language tells the script the platforms' order and its words, and the two
// words of the document that it says too.
func (d *document) language(l Language) languageData {
	own := d.speech.words[l.Tag]
	order := l.Platforms
	if order == nil {
		order = own.Platforms
	}
	words := make(map[string]string)
	for key, word := range own.Script {
		words[key] = own.counted(word)
	}
	for _, p := range d.Platforms {
		if name := own.Page["app_"+p.ID]; name != "" {
			words["app_"+p.ID] = name
		}
	}
	for _, key := range []string{"card", "gate_back", "source", "stop_replaced", "stop_withdrawn"} {
		words[key] = own.Page[key]
	}
	v := languageData{ID: l.Tag, RTL: l.RTL, Platforms: order, Months: own.Months, Date: own.Date, Decimal: l.Decimal, Words: words}
	if l.Long != "" && len(l.LongMonths) == 12 {
		v.Long = &longDates{l.Long, cmp.Or(l.Weekday, l.Long), l.LongMonths, l.Weekdays}
	}
	return v
}

// spoken is a text with something for every language of the kit.
func (d *document) spoken(t Text) Text {
	all := make(Text)
	for _, l := range d.Languages {
		all[l.Tag] = t[d.speech.fallback(l.Tag, t.has)]
	}
	return all
}

func (d *document) card(c Card) cardData {
	v := cardData{
		ID: c.ID, Topic: c.Topic, Status: c.Status, ReplacedBy: c.ReplacedBy,
		Checked: c.Checked, Review: c.Review, Expires: c.Expires, Undealt: c.Undealt, Search: d.searchText(c), Texts: map[string]textData{},
	}
	for tag, t := range c.Texts {
		text := newTextData(t, d.Platforms)
		for _, w := range t.Wordings[len(d.Written(t.Wordings)):] {
			text.More = append(text.More, w.Text)
		}
		v.Texts[tag] = text
	}
	return v
}

// Written are the wordings that stand in the document: of a page with a studio the
// first, since it has the others packed, and so has room for pictures.
func (d *document) Written(all []Wording) []Wording {
	if d.Studio == nil {
		return all
	}
	return all[:min(1, len(all))]
}

// shared takes from texts the formats that nearly all of them have: the longest
// list.
func shared(cards []cardData) (formats []string) {
	for _, c := range cards {
		for _, lang := range slices.Sorted(maps.Keys(c.Texts)) {
			if t := c.Texts[lang]; len(t.Pictures) > len(formats) {
				formats = t.Pictures
			}
		}
	}
	for _, c := range cards {
		for lang, t := range c.Texts {
			if slices.Equal(t.Pictures, formats) {
				t.Pictures = nil
				c.Texts[lang] = t
			}
		}
	}
	return formats
}

func newTextData(t CardText, on []Platform) textData {
	v := textData{Pictures: []string{}}
	if link := cmp.Or(t.Link, t.SourceURL); link != t.SourceURL || t.Source == "" || !plainURL().MatchString(link) {
		v.Link = link
	}
	for _, w := range t.Wordings {
		variants := make(map[string]tail)
		for _, id := range slices.Sorted(maps.Keys(w.Variants)) {
			if w.Variants[id] != w.Text {
				variants[id] = shorterTail(w.Text, w.Variants[id])
			}
		}
		v.Variants = append(v.Variants, variants)
		v.Lengths = append(v.Lengths, w.shorter(on))
	}
	for i, w := range t.Wordings {
		if !w.Undealt {
			v.Deal = append(v.Deal, i)
		}
	}
	if len(v.Deal) == len(t.Wordings) {
		v.Deal = nil
	}
	for _, p := range t.Pictures {
		v.Pictures = append(v.Pictures, p.Format)
	}
	if i := t.embedded(); i >= 0 {
		v.Inside = t.Pictures[i].Format
	}
	return v
}

// shorter is by how much a wording is shorter on each platform that counts than
// in UTF-16 units, up to the last on which it is.
func (w *Wording) shorter(on []Platform) []int {
	by, last := make([]int, len(on)), 0
	for i, p := range on {
		if !p.Counts {
			continue
		}
		text, ok := w.Variants[p.ID]
		if !ok {
			text = w.Text
		}
		if by[i] = len(utf16.Encode([]rune(text))) - w.Lengths[p.ID]; by[i] != 0 {
			last = i + 1
		}
	}
	return by[:last]
}

// scriptNames finds the scripts that an expression names, for which JavaScript has another form.
var scriptNames = pattern.New(`\\p\{([A-Z][a-z]+)\}`)

// plainURL is an address of which html/template escapes nothing.
var plainURL = pattern.New(`^(?:[\w.~!#$&*+,/:;=?@\[\]-]|%[0-9A-Fa-f]{2})*$`)

// flat joins paragraphs, as for platforms that count every line break.
func flat(s string) string { return strings.ReplaceAll(s, "\n\n", " ") }

func shorterTail(base, text string) tail {
	whole, joined := newTail(base, text), newTail(flat(base), text)
	if joined.Flat = true; len(joined.Rest) < len(whole.Rest) {
		return joined
	}
	return whole
}

// highSurrogate is the first of the 1,024 that begin a pair in UTF-16.
const highSurrogate = 0xD800

// newTail finds how far text begins as base does.
func newTail(base, text string) tail {
	a, b := utf16.Encode([]rune(base)), utf16.Encode([]rune(text))
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	if n > 0 && a[n-1]&^0x3FF == highSurrogate {
		n-- // never between the halves of a pair
	}
	return tail{Keep: n, Rest: string(utf16.Decode(b[n:]))}
}
