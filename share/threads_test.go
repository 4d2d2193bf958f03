package share_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

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
