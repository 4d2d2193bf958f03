// The pages that welcome people are tested here: their links, pictures,
// commands, snippets, campaign files and figures.
package examples_test

import (
	"bufio"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

// pages of the project, from this folder.
var pages = []string{
	"../README.md", "README.md", "docs/brief.md", "docs/campaign.md", "docs/numbers.md", "docs/organizing.es.md",
	"docs/organizing.md", "docs/server.md", "docs/tables.md", "docs/videos.md",
	"sharekit/README.md", "sharekit/README.es.md",
}

// A block is a fenced block or a table of a page. A comment before it says
// what it is for: "run", "kit" or "file: NAME".
type block struct {
	page string
	line int    // of its first line
	mark string // "" if there is no comment
	lang string // "table" for a table
	text string
}

var marked = regexp.MustCompile(`^<!-- (run|kit|file: \S+) -->$`)

// blocks reads the blocks of a page.
func blocks(t *testing.T, page string) (list []block) {
	t.Helper()
	mark, open := "", (*block)(nil)
	for i, line := range lines(t, page) {
		table := strings.HasPrefix(line, "|")
		switch {
		case open != nil && open.lang != "table" && line == "```", open != nil && open.lang == "table" && !table:
			list, open, mark = append(list, *open), nil, ""
		case open != nil:
			open.text += line + "\n"
		case strings.HasPrefix(line, "```"):
			open = &block{page, i + 2, mark, line[3:], ""}
		case table:
			open = &block{page, i + 1, mark, "table", line + "\n"}
		case marked.MatchString(line):
			mark = marked.FindStringSubmatch(line)[1]
		case strings.HasPrefix(line, "<!--"):
			t.Errorf("%s:%d: %s marks nothing", page, i+1, line)
		}
	}
	if len(list) == 0 || open != nil {
		t.Fatalf("%s has no blocks, or one without an end", page)
	}
	return list
}

func lines(t *testing.T, page string) (list []string) {
	t.Helper()
	f, err := os.Open(filepath.FromSlash(page))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		list = append(list, s.Text())
	}
	return list
}

var links = regexp.MustCompile(`\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"`)

// Every link within the project leads to a file, and to a heading if it names
// one.
func TestLinks(t *testing.T) {
	for _, page := range pages {
		n := 0
		for i, line := range lines(t, page) {
			for _, m := range links.FindAllStringSubmatch(line, -1) {
				to := m[1] + m[2]
				if strings.HasPrefix(to, "https://") {
					continue
				}
				n++
				file, heading, _ := strings.Cut(to, "#")
				target := path.Join(path.Dir(page), file)
				if file == "" {
					target = page
				}
				if _, err := os.Stat(filepath.FromSlash(target)); err != nil {
					t.Errorf("%s:%d: %v", page, i+1, err)
				} else if heading != "" && !headings(t, target)[heading] {
					t.Errorf("%s:%d: %s has no heading %q", page, i+1, target, heading)
				}
			}
		}
		if n == 0 {
			t.Errorf("%s leads nowhere", page)
		}
	}
}

// headings are the anchors of a page.
func headings(t *testing.T, page string) map[string]bool {
	t.Helper()
	anchors := map[string]bool{}
	for _, line := range lines(t, page) {
		title := strings.TrimLeft(line, "#")
		if title == line || !strings.HasPrefix(title, " ") {
			continue
		}
		anchors[strings.Map(func(r rune) rune {
			switch {
			case unicode.IsLetter(r), unicode.IsDigit(r), r == '-':
				return unicode.ToLower(r)
			case r == ' ':
				return '-'
			}
			return -1
		}, strings.TrimSpace(title))] = true
	}
	return anchors
}

// Every picture has a width and says what it shows.
func TestPictures(t *testing.T) {
	picture := regexp.MustCompile(`<img src="[^"]+\.png" width="\d{3}" alt="[^"]{60,}">`)
	n := 0
	for _, page := range pages {
		for i, line := range lines(t, page) {
			if strings.Contains(line, "![") || strings.Contains(line, "<img") && !picture.MatchString(line) {
				t.Errorf("%s:%d: a picture without width or words: %s", page, i+1, line)
			}
			n += strings.Count(line, "<img")
		}
	}
	if n < 4 {
		t.Errorf("%d pictures", n)
	}
}
