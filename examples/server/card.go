package main

import (
	"bytes"
	"io"
	"net/http"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic"
)

// writers encode a card, by the extension of its address.
var writers = map[string]func(*graphic.Graphic, io.Writer) error{
	"png": (*graphic.Graphic).WritePNG,
	"svg": (*graphic.Graphic).WriteSVG,
	"jpg": (*graphic.Graphic).WriteJPEG,
}

// card answers /card.png, .svg and .jpg.
func (s *service) card(r *http.Request, ext string, write func(*graphic.Graphic, io.Writer) error) (*reply, error) {
	q, err := s.parse(r.URL.RawQuery)
	if err != nil {
		return nil, err
	}
	return s.draw(r, q, ext, write)
}

// preview answers /og/FACT.png.
func (s *service) preview(r *http.Request) (*reply, error) {
	fact, lang, err := s.named(r, ".png")
	if err != nil {
		return nil, err
	}
	og, _ := graphic.FormatByName("og")
	return s.draw(r, &query{fact: fact, lang: lang, format: og}, "png", writers["png"])
}

// named reads an address such as FACT.png?lang=es.
func (s *service) named(r *http.Request, ext string) (fact, lang string, err error) {
	fact, ok := strings.CutSuffix(r.PathValue("file"), ext)
	if !ok {
		return "", "", &problem{status: http.StatusNotFound, Field: "path", Problem: "does not end in " + ext}
	}
	given, err := values(r.URL.RawQuery, func(name string) bool { return name == "lang" })
	return fact, given["lang"], err
}

// draw lays out and encodes a card when its turn has come.
func (s *service) draw(r *http.Request, q *query, ext string, write func(*graphic.Graphic, io.Writer) error) (*reply, error) {
	layout, err := s.layout(q)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = s.cards.do(r.Context(), func() error {
		g, err := layout()
		if err != nil {
			return err
		}
		return write(g, &b)
	})
	if err != nil {
		return nil, err
	}
	return &reply{body: b.Bytes(), kind: kinds["."+ext], keep: kept}, nil
}

// layout finds what a query asks for; what it returns lays it out.
func (s *service) layout(q *query) (func() (*graphic.Graphic, error), error) {
	if q.fact == "" {
		return func() (*graphic.Graphic, error) { return q.free(s.campaign.Languages[0], s.fonts) }, nil
	}
	e := s.today.Load()
	of, err := s.lookup(e, q.fact, q.lang)
	if err != nil {
		return nil, err
	}
	return func() (*graphic.Graphic, error) {
		cards, err := e.cards(q.theme)
		if err != nil {
			return nil, err
		}
		return cards[cardOf{of.fact, of.lang, q.format.Name}].Graphic()
	}, nil
}
