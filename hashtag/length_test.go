package hashtag

import (
	"strings"
	"testing"
)

func TestLength(t *testing.T) {
	tests := []struct {
		id, text string
		want     int
	}{
		{"x", "… € ™ •", 2 + 1 + 2 + 1 + 2 + 1 + 2},
		{"x", "“ñáéíóú¿¡«»—”", 13},
		{"x", "n\u0303", 1},
		{"x", "日本", 4},
		{"x", "https://example.org/" + strings.Repeat("a", 200), 23},
		{"x", "ver example.com", 4 + 23},
		{"x", "👨‍👩‍👧‍👦🇸🇻1️⃣©️🏴󠁧󠁢󠁥󠁮󠁧󠁿", 10},
		{"bluesky", "👨‍👩‍👧‍👦e\u0301", 2},
		{"bluesky", "https://example.org/abc", 23},
		{"mastodon", "https://example.org/" + strings.Repeat("a", 200), 23},
		{"mastodon", "hola @ana@mastodon.example", 5 + 4},
		{"mastodon", "example.org", 11},
		{"mastodon", "xhttps://example.org", 20},
		{"mastodon", " \n ", 0},
		{"threads", "🇸🇻", 8},
		{"threads", "👨‍👩‍👧‍👦 sí", 25 + 3},
		{"threads", "1️⃣1©", 7 + 2},
		{"instagram", "👨‍👩‍👧‍👦ñ", 11 + 1},
		{"tiktok", "𝓐", 2},
		{"facebook", "日本🇸🇻", 6},
		{"telegram", "😀a", 3},
		{"youtube", "ñ€", 5},
		{"linkedin", "e\u0301🇸🇻", 2},
		{"sms", "ñ{€}", 1 + 2 + 2 + 2},
		{"sms", "á{€}", 4},
		{"email", "a\r\nb", 3},
		{"nowhere", "🇸🇻x", 2},
	}
	for _, tt := range tests {
		p, _ := Lookup(tt.id)
		if got := p.Length(tt.text); got != tt.want {
			t.Errorf("%s: %.40q: got %d, want %d", tt.id, tt.text, got, tt.want)
		}
	}
}

// The reference's list of emoji is that of Emoji 11, and counts what came later by its
// code points; X's documentation says that all emoji count 2. The documentation wins.
func TestEmojiNewerThanTheReference(t *testing.T) {
	x, _ := Lookup("x")
	for text, older := range map[string]int{"🐈\u200d⬛": 5, "❤️\u200d🔥": 5, "🧑\u200d🧑\u200d🧒": 8, "👁️\u200d🗨️": 5, "♾️": 4} {
		if got := x.Length(text); got != 2 {
			t.Errorf("%s: got %d, want 2 (%d by the reference)", text, got, older)
		}
	}
	for text, want := range map[string]int{"👩\u200d🐱": 5, "🇦🇦": 4, "☺\ufe0e": 4, "👁\u200d🗨": 2} {
		if got := x.Length(text); got != want {
			t.Errorf("%q is no emoji: got %d, want %d", text, got, want)
		}
	}
}

// The advice to write a message without what GSM-7 lacks says what that saves,
// and is not given where it saves nothing.
func TestSegmentsSaved(t *testing.T) {
	p, _ := Lookup("sms")
	for text, want := range map[string]string{
		strings.Repeat("a", 69) + "á":  "",
		strings.Repeat("a", 70) + "á":  "2 text messages instead of about 1",
		strings.Repeat("a", 159) + "á": "3 text messages instead of about 1",
		strings.Repeat("a", 160) + "á": "3 text messages instead of about 2",
		strings.Repeat("a", 305) + "á": "5 text messages instead of about 2",
		strings.Repeat("€", 80) + "á":  "", // 161 septets are two messages too
	} {
		got := ""
		for _, problem := range p.Check(text) {
			got += problem.English().Message
		}
		if !strings.HasSuffix(got, want) || want == "" && got != "" {
			t.Errorf("%.5q… of %d: got %q, want %q", text, len([]rune(text)), got, want)
		}
	}
}

func TestSegments(t *testing.T) {
	tests := []struct {
		text string
		n    int
		enc  Encoding
	}{
		{"", 1, GSM7},
		{strings.Repeat("ñ", 160), 1, GSM7},
		{strings.Repeat("ñ", 161), 2, GSM7},
		{strings.Repeat("á", 70), 1, UCS2},
		{strings.Repeat("á", 71), 2, UCS2},
		{strings.Repeat("€", 80), 1, GSM7},
		{strings.Repeat("€", 81), 2, GSM7},
		{strings.Repeat("€", 153), 3, GSM7}, // 306 = 2×153, but no escape pair is split
		{strings.Repeat("a", 66) + "😀" + strings.Repeat("a", 66), 3, UCS2},
		{"No olvides: 3 de mayo — plaza", 1, UCS2},
		{"línea\r\n", 1, UCS2},
		{"linea\r\n", 1, GSM7},
		{"e" + strings.Repeat("\u0301", 200), 3, UCS2},
	}
	for _, tt := range tests {
		if n, enc := Segments(tt.text); n != tt.n || enc != tt.enc {
			t.Errorf("%.40q: got %d %s, want %d %s", tt.text, n, enc, tt.n, tt.enc)
		}
	}
}
