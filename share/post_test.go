package share_test

import (
	"encoding/csv"
	"errors"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// TestKitPosts compares every post with the kit's own table, with its file and
// with what its platform makes of where it came from.
func TestKitPosts(t *testing.T) {
	for _, k := range []*share.Kit{small(t, mill(t)), cecot(t)} {
		sheet, err := k.Open("data/posts.csv")
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(sheet).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		n := 1
		for p, err := range k.Posts() {
			if err != nil {
				t.Fatal(err)
			}
			row := []string{p.Fact, p.Lang, p.Platform, strconv.Itoa(p.Number), p.Text, p.From.Link, p.Picture, p.Alt}
			if !slices.Equal(rows[n], row) {
				t.Fatalf("row %d is\n%q, the post\n%q", n, rows[n], row)
			}
			n++
			on, _ := hashtag.Lookup(p.Platform)
			if text, err := on.Compose(p.From); err != nil || text != p.Text {
				t.Errorf("%s on %s: %q comes out as %q, %v", p.Fact, p.Platform, p.Text, text, err)
			}
			if p.Picture != "" && !slices.Contains(k.Names(), p.Picture) {
				t.Errorf("%s on %s: no file %s", p.Fact, p.Platform, p.Picture)
			}
		}
		if n != len(rows) {
			t.Errorf("%d posts, %d rows", n-1, len(rows)-1)
		}
	}
}

// TestKitPostsStop: who has seen enough is given no more.
func TestKitPostsStop(t *testing.T) {
	n := 0
	for range small(t, mill(t)).Posts() {
		if n++; n == 3 {
			break
		}
	}
	if n != 3 {
		t.Errorf("%d posts", n)
	}
}

func TestKitPostsOf(t *testing.T) {
	k := small(t, mill(t))
	var want []share.FactPost
	for p := range k.Posts() {
		if p.Fact == "sale" && p.Lang == "es" {
			want = append(want, p)
		}
	}
	got, err := k.PostsOf("sale", "es")
	if err != nil || len(got) == 0 || len(got) != len(want) {
		t.Fatalf("%d posts, want %d: %v", len(got), len(want), err)
	}
	for i := range got {
		if got[i].Text != want[i].Text || got[i].Platform != want[i].Platform {
			t.Errorf("got %+v, want %+v", got[i], want[i])
		}
	}
	for _, none := range [][2]string{{"rent", "es"}, {"sale", "fr"}} {
		if got, err := k.PostsOf(none[0], none[1]); got != nil || err != nil {
			t.Errorf("%s in %s: %v, %v", none[0], none[1], got, err)
		}
	}
}

// TestPosts holds what is composed by oneself to be what a kit posts.
func TestPosts(t *testing.T) {
	c := campaign.Default()
	k := cecot(t)
	for _, id := range []string{"x", "email"} {
		on, _ := hashtag.Lookup(id)
		for _, f := range c.Facts {
			posts, err := share.Posts(c, f.ID, "es", time.Time{})
			if err != nil {
				t.Fatal(err)
			}
			data, err := fs.ReadFile(k, "posts/es/"+id+"/"+f.ID+".txt")
			if err != nil {
				t.Fatal(err)
			}
			var fit []string // the captions; without any, the last is the plain post
			for _, p := range posts[:len(posts)-1] {
				if text, err := on.Compose(p); err == nil {
					fit = append(fit, text)
				}
			}
			if fit == nil {
				text, err := on.Compose(posts[len(posts)-1])
				if err != nil {
					t.Fatal(err)
				}
				fit = []string{text}
			}
			rest := string(data)
			for i, text := range fit {
				_, after, found := strings.Cut(rest, text)
				if !found {
					t.Errorf("%s on %s: post %d is not in the kit, or not in order: %q", f.ID, id, i+1, text)
				}
				rest = after
			}
		}
	}
}

func TestPostsRefuses(t *testing.T) {
	c := mill(t)
	var fact *share.FactError
	var lang *share.LanguageError
	if _, err := share.Posts(c, "rent", "en", time.Time{}); !errors.As(err, &fact) || fact.Field() != "id" {
		t.Error(err)
	}
	if _, err := share.Posts(c, "sale", "fr", time.Time{}); !errors.As(err, &lang) {
		t.Error(err)
	}
	_, err := share.Posts(c, "sale", "en", day(2032, time.February, 1))
	if want := "status: fact sale does not stand on 2032-02-01: it has expired or was replaced or withdrawn"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// TestPostsUnattributed: a call to action may be nobody's words.
func TestPostsUnattributed(t *testing.T) {
	c := mill(t)
	c.Facts[1].Chart.Kind, c.Facts[1].Attribution = campaign.KindAction, nil
	posts, err := share.Posts(c, "sale", "en", time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range posts {
		if strings.Contains(p.Text+p.Short, "\uFFFD") || !strings.HasSuffix(p.Short, "hearing.") {
			t.Errorf("%q, %q", p.Text, p.Short)
		}
	}
	if _, err := share.Build(t.Context(), c, &share.Options{Formats: graphic.Formats()[:1]}); err != nil {
		t.Error(err)
	}
}

// TestNoteGoesAlong: what a chart's note says of the claim is in every post
// that is made of it; what it says of a field of bars is not.
func TestNoteGoesAlong(t *testing.T) {
	c := mill(t)
	stat, field := c.Facts[0], c.Facts[0]
	stat.ID, field.ID = "stat", "field"
	note := campaign.Text{"en": "The plan before said 70", "es": "El plan anterior decía 70"}
	stat.Chart = campaign.Chart{Kind: "stat", Stat: campaign.Stat{Value: campaign.Text{"en": "62", "es": "62"}}, Note: note}
	field.Chart = campaign.Chart{Kind: "people", People: campaign.People{Segments: []campaign.Segment{{Count: 62}}}, Note: note}
	c.Facts = append(c.Facts, stat, field)
	for id, want := range map[string]bool{"stat": true, "field": false} {
		posts, err := share.Posts(c, id, "es", time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		post := posts[len(posts)-1]
		for _, text := range []string{post.Text, post.Short} {
			if strings.Contains(text, "El plan anterior decía 70.") != want {
				t.Errorf("%s: %q", id, text)
			}
		}
	}
}

// TestHeadlineAlone: where the claim has no room, the headline that needs no
// claim is used, on wide pictures and in short posts.
func TestHeadlineAlone(t *testing.T) {
	c := mill(t)
	f := &c.Facts[0]
	f.HeadlineAlone = campaign.Text{"en": "At least **62** school classes of Millbrook came", "es": "Al menos **62** clases de Millbrook vinieron"}
	posts, err := share.Posts(c, f.ID, "en", time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	if short := posts[len(posts)-1].Short; !strings.Contains(short, "school classes of Millbrook came") {
		t.Errorf("the short post is %q", short)
	}
	for _, pic := range build(t, c, nil).Pictures() {
		if pic.Fact != f.ID || pic.Lang != "en" {
			continue
		}
		wide := pic.Format.W > pic.Format.H
		if got := pic.Card().Headline; (got == f.HeadlineAlone["en"]) != wide {
			t.Errorf("%s is headed %q", pic.Format.Name, got)
		}
	}
}
