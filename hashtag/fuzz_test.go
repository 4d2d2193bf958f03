package hashtag

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag/internal/scan"
)

// seeds are texts that platforms read differently.
var seeds = []string{
	"", "#ShutDownCECOT", "(#ShutDownCECOT)", "¡#ShutDownCECOT!", "“#ShutDownCECOT”", "🇸🇻#ShutDownCECOT", "#ShutDownCECOT🇸🇻",
	"#ShutDownCECOT#FreeThemAll", "#it's #C++ #a-b", "#2025 #_ ＃日本", "@user @user@example.social @a.bsky.social",
	"https://example.org/a_(b)?q=1#x, example.com. http://日本.com t.co/abc", "$AAPL $abc.de", "👨‍👩‍👧‍👦 1️⃣ ©️ ☺ 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
	"e\u0301\u0301 \u202eabc \ufeff \ufffe", "\xff\xfe#\x80a@\xc3", "EE. UU. pagó 4,76 millones. ¿Quién? «Nadie». Dr. Pérez, U.S. Nov. 12.",
	strings.Repeat("palabra ", 90), strings.Repeat("あ", 400), strings.Repeat("x", 400), "a\r\nb\n\n#c\n@d",
}

func allPlatforms() []Platform {
	return append(Platforms(), mastodon45Rules.Platform, boardRules.Platform)
}

func FuzzLength(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, p := range allPlatforms() {
			if n := p.Length(s); n < 0 || n > 4*len(s)+mastodonURL {
				t.Errorf("%s counts %d in %q", p.ID, n, s)
			}
		}
		n, enc := Segments(s)
		if size := smsLength(s); n < 1 || size > enc.single() && n < (size+enc.several()-1)/enc.several() {
			t.Errorf("%d segments of %s for %q", n, enc, s)
		}
	})
}

func FuzzEntities(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, p := range allPlatforms() {
			end := 0
			for _, e := range p.Entities(s) {
				if e.Start < end || e.End <= e.Start || e.Text != s[e.Start:e.End] || e.Value == "" {
					t.Fatalf("%s: %+v in %q", p.ID, e, s)
				}
				if !utf8.RuneStart(s[e.Start]) || e.End < len(s) && utf8.ValidString(s) && !utf8.RuneStart(s[e.End]) {
					t.Fatalf("%s: %+v cuts a rune of %q", p.ID, e, s)
				}
				end = e.End
			}
			for _, problem := range p.Check(s) {
				if problem.Text != s[problem.Start:problem.End] || strings.ContainsAny(problem.String(), "\n{}") &&
					!strings.ContainsAny(s, "{}") || problem.English().Fix == "" {
					t.Fatalf("%s: %+v in %q", p.ID, problem, s)
				}
			}
		}
	})
}

func FuzzFacets(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		short, facets := Shorten(s)
		end := 0
		for _, x := range facets {
			if x.Index.ByteStart < end || x.Index.ByteEnd < x.Index.ByteStart || x.Index.ByteEnd > len(short) {
				t.Fatalf("%+v in %q", x, short)
			}
			end = x.Index.ByteEnd
		}
		if len(facets) != len(Facets(s)) {
			t.Fatalf("%q has %d facets, shortened %d", s, len(Facets(s)), len(facets))
		}
		if _, err := json.Marshal(facets); err != nil {
			t.Fatal(err)
		}
	})
}

// pathOnly keeps what needs no thought in a path.
func pathOnly(r rune) rune {
	if scan.IsASCIIWord(r) || r == '/' || r == '-' {
		return r
	}
	return -1
}

func FuzzCompose(f *testing.F) {
	for _, s := range seeds {
		f.Add(s, "corto", "https://example.org/informe", "ShutDownCECOT", "Libertad")
	}
	f.Fuzz(func(t *testing.T, text, short, link, tag1, tag2 string) {
		post := Post{Text: text, Short: short, Link: "https://example.org/" + strings.Map(pathOnly, link), Tags: []Tag{Tag(tag1), Tag(tag2)}}
		for _, p := range allPlatforms() {
			s, err := p.Compose(post)
			var tag *TagError
			var long *TooLongError
			switch {
			case errors.As(err, &tag):
				return
			case errors.As(err, &long):
				if long.Over() <= 0 || s != "" {
					t.Fatalf("%s: %v with %q", p.ID, err, s)
				}
			case err != nil:
				t.Fatal(err)
			case !p.fits(s) || !strings.Contains(s, post.Link):
				t.Fatalf("%s: %q does not fit or lost its link", p.ID, s)
			default:
				unsafeTags(t, p, s)
			}
		}
	})
}

// unsafeTags fails if a tag stands where some platform does not link it.
func unsafeTags(t *testing.T, p Platform, s string) {
	t.Helper()
	end := -1
	for _, w := range writtenTags(s) {
		before := scan.RuneBefore(s, w.start)
		untagged := p.MaxTags < 0 && !scan.IsWord(before)
		tagged := p.MaxTags >= 0 && (w.start != w.At || w.At == end || opensPhrase(before) || standsOff(before))
		if untagged || tagged {
			t.Fatalf("%s: %s stands badly in %q", p.ID, w.tag, s)
		}
		end = w.end
	}
}

func FuzzThread(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		post := Post{Text: text, Link: "https://example.org/informe", Tags: []Tag{"ShutDownCECOT"}}
		for _, id := range []string{"x", "bluesky", "mastodon", "snapchat", "youtube"} {
			p, _ := Lookup(id)
			if id == "youtube" {
				p.MaxLength = 120
			}
			parts, err := p.Thread(post)
			if err != nil {
				var long *TooLongError
				if !errors.As(err, &long) || parts != nil {
					t.Fatal(err)
				}
				continue
			}
			for _, part := range parts {
				if !p.fits(part) {
					t.Fatalf("%s: %q does not fit", id, part)
				}
			}
			if got, want := rejoined(p, post, parts), squeezed(mended(text)); got != want {
				t.Fatalf("%s: parts %q give\n%q, want\n%q", id, parts, got, want)
			}
		}
	})
}

func mended(text string) string { s, _ := mendTags(strings.TrimSpace(text)); return s }

// squeezed leaves white space out, and the sign of a tag, which may be set or lifted.
func squeezed(s string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(s), ""), "#", "")
}

// rejoined takes numbers, link and added tags off the parts again.
func rejoined(p Platform, post Post, parts []string) string {
	d, _ := p.draft(post, post.Text)
	var b strings.Builder
	for i, part := range parts {
		if len(parts) > 1 {
			part = part[:max(0, strings.LastIndex(part, " "))]
		}
		if i == 0 {
			for n := len(d.tags); n > 0; n-- {
				if rest, ok := strings.CutSuffix(part, joinTags(d.tags[:n])); ok {
					part = rest
					break
				}
			}
		}
		if i == len(parts)-1 {
			part = strings.TrimSuffix(strings.TrimSpace(part), d.link)
		}
		b.WriteString(squeezed(part))
	}
	return b.String()
}
