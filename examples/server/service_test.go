package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg"
	_ "image/png"
	"log/slog"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/serve"
)

// mill serves the campaign of examples/campaign: it does not exist.
func mill(t testing.TB, change ...func(*config)) *service {
	t.Helper()
	c, fonts, err := load(context.Background(), "../campaign/mill")
	if err != nil {
		t.Fatal(err)
	}
	now := func() time.Time { return time.Date(2031, 3, 12, 9, 0, 0, 0, time.UTC) }
	conf := config{freeWords: true, log: slog.New(slog.DiscardHandler), now: now}
	for _, f := range change {
		f(&conf)
	}
	s, err := newService(context.Background(), sourceOf(c, fonts), conf)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := errors.Join(s.before.close(), s.today.Load().close()); err != nil {
			t.Error(err)
		}
	})
	return s
}

func get(s *service, target string, header ...string) *httptest.ResponseRecorder {
	return request(s, "GET", target, header...)
}

func request(s *service, method, target string, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, nil)
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	s.handler().ServeHTTP(w, r)
	return w
}

// card is the address of a card of free words.
func card(ext string, pairs ...string) string {
	v := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		v.Set(pairs[i], pairs[i+1])
	}
	return "/card." + ext + "?" + v.Encode()
}

func TestFound(t *testing.T) {
	s := mill(t)
	for _, test := range []struct{ target, kind, holds string }{
		{"/card.png?fact=classes", "image/png", "PNG"},
		{"/card.png?fact=classes&lang=ar&theme=vigil&format=story", "image/png", "PNG"},
		{"/card.svg?fact=sale", "image/svg+xml", "<svg"},
		{"/card.jpg?fact=sale&format=wide", "image/jpeg", "xmpmeta"},
		{card("svg", "headline", "The library stays open", "lang", "en"), "image/svg+xml", "The library stays open"},
		{card("svg", "headline", "62 classes came", "figure", "62", "source", "Source: Town of Millbrook, 4 Mar 2031", "tag", "SaveOldMill"), "image/svg+xml",
			"<svg"},
		{card("svg", "headline", "A reader speaks", "quote", "I learned to read here.", "speaker", "A reader", "source", "Source: Old Mill Library"),
			"image/svg+xml", "I learned to read here."},
		{"/og/classes.png", "image/png", "PNG"},
		{"/og/sale.png?lang=ar", "image/png", "PNG"},
		{"/posts/sale.json", "application/json; charset=utf-8", `"platform":"bluesky"`},
		{"/kit/", "text/html; charset=utf-8", "<!doctype html"},
		{"/kit/pictures/en/sale-og.png", "image/png", "PNG"},
		{"/kit/posts/en/x/sale.txt", "text/plain; charset=utf-8", "#SaveOldMill"},
		{"/kit/SHA256SUMS", "text/plain; charset=utf-8", "START-HERE.html"},
		{"/kit/zips/en-x.zip", "application/zip", "PK"},
		{"/healthz", "application/json; charset=utf-8", `"as_of":"2031-03-12"`},
		{"/metrics", "text/plain", "share_requests_total"},
	} {
		w := get(s, test.target)
		if kind := w.Header().Get("Content-Type"); w.Code != 200 || !strings.HasPrefix(kind, test.kind) || !strings.Contains(strings.ToLower(w.Body.String()),
			strings.ToLower(test.holds)) {
			t.Errorf("%s: %d %s %.200q", test.target, w.Code, kind, w.Body.String())
		}
		if w.Header().Get("X-Content-Type-Options") != "nosniff" || !strings.Contains(w.Header().Get("Content-Security-Policy"), "frame-ancestors 'none'") {
			t.Errorf("%s: headers %v", test.target, w.Header())
		}
	}
}

