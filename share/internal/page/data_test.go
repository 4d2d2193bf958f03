package page

import (
	"html"
	"html/template"
	"strings"
	"testing"
)

// FuzzPlainURL: the document says a plain address as it is.
func FuzzPlainURL(f *testing.F) {
	for _, s := range []string{
		"https://example.org/a?b=1&c=%C3%A9#d", "https://example.org/a_(b)", "https://example.org/it's",
		"https://example.org/é", "https://example.org/100%", "", "https://[::1]/",
	} {
		f.Add(s)
	}
	link := template.Must(template.New("").Funcs(template.FuncMap{"url": checked}).Parse(`<a href="{{url .}}">`))
	f.Fuzz(func(t *testing.T, address string) {
		var b strings.Builder
		if err := link.Execute(&b, address); err != nil {
			t.Fatal(err)
		}
		said := html.UnescapeString(strings.TrimSuffix(strings.TrimPrefix(b.String(), `<a href="`), `">`))
		if plainURL().MatchString(address) && said != address {
			t.Errorf("%q is written as %q", address, said)
		}
	})
}
