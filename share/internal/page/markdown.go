package page

import (
	"bytes"
	"html"
	"html/template"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// A markdown renders the texts of pages: raw HTML and pictures are left out,
// headings start at the given level without a gap, and links go only where
// linkProblem allows. Addresses with https become links, "- [ ]" a box to tick
// on paper.
type markdown struct {
	top     int    // level of the highest heading
	outside string // said after links that leave the page
}

func (m markdown) render(source string) (template.HTML, error) {
	md, src := m.reader(), []byte(source)
	doc := parsed(md, src)
	dropTitle(doc)
	demote(doc, m.top)
	nameCells(doc, src)
	if err := checkLinks(doc, src); err != nil {
		return "", err
	}
	var b bytes.Buffer
	err := md.Renderer().Render(&b, src, doc)
	return template.HTML(blockEnd().ReplaceAll(b.Bytes(), []byte("$1"))), err
}

// blockEnd is a tag of a block and the end of its line, which nobody sees.
var blockEnd = pattern.New(`(</?(?:p|li|[uo]l|h[1-6]|table|thead|tbody|t[rhd]|blockquote)(?: [^<>]*)?>)\n`)

// Markdown renders a text as the pages of a kit do, its headings from a level
// on. What outside says stands after each link that leads to another site.
func Markdown(source string, top int, outside string) (template.HTML, error) {
	return markdown{top: top, outside: outside}.render(source)
}

// CheckMarkdown refuses a text with a link that may not stand in a page.
func CheckMarkdown(source string) error {
	src := []byte(source)
	return checkLinks(parsed(markdown{}.reader(), src), src)
}

func parsed(md goldmark.Markdown, src []byte) ast.Node {
	return md.Parser().Parse(text.NewReader(src), parser.WithContext(parser.NewContext()))
}

func (m markdown) reader() goldmark.Markdown {
	return goldmark.New(
		goldmark.WithExtensions(
			extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone)),
			extension.NewLinkify(
				extension.WithLinkifyAllowedProtocols([]string{"https:"}),
				extension.WithLinkifyWWWRegexp(never()), extension.WithLinkifyEmailRegexp(never())),
			extension.TaskList,
		),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(&linkRenderer{m.outside}, 100))),
	)
}

// never matches, and says so at its first byte: it is asked at every mark of a
// text, with all that follows there.
var never = pattern.New(`\A[^\s\S]`)

// dropTitle takes out a leading level-one heading: the section has it already.
func dropTitle(doc ast.Node) {
	if h, ok := doc.FirstChild().(*ast.Heading); ok && h.Level == 1 {
		doc.RemoveChild(doc, h)
	}
}

// demote moves headings below the level top, closing gaps: the used levels
// become top, top+1, …
func demote(doc ast.Node, top int) {
	var used [7]bool
	each(doc, func(h *ast.Heading) { used[h.Level] = true })
	var to [7]int
	next := top
	for level, is := range used {
		to[level] = min(next, 6)
		if is {
			next++
		}
	}
	last := top - 1
	each(doc, func(h *ast.Heading) {
		h.Level = min(to[h.Level], last+1)
		last = h.Level
	})
}

// nameCells labels each cell with the heading of its column, which narrow screens
// show beside it.
func nameCells(doc ast.Node, src []byte) {
	each(doc, func(t *extast.Table) {
		var heads [][]byte
		each(t.FirstChild(), func(c *extast.TableCell) {
			var b []byte
			each(c, func(t *ast.Text) { b = append(b, t.Segment.Value(src)...) })
			heads = append(heads, b)
		})
		for row := t.FirstChild().NextSibling(); row != nil; row = row.NextSibling() {
			i := 0
			for c := row.FirstChild(); c != nil && i < len(heads); c = c.NextSibling() {
				if c.HasChildren() {
					c.SetAttributeString("data-h", heads[i])
				}
				i++
			}
		}
	})
}

// each calls f for every node of a type, in the order of the text.
func each[T ast.Node](doc ast.Node, f func(T)) {
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) { //nolint:errcheck // the walker never fails
		if x, ok := n.(T); ok && entering {
			f(x)
		}
		return ast.WalkContinue, nil
	})
}

func checkLinks(doc ast.Node, src []byte) error {
	var err error
	check := func(address string) {
		if wrong := checkLink(address); wrong != nil && err == nil {
			err = &FieldError{wrong.Within("link " + address)}
		}
	}
	each(doc, func(l *ast.Link) { check(string(l.Destination)) })
	each(doc, func(l *ast.AutoLink) { check(autoLinkURL(l, src)) })
	return err
}

func autoLinkURL(l *ast.AutoLink, src []byte) string {
	if l.AutoLinkType == ast.AutoLinkEmail {
		return "mailto:" + string(l.URL(src))
	}
	return string(l.URL(src))
}

// linkRenderer writes links as the rest of the page does, and no pictures.
type linkRenderer struct{ outside string }

func (r *linkRenderer) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(ast.KindLink, r.link)
	reg.Register(ast.KindAutoLink, r.autoLink)
	reg.Register(ast.KindImage, r.image)
	reg.Register(ast.KindRawHTML, skip)
	reg.Register(ast.KindHTMLBlock, skip)
	reg.Register(extast.KindTaskCheckBox, task)
}

func (r *linkRenderer) link(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	address := string(n.(*ast.Link).Destination)
	if entering {
		w.WriteString(openLink(address))
	} else {
		w.WriteString(r.closeLink(address))
	}
	return ast.WalkContinue, nil
}

func (r *linkRenderer) autoLink(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	l := n.(*ast.AutoLink)
	if entering {
		address := autoLinkURL(l, src)
		w.WriteString(openLink(address) + printed(string(l.Label(src))) + r.closeLink(address))
	}
	return ast.WalkContinue, nil
}

// printed is an address as people read it, with room to break at its slashes.
func printed(address string) string {
	address = strings.TrimPrefix(strings.TrimPrefix(address, "https://"), "www.")
	return strings.ReplaceAll(html.EscapeString(strings.TrimSuffix(address, "/")), "/", "/<wbr>")
}

// image leaves the picture out and keeps its description.
func (r *linkRenderer) image(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) {
	return ast.WalkContinue, nil
}

func skip(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) {
	return ast.WalkSkipChildren, nil
}

func task(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		w.WriteString(`<span class="todo" aria-hidden="true"></span> `)
	}
	return ast.WalkContinue, nil
}

func openLink(address string) string {
	a := `<a href="` + html.EscapeString(address) + `"`
	if isOutside(address) {
		a += ` target="_blank" rel="noopener noreferrer"`
	}
	return a + ">"
}

func (r *linkRenderer) closeLink(address string) string {
	if !isOutside(address) {
		return "</a>"
	}
	return `<span class="vh"> ` + html.EscapeString(r.outside) + `</span></a>`
}