// TestSizes draws a fact in every format and theme.
func TestSizes(t *testing.T) {
	s := mill(t)
	formats, themes := graphic.Formats(), graphic.Themes()
	if testing.Short() {
		formats, themes = formats[:3], themes[:1]
	}
	for _, f := range formats {
		for _, theme := range themes {
			for _, ext := range []string{"png", "jpg"} {
				w := get(s, card(ext, "fact", "sale", "format", f.Name, "theme", theme.Name))
				m, kind, err := image.DecodeConfig(w.Body)
				if err != nil || m.Width != f.W || m.Height != f.H {
					t.Errorf("%s in %s: %d %s %dx%d %v", f.Name, theme.Name, w.Code, kind, m.Width, m.Height, err)
				}
			}
		}
	}
}

func TestRefused(t *testing.T) {
	s := mill(t)
	for _, test := range []struct {
		target string
		status int
		field  string
	}{
		{"/nothing", 404, "path"},
		{"/card.gif", 404, "path"},
		{"/card.png", 400, "headline"},
		{"/card.png?fact=nothing", 404, "fact"},
		{"/card.png?fact=sale&headline=Ours", 400, "headline"},
		{"/card.png?fact=sale&lang=fr", 400, "lang"},
		{"/card.png?fact=sale&format=huge", 400, "format"},
		{"/card.png?fact=sale&theme=neon", 400, "theme"},
		{"/card.png?fact=sale&format=" + graphic.PrintFormats()[0].Name, 400, "format"},
		{"/card.png?fact=sale&width=90000", 400, "query"},
		{"/card.png?fact=sale&fact=classes", 400, "fact"},
		{"/card.png?fact=%zz", 400, "query"},
		{"/card.png?fact=a;b", 400, "query"},
		{"/card.png?" + strings.Repeat("a", maxQuery+1), 414, "query"},
		{card("png", "headline", "A\x00B"), 400, "headline"},
		{card("png", "headline", "A\nB"), 400, "headline"},
		{card("png", "headline", "A\u202eB"), 400, "headline"},
		{card("png", "headline", "A\xffB"), 400, "headline"},
		{card("png", "headline", strings.Repeat("a", maxValue+1)), 400, "headline"},
		{card("png", "headline", strings.Repeat("word ", 120)), 400, "headline"},
		{card("png", "headline", "A town", "kicker", "書"), 400, "kicker"},
		{card("png", "headline", "62 classes", "figure", "62"), 400, "source"},
		{card("png", "headline", "A reader", "quote", "Words", "speaker", "A reader"), 400, "source"},
		{card("png", "headline", "62 classes", "figure_label", "classes", "source", "Source: Town"), 400, "figure"},
		{card("png", "headline", "A town", "tag", "two words"), 400, "tag"},
		{card("png", "headline", "A town", "lang", "not a language"), 400, "lang"},
		{"/og/nothing.png", 404, "fact"},
		{"/og/sale.gif", 404, "path"},
		{"/og/sale.png?theme=vigil", 400, "query"},
		{"/posts/nothing.json", 404, "fact"},
		{"/posts/sale.json?lang=xx", 400, "lang"},
		{"/kit/nothing.txt", 404, "path"},
		{"/kit/pictures", 404, "path"},
		{"/kit/%2e%2e/%2e%2e/etc/passwd", 404, "path"},
		{"/kit/START-HERE.html?x=1", 400, "query"},
	} {
		w := get(s, test.target)
		var p answered
		if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || w.Code != test.status || p.Field != test.field || p.Rule == "" || p.Message == "" {
			t.Errorf("%.80s: %d %.200q, want %d %s (%v)", test.target, w.Code, w.Body.String(), test.status, test.field, err)
		}
		if w.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%.80s: may be cached: %v", test.target, w.Header())
		}
	}
}

// TestOver says how many characters have to go.
func TestOver(t *testing.T) {
	var p answered
	w := get(mill(t), card("svg", "headline", strings.Repeat("word ", 120)))
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || p.Values["over"].(float64) < 100 || p.Values["over"].(float64) > 600 {
		t.Errorf("%+v %v", p, err)
	}
}

// answered is a problem as its reader has it.
type answered struct {
	Rule, Field, Message string
	Values               map[string]any
}

