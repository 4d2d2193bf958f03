package main

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"strings"
	"sync"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/truth"
)

// writers encode a card, by the extension of its address.
var writers = map[string]func(*graphic.Graphic, io.Writer) error{
	"png": (*graphic.Graphic).WritePNG,
	"svg": (*graphic.Graphic).WriteSVG,
	"jpg": (*graphic.Graphic).WriteJPEG,
}

// card answers /card.png, .svg and .jpg.
func (s *service) card(r *http.Request, ext string) (*reply, error) {
	q, err := s.parse(r)
	if err != nil {
		return nil, err
	}
	return s.draw(r.Context(), q, ext)
}

// preview answers /og/FACT.png.
func (s *service) preview(r *http.Request) (*reply, error) {
	fact, lang, err := s.named(r, ".png")
	if err != nil {
		return nil, err
	}
	og, _ := graphic.LookupFormat("og")
	return s.draw(r.Context(), &query{fact: fact, lang: lang, format: og}, "png")
}

// named reads an address such as FACT.png?lang=es.
func (s *service) named(r *http.Request, ext string) (fact, lang string, err error) {
	fact, ok := strings.CutSuffix(r.PathValue("file"), ext)
	if !ok {
		return "", "", refuse("request-extension", "path", with{"ext": ext}).as(http.StatusNotFound)
	}
	given, err := values(r.URL.RawQuery, func(name string) bool { return name == "lang" })
	return fact, given["lang"], err
}

// draw finds the card of a fact on the shelf or paints it, and paints any
// other.
func (s *service) draw(ctx context.Context, q *query, ext string) (*reply, error) {
	if q.fact == "" {
		return s.paintFree(ctx, q, ext)
	}
	e := s.today.Load()
	of, err := e.lookup(q.fact, q.lang)
	if err != nil {
		return nil, err
	}
	want := picture{of, look{q.theme, q.format.Name}, ext}
	if rep := e.shelf.get(want); rep != nil {
		return rep, nil
	}
	rep, err := s.paint(ctx, ext, func() (*graphic.Graphic, []string, error) { return e.layout(want) })
	if err == nil {
		e.shelf.put(want, rep)
	}
	return rep, err
}

// paintFree paints the card of somebody's own words. Its answer names the rules
// that a person has to judge it by.
func (s *service) paintFree(ctx context.Context, q *query, ext string) (*reply, error) {
	var warnings []truth.Finding
	rep, err := s.paint(ctx, ext, func() (g *graphic.Graphic, omitted []string, err error) {
		g, warnings, err = s.today.Load().free(q)
		if err == nil {
			for _, field := range g.Omitted() {
				omitted = append(omitted, parameter(field))
			}
		}
		return g, omitted, err
	})
	if err != nil {
		return nil, err
	}
	for _, f := range warnings {
		rep.warned = append(rep.warned, f.Rule())
	}
	return rep, nil
}

// judged is the answer of /card.json.
type judged struct {
	Warnings []*problem `json:"warnings"` // never null
}

// judge answers /card.json: what a person has to judge before such a card is
// shared. What must not leave is refused as the card is.
func (s *service) judge(r *http.Request) (*reply, error) {
	q, err := s.parse(r)
	if err != nil {
		return nil, err
	}
	if q.fact != "" {
		_, err := s.today.Load().lookup(q.fact, q.lang)
		if err != nil {
			return nil, err
		}
		return jsonReply(judged{[]*problem{}})
	}
	out := judged{[]*problem{}}
	err = s.drawing.do(r.Context(), func() error {
		_, warnings, err := s.today.Load().free(q)
		for _, f := range warnings {
			out.Warnings = append(out.Warnings, &problem{f.About(parameter(f.Field())), http.StatusOK})
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return jsonReply(out)
}

// buffers are as large as the largest card so far; what is kept is cut to size.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// paint lays out and encodes a card when its turn has come. The layout tells
// what has no place on it.
func (s *service) paint(ctx context.Context, ext string, layout func() (*graphic.Graphic, []string, error)) (*reply, error) {
	var omitted []string
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	err := s.drawing.do(ctx, func() error {
		g, left, err := layout()
		if err != nil {
			return err
		}
		omitted = left
		return writers[ext](g, b)
	})
	if err != nil {
		return nil, err
	}
	rep := newReply(bytes.Clone(b.Bytes()), kinds["."+ext])
	rep.omitted = omitted
	return rep, nil
}

func (e *edition) layout(want picture) (*graphic.Graphic, []string, error) {
	cards, err := e.cards[want.look]()
	if err != nil {
		return nil, nil, err
	}
	omitted, err := cards[want.factIn].Omitted()
	if err != nil {
		return nil, nil, err
	}
	g, err := cards[want.factIn].Graphic()
	return g, omitted, err
}
