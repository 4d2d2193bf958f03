package main

import (
	"encoding/json"
	"net/http/httptest"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"
	"golang.org/x/net/html"
)

// description is as much of /openapi.json as the tests ask.
type description struct {
	OpenAPI string `json:"openapi"`
	Paths   map[string]map[string]struct {
		Parameters []struct {
			Name, In string
			Required bool
		}
		Responses map[string]struct {
			Content map[string]struct{ Schema json.RawMessage }
		}
	}
	Components struct{ Schemas map[string]json.RawMessage }
}

func describedBy(t *testing.T, s *service) (d description) {
	t.Helper()
	w := get(s, "/openapi.json")
	if err := json.Unmarshal(w.Body.Bytes(), &d); w.Code != 200 || err != nil || d.OpenAPI != "3.1.0" {
		t.Fatalf("%d %v %.100s", w.Code, err, w.Body.String())
	}
	return d
}

// asked is an address that each path of the description answers.
var asked = map[string]string{
	"/card.png": "/card.png?fact=classes", "/card.svg": "/card.svg?fact=classes", "/card.jpg": "/card.jpg?fact=classes", "/og/{file}": "/og/classes.png",
	"/card.json":    "/card.json?fact=classes",
	"/posts/{file}": "/posts/classes.json", "/facts/{fact}": "/facts/classes", "/kit/{name}": "/kit/SHA256SUMS", "/": "/", "/openapi.json": "/openapi.json",
	"/oembed": "/oembed?url=http%3A%2F%2Fexample.com%2Ffacts%2Fclasses", "/healthz": "/healthz", "/readyz": "/readyz", "/metrics": "/metrics",
}

// TestDescription holds /openapi.json to the handlers: each path answers, with
// the type and schema that it says, takes the parameters that it names and no
// others, and there is no path beside.
func TestDescription(t *testing.T) {
	s := mill(t)
	today := s.today.Load()
	today.warm(t.Context())
	if _, err := today.files.File(t.Context(), "SHA256SUMS"); err != nil { // draws the whole kit
		t.Fatal(err)
	}
	d := describedBy(t, s)
	for path, target := range asked {
		get, ok := d.Paths[path]["get"]
		if !ok {
			t.Errorf("%s is not described", path)
			continue
		}
		w := request(s, "GET", target)
		if w.Code != 200 {
			t.Errorf("%s: %d %s", target, w.Code, w.Body.String())
		}
		for kind, content := range get.Responses["200"].Content {
			if got := w.Header().Get("Content-Type"); kind != "*/*" && !strings.HasPrefix(got, kind) {
				t.Errorf("%s is %s, described as %s", target, got, kind)
			}
			if strings.Contains(kind, "json") {
				d.holds(t, target, content.Schema, w.Body.Bytes())
			}
		}
		join := "?"
		if strings.Contains(target, "?") {
			join = "&"
		}
		for _, p := range get.Parameters {
			if p.In != "query" || strings.Contains(target, p.Name+"=") {
				continue
			}
			if w := request(s, "GET", target+join+p.Name+"=1"); strings.Contains(w.Body.String(), "request-parameter") {
				t.Errorf("%s does not take %s: %s", target, p.Name, w.Body.String())
			}
		}
		w = request(s, "GET", target+join+"nobody=1")
		if path != "/metrics" && path != "/healthz" && path != "/readyz" && w.Code != 400 {
			t.Errorf("%s takes a parameter that is not described: %d", target, w.Code)
		}
		if w.Code >= 400 {
			d.holds(t, target, []byte(`{"$ref":"#/components/schemas/Problem"}`), w.Body.Bytes())
		}
	}
	for path := range d.Paths {
		if asked[path] == "" {
			t.Errorf("%s is described and not asked", path)
		}
	}
	for _, route := range routes(t) {
		if _, ok := d.Paths[route]; !ok {
			t.Errorf("the route %s is not described", route)
		}
	}
}

// holds validates an answer.
func (d *description) holds(t *testing.T, target string, schema json.RawMessage, body []byte) {
	t.Helper()
	text := strings.ReplaceAll(string(schema), "#/components/schemas/", "#/$defs/")
	defs := strings.ReplaceAll(string(must(json.Marshal(d.Components.Schemas))), "#/components/schemas/", "#/$defs/")
	var all jsonschema.Schema
	if err := json.Unmarshal([]byte(strings.TrimSuffix(text, "}")+`,"$defs":`+defs+`}`), &all); err != nil {
		t.Fatal(err)
	}
	resolved, err := all.Resolve(nil)
	if err != nil {
		t.Fatal(err)
	}
	var v any
	if err := json.Unmarshal(body, &v); err != nil {
		t.Errorf("%s: %v", target, err)
	} else if err := resolved.Validate(v); err != nil {
		t.Errorf("%s: %v\n%.300s", target, err, body)
	}
}

func must(data []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return data
}

var route = regexp.MustCompile(`mux\.Handle\("([^"]+)"`)

