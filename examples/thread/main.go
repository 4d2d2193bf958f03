// Thread splits a text into posts that fit a platform, and counts each as the
// platform does.
//
//	go run ./examples/thread -on bluesky -link https://example.org/report < text.txt
package main

import (
	"flag"
	"fmt"
	"io"
	"log"
	"os"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/hashtag"
)

func main() {
	on := flag.String("on", "x", "platform")
	link := flag.String("link", "", "link for the last part")
	lang := flag.String("lang", "en", "language of the text")
	flag.Parse()
	text, err := io.ReadAll(os.Stdin)
	if err == nil {
		err = thread(os.Stdout, *on, hashtag.Post{Text: string(text), Link: *link, Lang: language.Make(*lang)})
	}
	if err != nil {
		log.Fatal(err)
	}
}

// thread prints the parts of a post, each below its length and the limit;
// a limit of 0 is none.
func thread(w io.Writer, on string, post hashtag.Post) error {
	p, ok := hashtag.Lookup(on)
	if !ok {
		return fmt.Errorf("there is no platform %q", on)
	}
	parts, err := p.Thread(post)
	if err != nil {
		return err
	}
	for _, part := range parts {
		fmt.Fprintf(w, "-- %d %s, limit %d\n%s\n", p.Length(p.Shown(part)), p.Unit(), p.MaxLength, part)
	}
	return nil
}
