package main

import (
	"bytes"
	_ "embed"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

//go:embed openapi.json
var openAPI []byte

//go:embed page.html
var pageText string

var pages = template.Must(template.New("").Parse(pageText))

// described answers /openapi.json.
func (s *service) described(r *http.Request) (*reply, error) {
	if _, err := values(r.URL.RawQuery, func(string) bool { return false }); err != nil {
		return nil, err
	}
	return newReply(openAPI, kinds[".json"]), nil
}

// A page shows one fact, or lists all of them.
type page struct {
	Lang, Dir, Title, Site string
	Base                   string // "https://cards.example", without a slash at its end
	Query                  string // that asks for the language, if it is not the first
	Facts                  []factOnPage
}

type factOnPage struct{ ID, Title, Claim, Publisher, Source, Alt string }

// index answers / with all facts of the day.
func (s *service) index(r *http.Request) (*reply, error) {
	if r.URL.Path != "/" {
		return nil, refuse("request-path", "path", nil).as(http.StatusNotFound)
	}
	given, err := values(r.URL.RawQuery, func(name string) bool { return name == "lang" })
	if err != nil {
		return nil, err
	}
	e := s.today.Load()
	p, err := s.page(e, r, given["lang"])
	if err != nil {
		return nil, err
	}
	for i := range e.campaign.Facts {
		if f := &e.campaign.Facts[i]; e.facts[f.ID] {
			p.Facts = append(p.Facts, onPage(e, f, p.Lang))
		}
	}
	p.Title = e.campaign.Title.Plain(p.Lang)
	return p.reply("index")
}

// fact answers /facts/FACT with what a link preview is made of.
func (s *service) fact(r *http.Request) (*reply, error) {
	given, err := values(r.URL.RawQuery, func(name string) bool { return name == "lang" })
	if err != nil {
		return nil, err
	}
	e := s.today.Load()
	of, err := e.lookup(r.PathValue("fact"), given["lang"])
	if err != nil {
		return nil, err
	}
	p, err := s.page(e, r, of.lang)
	if err != nil {
		return nil, err
	}
	f, _ := e.campaign.Fact(of.fact)
	p.Facts = []factOnPage{onPage(e, &f, of.lang)}
	p.Title = p.Facts[0].Title
	return p.reply("fact")
}

func (s *service) page(e *edition, r *http.Request, lang string) (*page, error) {
	first := e.campaign.Languages[0]
	switch {
	case lang == "":
		lang = first
	case !slices.Contains(e.campaign.Languages, lang):
		return nil, refuse("request-choice", "lang", with{"have": e.campaign.Languages})
	}
	p := &page{Lang: lang, Dir: "ltr", Site: e.campaign.Title.Plain(lang), Base: s.base(r)}
	if d := e.campaign.Strings(lang).Direction; d != "" {
		p.Dir = d
	}
	if lang != first {
		p.Query = "?lang=" + url.QueryEscape(lang)
	}
	return p, nil
}

func onPage(e *edition, f *campaign.Fact, lang string) factOnPage {
	out := factOnPage{
		ID: f.ID, Title: f.Headline.Plain(lang), Claim: f.Claim.Plain(lang), Publisher: f.Source.Publisher.In(lang), Source: f.Source.URL,
	}
	pics := e.kit.Pictures()
	if i := slices.IndexFunc(pics, func(p share.FactCard) bool { return p.Fact == f.ID && p.Lang == lang && p.Format.Name == "og" }); i >= 0 {
		out.Alt = pics[i].Alt
	}
	return out
}

func (p *page) reply(name string) (*reply, error) {
	var b bytes.Buffer
	if err := pages.ExecuteTemplate(&b, name, p); err != nil {
		return nil, err
	}
	rep := newReply(b.Bytes(), kinds[".html"])
	rep.html = true
	return rep, nil
}

// base is the address that others reach this service by: as it was told, else
// as the request has it.
func (s *service) base(r *http.Request) string {
	if s.public != nil {
		return strings.TrimSuffix(s.public.String(), "/")
	}
	return "http://" + r.Host
}

// oembed answers /oembed?url=… for the page of a fact: a picture of it.
func (s *service) oembed(r *http.Request) (*reply, error) {
	given, err := values(r.URL.RawQuery, func(name string) bool {
		return slices.Contains([]string{"url", "format", "maxwidth", "maxheight"}, name)
	})
	if err != nil {
		return nil, err
	}
	if f := given["format"]; f != "" && f != "json" {
		return nil, refuse("request-choice", "format", with{"have": []string{"json"}}).as(http.StatusNotImplemented)
	}
	to, err := url.Parse(given["url"])
	if err != nil || to.Scheme+"://"+to.Host != s.base(r) {
		return nil, refuse("request-page", "url", with{"base": s.base(r)}).as(http.StatusNotFound)
	}
	id, ok := strings.CutPrefix(to.Path, "/facts/")
	if !ok {
		return nil, refuse("request-page", "url", with{"base": s.base(r)}).as(http.StatusNotFound)
	}
	e := s.today.Load()
	of, err := e.lookup(id, to.Query().Get("lang"))
	if err != nil {
		return nil, err
	}
	format, err := fitting(given["maxwidth"], given["maxheight"])
	if err != nil {
		return nil, err
	}
	f, _ := e.campaign.Fact(of.fact)
	query := url.Values{"fact": {of.fact}, "lang": {of.lang}, "format": {format.Name}}
	return jsonReply(map[string]any{
		"version": "1.0", "type": "photo", "title": f.Headline.Plain(of.lang), "author_name": f.Source.Publisher.In(of.lang),
		"url": s.base(r) + "/card.png?" + query.Encode(), "width": format.W, "height": format.H,
		"provider_name": e.campaign.Title.Plain(of.lang), "provider_url": s.base(r) + "/", "cache_age": int(kept.Seconds()),
	})
}

// fitting is the largest of the formats within the bounds, of which one of a
// link preview is preferred; where none is, the picture would not fit.
func fitting(width, height string) (graphic.Format, error) {
	most := [2]int{1 << 20, 1 << 20}
	for i, text := range []string{width, height} {
		n, err := strconv.Atoi(text)
		if text != "" && (err != nil || n < 1) {
			return graphic.Format{}, refuse("request-number", [2]string{"maxwidth", "maxheight"}[i], nil)
		}
		if text != "" {
			most[i] = n
		}
	}
	og, _ := graphic.LookupFormat("og")
	for _, f := range append([]graphic.Format{og}, graphic.Formats()...) {
		if f.W <= most[0] && f.H <= most[1] {
			return f, nil
		}
	}
	return graphic.Format{}, refuse("request-small", "maxwidth", nil).as(http.StatusNotFound)
}
