package graphic

import (
	"image"
	"image/color"
	"math"
	"net/url"
	"slices"
	"strings"

	figures "github.com/shutdowncecot/toolkit/graphic/figure"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

func (a Action) empty() bool { return a == Action{} }

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
	case u.Scheme == "https" && u.Hostname() == "", u.Scheme != "" && u.Host+u.Opaque+u.Path == "":
		return refuse("action-url-empty", "Action.URL", fault.Values{"scheme": u.Scheme})
	case slices.Contains([]string{"https", "tel", "sms", "mailto"}, u.Scheme):
		return nil
	}
	return refuse("action-url-scheme", "Action.URL", nil)
}

// address is what to type instead of scanning: host and path up to 40
// characters, else the host.
func (a Action) address() string {
	u, err := url.Parse(a.URL)
	if err != nil || u.Host == "" {
		return ""
	}
	path := strings.TrimSuffix(u.EscapedPath(), "/")
	if full := a.host() + path; len(full) <= 40 && u.RawQuery == "" {
		return full
	}
	return a.host()
}

func (a Action) host() string {
	u, err := url.Parse(a.URL)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Host), "www.")
}

// panel is a QR code on its plate with what to do beside it, or below it
// where the column is narrow. An action without a link has no code, and its
// words take the whole width.
type panel struct {
	code    *plate // nil: none
	verb    *prose // nil: none, as with the others
	detail  *prose
	phone   *figure
	prompt  *prose
	address *prose
	slug    *slug // nil: stands below the panel
	w, u    float64
	lead    float64 // between two texts
	stacked bool
	key     bool // the plate needs a line around it on this ground
}

// plate is a code as it is drawn.
type plate struct {
	side        int               // px
	modules     []image.Rectangle // the dark ones, on a plate at the origin
	dark, light color.RGBA
}

func (q *panel) gap() float64 {
	if q.code == nil {
		return 0
	}
	return 4 * q.u
}

func (q *panel) side() float64 {
	if q.code == nil {
		return 0
	}
	return float64(q.code.side)
}

// column is the width beside the plate.
func (q *panel) column() float64 {
	if q.stacked {
		return q.w
	}
	return q.w - q.side() - q.gap()
}

func (q *panel) texts() float64 {
	h := 0.0
	for _, t := range []*prose{q.verb, q.detail, q.prompt, q.address} {
		if t != nil {
			t.w = q.column()
			h += t.set(1e9)
		}
	}
	if q.phone != nil {
		q.phone.w = q.column()
		h += q.phone.set(q.phone.most) + q.lead
	}
	if q.verb != nil {
		h += q.lead
	}
	if q.detail != nil {
		h += q.lead
	}
	if q.prompt != nil {
		h += 2.2 * q.u
	}
	if q.slug != nil {
		h += q.slug.height() + 0.8*q.lead
	}
	return h
}

// hold takes the slug in where there is room for it beside the plate, if need be
// in the prompt's place.
func (q *panel) hold(s *slug) bool {
	if q.code == nil || q.stacked {
		return false
	}
	s.w, s.tag = q.column(), nil
	prompt := q.prompt
	if q.slug = s; q.texts()+q.lead > q.side() {
		q.prompt = nil
	}
	if q.texts() <= q.side() {
		return true
	}
	q.slug, q.prompt = nil, prompt
	return false
}

// shrinkTexts sets the line of help and then the verb smaller until the texts
// are no higher than the plate.
func (q *panel) shrinkTexts() float64 {
	h := q.texts()
	for _, t := range []*prose{q.detail, q.verb} {
		for t != nil && !q.stacked && q.code != nil && h > q.side() && t.max > t.min {
			t.max = max(t.min, t.max*0.96)
			h = q.texts()
		}
	}
	return h
}

func (q *panel) span() (float64, float64) {
	h := q.shrinkTexts()
	if q.stacked {
		h += q.side() + q.gap()
	}
	h = max(h, q.side())
	return h, h
}

func (q *panel) set(float64) float64 {
	h, _ := q.span()
	return h
}

func (q *panel) draw(p *pen, x, y float64) {
	h, _ := q.span()
	px, py := math.Floor(x+0.5), math.Floor(y+0.5)
	if q.stacked {
		py = math.Floor(y + h - q.side())
	}
	q.drawPlate(p, px, py)
	at, bottom := x+q.side()+q.gap(), y+h
	if q.stacked {
		at, bottom = x, y+h-q.side()-q.gap()
	}
	if q.verb != nil {
		q.verb.draw(p, at, y)
		y += q.verb.height(q.verb.size) + q.lead
	}
	if q.detail != nil {
		q.detail.draw(p, at, y)
		y += q.detail.height(q.detail.size) + q.lead
	}
	if q.phone != nil {
		q.phone.draw(p, at, y)
	}
	if q.slug != nil {
		bottom -= q.slug.height()
		q.slug.draw(p, at, bottom)
		bottom -= 0.8 * q.lead
	}
	if q.address != nil {
		bottom -= q.address.height(q.address.size)
		q.address.draw(p, at, bottom)
	}
	if q.prompt != nil {
		bottom -= q.prompt.height(q.prompt.size) + 2.2*q.u
		q.prompt.draw(p, at, bottom)
	}
}

