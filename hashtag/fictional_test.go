package hashtag

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/hashtag/internal/scan"
)

// The village board is a platform that does not exist: 80 UTF-16 units, at most
// two tags, its composer takes the link apart. This row and
// its place among the rulebooks are all that it takes.
var boardRules = &rulebook{
	Platform: Platform{ID: "board", Name: "Village Board", MaxLength: 80, MaxTags: 2},
	variant:  true, // so that nobody is offered it
	composer: Composer{Intent: "https://board.example/new?u={link}&t={text}", Home: "https://board.example/", Threads: true},
	phrase:   strings.ToUpper,
	unit:     UTF16,
	length:   scan.UTF16Length,
	entities: linker{tags: wordTags, links: true, bare: true}.entities,
	refuses:  "<",
	check: func(text string) (found []finding) {
		if i := strings.Index(text, "!!"); i >= 0 {
			found = append(found, finding{RefusedCharacter, "post-refused", i, i + 2, characterValues("!")})
		}
		return found
	},
	sources: []Source{{"MaxLength", "board.example/help", "2031-05", ""}, {"MaxTags", "board.example/help", "2031-05", ""}},
}

func init() { rulebooks = append(rulebooks, boardRules) }

func TestNewPlatformIsOneFile(t *testing.T) {
	p, ok := Lookup("board")
	if !ok || p.Sources()[0].Date != "2031-05" {
		t.Fatal("the platform is not found")
	}
	post := Post{Text: "The mill reopens on 3 May.", Link: "https://mill.example/a?b=1&c=2", Tags: []Tag{"OldMill", "Library", "May"}}
	if got, err := p.Compose(post); err != nil || got != "The mill reopens on 3 May.\n\nhttps://mill.example/a?b=1&c=2\n\n#OldMill #Library" {
		t.Errorf("composed %q, %v", got, err)
	}
	want := "https://board.example/new?u=" + url.QueryEscape(post.Link) + "&t=THE%20MILL%20REOPENS%20ON%203%20MAY.%0A%0A%23OLDMILL%20%23LIBRARY"
	if got := p.Intent(post); got != want {
		t.Errorf("intent %s, want %s", got, want)
	}
	if c := p.Composer(); c.Counter != "utf16" || !c.Threads {
		t.Errorf("%+v", c)
	}
	post.Text = strings.Repeat("The mill reopens on the third of May. ", 4)
	parts, err := p.Thread(post)
	if err != nil || len(parts) < 2 {
		t.Fatalf("%q, %v", parts, err)
	}
	for _, part := range parts {
		if len(p.Check(part)) > 0 {
			t.Errorf("%q: %v", part, p.Check(part))
		}
	}
	codes, _ := json.Marshal(p.Check("#A #B #C <b> now!! " + strings.Repeat("a", 80)))
	for _, code := range []string{"too-long", "too-many-tags", "refused-character"} {
		if !strings.Contains(string(codes), code) {
			t.Errorf("no %s in %s", code, codes)
		}
	}
}
