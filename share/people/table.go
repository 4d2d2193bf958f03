package people

import (
	"io"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// Columns returns the columns of a table written by hand. name and office are
// needed; a person without an id gets one of state, district and name.
func Columns() []string {
	return strings.Fields("id name first_name last_name office state district rank phone url mail address committees until local")
}

// A sheet is a table being read.
type sheet struct {
	*read.Sheet
	im      *importer
	columns []string
}

// table reads a table: one by hand, or that of congress-legislators.
func (im *importer) table(data []byte) {
	s := sheet{Sheet: read.NewSheet(data), im: im}
	head, ok := s.next()
	if !ok {
		if im.mistakes == nil {
			im.fail(read.Pos{Line: 1, Column: 1}, "people-file-unknown", nil)
		}
		return
	}
	for _, name := range head {
		s.columns = append(s.columns, strings.TrimSpace(name))
	}
	if slices.Contains(s.columns, "bioguide_id") {
		s.rows(s.legislator)
		return
	}
	if s.known() {
		s.rows(s.person)
	}
}

// known reports whether the columns belong to a table of people.
func (s *sheet) known() bool {
	all := Columns()
	for i, name := range s.columns {
		line, column := s.FieldPos(i)
		at := read.Pos{Line: line, Column: column}
		switch {
		case !slices.Contains(all, name):
			values := fault.Values{"name": read.Clip(name), "known": strings.Join(all, ", ")}
			if near := fault.Nearest(name, all); near != "" {
				values["nearest"] = near
			}
			s.im.flaw("column-unknown", at, values)
		case slices.Contains(s.columns[:i], name):
			s.im.flaw("column-twice", at, fault.Values{"column": name})
		}
	}
	for _, needed := range []string{"name", "office"} {
		if !slices.Contains(s.columns, needed) {
			s.im.fail(read.Pos{Line: 1, Column: 1}, "people-column-missing", fault.Values{"column": needed})
		}
	}
	return len(s.im.mistakes) == 0
}

// next reads a row, and reports whether there was one.
func (s *sheet) next() ([]string, bool) {
	cells, err := s.Next()
	if err != nil && err != io.EOF {
		f := read.CSVFlaw(s.im.name, err)
		s.im.flaw(f.Rule, f.At, f.Values)
	}
	return cells, err == nil
}

func (s *sheet) rows(take func(at read.Pos, cell func(string) string)) {
	for len(s.im.mistakes) < mostMistakes {
		cells, ok := s.next()
		if !ok {
			return
		}
		line, column := s.FieldPos(0)
		take(read.Pos{Line: line, Column: column}, func(name string) string {
			if i := slices.Index(s.columns, name); i >= 0 {
				return strings.TrimSpace(cells[i])
			}
			return ""
		})
	}
}

// legislator reads a row of legislators-current.csv, which says no end of a term.
func (s *sheet) legislator(at read.Pos, cell func(string) string) {
	s.im.member(at, member{
		id: cell("bioguide_id"), first: cell("first_name"), middle: cell("middle_name"), last: cell("last_name"),
		suffix: cell("suffix"), full: cell("full_name"), gender: cell("gender"),
		term: func(key string) string {
			if key == "end" {
				return termEnd(s.im.roster.AsOf, cell("type"), cell("senate_class"))
			}
			return cell(key)
		},
	})
}

// person reads a row that was written by hand.
func (s *sheet) person(at read.Pos, cell func(string) string) {
	p := campaign.Person{
		ID: cell("id"), Name: cell("name"), FirstName: cell("first_name"), LastName: cell("last_name"), Office: cell("office"),
		State: cell("state"), District: cell("district"), Rank: cell("rank"), Phone: cell("phone"), URL: cell("url"),
		Mail: cell("mail"), Address: cell("address"), Committees: parts(cell("committees")),
	}
	for _, what := range []string{"name", "office"} {
		if cell(what) == "" {
			s.im.fail(at, "person-lacks", fault.Values{"name": p.Name, "what": what})
			return
		}
	}
	if p.ID == "" {
		p.ID = slug(p.State + " " + p.District + " " + p.Name)
	}
	for _, o := range parts(cell("local")) {
		town, number, ok := strings.Cut(o, ":")
		if !ok {
			s.im.fail(at, "person-local", fault.Values{"office": read.Clip(o)})
		}
		p.Local = append(p.Local, campaign.LocalOffice{Town: strings.TrimSpace(town), Phone: strings.TrimSpace(number)})
	}
	until, err := campaign.ParseDate(cell("until"))
	if err != nil {
		s.im.flaw("date-form", at, fault.Values{"date": read.Clip(cell("until"))})
	}
	p.Until = until
	s.im.person(at, p)
}

func parts(cell string) (all []string) {
	for part := range strings.SplitSeq(cell, "|") {
		if part = strings.TrimSpace(part); part != "" {
			all = append(all, part)
		}
	}
	return all
}