// squeeze leaves out what the height has no room for: the prompt, the line
// of help, then the verb, which the headline says already.
func (q *panel) squeeze(h float64) {
	for _, t := range []**prose{&q.prompt, &q.detail, &q.verb} {
		if need, _ := q.span(); need > h {
			*t = nil
		}
	}
}

func (q *panel) drawPlate(p *pen, x, y float64) {
	if q.code == nil {
		return
	}
	if p.right {
		x = float64(p.scene.W) - x - q.side()
	}
	at := image.Pt(int(x), int(y))
	if q.key {
		p.scene.Rects(scene.Furniture, "Action.URL", p.Text.RGBA, outline(x-3, y-3, q.side()+6, q.side()+6, 3))
	}
	p.scene.Rect(scene.Ground, "Action.URL", q.code.light, image.Rectangle{at, at.Add(image.Pt(q.code.side, q.code.side))})
	modules := make([]image.Rectangle, len(q.code.modules))
	for i, m := range q.code.modules {
		modules[i] = m.Add(at)
	}
	p.scene.Rects(scene.Code, "Action.URL", q.code.dark, modules)
}

// closing is how a card ends: its slug alone, or the action panel with the
// slug in it.
func (c *composer) closing(w float64) (own []*slot, last group) {
	if !c.asks() {
		return []*slot{c.slug(w, true)}, group{}
	}
	s := c.scheme(c.ground.Panel)
	p := c.panel(w, s, false)
	if q, ok := p.part.(*panel); ok && c.v.compact && c.err == nil && q.hold(c.slug(w, false).part.(*slug)) {
		return nil, group{scheme: s, slots: []*slot{p}}
	}
	return nil, group{scheme: s, slots: []*slot{p, c.slug(w, false)}}
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

func (c *composer) panel(w float64, s *theme.Scheme, stacked bool) *slot {
	module := c.f.module
	if c.v.compact {
		module = c.f.compact
	}
	var code *Code
	if c.Action.URL != "" {
		var err error
		if code, err = QR(c.Action.URL, &QROptions{Dark: s.CodeInk(), Module: module, Level: c.f.level(c.v.compact)}); err != nil {
			c.fail(codeError("Action.URL", err))
			return &slot{part: &gapPart{}}
		}
	}
	q := &panel{code: code.plate(), w: w, u: c.u, lead: max(2.4*c.u, 0.65*c.f.Floor), stacked: stacked, key: s.Light()}
	column := q.column()
	if c.Action.Verb != "" {
		q.verb = c.prose("Action.Verb", c.Action.Verb, "verb", column, 1.2*c.f.Floor, c.sz().subMax*1.1, plainText)
		if !q.verb.fits() {
			c.fail(fitError("Action.Verb", c.f.Name, 1))
		}
	}
	if c.phoneApart() {
		q.phone = c.figure("Action.Phone", c.Action.Phone, "number", column, 0, 9*c.u)
		q.phone.color = plainText
	}
	if c.Action.Detail != "" && !c.v.drop {
		q.detail = c.prose("Action.Detail", c.Action.Detail, "body", column, 1.06*c.f.Floor, c.sz().bodyMin, plainText)
	}
	if c.Action.Prompt != "" && code != nil {
		q.prompt = c.prose("Action.Prompt", c.Action.Prompt, "small", column, c.sz().slug, c.sz().slug, muteText)
	}
	for _, t := range []**prose{&q.detail, &q.prompt} {
		if *t != nil && !(*t).fits() {
			*t = nil // the column is too narrow for what a card can do without
		}
	}
	if a := c.Action.address(); a != "" {
		q.address = c.addressLine(a, column)
	}
	if stacked && c.err == nil {
		q.squeeze(c.height())
	}
	return &slot{part: q, field: "Action", rank: fixed, gap: 4 * c.u}
}

// addressLine is one line: the host alone where the whole does not fit.
func (c *composer) addressLine(address string, w float64) *prose {
	var t *prose
	for _, s := range []string{address, c.Action.host()} {
		t = c.prose("Action.URL", s, "label", w, c.sz().labelMin, c.sz().labelMax*1.1, plainText)
		t.min = c.f.Floor
		if c.err != nil || t.text.Width()*t.min <= w {
			t.max = min(t.max, w/max(1e-6, t.text.Width()))
			return t
		}
	}
	c.fail(fitError("Action.URL", c.f.Name, 1))
	return t
}