// routes are those that service.go has.
func routes(t *testing.T) (all []string) {
	t.Helper()
	for _, m := range route.FindAllStringSubmatch(string(must(os.ReadFile("service.go"))), -1) {
		if path := strings.Replace(m[1], "...", "", 1); path != "/card." {
			all = append(all, path)
		}
	}
	if len(all) < 8 {
		t.Fatalf("%d routes", len(all))
	}
	return all
}

// TestPreviewTags: a page of a fact has what link previews want, absolute and
// in both languages, and its picture and oEmbed are there.
func TestPreviewTags(t *testing.T) {
	s := mill(t, func(c *config) { c.public, _ = url.Parse("https://cards.example/") })
	for _, query := range []string{"", "?lang=ar"} {
		w := get(s, "/facts/classes"+query)
		tags := metas(t, w.Body.String())
		for _, name := range []string{"og:title", "og:description", "og:image", "og:image:width", "og:image:height", "og:image:alt", "og:url", "twitter:card"} {
			if tags[name] == "" {
				t.Errorf("%q: there is no %s", query, name)
			}
		}
		image, err := url.Parse(tags["og:image"])
		if err != nil || image.Scheme+"://"+image.Host != "https://cards.example" {
			t.Fatalf("%q: the picture is at %q", query, tags["og:image"])
		}
		if w := get(s, image.RequestURI()); w.Code != 200 || w.Header().Get("Content-Type") != "image/png" {
			t.Errorf("%s: %d", image, w.Code)
		}
		embed, err := url.Parse(tags["oembed"])
		if err != nil {
			t.Fatal(err)
		}
		var e struct {
			URL           string
			Width, Height int
		}
		w = get(s, embed.RequestURI())
		if err := json.Unmarshal(w.Body.Bytes(), &e); w.Code != 200 || err != nil || e.Width != 1200 || !strings.HasPrefix(e.URL, "https://cards.example/card.png?") {
			t.Errorf("%s: %d %s", embed, w.Code, w.Body.String())
		}
	}
	if w := get(s, "/"); w.Code != 200 || !strings.Contains(w.Body.String(), `href="/facts/sale"`) {
		t.Errorf("the index: %d %.200s", w.Code, w.Body.String())
	}
}

// metas are a page's tags by their name or property.
func metas(t *testing.T, page string) map[string]string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for n := range root.Descendants() {
		at := map[string]string{}
		for _, a := range n.Attr {
			at[a.Key] = a.Val
		}
		switch {
		case n.Data == "meta":
			all[at["property"]+at["name"]] = at["content"]
		case n.Data == "link" && strings.Contains(at["type"], "oembed"):
			all["oembed"] = at["href"]
		}
	}
	return all
}

// TestEmbedBounds keeps to the size that a site has room for.
func TestEmbedBounds(t *testing.T) {
	s := mill(t)
	for query, want := range map[string]int{
		"": 200, "&maxwidth=1100&maxheight=1100": 200, "&maxwidth=90": 404, "&maxwidth=0": 400, "&maxwidth=x": 400, "&format=xml": 501,
	} {
		if w := get(s, asked["/oembed"]+query); w.Code != want {
			t.Errorf("%s: %d %s", query, w.Code, w.Body.String())
		}
	}
	for _, target := range []string{"/oembed", "/oembed?url=https://elsewhere.example/facts/classes", "/oembed?url=http://example.com/kit/", "/oembed?url=%25"} {
		if w := get(s, target); w.Code != 404 {
			t.Errorf("%s: %d", target, w.Code)
		}
	}
}

// TestRebinding: a service for this computer alone answers to no other name.
func TestRebinding(t *testing.T) {
	s := mill(t, func(c *config) { c.local = true; c.public, _ = url.Parse("https://cards.example") })
	for host, want := range map[string]int{
		"localhost:8080": 200, "127.0.0.1:8080": 200, "[::1]:8080": 200, "localhost": 200, "cards.example": 200,
		"evil.example": 403, "localhost.evil.example": 403, "127.0.0.1.evil.example:8080": 403, "": 403, "10.0.0.7": 403,
	} {
		r := httptest.NewRequest("GET", "/healthz", nil)
		r.Host = host
		w := httptest.NewRecorder()
		s.handler().ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("%q: %d, want %d", host, w.Code, want)
		}
	}
}

// TestVersions: ?v= makes an address new and its answer no other.
func TestVersions(t *testing.T) {
	s := mill(t)
	for _, target := range []string{"/og/classes.png", "/card.png?fact=classes", "/posts/classes.json", "/kit/SHA256SUMS", "/facts/classes", "/"} {
		join := "?"
		if strings.Contains(target, "?") {
			join = "&"
		}
		if a, b := get(s, target), get(s, target+join+"v=a1"); b.Code != 200 || !slices.Equal(a.Body.Bytes(), b.Body.Bytes()) {
			t.Errorf("%s: %d", target, b.Code)
		}
		if w := get(s, target+join+"v="+strings.Repeat("a", 65)); w.Code != 400 {
			t.Errorf("%s takes any version: %d", target, w.Code)
		}
	}
}
