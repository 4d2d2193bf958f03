package share

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
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
	missing := g.Omitted()
	for _, p := range []struct {
		field string
		lost  bool
	}{
		{"Body", full.Body != "" && !pic.claims(&drawn)},
		{"Attribution", full.Attribution != "" && drawn.Attribution == ""},
		{"Note", full.Note != "" && drawn.Note == "" && !pic.scene},
		{"Action", full.Action != (graphic.Action{}) && drawn.Action == (graphic.Action{})},
	} {
		if p.lost {
			missing = append(missing, p.field)
		}
	}
	for i := len(drawn.Blocks); i < len(full.Blocks) && !pic.scene; i++ {
		missing = append(missing, fmt.Sprintf("Blocks[%d]", i))
	}
	return factKeys(missing, full.Blocks, pic.scene), nil
}

// Omitted says of each fact what its pictures leave out, and in which formats.
// The rule of each is "card-omits".
func (k *Kit) Omitted() ([]*CardError, error) {
	var told []*CardError
	byFact := map[string][]FactCard{}
	for _, pic := range k.Pictures() {
		byFact[pic.Fact] = append(byFact[pic.Fact], pic)
	}
	for _, f := range k.settled().campaign.Facts {
		parts, err := omittedIn(byFact[f.ID])
		if err != nil {
			return nil, err
		}
		if parts != "" {
			e := k.settled().cardError(f.ID, "", "", nil)
			e.Data = english.New("card-omits", "", fault.Values{"parts": parts})
			told = append(told, e)
		}
	}
	return told, nil
}

// omittedIn lists what pictures of one fact leave out: "claim (wide, og), topic (og)".
func omittedIn(pics []FactCard) (string, error) {
	var parts []string
	formats := map[string][]string{}
	for i := range pics {
		keys, err := pics[i].Omitted()
		if err != nil {
			return "", err
		}
		for _, key := range keys {
			if formats[key] == nil {
				parts = append(parts, key)
			}
			if name := pics[i].Format.Name; !slices.Contains(formats[key], name) {
				formats[key] = append(formats[key], name)
			}
		}
	}
	for i, key := range parts {
		parts[i] = fmt.Sprintf("%s (%s)", key, strings.Join(formats[key], ", "))
	}
	return strings.Join(parts, ", "), nil
}

// claims reports whether a card has the claim: as its body, or in a record or a
// timeline, which tells it event by event. The body of a scene is something else.
func (pic *FactCard) claims(c *graphic.Card) bool {
	if pic.scene {
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
