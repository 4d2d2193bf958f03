package share_test

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io/fs"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"github.com/shutdowncecot/toolkit/share/campaign"

	"github.com/shutdowncecot/toolkit/share"
)

func startPage(t testing.TB, files fs.FS) string {
	t.Helper()
	data, err := fs.ReadFile(files, "START-HERE.html")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// millStart is the page of the mill, made once.
func millStart(t testing.TB) string {
	millOnce.Do(func() { millSource = startPage(t, build(t, mill(t), nil)) })
	return millSource
}

var (
	millOnce   sync.Once
	millSource string
)

// TestStartPolicy recomputes the hashes of the page's policy: nothing runs and
// nothing styles that is not in it.
func TestStartPolicy(t *testing.T) {
	src := millStart(t)
	policy := regexp.MustCompile(`http-equiv="Content-Security-Policy" content="([^"]+)"`).FindStringSubmatch(src)
	if policy == nil || !strings.HasPrefix(html.UnescapeString(policy[1]), "default-src 'none';") {
		t.Fatalf("policy: %v", policy)
	}
	allowed := html.UnescapeString(policy[1])
	for _, part := range []string{"unsafe", "http:", "https:", "*"} {
		if strings.Contains(allowed, part) {
			t.Errorf("the policy allows %s", part)
		}
	}
	for _, m := range regexp.MustCompile(`(?s)<(script|style)([^>]*)>(.*?)</(?:script|style)>`).FindAllStringSubmatch(src, -1) {
		if strings.Contains(m[2], "application/json") {
			continue
		}
		sum := sha256.Sum256([]byte(m[3]))
		if want := "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(allowed, want) {
			t.Errorf("a %s of %d bytes is not in the policy", m[1], len(m[3]))
		}
	}
}

var (
	pixels = regexp.MustCompile(`data:image[^"]*`)
	fonts  = regexp.MustCompile(`data:font[^)"]*`)
)

// TestStartBudgets: the page of the whole default kit is small enough for chat
// apps and small phones, in all and in its parts.
func TestStartBudgets(t *testing.T) {
	src := startPage(t, cecotFiles(t))
	part := func(begin, end string) string {
		_, rest, _ := strings.Cut(src, begin)
		inside, _, _ := strings.Cut(rest, end)
		return inside
	}
	inFonts := 0
	for _, font := range fonts.FindAllString(src, -1) {
		inFonts += len(font) * 3 / 4
	}
	for _, row := range []struct {
		name       string
		bytes, max int
	}{
		{"file", len(src), maxPage},
		{"all but pixels and fonts", len(fonts.ReplaceAllString(pixels.ReplaceAllString(src, ""), "")), 1_550_000}, // 27 kB a fact, and 180 kB of those in office
		{"style", len(fonts.ReplaceAllString(part("<style>", "</style>"), "")), 40_000},
		{"script", len(part("</script>\n<script>", "</script>")), 70_000},
		{"fonts", inFonts, 64_000},
	} {
		t.Logf("%s: %d bytes of %d", row.name, row.bytes, row.max)
		if row.bytes > row.max || row.bytes == 0 {
			t.Errorf("%s: %d bytes, at most %d", row.name, row.bytes, row.max)
		}
	}
}

// TestStartScript: the script asks nobody, keeps only what keep.js does, and
// writes no HTML.
func TestStartScript(t *testing.T) {
	src := millStart(t)
	for _, m := range regexp.MustCompile(`(?s)<script([^>]*)>(.*?)</script>`).FindAllStringSubmatch(src, -1) {
		if strings.Contains(m[1], "application/json") {
			continue
		}
		for _, word := range []string{"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "sessionStorage",
			"indexedDB", "cookie", "fetch(", "XMLHttpRequest", "WebSocket", "sendBeacon", "pushState", "import("} {
			if strings.Contains(m[2], word) {
				t.Errorf("the script says %s", word)
			}
		}
		if n := strings.Count(m[2], "localStorage"); n > 1 {
			t.Errorf("the script uses the browser's storage in %d places", n)
		}
	}
}

