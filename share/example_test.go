package share_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing/fstest"
	"time"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// millbrook is a campaign that does not exist.
var millbrook = fstest.MapFS{
	"campaign.yaml": {Data: []byte(`
name: old-mill
title: Save the Old Mill Library
languages: [en]
as_of: 2031-03-10
tags: [{name: SaveOldMill}]
topics: [{id: library, title: The library}]
`)},
	"facts.yaml": {Data: []byte(`
facts:
  - id: classes
    topic: library
    headline: 62 school classes used the library
    claim: In 2030, 62 school classes visited the Old Mill Library.
    attribution: according to the Millbrook Town Council
    source: {publisher: Millbrook Town Council, title: Report on the library, url: "https://example.org/report", published: 2031-03-04}
    as_of: 2031-03-04
`)},
}

// A campaign becomes a kit in a folder.
func Example() {
	c, err := campaign.Load(context.Background(), millbrook)
	if err != nil {
		fmt.Println(err)
		return
	}
	kit, err := share.Build(context.Background(), c, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	dir, err := os.MkdirTemp("", "kit")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	fmt.Println(kit.WriteDir(context.Background(), filepath.Join(dir, "old-mill-kit")))
	// Output:
	// <nil>
}

func ExampleBuild() {
	c, _ := campaign.Load(context.Background(), millbrook)
	square, _ := graphic.LookupFormat("square")
	kit, err := share.Build(context.Background(), c, &share.Options{Formats: []graphic.Format{square}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, pic := range kit.Pictures() {
		fmt.Println(pic.Name())
		fmt.Println(pic.Alt)
	}

	_, err = share.Build(context.Background(), c, &share.Options{Languages: []string{"fr"}})
	fmt.Println(err)
	// Output:
	// pictures/en/classes-square.png
	// 62 school classes used the library. In 2030, 62 school classes visited the Old Mill Library. According to the Millbrook Town Council. Source: Millbrook Town Council, Mar 4, 2031.
	// the campaign has no language "fr"; choose from en
}

// A kit is a file system whose files are made when they are opened;
// http.FileServerFS serves it.
func ExampleKit_Open() {
	c, _ := campaign.Load(context.Background(), millbrook)
	kit, err := share.Build(context.Background(), c, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	text, err := fs.ReadFile(kit, "posts/en/bluesky/classes.txt")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(string(text))
	// Output:
	// In 2030, 62 school classes visited the Old Mill Library. According to the Millbrook Town Council. https://example.org/report #SaveOldMill
}

func ExampleIntent() {
	post := hashtag.Post{
		Text: "In 2030, 62 school classes visited the Old Mill Library.",
		Link: "https://example.org/report",
		Tags: []hashtag.Tag{"SaveOldMill"},
		Lang: language.English,
	}
	for _, platform := range []string{"x", "facebook", "instagram"} {
		fmt.Printf("%s: %s\n", platform, share.Intent(platform, post))
	}
	// Output:
	// x: https://x.com/intent/post?text=In%202030%2C%2062%20school%20classes%20visited%20the%20Old%20Mill%20Library.%0A%0Ahttps%3A%2F%2Fexample.org%2Freport%0A%0A%23SaveOldMill
	// facebook: https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fexample.org%2Freport
	// instagram:
}

func ExampleVerify() {
	c, _ := campaign.Load(context.Background(), millbrook)
	kit, err := share.Build(context.Background(), c, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	m, err := share.Verify(kit)
	fmt.Println(m.Title, m.Version, err)

	altered := make(fstest.MapFS)
	for _, name := range kit.Names() {
		data, _ := kit.ReadFile(name)
		if strings.HasSuffix(name, "x/classes.txt") {
			data = []byte("other words")
		}
		altered[name] = &fstest.MapFile{Data: data}
	}
	_, err = share.Verify(altered)
	var sums *share.SumError
	fmt.Println(errors.As(err, &sums), sums.Altered)
	// Output:
	// Save the Old Mill Library 2031-03-10 <nil>
	// true [posts/en/x/classes.txt]
}

func ExampleCorrect() {
	c, _ := campaign.Load(context.Background(), millbrook)
	fix, err := share.Correct(context.Background(), c, share.Change{
		Fact: "classes",
		Date: campaign.Date{Year: 2031, Month: 3, Day: 12},
		Was:  campaign.Text{"en": "62 classes"},
		Now:  campaign.Text{"en": "58 school classes used the library in 2030"},
	}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(fix.Changelog)
	// Output:
	// ## 2031-03-12
	//
	// - Correction. What was said: 62 classes. What is true: 58 school classes used the library in 2030. https://example.org/report
}

func ExampleDiff() {
	c, _ := campaign.Load(context.Background(), millbrook)
	before, _ := share.Build(context.Background(), c, nil)
	c, _ = campaign.Load(context.Background(), millbrook)
	c.Tags[0].Name = "KeepOldMill"
	after, _ := share.Build(context.Background(), c, nil)
	d, err := share.Diff(before, after)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(d.Added), "added,", len(d.Removed), "removed")
	fmt.Println("X has another text:", slices.Contains(d.Changed, "posts/en/x/classes.txt"))
	// Output:
	// 0 added, 0 removed
	// X has another text: true
}

// One fact's pictures, without the rest of a kit.
func ExamplePictures() {
	c, _ := campaign.Load(context.Background(), millbrook)
	wide, _ := graphic.LookupFormat("wide")
	pictures, err := share.Pictures(context.Background(), c, "classes", &share.Options{Formats: []graphic.Format{wide}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, pic := range pictures {
		g, err := pic.Graphic()
		fmt.Println(pic.Name(), g.Image().Bounds().Size(), err)
	}

	_, err = share.Pictures(context.Background(), c, "clases", nil)
	fmt.Println(err)
	// Output:
	// pictures/en/classes-wide.png (1600,900) <nil>
	// id: no fact of the campaign is called clases
}

// What one fact says, composed for a platform by its own limits.
func ExamplePosts() {
	c, _ := campaign.Load(context.Background(), millbrook)
	posts, err := share.Posts(c, "classes", "en", time.Time{})
	if err != nil {
		fmt.Println(err)
		return
	}
	mastodon, _ := hashtag.Lookup("mastodon")
	mastodon.MaxLength = 5000 // this server takes more
	for _, post := range posts {
		text, err := mastodon.Compose(post)
		fmt.Println(strings.ReplaceAll(text, "\n\n", " ¶ "), err)
	}
	// Output:
	// In 2030, 62 school classes visited the Old Mill Library. According to the Millbrook Town Council. ¶ https://example.org/report ¶ #SaveOldMill <nil>
}
