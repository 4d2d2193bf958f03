package graphic

import (
	"errors"

	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
)

// onCanvas is a card that a block draws whole.
func (c *composer) onCanvas(i int, draw func(*Canvas) error) []*parts.Column {
	s := c.scheme(c.ground.Head)
	k := &Canvas{c: c.typesetter, field: c.blockField(i), scene: scene.Scene{W: c.f.W, H: c.f.H}}
	k.pen = parts.Pen{Scene: &k.scene, Right: c.right(), Scheme: s}
	if c.err == nil {
		if err := draw(k); err != nil {
			k.fail(err)
		}
		k.apart()
	}
	if err := errors.Join(c.err, k.err); err != nil {
		c.fail(k.err)
		return []*parts.Column{{Groups: []parts.Group{{Scheme: s}}}}
	}
	h := float64(c.f.H)
	whole := &parts.Slot{Part: &painting{nodes: k.scene.Nodes, h: h}, Field: k.field, Rank: parts.Focal, Noted: k.noted}
	return []*parts.Column{{Bottom: h, To: float64(c.f.W), W: float64(c.f.W), Groups: []parts.Group{{Scheme: s, Slots: []*parts.Slot{whole}}}}}
}

// A painting is a part that was drawn before.
type painting struct {
	nodes []scene.Node
	h     float64
}

func (p *painting) Span() (least, most float64) { return p.h, p.h }

func (p *painting) Set(float64) float64 { return p.h }

func (p *painting) Draw(pen *parts.Pen, _, _ float64) {
	pen.Scene.Nodes = append(pen.Scene.Nodes, p.nodes...)
}

// onPicture is onCanvas for a picture of data. On paper its action stands on a
// strip below it.
func (c *composer) onPicture(i int, draw func(*Canvas) error) []*parts.Column {
	return c.onCanvas(i, func(k *Canvas) error {
		s := newCallStrip(k)
		k.scene.H -= int(s.high)
		err := draw(k)
		k.scene.H += int(s.high)
		if err == nil && s.high > 0 {
			s.draw()
		}
		return err
	})
}
