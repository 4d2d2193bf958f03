package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/url"
	"runtime"
	"strings"
	"sync"
	"testing"
)

// TestHostile holds generated queries to it: each gets a card or is told which
// parameter is wrong.
func TestHostile(t *testing.T) {
	n := 10_000
	if testing.Short() {
		n = 500
	}
	s := mill(t)
	var all sync.WaitGroup
	cores := runtime.GOMAXPROCS(0)
	for core := range cores {
		all.Go(func() {
			for i := core; i < n; i += cores {
				if err := tryHostile(s, hostileQuery(rand.New(rand.NewPCG(1, uint64(i))))); err != nil {
					t.Error(i, err)
				}
			}
		})
	}
	all.Wait()
}

func tryHostile(s *service, raw string) error {
	ext := "svg"
	switch len(raw) % 16 {
	case 0:
		ext = "png"
	case 1:
		ext = "jpg"
	}
	w := get(s, "/card."+ext+"?"+raw)
	if w.Code == 200 {
		return nil
	}
	var p answered
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || w.Code >= 500 || p.Field == "" || p.Rule == "" || p.Message == "" {
		return fmt.Errorf("%d %s for %q", w.Code, w.Body, raw)
	}
	return nil
}

var hostileParameters = []string{
	"fact", "lang", "format", "theme", "body", "kicker", "attribution", "figure", "figure_prefix", "figure_unit", "figure_label",
	"quote", "speaker", "role", "source", "as_of", "tag",
}

// drawn are pieces of values that a card may hold.
var drawn = []string{
	"classes", "sale", "en", "ar", "og", "story", "broadside", "vigil", "62", "99999999999999999999", "-1", "1e308", "NaN", "At least", "The library stays open",
	"**bold**", "****", "**", "#SaveOldMill", "no-break\u00a0space", "المكتبة", "مكتبة 62 library", "e\u0301\u0301\u0301\u0301", "<script>", "'; --",
	"../../etc/passwd",
	"%00", "%", "{{.}}", "${x}", "Source: Town of Millbrook, 4 Mar 2031", ".", " ", "-", "_", "I", "W", "°", "…", "(((", "¿", "\u2028",
}

// traps are pieces that none may hold.
var traps = []string{
	"\x00", "\x1b[31m", "\r\nSet-Cookie: a=b", "\u202e", "\u200b", "\ufeff", "\xff\xfe", "\xed\xa0\x80", "書", "👩🏽\u200d🚀", "\u00ad", "ﷺ", "𝓵𝓲𝓴𝓮", "xx-invalid",
}

// hostileQuery makes a query of parameters and pieces. Half of them hold only
// what may be drawn, in any amount and place.
func hostileQuery(r *rand.Rand) string {
	tame := r.IntN(2) == 0
	q := "headline=" + url.QueryEscape(hostileValue(r, tame))
	for _, i := range r.Perm(len(hostileParameters))[:r.IntN(6)] {
		q += "&" + hostileParameters[i] + "=" + url.QueryEscape(hostileValue(r, tame))
	}
	if tame {
		return q
	}
	for _, broken := range []string{"&__proto__=1", "&headline=twice", "&body=%zz", ";", "&=", "&body=" + strings.Repeat("%00", 3000)} {
		if r.IntN(12) == 0 {
			q += broken
		}
	}
	return q
}

func hostileValue(r *rand.Rand, tame bool) string {
	var b strings.Builder
	for range 1 + r.IntN(4) {
		from := drawn
		if !tame && r.IntN(9) == 0 {
			from = traps
		}
		piece := from[r.IntN(len(from))]
		b.WriteString(strings.Repeat(piece, 1+r.IntN(3)*r.IntN(2)*r.IntN(2)*r.IntN(40)))
		b.WriteString(strings.Repeat(" ", r.IntN(2)))
	}
	return b.String()
}

// rawOnly drops what no request line can hold.
func rawOnly(r rune) rune {
	if r <= ' ' || r == '#' || r == 0x7f {
		return -1
	}
	return r
}

func FuzzQuery(f *testing.F) {
	s := mill(f)
	for i := range 40 {
		f.Add(hostileQuery(rand.New(rand.NewPCG(2, uint64(i)))))
	}
	f.Add("fact=classes&format=og&theme=vigil")
	f.Add("headline=62+classes&figure=62&source=Source:+Town")
	f.Fuzz(func(t *testing.T, raw string) {
		if err := tryHostile(s, strings.Map(rawOnly, strings.ToValidUTF8(raw, "?"))); err != nil {
			t.Error(err)
		}
	})
}

// TestSameMistake: the same request with several mistakes is told the same one
// every time.
func TestSameMistake(t *testing.T) {
	told := make(map[string]bool)
	for range 50 {
		_, err := values("z=1&y=2&x=3&w=4", func(string) bool { return false })
		told[err.Error()] = true
	}
	if len(told) != 1 {
		t.Errorf("told %d mistakes: %v", len(told), told)
	}
}
