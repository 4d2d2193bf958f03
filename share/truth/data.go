package truth

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// data finds what does not agree within the facts and contacts themselves.
func (k *Checker) data() (all []Finding) {
	for i := range k.campaign.Facts {
		f := &k.campaign.Facts[i]
		d := &datum{k: k, fact: f}
		for _, rule := range factRules {
			rule(d)
		}
		all = append(all, d.found...)
	}
	all = append(all, k.replies()...)
	return append(all, k.phones()...)
}

// A datum is a fact whose data is being checked.
type datum struct {
	k     *Checker
	fact  *campaign.Fact
	found []Finding
}

func (d *datum) find(s campaign.Severity, rule, field string, values fault.Values) {
	file, line := d.k.campaign.Where(d.fact.ID, field)
	d.found = append(d.found, Finding{
		Data: breach(rule, field, values), Severity: s, Fact: d.fact.ID, File: file, Line: line,
	})
}

var factRules = []func(*datum){
	(*datum).sources, (*datum).dates, (*datum).foreseen, (*datum).sums, (*datum).drawn, (*datum).untold, (*datum).quotes, (*datum).attributions, (*datum).noted,
}

// sources finds sources that are none, and figures whose source the fact does
// not have.
func (d *datum) sources() {
	ids := []string{"", d.fact.Source.ID}
	for _, s := range append([]campaign.Source{d.fact.Source}, d.fact.Sources...) {
		ids = append(ids, s.ID)
		if host, ok := social(s.URL); ok {
			d.find(campaign.Error, "source-social", "source.url", fault.Values{"host": host})
		}
		if rule, values := linkFault(s.URL); own(rule) {
			d.find(campaign.Error, rule, "source.url", values)
		}
		host := hostOf(s.URL)
		if i := slices.IndexFunc(d.k.hosts, func(like string) bool { return poses(host, like) }); host != "" && i >= 0 {
			d.find(campaign.Warning, "link-lookalike", "source.url", fault.Values{"host": host, "like": d.k.hosts[i]})
		}
	}
	for _, g := range d.fact.Figures {
		if !slices.Contains(ids, g.Source) {
			d.find(campaign.Error, "figure-source", "figures", fault.Values{"source": g.Source})
		}
	}
}

const (
	sourceYears = 1.5 // after which a source vouches for little that goes on
	reviewYears = 2.5 // after which nobody would look again
	year        = 365.25 * 24
)

// dates finds facts that outlive their source, and reviews so far away that
// the fact is old before. What is law or was done once does not age.
func (d *datum) dates() {
	f := d.fact
	if f.AsOf.IsZero() || f.IsAction() {
		return
	}
	if p := f.Source.Published; !p.IsZero() {
		if gap := f.AsOf.First().Sub(p.Last()).Hours() / year; gap > sourceYears && d.counts() {
			d.find(campaign.Warning, "source-aged", "source.published", fault.Values{"published": p.String(), "as_of": f.AsOf.String(), "years": int(math.Round(gap))})
		}
	}
	if r := f.ReviewAfter; !r.IsZero() && r.First().Sub(d.k.campaign.AsOf.Last()).Hours()/year > reviewYears {
		d.find(campaign.Warning, "review-far", "review_after", fault.Values{"as_of": f.AsOf.String(), "review": r.String()})
	}
}

// poses reports a host that carries the name of another with something added,
// and belongs to neither it nor its like in another country.
func poses(host, like string) bool {
	apart := !onHost(host, "", []string{like}) && !onHost(like, "", []string{host})
	return apart && registered(host) != registered(like) && resembles(host, like)
}

// registered is the name that a host is registered by: cbsnews of
// www.cbsnews.com.
func registered(host string) string {
	labels := strings.Split(host, ".")
	return labels[max(0, len(labels)-2)]
}

// foreseen finds a main source that is older than all that the fact tells.
func (d *datum) foreseen() {
	earliest := day(0)
	for _, claim := range d.fact.Claim {
		for _, on := range daysIn(claim, d.k.numbersOf(claim)) {
			if on.day != on.day.yearless() && (earliest == 0 || on.day < earliest) {
				earliest = on.day
			}
		}
	}
	p := d.fact.Source.Published
	if earliest == 0 || p.IsZero() || dayOf(p.Last()).month() >= earliest.month() {
		return
	}
	d.find(campaign.Warning, "source-foreseeing", "source.published", fault.Values{
		"published": p.String(), "date": fmt.Sprintf("%d-%02d", earliest/10000, earliest/100%100),
	})
}

