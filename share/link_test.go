package share_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/truth"
)

// TestCampaignLink: the campaign's own page is in the kit, in words and as a
// code, and a campaign without one has neither.
func TestCampaignLink(t *testing.T) {
	head, err := os.ReadFile("testdata/mill/campaign.yaml")
	if err != nil {
		t.Fatal(err)
	}
	const link = "https://oldmill.example/our-page"
	one := &share.Options{Formats: graphic.Formats()[:1]}
	k := build(t, millWith(t, "campaign.yaml", string(head)+"link: "+link+"\n"), one)
	for _, name := range []string{"START-HERE.txt", "qr/campaign.txt"} {
		if data, err := fs.ReadFile(k, name); err != nil || !strings.Contains(string(data), link) {
			t.Errorf("%s: %v\n%s", name, err, data)
		}
	}
	if page := startPage(t, k); !strings.Contains(page, "qr/campaign.png") {
		t.Error("the start page does not list the code")
	}
	for _, name := range build(t, mill(t), one).Names() {
		if strings.HasPrefix(name, "qr/campaign.") {
			t.Errorf("%s of no page", name)
		}
	}
}

// short takes half of what it is given and says nothing.
type short struct{}

func (short) Write(p []byte) (int, error) { return len(p) / 2, nil }

// TestShortWrite: a writer that takes less than it was given and reports no
// error is an error of every writer.
func TestShortWrite(t *testing.T) {
	k := build(t, mill(t), &share.Options{Formats: graphic.Formats()[4:5], Languages: []string{"en"}})
	if err := k.WriteZip(t.Context(), short{}); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("WriteZip: %v", err)
	}
	g, err := k.Pictures()[0].Graphic()
	if err != nil {
		t.Fatal(err)
	}
	for name, write := range map[string]func(io.Writer) error{
		"WritePNG": g.WritePNG, "WriteJPEG": g.WriteJPEG, "WriteSVG": g.WriteSVG, "WritePDF": g.WritePDF, "WriteGIF": g.WriteGIF,
	} {
		if err := write(short{}); !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestClosedCampaign: a campaign whose folder was closed says so, also when it
// asks for a theme that lies there.
func TestClosedCampaign(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/mill")); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(dir, "fonts"), 0o755); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	c, err := campaign.Load(context.Background(), root.FS())
	if err != nil {
		t.Fatal(err)
	}
	root.Close()
	if _, err := share.Build(t.Context(), c, nil); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("Build of a closed campaign: %v", err)
	}
}