// TestStartElements walks the parsed page: every picture can be heard, every
// link leads where it may, no element carries style or handlers.
func TestStartElements(t *testing.T) {
	doc, err := html.Parse(strings.NewReader(millStart(t)))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		attr := make(map[string]string)
		for _, a := range n.Attr {
			attr[a.Key] = a.Val
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
				t.Errorf("<%s> has %s", n.Data, a.Key)
			}
		}
		if _, alt := attr["alt"]; n.Data == "img" && (!alt || attr["width"] == "" || attr["height"] == "") {
			t.Errorf("a picture without alt, width or height: %.80v", attr)
		}
		if link, ok := attr["href"]; ok && n.Data == "a" {
			checkLink(t, link, attr["rel"])
		}
	}
}

func checkLink(t *testing.T, link, rel string) {
	u, err := url.Parse(link)
	switch {
	case err != nil:
		t.Errorf("%s: %v", link, err)
	case u.Scheme == "https":
		if !strings.Contains(rel, "noopener") || !strings.Contains(rel, "noreferrer") {
			t.Errorf("%s: rel is %q", link, rel)
		}
	case u.Scheme == "tel" || u.Scheme == "sms" || u.Scheme == "mailto" || u.Scheme == "blob":
	case u.Scheme != "" || strings.HasPrefix(link, "/") || strings.Contains(link, ".."):
		t.Errorf("a link to %s", link)
	}
}

// TestStartDirection: a mark that turns the direction of text, with which one
// address can be made to read as another, is refused and named.
func TestStartDirection(t *testing.T) {
	c := mill(t)
	c.Topics[0].Title["en"] = "The library\u202eyrarbil"
	c.Facts[0].Topic, c.Facts[1].Topic = "", "" // no card says it
	if _, err := share.Build(context.Background(), c, nil); err == nil || !strings.Contains(err.Error(), "title.en: contains the invisible character U+202E") {
		t.Errorf("got %v, want the field with U+202E", err)
	}
}

// TestStartHostile: what a fact says is text, whatever it looks like.
func TestStartHostile(t *testing.T) {
	c := mill(t)
	c.Facts[0].Claim["en"] = `</script><img src=x onerror="alert(1)"><script>alert(2)</script> {{.}}`
	c.Facts[0].Source.Title = `"><svg onload=alert(3)>`
	src := startPage(t, build(t, c, nil))
	doc, err := html.Parse(strings.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") {
				t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
			}
		}
		if n.Type == html.ElementNode && n.Data == "script" && n.FirstChild != nil && strings.HasPrefix(n.FirstChild.Data, "alert(") {
			t.Error("a fact became a script")
		}
	}
}