// untold finds figures that stand nowhere in the words of their fact and on
// none of its drawings, where a claim tells one that is not among them.
func (d *datum) untold() {
	told := newKnown()
	maps.Copy(told.numbers, d.k.facts[d.fact.ID].told)
	told.scene(&d.fact.Scene)
	for _, b := range d.fact.Chart.Bars {
		told.numbers[b.Value] = true
	}
	for _, s := range d.fact.Chart.People.Segments {
		told.numbers[float64(s.Count)] = true
	}
	if !d.unlisted() {
		return
	}
	for _, g := range d.fact.Figures {
		if g.Value >= fewest && len(g.Sum) == 0 && !told.numbers[g.Value] {
			d.find(campaign.Error, "figure-unknown", "figures", fault.Values{"figure": g.Value, "facts": []string{d.fact.ID}})
		}
	}
}

// unlisted reports whether a claim counts what none of the figures holds.
func (d *datum) unlisted() bool {
	figures := map[float64]bool{}
	for _, g := range d.fact.Figures {
		figures[g.Value] = true
	}
	for _, claim := range d.fact.Claim {
		if slices.ContainsFunc(d.k.numbersOf(claim), func(n number) bool {
			return n.kind != plain && n.values[0] >= fewest && !n.isYear() && !n.is(figures)
		}) {
			return true
		}
	}
	return false
}

// attributions finds a publisher whom one language names and another does not.
func (d *datum) attributions() {
	for lang, said := range d.fact.Attribution {
		for _, s := range append([]campaign.Source{d.fact.Source}, d.fact.Sources...) {
			name := s.Publisher.In(lang)
			if lang == "" || name == "" || !strings.Contains(said, name) {
				continue
			}
			for other, there := range d.fact.Attribution {
				if other != lang && !strings.Contains(there, s.Publisher.In(other)) && !shareName(said, there) {
					d.find(campaign.Warning, "attribution-twin", "attribution", fault.Values{"name": name, "lang": other})
					return
				}
			}
		}
	}
}

// shareName reports whether two texts name something alike: much of a name
// stands in every language.
func shareName(a, b string) bool {
	return slices.ContainsFunc(capitals().FindAllString(a, -1), func(word string) bool { return strings.Contains(b, word) })
}

// capitals are words that are or may be part of a name.
var capitals = pattern.New(`\b\p{Lu}[\p{L}]{2,}`)

// noted finds facts that tell of violence done to people without a content note.
func (d *datum) noted() {
	f := d.fact
	if f.Reply || len(f.ContentNote) > 0 {
		return
	}
	for _, text := range []campaign.Text{f.Headline, f.Claim} {
		for _, lang := range slices.Sorted(maps.Keys(text)) {
			words := text.Plain(lang)
			if found := lists().Violent.First(words, strings.ToLower(words)); found != nil {
				d.find(campaign.Warning, "note-missing", "content_note", fault.Values{"found": clip(strings.TrimSpace(words[found[0]:found[1]]))})
				return
			}
		}
	}
}

// counts reports whether a fact tells of people or shares of them, which
// change; a law or a treaty does not.
func (d *datum) counts() bool {
	return slices.ContainsFunc(d.fact.Figures, func(g campaign.Figure) bool { return g.Unit == "people" || g.Unit == "percent" })
}

// sums finds parts that do not add up to their whole.
func (d *datum) sums() {
	s := &d.fact.Scene
	parts := 0
	for _, state := range s.States {
		parts += state.Count
	}
	d.whole("scene.states", parts, s.Of)
	parts = 0
	for _, p := range s.Parts {
		parts += p.Value
	}
	d.whole("scene.parts", parts, s.Total)
	for _, g := range d.fact.Figures {
		sum := 0.0
		for _, part := range g.Sum {
			sum += part
		}
		if len(g.Sum) > 0 && sum != g.Value {
			d.find(campaign.Error, "figure-parts", "figures", fault.Values{"sum": sum, "whole": g.Value})
		}
	}
}

