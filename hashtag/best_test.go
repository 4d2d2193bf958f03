package hashtag

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

func TestBest(t *testing.T) {
	x, _ := Lookup("x")
	long := Post{Text: strings.Repeat("a", 300)}
	full := Post{Text: strings.Repeat("b", 270), Tags: []Tag{"LibrosYa", "Lectura"}}
	c, err := x.Best(long, full, Post{Text: "c"})
	if err != nil {
		t.Fatal(err)
	}
	if c.From.Text != full.Text || c.Text != full.Text+" #Lectura" && c.Text != full.Text+" #LibrosYa" {
		t.Errorf("composed %q", c.Text)
	}
	if c.Length != x.Length(c.Text) || c.Short || len(c.Dropped) != 1 {
		t.Errorf("length %d, short %v, dropped %v", c.Length, c.Short, c.Dropped)
	}

	c, err = x.Best(Post{Text: long.Text, Short: "Cerró."})
	if err != nil || !c.Short || c.Text != "Cerró." {
		t.Errorf("%+v, %v: the short text was not taken or not said", c, err)
	}

	var tooLong *TooLongError
	if _, err = x.Best(long, long); !errors.As(err, &tooLong) || tooLong.Over() != 20 {
		t.Errorf("got %v, want 20 too long", err)
	}
	if c, err = x.Best(); err != nil || c.Text != "" {
		t.Errorf("of nothing: %+v, %v", c, err)
	}
}

// A tag is carried or dropped, never both and never neither.
func TestBestTags(t *testing.T) {
	tags := []Tag{"LibrosYa", "Lectura", "MásLibros"}
	for _, p := range Platforms() {
		if p.MaxTags < 0 {
			continue // its words stay, as words
		}
		for _, text := range []string{"Cerró la biblioteca.", "Hoy #librosya.", strings.Repeat("a", max(1, p.MaxLength-12))} {
			c, err := p.Best(Post{Text: text, Tags: tags})
			if err != nil {
				continue
			}
			for _, tag := range tags {
				if carried := strings.Contains(Tag(c.Text).Key(), tag.Key()); carried == slices.Contains(c.Dropped, tag) {
					t.Errorf("%s: %v carried %v, dropped %v: %q", p.ID, tag, carried, c.Dropped, c.Text)
				}
			}
		}
	}
}
