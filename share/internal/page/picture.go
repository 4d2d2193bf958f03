package page

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"html"
	"image/png"
)

// Widths of the thumbs: the first, and the second if the page is too large.
var thumbWidths = []int{300, 220}

// embedded is the index of the picture whose bytes the page carries. -1: none.
func (t CardText) embedded() int {
	for i, p := range t.Pictures {
		if p.Full != nil {
			return i
		}
	}
	return -1
}

// thumb is the picture shown in the grid. nil: none.
func (t CardText) thumb() *Picture {
	for i := range t.Pictures {
		if t.Pictures[i].Thumb != nil {
			return &t.Pictures[i]
		}
	}
	return nil
}

// thumbs fetches the small pictures of all cards at one width, and says how
// many bytes they take in the page.
func (k *Kit) thumbs(width int) (map[*Card]map[string]*thumbView, int, error) {
	all, size := make(map[*Card]map[string]*thumbView), 0
	for i := range k.Cards {
		c := &k.Cards[i]
		all[c] = make(map[string]*thumbView)
		for _, l := range k.Languages {
			p := c.Texts[l.Tag].thumb()
			if p == nil {
				continue
			}
			view, err := newThumb(p, width)
			if err != nil {
				return nil, 0, fmt.Errorf("page: thumb of %s in %s: %w", c.ID, l.Tag, err)
			}
			all[c][l.Tag] = view
			size += len(view.url)
		}
	}
	return all, size, nil
}

func newThumb(p *Picture, width int) (*thumbView, error) {
	return embedPNG(func() ([]byte, error) { return p.Thumb(width) })
}

// dataURL is a PNG as an address.
func dataURL(data []byte) string {
	return "data:image/png;base64," + base64.StdEncoding.EncodeToString(data)
}

// fulls is the part of the page that carries the large pictures: with script
// inert text, without it ordinary pictures. It stops when it passes room.
func (d *document) fulls(room int) ([]byte, *SizeError, error) {
	var b bytes.Buffer
	size := &SizeError{}
	d.eachFull(func(Card, cardVoice, Picture) bool { size.Of++; return true })
	var failed error
	d.eachFull(func(c Card, v cardVoice, p Picture) bool {
		failed = writeFull(&b, c, v, p)
		size.Read++
		size.Pictures = b.Len()
		return failed == nil && b.Len() <= room
	})
	return b.Bytes(), size, failed
}

// HasFull reports whether any picture is embedded.
func (d *document) HasFull() bool {
	any := false
	d.eachFull(func(Card, cardVoice, Picture) bool { any = true; return false })
	return any
}

// eachFull calls f for every embedded picture until it returns false.
func (d *document) eachFull(f func(Card, cardVoice, Picture) bool) {
	for _, c := range d.Grid {
		for _, v := range c.Voices {
			i := v.embedded()
			if i >= 0 && !f(c.Card, v, v.Pictures[i]) {
				return
			}
		}
	}
}

func writeFull(b *bytes.Buffer, c Card, v cardVoice, p Picture) error {
	data, err := p.Full()
	if err != nil {
		return fmt.Errorf("page: picture of %s in %s: %w", c.ID, v.Lang, err)
	}
	if _, err := png.DecodeConfig(bytes.NewReader(data)); err != nil {
		return fmt.Errorf("page: picture of %s in %s: %w", c.ID, v.Lang, err)
	}
	fmt.Fprintf(b, `<noscript class="px p %s" id="px-%s-%s"><img class="full" loading="lazy" %s alt="%s" width="%d" height="%d" src="%s"></noscript>`+"\n",
		v.Class, c.ID, v.Lang, v.Attributes(), html.EscapeString(v.Alt), p.Width, p.Height, dataURL(data))
	return nil
}
