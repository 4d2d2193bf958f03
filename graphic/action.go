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

// called is the verb of an action and its number, or else its address.
func (a Action) called() string {
	to := a.Phone
	if to == "" {
		to = a.address()
	}
	if a.Verb == "" || to == "" {
		return a.Verb + to
	}
	return a.Verb + ": " + to
}

// closing is how a card ends: its slug alone, or the action panel with the
// slug in it.
func (fr *furnisher) closing(w float64) ending {
	if !fr.asks() {
		return ending{own: []*parts.Slot{fr.slug(w, true)}}
	}
	s := fr.panelScheme()
	p := fr.panel(w, s, false)
	if q, ok := p.Part.(*parts.Panel); ok && fr.v.compact && fr.err == nil && q.Hold(fr.slug(w, false).Part.(*parts.Slug)) {
		return ending{last: parts.Group{Scheme: s, Slots: []*parts.Slot{p}}}
	}
	return ending{last: parts.Group{Scheme: s, Slots: []*parts.Slot{p, fr.slug(w, false)}}}
}

// panelScheme returns the colours of the action panel. In a reel the captions stand in the
// panel's colours, so that the action stays on the ground.
func (fr *furnisher) panelScheme() *theme.Scheme {
	if !fr.f.captions.Empty() {
		return fr.scheme(fr.ground.Foot)
	}
	return fr.scheme(fr.ground.Panel)
}

// asks reports an action that has something to say beside the headline.
func (fr *furnisher) asks() bool {
	a := &fr.Action
	return a.URL+a.Verb != "" || a.Detail != "" && !fr.v.drop || fr.phoneApart()
}

// phoneApart reports a number to call that the headline does not hold.
func (fr *furnisher) phoneApart() bool {
	_, _, said := figures.Cut(fr.plainHeadline(), fr.Action.Phone)
	return fr.Action.Phone != "" && !said
}

func (fr *furnisher) panel(w float64, s *theme.Scheme, stacked bool) *parts.Slot {
	module := fr.f.module
	if fr.v.compact {
		module = fr.f.compact
	}
	var code *Code
	if fr.Action.URL != "" {
		var err error
		if code, err = QR(fr.Action.URL, &QROptions{Dark: s.CodeInk(), Module: module, Level: fr.f.level(fr.v.compact)}); err != nil {
			fr.fail(codeError("Action.URL", err))
			return &parts.Slot{Part: &parts.GapPart{}}
		}
	}
	q := &parts.Panel{Code: code.plate(), W: w, U: fr.u, Lead: max(2.4*fr.u, 0.65*fr.f.Floor), Stacked: stacked, Key: s.Light()}
	column := q.Column()
	if fr.Action.Verb != "" {
		q.Verb = fr.prose("Action.Verb", fr.Action.Verb, column, fr.as("verb").from(1.2*fr.f.Floor).upTo(fr.sz().subMax*1.1))
		if !q.Verb.Fits() {
			fr.fail(fitError("Action.Verb", fr.f.Name, 1))
		}
	}
	if fr.phoneApart() {
		q.Phone = fr.figure("Action.Phone", fr.Action.Phone, "number", column, 0, 9*fr.u)
		if fr.f.captions.Empty() {
			q.Phone.Color = parts.PlainText
		}
	}
	if fr.Action.Detail != "" && !fr.v.drop {
		q.Detail = fr.prose("Action.Detail", fr.Action.Detail, column, fr.as("body").from(1.06*fr.f.Floor).upTo(fr.sz().bodyMin))
	}
	if fr.Action.Prompt != "" && code != nil {
		q.Prompt = fr.prose("Action.Prompt", fr.Action.Prompt, column, fr.as("small").from(fr.sz().slug).upTo(fr.sz().slug).in(parts.MuteText))
	}
	for _, t := range []**parts.Prose{&q.Detail, &q.Prompt} {
		if *t != nil && !(*t).Fits() {
			*t = nil // the column is too narrow for what a card can do without
		}
	}
	switch a := fr.Action.address(); {
	case a != "" && (q.Phone == nil || a != fr.Action.Phone):
		q.Address = fr.addressLine(a, column)
	case q.Phone != nil:
		q.Prompt = nil // it would stand over nothing: the number is above
	}
	if stacked && fr.err == nil {
		q.Squeeze(fr.height())
	}
	return &parts.Slot{Part: q, Field: "Action", Rank: parts.Fixed, Gap: 4 * fr.u}
}

// addressLine is one line: the host alone where the whole does not fit.
func (fr *furnisher) addressLine(address string, w float64) *parts.Prose {
	var t *parts.Prose
	for _, s := range []string{address, fr.Action.host()} {
		t = fr.prose("Action.URL", s, w, fr.as("label").upTo(fr.sz().labelMax*1.1))
		t.Min = fr.f.Floor
		if fr.err != nil || t.Text.Width()*t.Min <= w {
			t.Max = min(t.Max, w/max(1e-6, t.Text.Width()))
			return t
		}
	}
	fr.fail(fitError("Action.URL", fr.f.Name, 1))
	return t
}
