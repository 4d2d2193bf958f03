package campaign

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// A Recipient is who a letter goes to: a person in office or a newsroom. It is
// no part of a campaign. It is plain data: reading one is safe for concurrent
// use.
type Recipient struct {
	Name     string // "Ana Ruiz"
	LastName string // "Ruiz"; empty: as Surname finds it in Name
	Office   string // the kind of office, "senator"; "senator-f" and "senator-m" for languages that greet a woman and a man otherwise
	Mail     string // of the office; may be empty
	Address  string // of the office, above a letter on paper; may be empty
	URL      string // the page through which the office takes letters; may be empty

	// Slots fill further slots of letters, by their id.
	Slots map[string]string
}

// AddressLines are the lines of the address on an envelope or a postcard: the
// town with its postal code on the last, where it ends as "Washington DC 20510".
func (r *Recipient) AddressLines() (lines []string) {
	for line := range strings.Lines(r.Address) {
		line = strings.TrimSpace(line)
		if m := townLine().FindStringSubmatch(line); m != nil {
			lines = append(lines, m[1], m[2]+m[3])
		} else if line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// townLine is a street and after it a town, a state and a postal code. A town of
// several words is known by the comma before it.
var townLine = pattern.New(`^(.+?)(?:, ([^,]+,? [A-Z]{2} [0-9]{5}(?:-[0-9]{4})?)| (\S+,? [A-Z]{2} [0-9]{5}(?:-[0-9]{4})?))$`)

// The bounds of a table of recipients.
const (
	maxRecipientBytes = 1 << 20
	maxRecipients     = 2000
)

// RecipientColumns returns the columns of a table of recipients. Any further one
// is the id of a slot.
func RecipientColumns() []string { return []string{"name", "last_name", "office", "mail"} }

// ReadRecipients reads a table of recipients, one a row, for the letters of
// the campaign. Its first row names the columns, of which name is needed:
//
//	name       the whole name: Ana Ruiz
//	last_name  for salutations; without it, as Recipient.Surname finds it
//	office     the kind of office: representative, senator, senator-f
//	mail       the address of the office
//
// Any further column is the id of a slot of the campaign's letters, such as
// district-office. Cells are separated by commas, semicolons or tabs. A cell
// that a spreadsheet would take for a formula is refused, unless an apostrophe
// before it says that it is text.
//
// The error is a *LoadError of every mistake, with row and column; file is
// what they call the table.
func (c *Campaign) ReadRecipients(file string, r io.Reader) ([]Recipient, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxRecipientBytes+1))
	if err != nil {
		return nil, err
	}
	t := recipientTable{file: file}
	if len(data) > maxRecipientBytes {
		t.add(mistakeAt(file, pos{}, "table-too-large", with{"megabytes": maxRecipientBytes >> 20}))
		return nil, t.err()
	}
	if line := read.NotUTF8(data); line > 0 {
		t.add(mistakeAt(file, pos{Line: line, Column: 1}, "not-utf8", nil))
		return nil, t.err()
	}
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	t.sources = map[string][]byte{file: data}
	t.csv = read.NewSheet(data)
	if t.header(append(RecipientColumns(), c.slotIDs()...)) {
		t.read()
	}
	if err := t.err(); err != nil {
		return nil, err
	}
	return t.rows, nil
}

// slotIDs lists what the senders of letters fill in, each once.
func (c *Campaign) slotIDs() []string {
	var ids []string
	for _, l := range c.Letters {
		for _, s := range l.Slots {
			if s.From == "" {
				ids = append(ids, s.ID)
			}
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// A recipientTable is a table of recipients while it is read.
type recipientTable struct {
	report
	file    string
	csv     *read.Sheet
	columns []string
	rows    []Recipient
}

// fail reports a mistake in a cell.
func (t *recipientTable) fail(cell int, why fault.Data) {
	line, column := t.csv.FieldPos(cell)
	t.add(newMistake(t.file, pos{Line: line, Column: column}, t.columns[cell], why))
}

// next reads a row, and reports whether there was one.
func (t *recipientTable) next() ([]string, bool) {
	cells, err := t.csv.Next()
	if err == nil {
		return cells, true
	}
	if err != io.EOF {
		t.flaw(read.CSVFlaw(t.file, err))
	}
	return nil, false
}

// header reads the names of the columns, and reports whether rows can follow.
func (t *recipientTable) header(known []string) bool {
	cells, ok := t.next()
	if !ok {
		if t.mistakes == nil {
			t.add(mistakeAt(t.file, pos{Line: 1, Column: 1}, "table-empty", with{"columns": strings.Join(RecipientColumns(), ", ")}))
		}
		return false
	}
	for i, name := range cells {
		name = strings.TrimSpace(name)
		t.columns = append(t.columns, name)
		switch {
		case slices.Contains(t.columns[:i], name):
			t.fail(i, english.New("column-twice", "", with{"column": read.Clip(name)}))
		case !slices.Contains(known, name):
			values := with{"name": read.Clip(name), "known": strings.Join(RecipientColumns(), ", ")}
			t.fail(i, english.New("recipient-column-unknown", "", meant(values, fault.Nearest(name, known))))
		}
	}
	if !slices.Contains(t.columns, "name") {
		t.add(mistakeAt(t.file, pos{Line: 1, Column: 1}, "name-column-missing", nil))
	}
	return t.mistakes == nil
}

func (t *recipientTable) read() {
	for {
		cells, ok := t.next()
		if !ok {
			return
		}
		if len(t.rows) == maxRecipients {
			t.fail(0, english.New("too-many-recipients", "", with{"limit": maxRecipients}))
			return
		}
		t.row(cells)
	}
}

// row reads one recipient.
func (t *recipientTable) row(cells []string) {
	to := Recipient{Slots: make(map[string]string)}
	for i, cell := range cells {
		name, text := t.columns[i], strings.TrimSpace(cell)
		switch rest, quoted := strings.CutPrefix(text, "'"); {
		case formula(text):
			t.fail(i, english.New("cell-formula", name, nil))
		case quoted && formula(rest):
			text = rest
		}
		if strings.ContainsFunc(text, unicode.IsControl) {
			t.fail(i, english.New("cell-control", name, nil))
		}
		if name == "mail" && text != "" && !MailAddress(text) {
			t.fail(i, english.New("mail-form", name, with{"mail": read.Clip(text)}))
		}
		to.set(name, text)
	}
	if to.Name == "" {
		t.fail(slices.Index(t.columns, "name"), english.New("recipient-missing", "name", nil))
	}
	t.rows = append(t.rows, to)
}

// formula reports a cell that a spreadsheet would take for a formula.
func formula(cell string) bool { return cell != "" && strings.ContainsRune("=+-@", rune(cell[0])) }

// MailAddress reports an address that every mail program takes as it is:
// letters, digits and the marks that need no quoting (RFC 5321).
func MailAddress(s string) bool { return len(s) <= 254 && plainMail().MatchString(s) }

var plainMail = pattern.New("^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$")

func (r *Recipient) set(column, text string) {
	switch column {
	case "name":
		r.Name = text
	case "last_name":
		r.LastName = text
	case "office":
		r.Office = text
	case "mail":
		r.Mail = text
	default:
		if text != "" {
			r.Slots[column] = text
		}
	}
}
