package campaign

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"github.com/shutdowncecot/toolkit/hashtag/runes"
)

// The library is a campaign of one fact, made up for these tests.
const (
	libraryHead = `name: old-mill
title: {en: Save the Old Mill Library, es: Salven la biblioteca del Viejo Molino}
languages: [en, es]
as_of: 2026-03-01
tags: [{name: SaveTheOldMill}]
topics:
  - {id: library, title: {en: The library, es: La biblioteca}}
actions:
  - {id: come, verb: {en: Come to the meeting, es: Ven a la reunión}, url: "https://oldmill.example/meeting"}
`
	libraryFacts = `facts:
  - id: readers
    topic: library
    headline: {en: 412 people use it, es: 412 personas la usan}
    claim: {en: In 2025 the library had 412 readers., es: En 2025 la biblioteca tuvo 412 lectores.}
    attribution: {en: according to its yearbook, es: según su anuario}
    chart: {kind: stat, stat: {value: "412"}}
    action: come
    source: {publisher: Old Mill Yearbook, url: "https://oldmill.example/yearbook", published: 2026-01-15}
    as_of: 2026-01-15
`
)

// library returns the campaign with further files, or with others in place of
// its own.
func library(files ...string) fstest.MapFS {
	fsys := fstest.MapFS{
		"campaign.yaml": {Data: []byte(libraryHead)},
		"facts.yaml":    {Data: []byte(libraryFacts)},
	}
	for i := 0; i < len(files); i += 2 {
		fsys[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return fsys
}

// facts returns the library with one piece of facts.yaml replaced.
func facts(old, new string) fstest.MapFS {
	if !strings.Contains(libraryFacts, old) {
		panic("facts.yaml has no " + old)
	}
	return library("facts.yaml", strings.Replace(libraryFacts, old, new, 1))
}

func head(old, new string) fstest.MapFS {
	if !strings.Contains(libraryHead, old) {
		panic("campaign.yaml has no " + old)
	}
	return library("campaign.yaml", strings.Replace(libraryHead, old, new, 1))
}

func TestLibraryLoads(t *testing.T) {
	c, err := Load(context.Background(), library())
	if err != nil {
		t.Fatal(err)
	}
	if f, ok := c.Fact("readers"); !ok || f.Source.Published != (Date{2026, 1, 15}) {
		t.Errorf("got %+v", f)
	}
}

// evidence returns the library with a key added to its fact.
func evidence(key string) fstest.MapFS {
	return facts("    action: come\n", "    action: come\n    "+key+"\n")
}

func letter(front, body string) string { return "---\n" + front + "---\n\n" + body + "\n" }

const mayorFront = `title: To the mayor
form: email
subject: The library
slots:
  - {id: why, label: Why it matters to you, required: true, own: true}
`

func mayor(en, es string) fstest.MapFS {
	return library("letters/en/mayor.md", en, "letters/es/mayor.md", es)
}

func TestBadInput(t *testing.T) {
	good := letter(mayorFront, "{why}")
	long := strings.Repeat("a very long headline ", 20)
	for _, test := range []struct {
		name string
		fsys fstest.MapFS
		want string // every mistake, a line each
	}{
		{"misspelt key", facts("headline:", "headlin:"), `
facts.yaml:4:5: unknown key "headlin"; did you mean "headline"?`},
		{"no source", facts(`    source: {publisher: Old Mill Yearbook, url: "https://oldmill.example/yearbook", published: 2026-01-15}`+"\n", ""), `
facts.yaml:2:5: source: is missing; a fact without a source is not published: give publisher, url and published`},
		{"http", facts("https://oldmill.example/yearbook", "http://oldmill.example/yearbook"), `
facts.yaml:9:49: source.url: must begin with https:// (is "http://oldmill.example/yearbook")`},
		{"no attribution", facts("    attribution: {en: according to its yearbook, es: según su anuario}\n", ""), `
facts.yaml:2:5: attribution: is missing; write it in every language of the campaign: en, es`},
		{"no as_of", facts("    as_of: 2026-01-15\n", ""), `
facts.yaml:2:5: as_of: is missing; write the day for which the fact is true, as 2025-11-12`},
		{"as_of is no date", facts("    as_of: 2026-01-15\n", "    as_of: 2026-13-45\n"), `
facts.yaml:10:12: as_of: "2026-13-45" is not a date; write 2025-12-18, 2025-12 or 2025`},
		{"source is no group", facts(`{publisher: Old Mill Yearbook, url: "https://oldmill.example/yearbook", published: 2026-01-15}`, "a yearbook"), `
facts.yaml:9:13: source: has no keys here; write a group of keys`},
		{"thread without keys", library("threads.yaml", "threads:\n  - id: a\n    title: {en: A, es: A}\n    parts: {en: [one], es: [uno]}\n"), `
threads.yaml:4:18: en[0]: has no keys here; write a group of keys
threads.yaml:4:29: es[0]: has no keys here; write a group of keys`},
		{"as_of in the future", facts("as_of: 2026-01-15\n", "as_of: 2026-04-01\n"), `
facts.yaml:10:12: as_of: 2026-04-01 is after the campaign's as_of, 2026-03-01; correct one of them`},
		{"words that a record does not hold", facts("    action: come\n", "    action: come\n    quote: {text: {en: The hall shall stay open to all, es: La sala queda abierta}}\n    scene: {kind: quote, as: document, from: quote, excerpt: {en: \"… **shall stay** open … to everybody\", es: La sala}}\n"), `
facts.yaml:10:67: scene.excerpt.en: the record does not say "to everybody"; copy its words, with … for what is left out`},
		{"hedge without a place", evidence(`hedge: [{say: {en: At least., es: Al menos.}}]`), `
facts.yaml:9:14: hedge[0].where: is missing; write text, or card where it has to stand on the card as well`},
		{"hedge in an unknown place", evidence(`hedge: [{where: title, say: {en: At least., es: Al menos.}}]`), `
facts.yaml:9:21: hedge[0].where: "title" is not a place of a hedge; write text or card`},
		{"hedge that says nothing", evidence(`hedge: [{where: card}]`), `
facts.yaml:9:14: hedge[0].say: is missing; write it in every language of the campaign: en, es`},
		{"hedge in one language", evidence(`hedge: [{where: text, say: {en: At least.}}]`), `
facts.yaml:9:33: hedge[0].say.es: is missing; write it in every language of the campaign: en, es`},
		{"ways to say a hedge in one language", evidence(`hedge: [{where: text, say: {en: At least., es: Al menos.}, any: {en: [at least]}}]`), `
facts.yaml:9:70: hedge[0].any.es: is missing; write it in every language of the campaign: en, es`},
		{"way to say a hedge without words", evidence(`hedge: [{where: text, say: {en: At least., es: Al menos.}, any: {en: [at least, ""], es: [al menos]}}]`), `
facts.yaml:9:85: hedge[0].any.en[1]: is missing; write it or remove the entry`},
		{"ways to say a hedge in a language that is none of the campaign's",
			evidence(`hedge: [{where: text, say: {en: At least., es: Al menos.}, any: {en: [a], es: [b], fr: [c]}}]`), `
facts.yaml:9:92: hedge[0].any.fr: unknown language "fr"; the campaign's languages are en, es`},
		{"hedge with an unknown key", evidence(`hedge: [{wher: text, say: {en: At least., es: Al menos.}}]`), `
facts.yaml:9:14: unknown key "wher"; did you mean "where"?`},
		{"hedge that is no list", evidence(`hedge: At least.`), `
facts.yaml:9:12: hedge: is no list here; write a list`},
		{"never with one half", evidence(`never: {en: [{wrong: all of them}]}`), `
facts.yaml:9:19: never.en[0].right: is missing; write it or remove the entry`},
		{"never with the other half", evidence(`never: {en: [{right: some of them}]}`), `
facts.yaml:9:19: never.en[0].wrong: is missing; write it or remove the entry`},
		{"never whose right is wrong", evidence(`never: {es: [{wrong: todos, right: no Todos}]}`), `
facts.yaml:9:40: never.es[0].right: holds the wrong words, "todos"; write what is right in other words`},
		{"never in an unknown language", evidence(`never: {fr: [{wrong: tous, right: certains}]}`), `
facts.yaml:9:17: never.fr: unknown language "fr"; the campaign's languages are en, es`},
		{"never without pairs", evidence(`never: {en: [all of them]}`), `
facts.yaml:9:18: en[0]: has no keys here; write a group of keys`},
		{"never without a language", evidence(`never: [{wrong: tous, right: certains}]`), `
facts.yaml:9:12: never: has no keys here; write a group of keys`},
		{"reply without its speaker", evidence(`replies: [{text: {en: No., es: No.}}]`), `
facts.yaml:9:16: replies[0].speaker: is missing; write it in every language of the campaign: en, es`},
		{"reply without its text", evidence(`replies: [{speaker: Town Council}]`), `
facts.yaml:9:16: replies[0].text: is missing; write it in every language of the campaign: en, es`},
		{"reply whose translation is verbatim", evidence(`replies: [{speaker: Town Council, text: {en: It is not so., es: No es así.}, lang: en, verbatim: {en: true, es: true}}]`), `
facts.yaml:9:117: replies[0].verbatim.es: is verbatim, and the reply was given in "en"; write false: a translation stands without quotation marks`},
		{"reply whose verbatim is no yes or no", evidence(`replies: [{speaker: Town Council, text: {en: No., es: No.}, verbatim: {en: perhaps}}]`), `
facts.yaml:9:80: facts[0].replies[0].verbatim.en: "perhaps" is not true or false; write one of them`},
		{"reply of an unknown source", evidence(`replies: [{speaker: Town Council, text: {en: No., es: No.}, source: minutes}]`), `
facts.yaml:9:73: replies[0].source: there is no source "minutes"; there are none with an id: give the fact's source one`},
		{"reply with an unknown key", evidence(`replies: [{speakr: Town Council, text: {en: No., es: No.}}]`), `
facts.yaml:9:16: unknown key "speakr"; did you mean "speaker"?`},
		{"scene of an unknown kind", evidence(`scene: {kind: slpit, as: feild}`), `
facts.yaml:9:19: scene.kind: "slpit" is not a kind of scene; write split, flow, steps, change, route, calendar, clock, plan or quote
facts.yaml:9:30: scene.as: "feild" is not a drawing; write the name of one, such as field, calendar, map, line or bars`},
		{"scene without its data", evidence(`scene: {kind: split, as: field}`), `
facts.yaml:9:13: scene.of: is missing, and a scene of kind split needs it; add it
facts.yaml:9:13: scene.states: is missing, and a scene of kind split needs it; add it`},
		{"scene that does not add up", evidence(`scene: {kind: split, as: field, of: 412, states: [{count: 400, state: none, label: {en: Readers, es: Lectores}}, {count: 2, state: others, label: {en: Others, es: Otros}}]}`), `
facts.yaml:9:54: scene.states: add up to 402, and the whole is 412; correct one of them
facts.yaml:9:136: scene.states[1].state: "others" is not a state; write none, pending, convicted, unknown or rest`},
		{"flow that does not add up", evidence(`scene: {kind: flow, total: 412, parts: [{value: 400, label: {en: Readers, es: Lectores}}]}`), `
facts.yaml:9:44: scene.parts: add up to 400, and the whole is 412; correct one of them`},
		{"calendar that ends before it begins", evidence(`scene: {kind: calendar, from: 2026-01-15, to: 2026-01-14}`), `
facts.yaml:9:35: scene.from: does not go from a day to a later one; give from and to`},
		{"clock of no hour", evidence(`scene: {kind: clock, from: noon, to: "18:00"}`), `
facts.yaml:9:32: scene.from: "noon" is not an hour; write one such as 07:30`},
		{"route to fewer countries", evidence(`scene: {kind: route, places: [{en: A, es: A}, {en: B, es: B}], countries: [US]}`), `
facts.yaml:9:79: scene.countries: are 1, for 2 places; give each place its country, or leave them out`},
		{"point of an unknown source", evidence(`scene: {kind: steps, points: [{date: 2026-01-15, value: 412, label: {en: Readers, es: Lectores}, source: minutes}]}`), `
facts.yaml:9:110: scene.points[0].source: there is no source "minutes"; there are none with an id: give the fact's source one`},
		{"scene with an unknown key", evidence(`scene: {kinds: split}`), `
facts.yaml:9:13: unknown key "kinds"; did you mean "kind"?`},
		{"scene whose count is none", evidence(`scene: {kind: split, of: many}`), `
facts.yaml:9:13: scene.states: is missing, and a scene of kind split needs it; add it
facts.yaml:9:30: facts[0].scene.of: "many" is not a whole number; write digits only, like 252`},
		{"one language", facts(", es: según su anuario", ""), `
facts.yaml:6:19: attribution.es: is missing; write it in every language of the campaign: en, es`},
		{"unknown language", facts(", es: según su anuario", ", es: según su anuario, pt: segundo o anuário"), `
facts.yaml:6:76: attribution.pt: unknown language "pt"; the campaign's languages are en, es`},
		{"long headline", facts("412 people use it", "412 "+long), `
facts.yaml:4:20: headline.en: is 423 characters long, 263 more than the 160 allowed; shorten it`},
		{"id", facts("id: readers", "id: The Readers"), `
facts.yaml:2:9: id: "The Readers" is not an id; write at most 64 small letters, digits and hyphens`},
		{"same id", library("facts.yaml", libraryFacts+strings.TrimPrefix(libraryFacts, "facts:\n")), `
facts.yaml:11:9: id "readers" is already used in line 2; give each its own`},
		{"unknown topic", facts("topic: library", "topic: libary"), `
facts.yaml:3:12: topic: there is no topic "libary"; did you mean "library"?`},
		{"unknown action", facts("action: come", "action: vote"), `
facts.yaml:8:13: action: there is no action "vote"; they are come`},
		{"figure", facts(`value: "412"`, `value: "41"`), `
facts.yaml:7:39: chart.stat.value.en: "41" does not stand in the headline; write it as there, or give it a label
facts.yaml:7:39: chart.stat.value.es: "41" does not stand in the headline; write it as there, or give it a label`},
		{"no figure", facts(`chart: {kind: stat, stat: {value: "412"}}`, "chart: {kind: people}"), `
facts.yaml:7:13: chart.people.segments: is missing; a chart of kind people draws it`},
		{"one bar", facts(`chart: {kind: stat, stat: {value: "412"}}`, `chart: {kind: bars, bars: [{label: Readers, value: 412}]}`), `
facts.yaml:7:31: chart.bars: has 1 row; two to seven can be compared`},
		{"empty segment", facts(`chart: {kind: stat, stat: {value: "412"}}`,
			`chart: {kind: people, people: {segments: [{count: 0, mark: solid, label: readers}]}}`), `
facts.yaml:7:55: chart.people.segments[0].count: is 0; a segment stands for somebody: leave it out`},
		{"order of time", facts(`chart: {kind: stat, stat: {value: "412"}}`,
			`chart: {kind: timeline, timeline: {events: [{at: 2025, text: Now}, {at: 2024-05, text: Then}]}}`), `
facts.yaml:7:77: chart.timeline.events[1].at: 2024-05 comes after 2025; write the events in order of time`},
		{"status", facts("as_of: 2026-01-15\n", "as_of: 2026-01-15\n    status: superseded\n"), `
facts.yaml:2:5: superseded_by: is missing; name the fact that replaces this one, or write status: retracted`},
		{"tag", head("SaveTheOldMill", "Save the Old Mill"), `
campaign.yaml:5:15: name: not a hashtag: "Save the Old Mill" has a space; join the words, each with a capital`},
		{"action", head("https://oldmill.example/meeting", "javascript:alert(1)"), `
campaign.yaml:9:76: url: must begin with https://, tel:, sms: or mailto: (is "javascript:alert(1)")`},
		{"no table", head("[en, es]", "[en, es, eo]"), `
campaign.yaml:2:9: title.eo: is missing; write it in every language of the campaign: en, es, eo
campaign.yaml:3:21: languages[2]: there is no table of dates and labels for "eo"; add strings/eo.yaml
campaign.yaml:7:27: title.eo: is missing; write it in every language of the campaign: en, es, eo
campaign.yaml:9:23: verb.eo: is missing; write it in every language of the campaign: en, es, eo
facts.yaml:4:16: headline.eo: is missing; write it in every language of the campaign: en, es, eo
facts.yaml:5:13: claim.eo: is missing; write it in every language of the campaign: en, es, eo
facts.yaml:6:19: attribution.eo: is missing; write it in every language of the campaign: en, es, eo`},
		{"caption", library("captions.yaml", "captions:\n  - fact: readers\n    captions:\n      en: [{limit: 5, text: Too long}]\n      es: [{text: Bien, also: [reader]}]\n"), `
captions.yaml:4:29: captions.en[0].text: is 8 characters long, 3 more than its limit of 5; shorten it
captions.yaml:5:32: captions.es[0].also[0]: there is no fact "reader"; did you mean "readers"?`},
		{"slot", mayor(letter(mayorFront, "{why} {town}"), good), `
letters/en/mayor.md:6:3: slots: {town} is used but not declared; declare it, with id and label`},
		{"slot unused", mayor(letter(strings.Replace(mayorFront, "why,", "reason,", 1), "Save it."),
			letter(strings.Replace(mayorFront, "why,", "reason,", 1), "Sálvela.")), `
letters/en/mayor.md:6:10: id: {reason} is nowhere in the letter; use it or remove it
letters/es/mayor.md:6:10: id: {reason} is nowhere in the letter; use it or remove it`},
		{"slot of one language", mayor(letter(mayorFront+"  - {id: who, label: Name, required: true}\n  - {id: office, label: Office}\n", "{why} {who} {office}"),
			letter(mayorFront+"  - {id: who, label: Nombre, required: true}\n  - {id: office, label: Cargo}\n", "{why}")), `
letters/es/mayor.md:7:40: required: {who} is required and nowhere in the letter in this language; use it, or remove required: true`},
		{"event", library("events.yaml", "events:\n  - {id: a, headline: {en: A, es: A}, ends: 2026-01-01}\n  - {id: b, headline: {en: B, es: B}, starts: 2026-01-01 18:00, ends: 2026-01-01}\n  - {id: c, headline: {en: C, es: C}, starts: 2026-01-02, ends: 2026-01-01}\n  - {id: d, headline: {en: D, es: D}, starts: tonight}\n"), `
events.yaml:2:45: ends: has no beginning; write starts
events.yaml:3:71: ends: is not written as starts is; give both a time of day and an offset, or neither
events.yaml:4:65: ends: 2026-01-01 is before the event starts, 2026-01-02; correct one of them
events.yaml:5:47: starts: "tonight" is not a time; write 2026-12-04, 2026-12-04 18:00 or 2026-12-04 18:00 -05:00`},
		{"slot from", mayor(letter(mayorFront+
			"  - {id: who, label: Name, from: title}\n  - {id: office, label: Office, from: office}\n  - {id: kind, label: Kind, offices: [{id: A}]}\n",
			"{why} {who} {office} {kind}"),
			letter(mayorFront+"  - {id: who, label: Nombre, from: name}\n  - {id: office, label: Cargo}\n  - {id: kind, label: Clase}\n", "{why} {who}")), `
letters/en/mayor.md:7:34: from: "title" is nothing of a recipient; write name, last-name or office, or leave it out
letters/en/mayor.md:8:6: offices: is missing; write offices: [{id: senator, name: Senator}], one entry for each kind of office
letters/en/mayor.md:9:38: offices: is not used; write from: office, or remove it
letters/en/mayor.md:9:40: offices[0].name: is missing; write what the salutation calls the office
letters/en/mayor.md:9:44: offices[0].id: "A" is not an id; write at most 64 small letters, digits and hyphens`},
		{"own words", mayor(letter(strings.Replace(mayorFront, ", own: true", "", 1), "{why}"), good), `
letters/en/mayor.md:6:3: slots: none asks for the sender's own words; add one with required: true and own: true
letters/es/mayor.md:6:10: id: "why" is not required or own as it is in en; give each language the same slots`},
		{"one letter", library("letters/en/mayor.md", good), `
letters/en/mayor.md:2:1: there is no letters/es/mayor.md; write it, or remove the others`},
		{"not a number", facts(`chart: {kind: stat, stat: {value: "412"}}`, `figures: [{label: Readers, value: NaN}]`), `
facts.yaml:7:39: value: "NaN" is not a number; write digits and a point, like 4760000 or 4.76`},
		{"not UTF-8", library("pages/en/a.md", "# A caf\xe9\n", "pages/es/a.md", "# Un\n\ncaf\xe9\n", "steps.yaml", "steps: [] # caf\xe9\n"), `
pages/en/a.md:1:1: the line is not UTF-8; save the file as UTF-8
pages/es/a.md:3:1: the line is not UTF-8; save the file as UTF-8
steps.yaml:1:1: the line is not UTF-8; save the file as UTF-8`},
		{"finder", library("contacts.yaml", "contacts:\n  - {id: desk, label: {en: Desk, es: Mostrador}, mail: desk@oldmill.example, finder: true}\n"), `
contacts.yaml:2:86: finder: the contact has no url; give the page where people find their own representatives`},
		{"mail", library("contacts.yaml", "contacts:\n  - {id: desk, label: {en: Desk, es: Mostrador}, mail: \"desk@oldmill.example?bcc=a@b.example\"}\n"), `
contacts.yaml:2:56: mail: "desk@oldmill.example?bcc=a@b.example" is not a mail address; write it as name@example.org`},
		{"file", library("fact.yaml", ""), `
fact.yaml: is not a file of a campaign; did you mean "facts.yaml"?`},
		{"no campaign", fstest.MapFS{}, `
campaign.yaml: is missing; add it, with name, title, languages and as_of
facts.yaml: is missing; add facts.yaml or facts.csv`},
		{"not YAML", library("facts.yaml", "facts: [\n"), `
facts.yaml:1:8: the bracket ] that closes is missing`},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := Load(context.Background(), test.fsys)
			var le *LoadError
			if !errors.As(err, &le) {
				t.Fatalf("got %v, want a LoadError", err)
			}
			if got, want := err.Error(), strings.TrimPrefix(test.want, "\n"); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// TestMistakesInOrder: one campaign's mistakes are said in one order, however
// many of them stand in one place.
func TestMistakesInOrder(t *testing.T) {
	fsys := library("campaign.yaml", strings.Replace(libraryHead, "[en, es]", "[en, es, eo]", 1), "strings/eo.yaml", "months: [a]\nmonths_short: [b]\n")
	_, first := Load(context.Background(), fsys)
	for range 20 {
		if _, err := Load(context.Background(), fsys); err == nil || err.Error() != first.Error() {
			t.Fatalf("got\n%v\nand\n%v", first, err)
		}
	}
}

// TestHiddenCharacters: U+2066 and others turned the direction of words in a
// fact, where U+202E was refused. What a campaign takes is what runes takes.
func TestHiddenCharacters(t *testing.T) {
	tried := 0
	for r := rune(1); r < 0xF0000; r++ {
		if !runes.Hidden(r) || unicode.IsControl(r) && r != 0x85 || r >= 0xFE00 && r <= 0xFE0F || r >= 0xE0100 && r%16 != 0 {
			continue
		}
		tried++
		words := "according" + string(r) + " to its yearbook"
		_, _, refused := runes.Words.Find(words)
		_, err := Load(context.Background(), facts("{en: according to its yearbook, ", `{en: "`+words+`", `))
		if (err != nil) != refused {
			t.Errorf("%U: refused: %t, loaded: %v", r, refused, err)
		}
	}
	if tried < 100 {
		t.Errorf("%d characters were tried", tried)
	}
}

// TestFigureWithNoBreakSpace: package graphic drew a figure that was refused
// here.
func TestFigureWithNoBreakSpace(t *testing.T) {
	spent := strings.NewReplacer("412 people use it", "4\u00a0760 people use it", "412 personas", "4 760 personas", `value: "412"`, `value: "4 760"`)
	if _, err := Load(context.Background(), library("facts.yaml", spent.Replace(libraryFacts))); err != nil {
		t.Error(err)
	}
}
