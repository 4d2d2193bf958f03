package main

import (
	"io"
	"os"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/hashtag"
)

func Example() {
	post := hashtag.Post{
		Text: "At least 62 school classes visited the Old Mill Library in 2030, says the Millbrook Town Council. " +
			"The council now plans to sell the building.\n\n" +
			"The town code asks for a public hearing before any public building is sold. " +
			"The hearing is on 3 May, at seven in the evening, in the town hall. Come and bring a book.",
		Link: "https://example.org/hearing",
		Tags: []hashtag.Tag{"SaveOldMill"},
	}
	if err := thread(os.Stdout, "x", post); err != nil {
		panic(err)
	}
	// Output:
	// -- 158 weighted characters, limit 280
	// At least 62 school classes visited the Old Mill Library in 2030, says the Millbrook Town Council. The council now plans to sell the building. #SaveOldMill 1/2
	// -- 194 weighted characters, limit 280
	// The town code asks for a public hearing before any public building is sold. The hearing is on 3 May, at seven in the evening, in the town hall. Come and bring a book. https://example.org/hearing 2/2
}

func TestUnknownPlatform(t *testing.T) {
	err := thread(io.Discard, "pigeon", hashtag.Post{Text: "A text."})
	if err == nil || !strings.Contains(err.Error(), `"pigeon"`) {
		t.Error(err)
	}
}

// TestManyParts numbers what one post cannot hold.
func TestManyParts(t *testing.T) {
	var b strings.Builder
	err := thread(&b, "bluesky", hashtag.Post{Text: strings.Repeat("The library stays open. ", 60)})
	if err != nil || strings.Count(b.String(), "-- ") < 4 {
		t.Errorf("%v\n%s", err, b.String())
	}
}
