package graphic

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

func (a Action) check() *FieldError {
	if a.URL == "" {
		return nil
	}
	u, err := url.Parse(a.URL)
	if err != nil {
		return refuse("action-url", "Action.URL", nil)
	}
	switch {
	case u.User != nil:
		return refuse("action-url-user", "Action.URL", nil)
	case u.Port() != "" && !validPort(u.Port()):
		return refuse("action-url-port", "Action.URL", fault.Values{"port": u.Port()})
	case u.Scheme == "https" && u.Hostname() == "", u.Scheme != "" && u.Host+u.Opaque+u.Path == "":
		return refuse("action-url-empty", "Action.URL", fault.Values{"scheme": u.Scheme})
	case slices.Contains([]string{"https", "tel", "sms", "mailto"}, u.Scheme):
		return nil
	}
	return refuse("action-url-scheme", "Action.URL", nil)
}

func validPort(port string) bool {
	n, err := strconv.ParseUint(port, 10, 16)
	return err == nil && n > 0
}

// address is what to type or dial instead of scanning: host and path up to 40
// characters, else the host; a number that the action does not give otherwise,
// or a mail address.
func (a Action) address() string {
	u, err := url.Parse(a.URL)
	switch {
	case err != nil:
		return ""
	case u.Host == "":
		return a.contact(u)
	}
	path := strings.TrimSuffix(typed(u), "/")
	if full := a.host() + path; utf8.RuneCountInString(full) <= 40 && u.RawQuery == "" {
		return full
	}
	return a.host()
}

// contact is the number, as the action prints it if it does, or the mail address
// of a tel, sms or mailto address.
func (a Action) contact(u *url.URL) string {
	if u.Scheme != "mailto" && a.Phone != "" {
		return a.Phone
	}
	to, err := url.PathUnescape(u.Opaque)
	if err != nil {
		return ""
	}
	to, _, _ = strings.Cut(to, ";") // its parameters (RFC 3966)
	return to
}

func (a Action) host() string {
	u, err := url.Parse(a.URL)
	switch {
	case err != nil:
		return ""
	case u.Host == "":
		return a.contact(u)
	}
	return strings.TrimPrefix(strings.ToLower(u.Host), "www.")
}

// closing is how a card ends: its slug alone, or the action panel with the
// slug in it.
func (c *composer) closing(w float64) ending {
	if !c.asks() {
		return ending{own: []*parts.Slot{c.slug(w, true)}}
	}
	s := c.panelScheme()
	p := c.panel(w, s, false)
	if q, ok := p.Part.(*parts.Panel); ok && c.v.compact && c.err == nil && q.Hold(c.slug(w, false).Part.(*parts.Slug)) {
		return ending{last: parts.Group{Scheme: s, Slots: []*parts.Slot{p}}}
	}
	return ending{last: parts.Group{Scheme: s, Slots: []*parts.Slot{p, c.slug(w, false)}}}
}

// panelScheme is that of the action panel. In a reel the captions stand in the
// panel's colours, so that the action stays on the ground.
func (c *composer) panelScheme() *theme.Scheme {
	if !c.f.captions.Empty() {
		return c.scheme(c.ground.Foot)
	}
	return c.scheme(c.ground.Panel)
}

// asks reports an action that has something to say beside the headline.
func (c *composer) asks() bool {
	a := &c.Action
	return a.URL+a.Verb != "" || a.Detail != "" && !c.v.drop || c.phoneApart()
}

// phoneApart reports a number to call that the headline does not hold.
func (c *composer) phoneApart() bool {
	_, _, said := figures.Cut(c.plainHeadline(), c.Action.Phone)
	return c.Action.Phone != "" && !said
}

func (c *composer) panel(w float64, s *theme.Scheme, stacked bool) *parts.Slot {
	module := c.f.module
	if c.v.compact {
		module = c.f.compact
	}
	var code *Code
	if c.Action.URL != "" {
		var err error
		if code, err = QR(c.Action.URL, &QROptions{Dark: s.CodeInk(), Module: module, Level: c.f.level(c.v.compact)}); err != nil {
			c.fail(codeError("Action.URL", err))
			return &parts.Slot{Part: &parts.GapPart{}}
		}
	}
	q := &parts.Panel{Code: code.plate(), W: w, U: c.u, Lead: max(2.4*c.u, 0.65*c.f.Floor), Stacked: stacked, Key: s.Light()}
	column := q.Column()
	if c.Action.Verb != "" {
		q.Verb = c.prose("Action.Verb", c.Action.Verb, column, c.as("verb").from(1.2*c.f.Floor).upTo(c.sz().subMax*1.1))
		if !q.Verb.Fits() {
			c.fail(fitError("Action.Verb", c.f.Name, 1))
		}
	}
	if c.phoneApart() {
		q.Phone = c.figure("Action.Phone", c.Action.Phone, "number", column, 0, 9*c.u)
		if c.f.captions.Empty() {
			q.Phone.Color = parts.PlainText
		}
	}
	if c.Action.Detail != "" && !c.v.drop {
		q.Detail = c.prose("Action.Detail", c.Action.Detail, column, c.as("body").from(1.06*c.f.Floor).upTo(c.sz().bodyMin))
	}
	if c.Action.Prompt != "" && code != nil {
		q.Prompt = c.prose("Action.Prompt", c.Action.Prompt, column, c.as("small").from(c.sz().slug).upTo(c.sz().slug).in(parts.MuteText))
	}
	for _, t := range []**parts.Prose{&q.Detail, &q.Prompt} {
		if *t != nil && !(*t).Fits() {
			*t = nil // the column is too narrow for what a card can do without
		}
	}
	switch a := c.Action.address(); {
	case a != "" && (q.Phone == nil || a != c.Action.Phone):
		q.Address = c.addressLine(a, column)
	case q.Phone != nil:
		q.Prompt = nil // it would stand over nothing: the number is above
	}
	if stacked && c.err == nil {
		q.Squeeze(c.height())
	}
	return &parts.Slot{Part: q, Field: "Action", Rank: parts.Fixed, Gap: 4 * c.u}
}

// addressLine is one line: the host alone where the whole does not fit.
func (c *composer) addressLine(address string, w float64) *parts.Prose {
	var t *parts.Prose
	for _, s := range []string{address, c.Action.host()} {
		t = c.prose("Action.URL", s, w, c.as("label").upTo(c.sz().labelMax*1.1))
		t.Min = c.f.Floor
		if c.err != nil || t.Text.Width()*t.Min <= w {
			t.Max = min(t.Max, w/max(1e-6, t.Text.Width()))
			return t
		}
	}
	c.fail(fitError("Action.URL", c.f.Name, 1))
	return t
}
