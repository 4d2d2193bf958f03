// Package letter finishes the letters of a campaign in a person's own words
// and gives them the forms that mail programs read: plain text, a draft
// (RFC 5322) and a mailto link (RFC 6068). It sends nothing.
//
//	m, err := letter.Merge(c, letter.Draft{Letter: "council", Lang: "en", Own: words})
//	…
//	os.WriteFile("council.eml", m.EML(), 0o600)
package letter

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/hashtag/runes"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// A Draft is a letter of a campaign with what one person fills in, for one
// recipient. It is plain data, safe for concurrent use as long as nobody
// changes it.
type Draft struct {
	Letter string // the letter's id
	Lang   string // one of the campaign's languages

	// Own is what the sender fills in, by the id of the slot.
	Own map[string]string

	// To is who the letter goes to. Its Slots fill what Own does not.
	To campaign.Recipient

	// AsOf is the day on which the letter is meant to be true. Zero: the
	// campaign's as_of.
	AsOf time.Time
}

// A Message is a finished letter. What a person wrote into it is kept nowhere
// else. It is plain data, safe for concurrent use as long as nobody changes it.
type Message struct {
	Letter, Lang string // Lang is the language it is sent in
	To           campaign.Recipient
	Subject      string // "" for what is not sent by mail
	Body         string // lines end in "\n"

	// Open are the labels of the slots that need not be filled, were not, and
	// stand in the middle of a line: they are in the letter in square
	// brackets, for the sender to strike out.
	Open []string

	address address
	desk    campaign.Recipient // the contact that the letter names
	paper   bool               // it goes by post
}

// Merge finishes a letter. Its errors are *Error for a letter that
// cannot be sent to that recipient, and *SlotError for a slot that wants
// other words: a required one is never left empty, and one for the sender's
// own words wants eight of them. The campaign is only read.
func Merge(c *campaign.Campaign, d Draft) (*Message, error) {
	if c == nil {
		c = new(campaign.Campaign)
	}
	l, err := d.find(c)
	if err != nil {
		return nil, err
	}
	m := &Message{Letter: d.Letter, Lang: l.Lang, To: d.To, paper: l.Form == campaign.FormLetter}
	m.desk = desk(c, l)
	if m.address, err = d.address(&m.desk); err != nil {
		return nil, err
	}
	words := make(map[string]string, len(l.Slots))
	for i := range l.Slots {
		s := &l.Slots[i]
		if words[s.ID], err = d.words(c, l, s); err != nil {
			return nil, err
		}
	}
	open := make(map[string]bool)
	m.Subject = strings.Join(strings.Fields(filled(l.Subject, l.Slots, words, open)), " ")
	m.Body = filled(Plain(l.Body), l.Slots, words, open) + "\n"
	for _, s := range l.Slots {
		if open[s.ID] {
			m.Open = append(m.Open, s.Label)
		}
	}
	return m, nil
}

// Text is the letter as plain text: what goes by post has the name and address
// of the recipient above it, what is sent its subject in the first line.
func (m *Message) Text() string {
	head := m.Subject
	if m.paper {
		head = m.Envelope()
	}
	return strings.TrimPrefix(head+"\n\n"+m.Body, "\n\n")
}

// Envelope is the name and the address of the office in lines: the recipient's,
// or, where none is given, those of the contact that the letter names; ""
// without an address.
func (m *Message) Envelope() string {
	to := m.To
	if to.Name == "" && to.Address == "" {
		to = m.desk
	}
	if to.Address == "" {
		return ""
	}
	return to.Name + "\n" + to.Address
}

// EML is the letter as a draft for a mail program, an .eml file (RFC 5322). It
// has no sender, date or id: the program adds those when it is sent.
func (m *Message) EML() []byte { return m.mail().eml() }

// Mailto is the link that opens a mail program with the letter in it (RFC
// 6068). It is empty where it would have more than 2,000 bytes, which mail
// programs cut or refuse: offer the text to be pasted, or the draft.
func (m *Message) Mailto() string { return m.mail().mailto() }

func (m *Message) mail() *mail {
	return &mail{To: m.address, Subject: m.Subject, Body: m.Body, Lang: m.Lang}
}

