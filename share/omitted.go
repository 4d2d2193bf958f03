package share

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/internal/rules"
)

// Omitted lists what the fact says and its picture does not, by the keys of the
// campaign's files: "claim", "chart.timeline", "attribution", "tags", "action"
// for its code or number. The posts and the alt text hold it. A drawing of the
// fact's scene stands for its chart and the chart's note.
func (pic *FactCard) Omitted() ([]string, error) {
	g, err := pic.Graphic()
	if err != nil {
		return nil, err
	}
	full, drawn := pic.plan.in(pic.Lang).card(pic.fact, &pic.Format), pic.card()
	return unsaid(&full, &drawn, g.Omitted(), pic.scene), nil
}

// unsaid names what a card would say in full and the one that is drawn does not;
// missing are the fields of that one which have no place on the picture.
func unsaid(full, drawn *graphic.Card, missing []string, scene bool) []string {
	for _, p := range []struct {
		field string
		lost  bool
	}{
		{"Body", full.Body != "" && !claims(drawn, scene)},
		{"Attribution", full.Attribution != "" && drawn.Attribution == ""},
		{"Note", full.Note != "" && drawn.Note == "" && !scene},
		{"Action", full.Action != (graphic.Action{}) && drawn.Action == (graphic.Action{})},
	} {
		if p.lost {
			missing = append(missing, p.field)
		}
	}
	for i := len(drawn.Blocks); i < len(full.Blocks) && !scene; i++ {
		missing = append(missing, fmt.Sprintf("Blocks[%d]", i))
	}
	return factKeys(missing, full.Blocks, scene)
}

// Omitted says of each fact what its pictures, slides and sheets leave out, and
// in which formats, by the rule "card-omits"; and of each other sheet what had no
// room on it, by "sheet-omits".
func (k *Kit) Omitted() ([]*CardError, error) {
	p := k.settled()
	byFact := map[string]*lacks{}
	of := func(fact string) *lacks {
		if byFact[fact] == nil {
			byFact[fact] = &lacks{formats: map[string][]string{}}
		}
		return byFact[fact]
	}
	pics := k.Pictures()
	for i := range pics {
		keys, err := pics[i].Omitted()
		if err != nil {
			return nil, err
		}
		of(pics[i].Fact).add(keys, pics[i].Format.Name)
	}
	var sheets []*CardError
	for i := range p.drawings {
		d := &p.drawings[i]
		if d.lacks == nil {
			continue
		}
		keys, err := d.lacks()
		if err != nil {
			return nil, err
		}
		switch {
		case d.tells.fact != "":
			of(d.tells.fact).add(keys, d.kind())
		case len(keys) > 0:
			e := &CardError{Lang: d.tells.lang, Format: d.tells.format}
			e.Data = rules.English.New("sheet-omits", "", fault.Values{"file": d.name, "parts": strings.Join(keys, ", ")})
			sheets = append(sheets, e)
		}
	}
	var told []*CardError
	for _, f := range p.campaign.Facts {
		if parts := of(f.ID).String(); parts != "" {
			e := p.cardError(f.ID, "", "", nil)
			e.Data = rules.English.New("card-omits", "", fault.Values{"parts": parts})
			told = append(told, e)
		}
	}
	return append(told, sheets...), nil
}

// lacks are the parts of a fact that are left out, and by which formats.
type lacks struct {
	parts   []string
	formats map[string][]string
}

func (l *lacks) add(parts []string, format string) {
	for _, part := range parts {
		if l.formats[part] == nil {
			l.parts = append(l.parts, part)
		}
		if !slices.Contains(l.formats[part], format) {
			l.formats[part] = append(l.formats[part], format)
		}
	}
}

// String is "claim (wide, og, slides), topic (og)".
func (l *lacks) String() string {
	var all []string
	for _, part := range l.parts {
		all = append(all, fmt.Sprintf("%s (%s)", part, strings.Join(l.formats[part], ", ")))
	}
	return strings.Join(all, ", ")
}

// claims reports whether a card has the claim: as its body, or in a record or a
// timeline, which tells it event by event. The body of a scene is something else.
func claims(c *graphic.Card, scene bool) bool {
	if scene {
		return c.Headline == c.Description
	}
	return c.Body != "" || slices.ContainsFunc(c.Blocks, func(b graphic.Block) bool { return isRecord(b) || isTimeline(b) })
}

// omittedKeys are what the campaign's files call what a card's fields are made of,
// in the order in which they are told.
var omittedKeys = []struct{ field, key string }{
	{"Body", "claim"}, {"Blocks", "chart"}, {"Note", "chart.note"}, {"Attribution", "attribution"}, {"Source", "source"}, {"AsOf", "as_of"},
	{"Action", "action"}, {"Tags", "tags"}, {"Kicker", "topic"},
}

func factKeys(fields []string, blocks []graphic.Block, scene bool) (keys []string) {
	for _, k := range omittedKeys {
		for _, field := range fields {
			if !strings.HasPrefix(field, k.field) {
				continue
			}
			key := k.key
			for i := range blocks {
				if !scene && field == fmt.Sprintf("Blocks[%d]", i) {
					key += "." + strings.ToLower(reflect.TypeOf(blocks[i]).Name())
				}
			}
			if !slices.Contains(keys, key) {
				keys = append(keys, key)
			}
		}
	}
	return keys
}