// TestStartNames: what has a name in each language is called by it, and what
// has one name with another is told apart.
func TestStartNames(t *testing.T) {
	c := busyMill(t)
	c.Orgs.List[0].Name = campaign.Text{"en": "Friends of the Old Mill", "es": "Amistades del Molino Viejo"}
	c.Facts[0].Claim["es"] = "Lo dice la biblioteca de EE. UU."
	src := startPage(t, build(t, c, nil))
	for _, want := range []string{
		"Amistades del Molino Viejo</span></th>", "Llamé porque (tu foto)", `data-t="{&#34;en&#34;:&#34;Email&#34;,&#34;es&#34;:&#34;Correo&#34;}"`,
		`"app_email":"Correo"`, "EE.\u00a0UU.",
	} {
		if !strings.Contains(src, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

// TestStartFinders: where people call and write they find their own
// representatives, and no other contact.
func TestStartFinders(t *testing.T) {
	src := startPage(t, build(t, busyMill(t), nil))
	if !strings.Contains(src, "millbrook.example/find") || strings.Contains(src, "millbrook.example/archive") {
		t.Error("the page offers other contacts than finders, or not these")
	}
}

const councilFront = `---
title: To a councillor
form: email
subject: "{town}: the Old Mill Library"
slots:
  - {id: office, label: The office, required: true, from: office, offices: [{id: mayor, name: Mayor}]}
  - {id: their-name, label: Their name, required: true, from: name}
  - {id: town, label: Your town, required: true}
  - {id: why, label: Why it matters to you, required: true, own: true}
---

`

// TestSlotOfOneLanguage: a salutation that only one language needs kept the start
// page from being written.
func TestSlotOfOneLanguage(t *testing.T) {
	c := millWith(t,
		"letters/en/council.md", councilFront+"Dear {office} {their-name},\n\nI live in {town}.\n\n{why}\n",
		"letters/es/council.md", councilFront+"Honorable {their-name}:\n\nVivo en {town}.\n\n{why}\n")
	if _, err := build(t, c, nil).ReadFile("START-HERE.html"); err != nil {
		t.Error(err)
	}
}

// TestSharedBlanks: what somebody asks a councillor stood in the letter to the
// newspaper, which asks for another thing by the same id.
func TestSharedBlanks(t *testing.T) {
	editor := func(title string) string {
		return fmt.Sprintf("---\ntitle: %s\nform: letter\nslots:\n  - {id: town, label: Your town, required: true}\n"+
			"  - {id: why, label: Why they should print it, required: true, own: true}\n---\n\n{town}: {why}\n", title)
	}
	c := millWith(t,
		"letters/en/council.md", councilFront+"Dear {office} {their-name},\n\nI live in {town}.\n\n{why}\n",
		"letters/es/council.md", councilFront+"Honorable {office} {their-name}:\n\nVivo en {town}.\n\n{why}\n",
		"letters/en/editor.md", editor("To the editor"), "letters/es/editor.md", editor("A la redacción"))
	src := startPage(t, build(t, c, nil))
	for field, n := range map[string]int{"town": 2, "why": 1, "editor-why": 1, "council-their-name": 1} {
		if got := strings.Count(src, `data-field="`+field+`"`); got != n {
			t.Errorf("%d blanks of the page are %s, want %d", got, field, n)
		}
	}
}

// TestStartAddresses: the address of a contact stood nowhere.
func TestStartAddresses(t *testing.T) {
	c := millWith(t, "contacts.yaml", "contacts: [{id: desk, label: {en: Town desk, es: Ventanilla}, address: \"12 Mill Square, Millbrook\"}]\n")
	kit, err := share.Build(t.Context(), c, nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, wants := range map[string][]string{
		"START-HERE.txt":  {"Town desk: 12 Mill Square, Millbrook\n", "Ventanilla: 12 Mill Square, Millbrook\n"},
		"START-HERE.html": {"12 Mill Square, Millbrook"},
	} {
		data, err := fs.ReadFile(kit, name)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range wants {
			if !strings.Contains(string(data), want) {
				t.Errorf("%s lacks %q", name, want)
			}
		}
	}
}

// TestPageMailRecipient: the mail that the start page opens goes to the contact
// that the letter names, as the draft of the command does.
func TestPageMailRecipient(t *testing.T) {
	letter := func(lang string) []string {
		return []string{"letters/" + lang + "/council.md", "---\ntitle: To the council\nform: email\nto: council\nsubject: A hearing\nslots:\n" +
			"  - {id: why, label: Why, required: true, own: true}\n---\n\nDear council,\n\n{why}\n"}
	}
	c := millWith(t, append(append(letter("en"), letter("es")...), "contacts.yaml",
		"contacts:\n  - {id: council, label: {en: Town council, es: Ayuntamiento}, url: \"https://millbrook.example/council\", mail: a+b@millbrook.example}\n")...)
	data, err := fs.ReadFile(build(t, c, nil), "START-HERE.html")
	if err != nil {
		t.Fatal(err)
	}
	button := regexp.MustCompile(`<a class="button" href="mailto:[^>]*data-mail[^>]*>`).FindString(string(data))
	if text := html.UnescapeString(button); !strings.Contains(text, `data-to="a+b@millbrook.example"`) {
		t.Errorf("the button for mail is %s", text)
	}
}
