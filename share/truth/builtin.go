package truth

import (
	"cmp"
	_ "embed"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// BuiltIn is a checker of free words for the built-in campaign. It is made of
// what was kept of it when the toolkit was written, because reading the
// campaign itself takes a tenth of a second and words at a command line should
// not wait for that. It knows the facts by what they hold, not by how they are
// drawn: read the campaign's own texts with [New].
func BuiltIn() *Checker {
	builtInOnce.Do(func() {
		k, err := Recall(builtInFile)
		if err != nil {
			panic(err) // a test compares the file with the campaign
		}
		builtIn = k
	})
	return builtIn
}

//go:embed ready/builtin.json
var builtInFile []byte

// A program that never asks for the built-in campaign is linked without it.
var (
	builtInOnce sync.Once
	builtIn     *Checker
)

// Memory is what of the campaign free words are held to, as JSON: for a program
// that has not the campaign itself. See [Recall].
func (k *Checker) Memory() ([]byte, error) { return json.Marshal(k.remember()) }

// Recall is the checker of free words that [Checker.Memory] kept.
func Recall(kept []byte) (*Checker, error) {
	var m memory
	if err := json.Unmarshal(kept, &m); err != nil {
		return nil, err
	}
	return m.checker(), nil
}

// A memory is what reading free words takes of a campaign.
type memory struct {
	AsOf       campaign.Date
	Languages  []string
	Subjects   []string
	Hosts      []string
	Publishers []string
	Nouns      []string
	Spans      []float64
	Said       spoken
	Facts      []remembered
	Contacts   []campaign.Contact
	Orgs       []campaign.Org
	Actions    []campaign.Action
}

// A remembered fact.
type remembered struct {
	ID       string
	Numbers  []float64
	Shares   []float64                     `json:",omitempty"`
	Sums     []float64                     `json:",omitempty"`
	Counts   []float64                     `json:",omitempty"`
	Days     []day                         `json:",omitempty"`
	Told     []day                         `json:",omitempty"`
	Of       int                           `json:",omitempty"`
	Negated  []float64                     `json:",omitempty"`
	Peoples  []int                         `json:",omitempty"`
	Older    []older                       `json:",omitempty"`
	Stems    string                        `json:",omitempty"` // with spaces between
	Units    []measured                    `json:",omitempty"`
	Things   things                        `json:",omitempty"`
	Labels   []string                      `json:",omitempty"`
	Figures  []campaign.Figure             `json:",omitempty"`
	Hedges   []campaign.Hedge              `json:",omitempty"` // of texts
	NotWith  []string                      `json:",omitempty"`
	Never    map[string][]campaign.Correct `json:",omitempty"`
	Outdated []campaign.OldValue           `json:",omitempty"`
}

// remember keeps of a campaign what free words are held to.
func (k *Checker) remember() memory {
	m := memory{
		AsOf: k.campaign.AsOf, Languages: k.campaign.Languages, Subjects: k.subjects, Hosts: k.hosts, Publishers: k.publishers,
		Nouns: slices.Sorted(maps.Keys(k.nouns)), Spans: slices.Compact(slices.Sorted(slices.Values(k.spans))), Said: k.said,
	}
	for i := range k.campaign.Facts {
		f := &k.campaign.Facts[i]
		known := k.facts[f.ID]
		r := remembered{
			ID: f.ID, Numbers: sorted(known.plain()), Shares: sorted(known.shares), Sums: sorted(known.sums), Counts: sorted(known.counts),
			Days: fullDays(known.unsaid()), Told: sorted(known.said), Of: f.Scene.Of, NotWith: f.NotWith, Never: f.Never,
			Peoples: sorted(known.peoples), Older: known.older, Stems: strings.Join(k.stems[f.ID], " "),
			Units: slices.SortedFunc(maps.Keys(known.units), measured.compare), Things: known.things, Labels: known.labels,
		}
		for v, always := range known.negated {
			if always {
				r.Negated = append(r.Negated, v)
			}
		}
		slices.Sort(r.Negated)
		for _, g := range f.Figures {
			r.Figures = append(r.Figures, campaign.Figure{Value: g.Value, Unit: g.Unit, Qualifier: g.Qualifier})
		}
		for _, old := range f.Outdated {
			r.Outdated = append(r.Outdated, campaign.OldValue{Value: old.Value, Unit: old.Unit, Text: old.Text, ReplacedOn: old.ReplacedOn, OKIf: old.OKIf})
		}
		for _, h := range f.Hedges {
			if h.Where == campaign.InText {
				r.Hedges = append(r.Hedges, campaign.Hedge{Where: h.Where, Say: h.Say, Any: h.Any})
			}
		}
		m.Facts = append(m.Facts, r)
	}
	for _, c := range k.campaign.Contacts {
		m.Contacts = append(m.Contacts, campaign.Contact{Phone: c.Phone, Tel: c.Tel, Mail: c.Mail, URL: c.URL, Address: c.Address})
	}
	for _, o := range k.campaign.Orgs.List {
		m.Orgs = append(m.Orgs, campaign.Org{Name: o.Name, Link: o.Link})
	}
	for _, a := range k.campaign.Actions {
		m.Actions = append(m.Actions, campaign.Action{Phone: a.Phone, URL: a.URL})
	}
	return m
}

// plain are the numbers of a fact that are not among its shares, sums and counts.
func (f *known) plain() map[float64]bool {
	all := maps.Clone(f.numbers)
	for _, kept := range []map[float64]bool{f.shares, f.sums, f.counts} {
		maps.DeleteFunc(all, func(v float64, _ bool) bool { return kept[v] })
	}
	return all
}

// unsaid are the days of a fact that its words do not tell.
func (f *known) unsaid() map[day]bool {
	all := maps.Clone(f.days)
	for d := range f.said {
		for _, form := range d.forms() {
			delete(all, form)
		}
	}
	return all
}

// fullDays are the days in order, without those that another has as a form.
func fullDays(days map[day]bool) []day {
	all := maps.Clone(days)
	for d := range days {
		for _, form := range d.forms()[1:] {
			delete(all, form)
		}
	}
	return sorted(all)
}

func sorted[T cmp.Ordered](values map[T]bool) []T { return slices.Sorted(maps.Keys(values)) }

func put[T comparable](into map[T]bool, all []T) {
	for _, v := range all {
		into[v] = true
	}
}

// checker makes a checker of what was kept.
func (m *memory) checker() *Checker {
	c := &campaign.Campaign{AsOf: m.AsOf, Languages: m.Languages, Contacts: m.Contacts, Actions: m.Actions}
	c.Orgs.List = m.Orgs
	k := &Checker{
		stems: map[string][]string{}, words: sync.OnceValue(c.WordCheck), campaign: c, facts: map[string]*known{}, all: newKnown(),
		subjects: m.Subjects, hosts: m.Hosts, publishers: m.Publishers, said: m.Said, spans: m.Spans,
	}
	for _, r := range m.Facts {
		f := campaign.Fact{ID: r.ID, Figures: r.Figures, NotWith: r.NotWith, Never: r.Never, Outdated: r.Outdated, Hedges: r.Hedges}
		c.Facts = append(c.Facts, f)
	}
	for i, r := range m.Facts {
		known := k.know(r.ID)
		k.learn(&c.Facts[i])
		c.Facts[i].Scene.Of = r.Of // of a kind that the counts and shares say
		put(known.shares, r.Shares)
		put(known.sums, r.Sums)
		put(known.counts, r.Counts)
		for _, all := range [][]float64{r.Numbers, r.Shares, r.Sums, r.Counts} {
			put(known.numbers, all)
		}
		for _, d := range slices.Concat(r.Days, r.Told) {
			known.takeDay(d)
		}
		put(known.said, r.Told)
		put(known.negated, r.Negated)
		put(known.peoples, r.Peoples)
		put(known.units, r.Units)
		known.labels = r.Labels
		if r.Things != nil {
			known.things = r.Things
		}
		known.older, k.stems[r.ID] = r.Older, strings.Fields(r.Stems)
		k.all.add(known)
	}
	k.nouns = map[string]bool{}
	for _, noun := range m.Nouns {
		k.nouns[noun] = true
	}
	k.stated = stated(c)
	k.apart, k.never = c.Apart(), wordings(c)
	k.meanings = sync.OnceValue(func() []meaning { return meanings(k.never) })
	k.seldom, k.themes, k.since = seldom(k.never), themesOf(c.Facts, k.stems), sinceWhen(k.all.said)
	return k
}
