package share_test

import (
	"fmt"
	"io/fs"
	"regexp"
	"strconv"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
)

// trimBox is of a page that is printed at home: all of the sheet.
var trimBox = regexp.MustCompile(`/MediaBox ?\[ ?0 0 ([0-9.]+) ([0-9.]+) ?\]/BleedBox ?\[ ?0 0 [0-9.]+ [0-9.]+ ?\]/TrimBox ?\[ ?0 0 [0-9.]+ [0-9.]+ ?\]`)

// TestFlyers: every fact can be printed in every language, in colour and in
// one ink, on the paper of North America and on that of the rest of the world.
func TestFlyers(t *testing.T) {
	k := build(t, mill(t), &share.Options{Formats: graphic.Formats()[4:5]})
	for _, fact := range []string{"classes", "sale"} {
		for _, lang := range []string{"en", "es"} {
			for paper, size := range map[string][2]float64{"letter": {612, 792}, "a4": {595.3, 841.9}} {
				name := fmt.Sprintf("print/%s/%s-%s.pdf", lang, fact, paper)
				data, err := fs.ReadFile(k, name)
				if err != nil {
					t.Error(err)
					continue
				}
				pages := trimBox.FindAllStringSubmatch(string(data), -1)
				if len(pages) != 2 {
					t.Errorf("%s has %d pages, want one in colour and one in one ink", name, len(pages))
				}
				for _, p := range pages {
					w, _ := strconv.ParseFloat(p[1], 64)
					h, _ := strconv.ParseFloat(p[2], 64)
					if w < size[0]-1 || w > size[0]+1 || h < size[1]-1 || h > size[1]+1 {
						t.Errorf("%s is %s by %s points, want %v", name, p[1], p[2], size)
					}
				}
			}
		}
	}
}
