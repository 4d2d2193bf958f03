package share

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/sheet"
)

// The bounds of a table of recipients.
const (
	maxRecipientBytes = 1 << 20
	maxRecipients     = 2000
)

// recipientColumns are the columns of a table of recipients but for the slots.
var recipientColumns = []string{"name", "last_name", "office", "mail"}

// ReadRecipients reads a table of recipients, one a row. Its first row names
// the columns, of which name is needed:
//
//	name       the whole name: Ana Ruiz
//	last_name  for salutations; without it, the last word of the name
//	office     the kind of office: representative, senator
//	mail       the address of the office
//
// Any further column is the id of a slot of the campaign's letters, such as
// district-office. Cells are separated by commas, semicolons or tabs. A cell
// that a spreadsheet would take for a formula is refused, unless an apostrophe
// before it says that it is text.
//
// The error is a *campaign.LoadError of every mistake, with row and column;
// file is what they call the table.
func ReadRecipients(c *campaign.Campaign, file string, r io.Reader) ([]Recipient, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxRecipientBytes+1))
	if err != nil {
		return nil, err
	}
	t := recipientTable{file: file}
	if len(data) > maxRecipientBytes {
		t.fail(0, 0, "", fmt.Sprintf("is larger than %d MB", maxRecipientBytes>>20), "split it")
		return nil, t.err()
	}
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	t.csv = csv.NewReader(bytes.NewReader(data))
	t.csv.Comma = sheet.Separator(data)
	t.read(slotIDs(c))
	if err := t.err(); err != nil {
		return nil, err
	}
	return t.rows, nil
}

// slotIDs lists the slots of a campaign's letters, each once.
func slotIDs(c *campaign.Campaign) []string {
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

// A recipientTable is one being read.
type recipientTable struct {
	file     string
	csv      *csv.Reader
	columns  []string
	rows     []Recipient
	mistakes []*campaign.Mistake
}

// mostMistakes is how many are reported: nobody mends more at a time.
const mostMistakes = 100

func (t *recipientTable) fail(line, column int, field, message, fix string) {
	if len(t.mistakes) < mostMistakes {
		t.mistakes = append(t.mistakes, &campaign.Mistake{File: t.file, Line: line, Column: column, Field: field, Message: message, Fix: fix})
	}
}

func (t *recipientTable) err() error {
	if t.mistakes == nil {
		return nil
	}
	return &campaign.LoadError{Mistakes: t.mistakes}
}

func (t *recipientTable) read(slots []string) {
	for {
		cells, err := t.csv.Read()
		switch {
		case err == io.EOF && t.columns == nil:
			t.fail(1, 1, "", "the table is empty", "write the names of its columns in the first row: "+strings.Join(recipientColumns, ", "))
			return
		case err == io.EOF:
			return
		case err != nil:
			line, column, message, fix := sheet.Reason(err)
			t.fail(line, column, "", message, fix)
			return
		case t.columns == nil:
			if t.header(cells, slots); t.mistakes != nil {
				return
			}
		case len(t.rows) == maxRecipients:
			line, _ := t.csv.FieldPos(0)
			t.fail(line, 1, "", fmt.Sprintf("there are more than %d recipients", maxRecipients), "split the table")
			return
		default:
			t.row(cells)
		}
	}
}

// header reads the names of the columns.
func (t *recipientTable) header(cells, slots []string) {
	t.columns = make([]string, len(cells))
	for i, cell := range cells {
		line, column := t.csv.FieldPos(i)
		name := strings.TrimSpace(cell)
		switch {
		case slices.Contains(t.columns[:i], name):
			t.fail(line, column, name, fmt.Sprintf("the column %q is there twice", name), "keep one")
		case !slices.Contains(recipientColumns, name) && !slices.Contains(slots, name):
			t.fail(line, column, name, fmt.Sprintf("unknown column %q", name),
				"the columns are "+strings.Join(recipientColumns, ", ")+", or the id of a slot: "+strings.Join(slots, ", "))
		}
		t.columns[i] = name
	}
	if !slices.Contains(t.columns, "name") {
		t.fail(1, 1, "name", `the column "name" is missing`, "add it")
	}
}

// row reads one recipient. An empty row is passed over.
func (t *recipientTable) row(cells []string) {
	to := Recipient{Slots: make(map[string]string)}
	if !slices.ContainsFunc(cells, func(c string) bool { return strings.TrimSpace(c) != "" }) {
		return
	}
	line := 0
	for i, cell := range cells {
		at, column := t.csv.FieldPos(i)
		if line == 0 {
			line = at
		}
		name, text := t.columns[i], strings.TrimSpace(cell)
		if sheet.Formula(text) {
			t.fail(at, column, name, name+": begins as a formula does", "write it as text, or put an apostrophe before it")
			continue
		}
		text = sheet.Plain(text)
		if problem := unfit(text, false); problem != "" {
			t.fail(at, column, name, name+": "+problem, "correct the cell")
		}
		if name == "mail" && text != "" && !mailAddress(text) {
			t.fail(at, column, name, fmt.Sprintf("mail: %q is not a mail address", text), "write it as name@example.org")
		}
		to.set(name, text)
	}
	if to.Name == "" {
		t.fail(line, 1, "name", "name: is missing", "a letter goes to somebody")
	}
	t.rows = append(t.rows, to)
}

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