func send(s *service, target, body string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	s.handler().ServeHTTP(w, httptest.NewRequest("POST", target, strings.NewReader(body)))
	return w
}

// TestDocument draws a card that is sent as JSON, and says what is wrong with
// one by its keys.
func TestDocument(t *testing.T) {
	s := mill(t)
	const good = `{"headline": "62 classes came", "source": "Source: Town of Millbrook", "blocks": [{"type": "stat", "value": "62"}]}`
	w := send(s, "/card.svg?format=square", good)
	if w.Code != 200 || !strings.Contains(w.Body.String(), "62 classes came") {
		t.Errorf("%d %.200s", w.Code, w.Body)
	}
	for _, c := range []struct {
		body, target, field string
		status              int
	}{
		{"", "/card.svg", "body", 400}, {"[]", "/card.svg", "body", 400}, {`{"hedline": "a"}`, "/card.svg", "body", 400},
		{`{"headline": "a", "blocks": [{"type": "nothing"}]}`, "/card.svg", "body", 400},
		{`{"headline": "` + strings.Repeat("a", maxQuery) + `"}`, "/card.svg", "body", 413},
		{`{"headline": "a", "blocks": [{"type": "stat"}]}`, "/card.svg", "blocks[0].value", 400},
		{`{"headline": "a", "action": {"url": "https://example.org"}}`, "/card.svg", "action", 400},
		{`{"headline": "a", "blocks": [{"type": "photo", "alt": "b"}]}`, "/card.svg", "blocks[0]", 400},
		{good, "/card.svg?fact=sale", "fact", 400}, {good, "/card.svg?headline=b", "query", 400}, {good, "/og/sale.png", "method", 405},
	} {
		w := send(s, c.target, c.body)
		var p answered
		if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || w.Code != c.status || p.Field != c.field {
			t.Errorf("%.60s to %s: %d %.200s", c.body, c.target, w.Code, w.Body)
		}
	}
}

func TestMethods(t *testing.T) {
	s := mill(t)
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "BREW"} {
		if w := request(s, method, "/og/sale.png"); w.Code != 405 || w.Header().Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: %d %v", method, w.Code, w.Header())
		}
	}
	w := request(s, "HEAD", "/og/sale.png")
	if w.Code != 200 || w.Body.Len() != 0 || w.Header().Get("Content-Length") == "" {
		t.Errorf("HEAD: %d, %d bytes, %v", w.Code, w.Body.Len(), w.Header())
	}
}

// TestNotModified: an address has one ETag, another content another.
func TestNotModified(t *testing.T) {
	s := mill(t)
	seen := make(map[string]string)
	for _, target := range []string{"/og/sale.png", "/og/sale.png?lang=ar", "/card.svg?fact=sale", "/posts/sale.json", "/kit/posts/en/x/sale.txt",
		card("jpg", "headline", "A town")} {
		w := get(s, target)
		tag := w.Header().Get("ETag")
		if other, ok := seen[tag]; ok || tag == "" {
			t.Errorf("%s: ETag %q is that of %q", target, tag, other)
		}
		seen[tag] = target
		want := "max-age=3600"
		if strings.HasPrefix(target, "/kit/") {
			want = "no-cache" // to be asked for again: a correction must not wait
		}
		if !strings.Contains(w.Header().Get("Cache-Control"), want) {
			t.Errorf("%s: Cache-Control %q", target, w.Header().Get("Cache-Control"))
		}
		for _, match := range []string{tag, `"other", ` + tag, "*", "W/" + tag} {
			if w := get(s, target, "If-None-Match", match); w.Code != 304 || w.Body.Len() > 0 {
				t.Errorf("%s with If-None-Match %s: %d, %d bytes", target, match, w.Code, w.Body.Len())
			}
		}
		if w := get(s, target, "If-None-Match", `"other"`); w.Code != 200 || w.Header().Get("ETag") != tag {
			t.Errorf("%s: %d, ETag %q then %q", target, w.Code, tag, w.Header().Get("ETag"))
		}
	}
}