func (d *datum) whole(field string, parts, whole int) {
	if parts > 0 && whole > 0 && parts != whole {
		d.find(campaign.Error, "figure-parts", field, fault.Values{"sum": parts, "whole": whole})
	}
}

// drawn finds numbers on the chart that the fact does not hold otherwise.
func (d *datum) drawn() {
	words := newKnown()
	for _, lang := range d.k.campaign.Languages {
		for _, t := range []campaign.Text{d.fact.Claim, d.fact.Headline} {
			for _, n := range numbers(t.In(lang)) {
				for _, v := range n.values {
					words.numbers[v] = true
				}
			}
		}
	}
	words.scene(&d.fact.Scene)
	for _, id := range append([]string{d.fact.ID}, d.fact.Chart.Also...) {
		if other, ok := d.k.campaign.Fact(id); ok {
			for _, g := range other.Figures {
				words.numbers[g.Value] = true
			}
		}
	}
	var counts []float64
	for _, s := range d.fact.Chart.People.Segments {
		counts = append(counts, float64(s.Count))
	}
	for _, b := range d.fact.Chart.Bars {
		counts = append(counts, b.Value)
	}
	for _, v := range counts {
		if !words.numbers[v] && len(d.fact.Figures) > 0 {
			d.find(campaign.Error, "figure-unknown", "chart", fault.Values{"figure": v, "facts": []string{d.fact.ID}})
		}
	}
}

// quotes finds quotations without a speaker, and those that are verbatim and
// do not stand in the fact's record.
func (d *datum) quotes() {
	f := d.fact
	q := &f.Chart.Quote
	if f.Chart.Kind != campaign.KindQuote {
		return
	}
	for lang, text := range q.Text {
		if q.Speaker.In(lang) == "" {
			d.find(campaign.Error, "quotation-speaker", "chart.quote.speaker", nil)
			return
		}
		record := f.Claim.In(lang) + " " + f.Quote.Text.In(lang)
		for _, r := range f.Replies {
			record += " " + r.Text.In(lang)
		}
		if !strings.Contains(strings.ToLower(record), strings.ToLower(text)) {
			d.find(campaign.Error, "quotation-altered", "chart.quote.text", fault.Values{"quote": clip(text)})
			return
		}
	}
}

// replies finds those whose reply is quoted at facts, and given nowhere as a
// fact of its own.
func (k *Checker) replies() (all []Finding) {
	given := false
	var speaker string
	n := 0
	for i := range k.campaign.Facts {
		f := &k.campaign.Facts[i]
		given = given || f.Reply
		if len(f.Replies) > 0 {
			n++
			speaker = f.Replies[0].Speaker.In(k.campaign.Languages[0])
		}
	}
	if n > 0 && !given {
		all = append(all, Finding{
			Data: english.New("reply-missing", "facts", fault.Values{"n": n, "speaker": speaker}), Severity: campaign.Error, File: "facts.yaml",
		})
	}
	return append(all, k.unanswered()...)
}

// unanswered finds facts whose id or topic says reply, without the mark.
func (k *Checker) unanswered() (all []Finding) {
	for i := range k.campaign.Facts {
		f := &k.campaign.Facts[i]
		if strings.HasPrefix(f.ID, "response-") && !f.Reply {
			file, line := k.campaign.Where(f.ID, "")
			all = append(all, Finding{
				Data: english.New("reply-unmarked", "reply", fault.Values{"fact": f.ID}), Severity: campaign.Error, Fact: f.ID, File: file, Line: line,
			})
		}
	}
	return all
}

// phones finds numbers that are printed otherwise than they are dialed.
func (k *Checker) phones() (all []Finding) {
	for _, c := range k.campaign.Contacts {
		phone, tel := onlyDigits(c.Phone), onlyDigits(c.Tel)
		if phone != "" && tel != "" && !strings.HasSuffix(tel, phone) && !strings.HasSuffix(phone, tel) {
			all = append(all, Finding{
				Data:     english.New("phone-differs", "contacts."+c.ID+".phone", fault.Values{"phone": c.Phone, "tel": c.Tel}),
				Severity: campaign.Error, File: "contacts.yaml",
			})
		}
	}
	return all
}

func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}