// find finds the letter as it is sent.
func (d *Draft) find(c *campaign.Campaign) (*campaign.Letter, error) {
	no := func(rule string, values fault.Values) error { return refuse(rule, d, values) }
	l, ok := c.Letter(d.Letter, d.Lang)
	if !ok {
		return nil, no("draft-unknown", nil)
	}
	if l.SentIn != "" {
		if l, ok = c.Letter(d.Letter, l.SentIn); !ok {
			return nil, no("draft-unsent", nil)
		}
	}
	asOf := d.AsOf
	if asOf.IsZero() {
		asOf = c.AsOf.Last()
	}
	for _, id := range l.Facts {
		if f, ok := c.Fact(id); !ok || !f.Stands(asOf) {
			return nil, no("draft-fallen", fault.Values{"fact": id})
		}
	}
	if l.Office != "" && d.To.Office != "" && !c.Offices.Gets(d.To.Office, l.Office) {
		return nil, no("draft-other-office", fault.Values{"office": l.Office, "got": d.To.Office})
	}
	return &l, nil
}

// desk is the contact that a letter names, as a recipient.
func desk(c *campaign.Campaign, l *campaign.Letter) campaign.Recipient {
	for _, contact := range c.Contacts {
		if l.To != "" && contact.ID == l.To {
			return campaign.Recipient{Name: contact.Label.Plain(l.Lang), Mail: contact.Mail, Address: contact.Address.Plain(l.Lang)}
		}
	}
	return campaign.Recipient{}
}

// address is where the letter goes: the recipient's, or else that of the
// contact that the letter names.
func (d *Draft) address(desk *campaign.Recipient) (address, error) {
	a := address{Name: d.To.Name, Mail: d.To.Mail}
	if a.Mail == "" {
		a.Mail = desk.Mail
	}
	if a.Mail == "" {
		return address{}, nil
	}
	if !campaign.MailAddress(a.Mail) {
		return a, refuse("draft-mail", d, fault.Values{"mail": a.Mail})
	}
	if err := unfit(a.Name, false); err != nil {
		return a, refuse("draft-name", d, fault.Values{"cause": err})
	}
	return a, nil
}

// words are what goes into a slot: the recipient's part, the sender's words,
// or what the recipient's row has for it.
func (d *Draft) words(c *campaign.Campaign, l *campaign.Letter, s *campaign.Slot) (string, error) {
	no := func(rule string, values fault.Values) error { return refuseSlot(rule, l, s, values) }
	text := tidy.Replace(strings.TrimSpace(d.Own[s.ID]))
	if text == "" {
		text = strings.TrimSpace(d.To.Slots[s.ID])
	}
	if s.From != "" {
		offices := c.SlotOffices(l, s)
		part, rule := part(&d.To, s, l.Office, offices)
		if rule != "" && (s.Required || uses(l, s.ID)) {
			return "", no(rule, fault.Values{"office": d.To.Office, "offices": officeIDs(offices)})
		}
		text = part
	}
	err := unfit(text, s.Own)
	switch n := countWords(text); {
	case err != nil:
		return "", no("draft-slot-unfit", fault.Values{"cause": err})
	case text == "" && s.Required:
		return "", no("draft-slot-missing", nil)
	case n < MinOwnWords && s.Own && s.Required:
		return "", no("draft-slot-few-words", fault.Values{"n": n, "least": MinOwnWords})
	}
	return runes.Words.Clean(text), nil
}

// MinOwnWords is how many words a required slot for one's own words wants.
const MinOwnWords = 8

// countWords counts as the start page does. Where a script has no spaces
// between words, two characters of Chinese or Japanese are one, and four of Thai,
// Lao, Khmer or Burmese.
func countWords(s string) int { return len(wordLike().FindAllStringIndex(s, -1)) }

var wordLike = pattern.New(WordPattern)

// WordPattern is the expression by which words of one's own are counted.
const WordPattern = `[\p{Han}\p{Hiragana}\p{Katakana}]{1,2}|[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]{1,4}|[\p{L}\p{N}]\S*`

// tidy takes what a form on a page sends for what was meant.
var tidy = strings.NewReplacer("\r\n", "\n", "\t", " ")

func uses(l *campaign.Letter, slot string) bool {
	return strings.Contains(l.Subject+l.Body, "{"+slot+"}")
}