func TestPosts(t *testing.T) {
	s := mill(t)
	for _, lang := range []string{"en", "ar"} {
		var got postsOfFact
		if err := json.Unmarshal(get(s, "/posts/sale.json?lang="+lang).Body.Bytes(), &got); err != nil {
			t.Fatal(err)
		}
		if got.Fact != "sale" || got.Language != lang || got.Source == "" || len(got.Posts) < 12 {
			t.Errorf("%+v", got)
		}
		for _, p := range got.Posts {
			if p.Text == "" || p.Length == 0 || p.Limit > 0 && p.Length > p.Limit {
				t.Errorf("%s: %q is %d of %d", p.Platform, p.Text, p.Length, p.Limit)
			}
			if p.Platform == "x" && !strings.HasPrefix(p.Intent, "https://x.com/intent/post?text=") {
				t.Errorf("x: intent %q", p.Intent)
			}
			if n := strings.Count(p.Intent, url.QueryEscape(got.Source)); n != 1 && p.Intent != "" {
				t.Errorf("%s: the source %d times in %q", p.Platform, n, p.Intent)
			}
			if p.Picture != "" && get(s, p.Picture).Code != 200 {
				t.Errorf("%s: no picture at %s", p.Platform, p.Picture)
			}
		}
	}
}

// TestKinds: every file of a kit has a content type; without one, and without
// sniffing, a browser does not show it.
func TestKinds(t *testing.T) {
	names := mill(t).today.Load().kit.Names()
	for _, name := range append(names, "video/a.srt", "video/a.vtt") {
		if serve.Kind(name) == "" {
			t.Errorf("%s has no content type", name)
		}
	}
}

