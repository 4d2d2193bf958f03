// Package people makes the list of those in office that a campaign writes to,
// its people.yaml, from files of others: the YAML, JSON or CSV of the project
// congress-legislators (public domain), or a table written by hand for any
// country or town. It keeps what is needed to call and to write, and leaves
// out the rest: no party, no birthday, no account.
//
//	list, err := people.Import(c, asOf, people.File{Name: "council.csv", Data: data})
//	…
//	os.WriteFile("people.yaml", list.YAML(), 0o666)
//
// # Tables
//
// The first row of a table names its columns, of which name and office are
// needed; see [Columns]. Several committees or local offices stand in one cell
// with "|" between; a local office is "Town: number".
package people

import (
	"bytes"
	"cmp"
	"context"
	"path"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// A File is a list of people as it was found. Name tells its format by its
// ending: .yaml, .json or .csv. It is plain data: reading one is safe for
// concurrent use.
type File struct {
	Name string
	Data []byte
}

// MostBytes is how much is read of a file.
const MostBytes = read.MaxFile

// Import reads the files together as one list, as of a day. Of committees it
// keeps those that the campaign's offices.yaml names; numbers without a + are
// dialled as the files say, else as the campaign's people.yaml did. The error is a
// [*campaign.LoadError] with every mistake.
func Import(c *campaign.Campaign, asOf campaign.Date, files ...File) (*campaign.Roster, error) {
	im := &importer{
		roster:     campaign.Roster{AsOf: asOf, Dial: c.People.Dial},
		committees: map[string]string{}, sits: map[string][]string{}, local: map[string][]campaign.LocalOffice{},
	}
	for _, k := range c.Offices.Committees {
		if k.Code != "" {
			im.committees[k.Code] = k.ID
		}
	}
	for _, f := range files {
		im.file(f)
	}
	im.join()
	if len(im.mistakes) == 0 && len(im.roster.List) == 0 {
		im.add(fault.Position{}, "people-none-read", nil)
	}
	if im.mistakes != nil {
		return nil, &campaign.LoadError{Mistakes: im.mistakes}
	}
	if err := im.check(c); err != nil {
		return nil, err
	}
	return &im.roster, nil
}

// An importer puts together what several files say of the same people.
type importer struct {
	roster     campaign.Roster
	at         []fault.Position // of each in it
	name       string           // of the file being read
	lines      [][]byte
	mistakes   []*campaign.Mistake
	committees map[string]string                 // the campaign's ids, by what the lists call them
	sits       map[string][]string               // ids of committees, by person
	local      map[string][]campaign.LocalOffice // by person
}

const mostMistakes = 100

func (im *importer) add(at fault.Position, rule string, values fault.Values) {
	if len(im.mistakes) < mostMistakes {
		im.mistakes = append(im.mistakes, campaign.MistakeAt(at, english.New(rule, "", values)))
	}
}

// fail reports a mistake at a place of the file being read.
func (im *importer) fail(at read.Pos, rule string, values fault.Values) {
	im.add(im.position(at), rule, values)
}

func (im *importer) position(at read.Pos) fault.Position {
	p := fault.Position{File: im.name, Line: at.Line, Column: at.Column}
	if 0 < at.Line && at.Line <= len(im.lines) && len(im.lines[at.Line-1]) < read.MaxLine {
		p.Text = string(im.lines[at.Line-1])
	}
	return p
}

// file reads one file, whatever of the kinds it is.
func (im *importer) file(f File) {
	im.name, im.lines = f.Name, nil
	if len(f.Data) > MostBytes {
		im.flaw("file-too-large", read.Pos{}, fault.Values{"megabytes": MostBytes >> 20})
		return
	}
	if line := read.NotUTF8(f.Data); line > 0 {
		im.flaw("not-utf8", read.Pos{Line: line, Column: 1}, nil)
		return
	}
	data := bytes.ReplaceAll(bytes.TrimPrefix(f.Data, []byte("\xEF\xBB\xBF")), []byte("\r\n"), []byte("\n"))
	im.lines = bytes.Split(data, []byte("\n"))
	var t read.Tree
	var err error
	switch strings.ToLower(path.Ext(f.Name)) {
	case ".csv", ".tsv":
		im.table(data)
		return
	case ".json":
		t, err = read.JSON(context.Background(), f.Name, data)
	default:
		t, err = read.YAML(context.Background(), f.Name, data)
	}
	if err != nil {
		im.broken(err)
		return
	}
	if t.Shape == read.Dict && has(&t, "people") {
		im.own(data)
		return
	}
	im.tree(&t)
}

// person adds somebody who is listed at a place.
func (im *importer) person(at read.Pos, p campaign.Person) {
	im.roster.List = append(im.roster.List, p)
	im.at = append(im.at, im.position(at))
}

// flaw reports what is wrong with the form of a file.
func (im *importer) flaw(rule string, at read.Pos, values fault.Values) {
	d := campaign.Rules().New(rule, "", values)
	im.mistakes = append(im.mistakes, campaign.MistakeAt(im.position(at), d))
}

// broken reports why a file could not be read.
func (im *importer) broken(err error) {
	f, ok := err.(*read.Flaw)
	switch {
	case !ok:
		im.add(im.position(read.Pos{}), "people-file-unknown", nil)
	case f.Data != nil:
		im.mistakes = append(im.mistakes, campaign.MistakeAt(im.position(f.At), *f.Data))
	default:
		im.flaw(f.Rule, f.At, f.Values)
	}
}

// tree tells by its keys what a document lists.
func (im *importer) tree(t *read.Tree) {
	switch {
	case t.Shape == read.Dict:
		im.membership(t)
	case t.Shape == read.List && len(t.Items) > 0 && has(&t.Items[0], "terms"):
		for i := range t.Items {
			im.legislator(&t.Items[i])
		}
	case t.Shape == read.List && len(t.Items) > 0 && has(&t.Items[0], "offices"):
		for i := range t.Items {
			im.offices(&t.Items[i])
		}
	case t.Shape == read.List && len(t.Items) > 0 && has(&t.Items[0], "thomas_id"):
		// the names of committees: the campaign has its own
	default:
		im.fail(read.Pos{Line: 1, Column: 1}, "people-file-unknown", nil)
	}
}

// own takes a list that has the form of people.yaml already.
func (im *importer) own(data []byte) {
	list, err := campaign.ReadRoster(im.name, data)
	if err != nil {
		im.mistakes = append(im.mistakes, campaign.Mistakes(err)...)
		return
	}
	im.roster.Source, im.roster.Dial = list.Source, list.Dial
	for _, p := range list.List {
		im.person(read.Pos{}, p)
	}
}

// join gives everybody the committees and offices of the other files, and
// refuses two of one id.
func (im *importer) join() {
	seen := make(map[string]bool)
	for i := range im.roster.List {
		p := &im.roster.List[i]
		if seen[p.ID] {
			im.add(im.at[i], "person-twice", fault.Values{"id": p.ID, "name": p.Name})
		}
		seen[p.ID] = true
		p.Committees = append(p.Committees, im.sits[p.ID]...)
		slices.Sort(p.Committees)
		p.Committees = slices.Compact(p.Committees)
		p.Local = append(p.Local, im.local[p.ID]...)
	}
	order := make([]int, len(im.at))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return bySeat(&im.roster.List[a], &im.roster.List[b]) })
	list, at := im.roster.List, im.at
	im.roster.List, im.at = make([]campaign.Person, 0, len(list)), nil
	for _, i := range order {
		im.roster.List, im.at = append(im.roster.List, list[i]), append(im.at, at[i])
	}
}