// judged is what a kit is found to say.
func judged(t *testing.T, kit *share.Kit) []truth.Finding {
	t.Helper()
	found, err := kit.Judge(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// The kit of the built-in campaign says nothing that is not so.
func TestJudgeDefault(t *testing.T) {
	if testing.Short() {
		t.Skip("lays the whole kit out")
	}
	for _, f := range judged(t, cecot(t)) {
		if f.Severity > campaign.Note {
			t.Errorf("%s %s: %v: %s: %v", f.File, f.Fact, f.Severity, f.Rule(), f)
		}
	}
}

// TestJudgeEventDay: an event on a day of its own, beside the built-in
// campaign's field of marks, is no mistake.
func TestJudgeEventDay(t *testing.T) {
	if testing.Short() {
		t.Skip("lays the whole kit out")
	}
	c, err := campaign.Load(context.Background(), fstest.MapFS{
		"campaign.yaml": {Data: []byte("extends: shutdowncecot\nname: our-town\n")},
		"events.yaml":   {Data: []byte("events:\n  - {id: vigil, starts: \"2026-12-04 18:00 -05:00\"}\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range judged(t, build(t, c, &share.Options{Languages: []string{"en"}})) {
		if f.Rule() == "date-unknown" {
			t.Errorf("%s: %v", f.File, f)
		}
	}
}

// TestChants: what is called stands on a page with its beat, and falls with
// the facts that it leans on.
func TestChants(t *testing.T) {
	for lang, want := range map[string]string{
		"en": "- One voice: First a hearing!\n  All: Then decide!\n  `X·x·X·x· / X·X·X···`\n",
		"es": "- Una voz: ¡Primero la audiencia!\n  Todo el grupo: ¡Después la sentencia!\n",
	} {
		if page := read(t, cecot(t), "pages/"+lang+"/chants.md"); !strings.Contains(page, want) {
			t.Errorf("%s lacks %q:\n%.400s", lang, want, page)
		}
	}
	c := mill(t)
	c.Chants.List = []campaign.Chant{{
		ID: "classes", Facts: []string{"classes"},
		Lead: campaign.Text{"en": "Who reads here?", "es": "¿Quién lee aquí?"}, Answer: campaign.Text{"en": "We do!", "es": "¡Nosotros!"},
	}}
	if page := read(t, small(t, c), "pages/en/chants.md"); !strings.Contains(page, "Who reads here?") {
		t.Error(page)
	}
	for i := range c.Facts {
		if c.Facts[i].ID == "classes" {
			c.Facts[i].Status = campaign.Retracted
		}
	}
	if _, err := fs.Stat(small(t, c), "pages/en/chants.md"); err == nil {
		t.Error("a chant outlives its fact")
	}
}

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

const millThreads = `threads:
  - id: why-it-stays
    title: {en: Why it stays, es: Por qué se queda}
    limit: 400
    parts:
      en:
        - {facts: [classes], text: "62 school classes came in 2030."}
        - {facts: [sale], text: "The town code asks for a hearing before a sale."}
        - {facts: [classes], text: "Come to the hearing."}
      es:
        - {facts: [classes], text: "En 2030 vinieron 62 clases."}
        - {facts: [sale], text: "La ordenanza exige una audiencia antes de vender."}
        - {facts: [classes], text: "Ven a la audiencia."}
`

func threadFile(t *testing.T, k *share.Kit, name string) []string {
	t.Helper()
	data, err := fs.ReadFile(k, name)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(data), "\n"), "\n\n----------\n\n")
}

func TestThreads(t *testing.T) {
	c := millWith(t, "threads.yaml", millThreads)
	k := build(t, c, nil)
	want := []string{"62 school classes came in 2030. 1/3\n\n#SaveOldMill", "The town code asks for a hearing before a sale. 2/3", "Come to the hearing. 3/3"}
	if got := threadFile(t, k, "posts/en/x/threads/why-it-stays.txt"); fmt.Sprintf("%q", got) != fmt.Sprintf("%q", want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if _, err := k.Open("posts/en/sms/threads/why-it-stays.txt"); err == nil {
		t.Error("a thread of text messages")
	}
	zipped, err := fs.ReadFile(k, "zips/es-bluesky.zip")
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(zipped), int64(len(zipped)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := fs.Stat(z, "threads/why-it-stays.txt"); err != nil {
		t.Error(err)
	}
}

// TestThreadsFall: a part falls with its fact, a thread with its first part.
func TestThreadsFall(t *testing.T) {
	c := millWith(t, "threads.yaml", millThreads)
	c.Facts[1].Status = campaign.Retracted
	if got := threadFile(t, build(t, c, nil), "posts/es/x/threads/why-it-stays.txt"); len(got) != 2 || !strings.HasSuffix(got[1], "2/2") {
		t.Errorf("got %q", got)
	}
	c.Facts[0].Status, c.Facts[1].Status = campaign.Retracted, campaign.Current
	if _, err := build(t, c, nil).Open("posts/es/x/threads/why-it-stays.txt"); err == nil {
		t.Error("a thread outlives its first part")
	}
}

// TestThread: what is composed by oneself is what a kit posts.
func TestThread(t *testing.T) {
	c := millWith(t, "threads.yaml", millThreads)
	c.Facts[1].Status = campaign.Retracted
	on, _ := hashtag.Lookup("bluesky")
	posts, err := share.Thread(c, "why-it-stays", "es", time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, p := range posts {
		text, err := on.Compose(p)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, text)
	}
	if want := threadFile(t, build(t, c, nil), "posts/es/bluesky/threads/why-it-stays.txt"); !slices.Equal(texts, want) {
		t.Errorf("got %q, want %q", texts, want)
	}
}

func TestThreadRefuses(t *testing.T) {
	c := millWith(t, "threads.yaml", millThreads)
	var lang *share.LanguageError
	if _, err := share.Thread(c, "why-it-stays", "fr", time.Time{}); !errors.As(err, &lang) {
		t.Error(err)
	}
	if _, err := share.Thread(c, "why", "en", time.Time{}); err == nil || err.Error() != "thread why, language en: there is no such thread" {
		t.Error(err)
	}
	c.Facts[0].Status = campaign.Retracted
	_, err := share.Thread(c, "why-it-stays", "en", time.Time{})
	var thread *share.ThreadError
	var fact *share.FactError
	if !errors.As(err, &thread) || !errors.As(err, &fact) || thread.Part != 1 || fact.Fact != "classes" {
		t.Error(err)
	}
}

func TestThreadsThatDoNotFit(t *testing.T) {
	c := millWith(t, "threads.yaml", millThreads)
	c.Threads[0].Parts["es"][1].Text = strings.Repeat("biblioteca ", 26)
	_, err := share.Build(context.Background(), c, nil)
	var thread *share.ThreadError
	var long *hashtag.TooLongError
	if !errors.As(err, &thread) || !errors.As(err, &long) || thread.Part != 2 || thread.Lang != "es" || thread.Platform != "x" {
		t.Errorf("got %v", err)
	}
}

// TestEveryThread counts every part of the built-in campaign's threads.
func TestEveryThread(t *testing.T) {
	k := cecot(t)
	files := 0
	for _, th := range campaign.Default().Threads {
		for _, lang := range []string{"en", "es"} {
			for _, id := range []string{"x", "bluesky", "mastodon", "threads"} {
				files++
				on, _ := hashtag.Lookup(id)
				posts := threadFile(t, k, "posts/"+lang+"/"+id+"/threads/"+th.ID+".txt")
				if len(posts) != len(th.Parts[lang]) {
					t.Errorf("%s %s %s: %d posts for %d parts", th.ID, lang, id, len(posts), len(th.Parts[lang]))
				}
				for i, post := range posts {
					if !strings.HasPrefix(post, th.Parts[lang][i].Text+fmt.Sprintf(" %d/%d", i+1, len(posts))) {
						t.Errorf("%s %s %s: part %d is %q", th.ID, lang, id, i+1, post)
					}
					for _, p := range on.Check(post) {
						if p.Kind != hashtag.TooLong && p.Kind != hashtag.TooManyTags {
							continue // a bare host reads well without a link
						}
						t.Errorf("%s %s %s %d: %v", th.ID, lang, id, i+1, p)
					}
				}
			}
		}
	}
	if files != 32 {
		t.Errorf("%d threads, want 32", files)
	}
}