func TestFactsOnly(t *testing.T) {
	s := mill(t, func(c *config) { c.freeWords = false })
	if w := send(s, "/card.png", `{"headline": "A town"}`); w.Code != 400 || !strings.Contains(w.Body.String(), `"request-fact"`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if w := get(s, card("png", "headline", "A town")); w.Code != 400 || !strings.Contains(w.Body.String(), `"fact"`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if w := get(s, "/card.png?fact=sale"); w.Code != 200 {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// TestNextDay: what has expired or was withdrawn is gone the day after.
func TestNextDay(t *testing.T) {
	day := time.Date(2031, 3, 12, 23, 59, 0, 0, time.UTC)
	s := mill(t, func(c *config) { c.now = func() time.Time { return day } })
	f := &s.today.Load().campaign.Facts[0]
	f.Expires.Year, f.Expires.Month, f.Expires.Day = 2031, 3, 12
	if w := get(s, "/og/"+f.ID+".png"); w.Code != 200 {
		t.Errorf("on its last day: %d %s", w.Code, w.Body)
	}
	day = day.Add(time.Hour)
	if err := s.renew(context.Background()); err != nil {
		t.Fatal(err)
	}
	for _, target := range []string{"/og/" + f.ID + ".png", "/posts/" + f.ID + ".json", "/card.svg?fact=" + f.ID} {
		if w := get(s, target); w.Code != 410 {
			t.Errorf("%s the day after: %d %s", target, w.Code, w.Body)
		}
	}
	if w := get(s, "/kit/pictures/en/"+f.ID+"-og.png"); w.Code != 404 {
		t.Errorf("in the kit the day after: %d", w.Code)
	}
}

// TestCounted: requests appear in the metrics and in the log, their words in
// neither.
func TestCounted(t *testing.T) {
	var log bytes.Buffer
	s := mill(t, func(c *config) { c.log = slog.New(slog.NewJSONHandler(&log, nil)) })
	get(s, card("svg", "headline", "Whose words are these"))
	request(s, "INVENTED", "/nowhere-in-particular")
	metrics := get(s, "/metrics").Body.String()
	if !strings.Contains(metrics, `share_requests_total{route="/card.svg",status="200"} 1`) {
		t.Errorf("metrics:\n%.2000s", metrics)
	}
	for _, words := range []string{"Whose", "INVENTED", "nowhere-in", "192.0.2.1"} {
		if strings.Contains(metrics, words) || strings.Contains(log.String(), words) {
			t.Errorf("%q was kept:\n%s", words, log.String())
		}
	}
	if !strings.Contains(log.String(), `"route":"/card.svg","status":200`) {
		t.Errorf("log: %s", log.String())
	}
}

// TestStarts: what has expired falls out of the first edition as out of every
// other; a campaign that does harm is not served.
func TestStarts(t *testing.T) {
	c, fonts, err := load(context.Background(), "../campaign/mill")
	if err != nil {
		t.Fatal(err)
	}
	conf := config{now: func() time.Time { return time.Date(2031, 3, 21, 0, 0, 0, 0, time.UTC) }, log: slog.New(slog.DiscardHandler)}
	gone := c.Facts[0].ID
	c.Facts[0].Expires.Year, c.Facts[0].Expires.Month, c.Facts[0].Expires.Day = 2031, 3, 20
	s, err := newService(t.Context(), sourceOf(c, fonts), conf)
	if err != nil {
		t.Fatal(err)
	}
	defer s.today.Load().files.Close()
	if w := get(s, "/facts/"+gone); w.Code != 410 {
		t.Errorf("an expired fact: %d", w.Code)
	}
	c.Facts[1].Claim["en"] = "Please text his brother at (737) 555-0142 about the hearing."
	if _, err := newService(t.Context(), sourceOf(c, fonts), conf); err == nil {
		t.Error("serves a campaign with a private number")
	}
}

// TestReload: a campaign that was changed is served once it is asked for, and
// one that cannot be read leaves what is served.
func TestReload(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../campaign/mill")); err != nil {
		t.Fatal(err)
	}
	s := mill(t, func(c *config) { c.folder = dir })
	again, ended := make(chan os.Signal), make(chan bool)
	ctx, end := context.WithCancel(t.Context())
	defer func() { end(); <-ended }()
	go func() { s.keepUp(ctx, again); close(ended) }()
	title := func() string { return s.today.Load().campaign.Title.Plain("en") }
	before, name := title(), filepath.Join(dir, "campaign.yaml")
	whole, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	// A second edition would take the files of the first away.
	write := func(text string, taken func() bool) {
		t.Helper()
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		again <- syscall.SIGHUP
		for range 3000 {
			if taken() {
				return
			}
			time.Sleep(10 * time.Millisecond)
		}
		t.Fatal("the campaign was not read again")
	}
	metric := func(line string) {
		t.Helper()
		if m := get(s, "/metrics").Body.String(); !strings.Contains(m, line) {
			t.Errorf("metrics lack %s:\n%.3000s", line, m)
		}
	}
	metric("share_edition_last_attempt_successful 1\n")
	asked, err := s.today.Load().files.File(t.Context(), "data/facts.json")
	if err != nil {
		t.Fatal(err)
	}
	write("name: [broken", s.failed.Load)
	if title() != before {
		t.Errorf("a campaign that cannot be read is served: %q", title())
	}
	metric("share_edition_last_attempt_successful 0\n")
	write(strings.Replace(string(whole), before, before+" tonight", 1), func() bool { return title() == before+" tonight" })
	metric("share_edition_last_attempt_successful 1\n")
	metric(fmt.Sprintf("share_edition_timestamp_seconds %v\n", float64(s.today.Load().made.Unix())))
	metric(`share_build_info{as_of="2031-03-12",campaign="` + s.today.Load().campaign.Name + `",edition="2031-03-`)
	w := httptest.NewRecorder()
	if asked.ServeHTTP(w, httptest.NewRequest("GET", "/", nil)); w.Code != 200 {
		t.Errorf("who asked for a file before has %d", w.Code)
	}
}

func TestLoad(t *testing.T) {
	if c, fonts, err := load(context.Background(), ""); err != nil || fonts != nil || c.Name != "shutdowncecot" {
		t.Error(c, err)
	}
	if _, _, err := load(context.Background(), t.TempDir()); err == nil {
		t.Error("an empty folder is a campaign")
	}
}