// officeIDs are the offices that a slot has a word for.
func officeIDs(offices []campaign.Office) []string {
	ids := make([]string, len(offices))
	for i, o := range offices {
		ids[i] = o.ID
	}
	return ids
}

// part is what of a recipient fills a slot, or the rule that it breaks. A
// letter that is for one kind of office knows the recipient's.
func part(r *campaign.Recipient, s *campaign.Slot, kind string, offices []campaign.Office) (text, rule string) {
	switch s.From {
	case campaign.FromOffice:
		return officeName(offices, cmp.Or(r.Office, kind))
	case campaign.FromLastName:
		text = r.Surname()
	default:
		text = r.Name
	}
	if text = strings.TrimSpace(text); text == "" {
		rule = "draft-slot-no-name"
	}
	return text, rule
}

// officeName is what a slot calls an office: of a woman or a man, or else of
// its kind.
func officeName(offices []campaign.Office, office string) (name, rule string) {
	if office == "" {
		return "", "draft-slot-no-office"
	}
	for _, id := range []string{office, campaign.OfficeKind(office)} {
		for _, o := range offices {
			if o.ID == id {
				return o.Name, ""
			}
		}
	}
	return "", "draft-slot-unknown-office"
}

// The most characters in a slot: a line, and words of one's own.
const (
	maxLine = 300
	maxOwn  = 5000
)

// unfit says why text cannot stand in a letter.
func unfit(text string, lines bool) error {
	no := func(rule string, values fault.Values) error { return &wordsError{english.New(rule, "", values)} }
	most := maxLine
	if lines {
		most = maxOwn
	}
	if n := utf8.RuneCountInString(text); n > most {
		return no("draft-words-long", fault.Values{"n": n, "most": most})
	}
	if !utf8.ValidString(text) {
		return no("draft-words-encoding", nil)
	}
	if !lines && strings.Contains(text, "\n") {
		return no("draft-words-lines", nil)
	}
	if r, _, found := runes.Words.Find(text); found {
		return no("draft-words-invisible", fault.Values{"character": fmt.Sprintf("%U", r)})
	}
	return nil
}

// filled puts words into the slots of a text. A line that holds nothing but
// slots without words goes; elsewhere such a slot stays, as its label in
// brackets, and is noted in open.
func filled(text string, slots []campaign.Slot, words map[string]string, open map[string]bool) string {
	var filling, nothing, blank []string
	for _, s := range slots {
		key := "{" + s.ID + "}"
		nothing = append(nothing, key, words[s.ID])
		filling = append(filling, key, words[s.ID])
		if words[s.ID] == "" {
			filling[len(filling)-1] = "[" + s.Label + "]"
			blank = append(blank, s.ID)
		}
	}
	bare, fill := strings.NewReplacer(nothing...), strings.NewReplacer(filling...)
	lines := strings.Split(strings.TrimSpace(text), "\n")
	lines = slices.DeleteFunc(lines, func(line string) bool { return line != "" && strings.TrimSpace(bare.Replace(line)) == "" })
	for i, line := range lines {
		for _, id := range blank {
			open[id] = open[id] || strings.Contains(line, "{"+id+"}")
		}
		lines[i] = fill.Replace(ownStops(line, slots, words))
	}
	return strings.Join(lines, "\n")
}

// ownStops leaves out the full stop after a slot whose words end in one of
// their own: no sentence ends in "?.".
func ownStops(line string, slots []campaign.Slot, words map[string]string) string {
	for _, s := range slots {
		if end := strings.TrimRight(words[s.ID], "”’\"»)"); end != "" && strings.ContainsAny(end[len(end)-1:], ".?!") || strings.HasSuffix(end, "…") {
			line = strings.ReplaceAll(line, "{"+s.ID+"}.", "{"+s.ID+"}")
		}
	}
	return line
}

// Plain is a letter's text without the marks of headings, which a mail or a
// form on a web site would show as they are.
func Plain(body string) string {
	lines := strings.Split(strings.TrimSpace(body), "\n")
	for i, l := range lines {
		if rest := strings.TrimLeft(l, "#"); rest != l && strings.HasPrefix(rest, " ") {
			lines[i] = rest[1:]
		}
	}
	return strings.Join(lines, "\n")
}
