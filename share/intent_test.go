package share_test

import (
	"net/url"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share"
)

// shown is what a composer that an intent opens has in it: the values of its
// parameters, the link first.
func shown(t testing.TB, intent string) string {
	t.Helper()
	_, query, _ := strings.Cut(strings.Replace(intent, "#", "?", 1), "?")
	values, err := url.ParseQuery(query)
	if err != nil {
		t.Fatalf("%s: %v", intent, err)
	}
	var all []string
	for _, name := range []string{"url", "u", "canonicalUrl", "text", "title", "caption", "body"} {
		all = append(all, values.Get(name))
	}
	return strings.Join(all, "\n")
}

// linkOnly are the platforms whose composer takes no text.
var linkOnly = map[string]bool{"facebook": true, "linkedin": true}

// TestIntentOnce: text and link are in the opened composer once, whether the
// text brings the link or not.
func TestIntentOnce(t *testing.T) {
	const link = "https://library.example/hearing?day=friday&room=2"
	opened := 0
	for _, p := range hashtag.Platforms() {
		for name, text := range map[string]string{
			"apart":      "Come to the hearing.",
			"at the end": "Come to the hearing.\n\n" + link,
			"alone":      "Come to the hearing.\n\n" + link + "\n\nBring a book.",
			"within":     "Come to the hearing. " + link + " says when.",
			"first":      link + " Come to the hearing.",
			"stopped":    "Come to the hearing. More: " + link + ".",
		} {
			intent := share.Intent(p.ID, hashtag.Post{Text: text, Link: link, Tags: []hashtag.Tag{"SaveOldMill"}})
			if intent == "" {
				continue
			}
			opened++
			got := shown(t, intent)
			if n := strings.Count(got, link); n != 1 {
				t.Errorf("%s, link %s: %d times in %q", p.ID, name, n, got)
			}
			if n := strings.Count(got, "Come to the hearing."); n != 1 && !linkOnly[p.ID] {
				t.Errorf("%s, link %s: the text %d times in %q", p.ID, name, n, got)
			}
			if strings.Contains(got, "  ") {
				t.Errorf("%s, link %s: leaves a gap in %q", p.ID, name, got)
			}
		}
	}
	if opened < 60 {
		t.Errorf("%d composers opened", opened)
	}
}

// TestIntentOther: an address that only begins like the link stays.
func TestIntentOther(t *testing.T) {
	post := hashtag.Post{Text: "The code: https://library.example/hearing/code", Link: "https://library.example/hearing"}
	if got := shown(t, share.Intent("telegram", post)); strings.Count(got, "/hearing/code") != 1 || strings.Count(got, "/hearing") != 2 {
		t.Errorf("got %q", got)
	}
}

// TestIntentEveryPost opens every post of the built-in kit.
func TestIntentEveryPost(t *testing.T) {
	for p, err := range cecot(t).Posts() {
		if err != nil {
			t.Fatal(err)
		}
		intent := share.Intent(p.Platform, p.From)
		if intent == "" || len(intent) > 2000 {
			continue
		}
		got := strings.ReplaceAll(shown(t, intent), "\r\n", "\n")
		if strings.Count(got, p.From.Link) < 1 || strings.Count(got, p.From.Link) > strings.Count(p.Text, p.From.Link) {
			t.Errorf("%s in %s on %s: %q", p.Fact, p.Lang, p.Platform, got)
		}
	}
}

func TestIntentAmpersand(t *testing.T) {
	post := hashtag.Post{Text: "Books & readers: https://library.example/?a=1&b=2"}
	if got := shown(t, share.Intent("bluesky", post)); !strings.Contains(got, "Books + readers: https://library.example/?a=1&b=2") {
		t.Errorf("got %q", got)
	}
}

// TestIntentTitle: a title on Reddit is one line of at most 300 characters; a
// longer text is left out, to be pasted.
func TestIntentTitle(t *testing.T) {
	post := hashtag.Post{Text: "Content note: floods\n\nThe mill is open.", Link: "https://library.example/mill"}
	if got := shown(t, share.Intent("reddit", post)); !strings.Contains(got, "\nContent note: floods The mill is open.") {
		t.Errorf("got %q", got)
	}
	post.Text = strings.Repeat("The mill is open. ", 20)
	if got := strings.TrimSpace(shown(t, share.Intent("reddit", post))); got != post.Link {
		t.Errorf("got %q", got)
	}
}

// TestIntentSubject: a mail has the first of the post's tags as its subject.
func TestIntentSubject(t *testing.T) {
	post := hashtag.Post{Text: "The mill is open.", Tags: []hashtag.Tag{"SaveOldMill", "Books"}}
	if got := share.Intent("email", post); !strings.HasPrefix(got, "mailto:?subject=%23SaveOldMill&body=The%20mill%20is%20open.%0D%0A") {
		t.Errorf("got %q", got)
	}
}
