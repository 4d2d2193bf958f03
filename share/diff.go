package share

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// A Difference is what changed from one kit of a campaign to another. Its lists
// are in order. It is plain data, safe for concurrent use as long as nobody
// changes it.
type Difference struct {
	Facts []FactDifference `json:"facts"` // by id

	// Files; the manifest and the sums, which always change, are left out.
	Added   []string `json:"added"`
	Removed []string `json:"removed"`
	Changed []string `json:"changed"`
}

// MarshalJSON writes lists as such when they are empty.
func (d *Difference) MarshalJSON() ([]byte, error) {
	type plain Difference
	full := plain(*d)
	if full.Facts == nil {
		full.Facts = []FactDifference{}
	}
	for _, list := range []*[]string{&full.Added, &full.Removed, &full.Changed} {
		*list = append([]string{}, *list...)
	}
	return json.Marshal(full)
}

// A FactDifference is a fact that came, went or changed. It is plain data, safe
// for concurrent use as long as nobody changes it.
type FactDifference struct {
	ID     string        `json:"id"`
	Was    campaign.Text `json:"was,omitempty"` // the headline; of a fact that came or went, one is nil
	Is     campaign.Text `json:"is,omitempty"`
	Fields []string      `json:"fields,omitempty"` // of a fact that changed: "headline", "claim", "as_of" …
}

// Diff compares two kits by their sums and their facts. A *KitError says what
// is wrong with one, or that they are of two campaigns. It does not read the files
// themselves; see [Verify].
func Diff(old, new fs.FS) (*Difference, error) {
	was, err := readListing(old)
	if err != nil {
		return nil, kitFailed("kit-old", "", err)
	}
	is, err := readListing(new)
	if err != nil {
		return nil, kitFailed("kit-new", "", err)
	}
	if was.kit != is.kit {
		e := kitError("kit-other", fault.Values{"old": was.kit, "new": is.kit})
		e.Old, e.New = was.kit, is.kit
		return nil, e
	}
	d := &Difference{Facts: factDifferences(was.facts, is.facts, common(was.langs, is.langs))}
	for name, sum := range is.sums {
		switch before, known := was.sums[name]; {
		case !known:
			d.Added = append(d.Added, name)
		case before != sum:
			d.Changed = append(d.Changed, name)
		}
	}
	for name := range was.sums {
		if _, known := is.sums[name]; !known {
			d.Removed = append(d.Removed, name)
		}
	}
	slices.Sort(d.Added)
	slices.Sort(d.Changed)
	slices.Sort(d.Removed)
	return d, nil
}

// A listing is what a kit says of itself.
type listing struct {
	kit   string
	langs []string
	sums  map[string]string
	facts map[string]factData
}

func readListing(fsys fs.FS) (*listing, error) {
	m, err := readManifest(fsys)
	if err != nil {
		return nil, err
	}
	l := &listing{kit: m.Kit, langs: m.Languages, facts: make(map[string]factData)}
	if l.sums, err = readSums(fsys); err != nil {
		return nil, err
	}
	delete(l.sums, manifestName)
	data, err := readBounded(fsys, factsName)
	if err != nil {
		return nil, err
	}
	var facts []factData
	if err := json.Unmarshal(data, &facts); err != nil {
		return nil, kitFailed("kit-garbled", factsName, err)
	}
	for _, f := range facts {
		l.facts[f.ID] = f
	}
	return l, nil
}

// factDifferences compares the facts in the languages that both kits have: a
// fact that is now said in one more has not changed.
func factDifferences(old, new map[string]factData, langs []string) []FactDifference {
	var all []FactDifference
	ids := slices.Sorted(maps.Keys(old))
	ids = append(ids, slices.Sorted(maps.Keys(new))...)
	slices.Sort(ids)
	for _, id := range slices.Compact(ids) {
		was, is := old[id], new[id]
		fields := changedFields(was.in(langs), is.in(langs))
		if d := (FactDifference{id, was.Headline, is.Headline, fields}); d.Fields != nil {
			if d.Was == nil || d.Is == nil {
				d.Fields = nil
			}
			all = append(all, d)
		}
	}
	return all
}

// common returns what two lists share, in the order of the first.
func common(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return !slices.Contains(b, s) })
}

// in is the fact with its texts in some languages alone.
func (f factData) in(langs []string) factData {
	for _, t := range []*campaign.Text{&f.Headline, &f.Claim, &f.Attribution, &f.Publisher, &f.ContentNote} {
		*t = only(*t, langs)
	}
	f.Figures = slices.Clone(f.Figures)
	for i := range f.Figures {
		f.Figures[i].Label = only(f.Figures[i].Label, langs)
	}
	return f
}

func only(t campaign.Text, langs []string) campaign.Text {
	var out campaign.Text
	for _, lang := range langs {
		if t.Has(lang) {
			if out == nil {
				out = make(campaign.Text)
			}
			out[lang] = t.In(lang)
		}
	}
	return out
}

// changedFields lists the published fields in which two versions differ.
func changedFields(was, is factData) []string {
	var fields []string
	a, b := reflect.ValueOf(was), reflect.ValueOf(is)
	for i := range a.NumField() {
		if !reflect.DeepEqual(a.Field(i).Interface(), b.Field(i).Interface()) {
			name, _, _ := strings.Cut(a.Type().Field(i).Tag.Get("json"), ",")
			fields = append(fields, name)
		}
	}
	return fields
}

// Text says in one language, as Markdown, what changed: the facts first, for
// those who shared the old kit. The strings are those of the campaign.
func (d *Difference) Text(say campaign.Strings) string {
	var b strings.Builder
	part := func(label string, rows []string) {
		if len(rows) > 0 {
			fmt.Fprintf(&b, "## %s\n\n- %s\n\n", say.Label(label), strings.Join(rows, "\n- "))
		}
	}
	var gone, changed, came []string
	for _, f := range d.Facts {
		was, is := f.Was.In(say.Lang), f.Is.In(say.Lang)
		switch {
		case f.Is == nil:
			gone = append(gone, joined(": ", f.ID, was))
		case f.Was == nil:
			came = append(came, joined(": ", f.ID, is))
		case was != is:
			changed = append(changed, fmt.Sprintf("%s: %s → %s", f.ID, was, is))
		default:
			changed = append(changed, fmt.Sprintf("%s: %s (%s)", f.ID, is, strings.Join(f.Fields, ", ")))
		}
	}
	part("facts_gone", gone)
	part("facts_changed", changed)
	part("facts_new", came)
	part("files_gone", d.Removed)
	part("files_changed", d.Changed)
	part("files_new", d.Added)
	if b.Len() == 0 {
		return say.Label("no_difference") + "\n"
	}
	return strings.TrimSuffix(b.String(), "\n")
}