// bySeat orders people by area, those of the whole of it first, then by the
// number of the district.
func bySeat(a, b *campaign.Person) int {
	return cmp.Or(cmp.Compare(a.State, b.State), cmp.Compare(atoi(a.District), atoi(b.District)),
		cmp.Compare(a.District, b.District), cmp.Compare(b.Rank, a.Rank))
}

// check holds the list to the rules that it is loaded by.
func (im *importer) check(c *campaign.Campaign) error {
	with := *c
	with.People = im.roster
	err := with.ValidateRoster()
	for i, m := range campaign.Mistakes(err) {
		im.mistakes = append(im.mistakes, m)
		if at := entry().FindStringSubmatch(m.Path()); at != nil {
			_, field, _ := strings.Cut(m.Path(), "].")
			im.mistakes[i] = campaign.MistakeAt(im.at[atoi(at[1])], campaign.Rules().New(m.Rule(), field, m.Values()))
		}
	}
	if im.mistakes == nil {
		return err
	}
	return &campaign.LoadError{Mistakes: im.mistakes}
}

var entry = pattern.New(`people\[([0-9]+)\]`)

func has(t *read.Tree, key string) bool {
	_, ok := t.Get(key)
	return ok
}

// text is the value of a key, "" if there is none.
func text(t *read.Tree, keys ...string) string {
	for _, key := range keys {
		next, ok := t.Get(key)
		if !ok {
			return ""
		}
		t = next
	}
	return strings.TrimSpace(t.Text)
}
