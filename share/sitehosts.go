package share

import (
	"fmt"
	"strings"

	"github.com/shutdowncecot/toolkit/share/internal/site"
)

// everywhere are the headers of every file. The start page brings a policy of
// its own, so that of pages goes only to the folders of languages.
var everywhere = [][2]string{
	{"X-Content-Type-Options", "nosniff"},
	{"Referrer-Policy", "no-referrer"},
	{"Cross-Origin-Opener-Policy", "same-origin"},
	{"Permissions-Policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()"},
	{"Strict-Transport-Security", "max-age=31536000"},
}

// onPages is the policy of pages as a header, which can also forbid frames.
const onPages = site.Policy + "; frame-ancestors 'none'"

// forEver is said of files that have a digest in their names.
const forEver = "public, max-age=31536000, immutable"

// Hosts says to the programs that serve a site how it is served.
type hosts struct{ *webmaster }

// addHosting adds the files by which hosts learn of headers and redirects.
func (w hosts) addHosting() {
	w.addBytes("_headers", w.netlifyHeaders())
	w.addBytes("_redirects", w.redirects("%s %s 301\n"))
	w.addBytes(".htaccess", w.apache())
	w.addBytes(".nojekyll", "")
	w.addText("vercel.json", about{}, w.vercel)
	w.addBytes("hosting/nginx.conf", w.nginx())
	w.addBytes("hosting/README.txt", w.hostingText())
}

// moved are the addresses of facts that others took the place of: from, to.
func (w hosts) moved() (all [][2]string) {
	for _, f := range w.plan.stopped {
		for _, ed := range w.plan.editions {
			if by := ed.factByID([]string{f.SupersededBy}); by != nil && f.Headline.Has(ed.lang) {
				folder := w.base.path + ed.lang + "/facts/"
				all = append(all, [2]string{folder + f.ID + "/", folder + by.ID + "/"})
			}
		}
	}
	return all
}

// redirects writes a line for each.
func (w hosts) redirects(line string) string {
	var b strings.Builder
	for _, m := range w.moved() {
		fmt.Fprintf(&b, line, m[0], m[1])
	}
	return b.String()
}

// netlifyHeaders are the headers as Netlify and Cloudflare Pages read them.
func (w hosts) netlifyHeaders() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s*\n", w.base.path)
	for _, h := range everywhere {
		fmt.Fprintf(&b, "  %s: %s\n", h[0], h[1])
	}
	for _, ed := range w.plan.editions {
		fmt.Fprintf(&b, "%s%s/*\n  Content-Security-Policy: %s\n", w.base.path, ed.lang, onPages)
	}
	for _, folder := range []string{"a", "i"} {
		fmt.Fprintf(&b, "%s%s/*\n  Cache-Control: %s\n", w.base.path, folder, forEver)
	}
	fmt.Fprintf(&b, "%ssw.js\n  Cache-Control: no-cache\n", w.base.path)
	return b.String()
}

// languages are the folders of pages, as an expression has them.
func (w hosts) languages() string { return "(" + strings.Join(w.plan.langs, "|") + ")" }

// apache are the headers as Apache reads them, in the site's own folder.
func (w hosts) apache() string {
	var b strings.Builder
	b.WriteString("ErrorDocument 404 " + w.base.path + "404.html\nAddType application/manifest+json .webmanifest\nAddType text/calendar .ics\n")
	b.WriteString("<IfModule mod_headers.c>\n")
	for _, h := range everywhere {
		fmt.Fprintf(&b, "  Header set %s %q\n", h[0], h[1])
	}
	fmt.Fprintf(&b, "  <If \"%%{REQUEST_URI} =~ m#^%s%s/#\">\n    Header set Content-Security-Policy %q\n  </If>\n", w.base.path, w.languages(), onPages)
	fmt.Fprintf(&b, "  <If \"%%{REQUEST_URI} =~ m#^%s(a|i)/#\">\n    Header set Cache-Control %q\n  </If>\n", w.base.path, forEver)
	fmt.Fprintf(&b, "  <Files \"sw.js\">\n    Header set Cache-Control \"no-cache\"\n  </Files>\n</IfModule>\n")
	b.WriteString("<IfModule mod_alias.c>\n" + w.redirects("  Redirect 301 %s %s\n") + "</IfModule>\n")
	return b.String()
}

// nginx is a part of a server block. A location that sets a header inherits
// none, so each has them all.
func (w hosts) nginx() string {
	var b strings.Builder
	location := func(match, name, value string) {
		fmt.Fprintf(&b, "location %s {\n", match)
		for _, h := range append(everywhere[:len(everywhere):len(everywhere)], [2]string{name, value}) {
			fmt.Fprintf(&b, "  add_header %s %q always;\n", h[0], h[1])
		}
		b.WriteString("}\n")
	}
	fmt.Fprintf(&b, "# In the server block whose root holds the site at %s\nerror_page 404 %s404.html;\n", w.base.path, w.base.path)
	b.WriteString(w.redirects("location = %s { return 301 %s; }\n"))
	location("~ ^"+w.base.path+w.languages()+"/", "Content-Security-Policy", onPages)
	location("~ ^"+w.base.path+"(a|i)/", "Cache-Control", forEver)
	location("= "+w.base.path+"sw.js", "Cache-Control", "no-cache")
	location(w.base.path, "Cache-Control", "no-cache")
	return b.String()
}

// vercel are headers and redirects as Vercel reads them.
func (w hosts) vercel() (string, error) {
	type header struct {
		Key   string `json:"key"`
		Value string `json:"value"`
	}
	type rule struct {
		Source  string   `json:"source"`
		Headers []header `json:"headers"`
	}
	type redirect struct {
		Source      string `json:"source"`
		Destination string `json:"destination"`
		Permanent   bool   `json:"permanent"`
	}
	var all []header
	for _, h := range everywhere {
		all = append(all, header{h[0], h[1]})
	}
	moved := []redirect{}
	for _, m := range w.moved() {
		moved = append(moved, redirect{m[0], m[1], true})
	}
	return indented(struct {
		TrailingSlash bool       `json:"trailingSlash"`
		Headers       []rule     `json:"headers"`
		Redirects     []redirect `json:"redirects"`
	}{true, []rule{
		{w.base.path + "(.*)", all},
		{w.base.path + w.languages() + "/(.*)", []header{{"Content-Security-Policy", onPages}}},
		{w.base.path + "(a|i)/(.*)", []header{{"Cache-Control", forEver}}},
		{w.base.path + "sw.js", []header{{"Cache-Control", "no-cache"}}},
	}, moved})
}

// hostingText says, for whoever puts the site on a host, what is for which.
func (w hosts) hostingText() string {
	return "This folder is the website of a share kit for " + w.base.String() + `
Upload all of it, the files that begin with a dot or a low line too.

Netlify, Cloudflare Pages  _headers and _redirects are read from the first folder.
Apache                     .htaccess is read where AllowOverride allows FileInfo.
nginx                      put hosting/nginx.conf into the server block.
Vercel                     vercel.json is read from the first folder.
GitHub, GitLab, Codeberg   set no headers. Every page has its policy inside, and
                           pages of replaced facts lead on by themselves.

Serve pictures as they are, with their Content-Length: Signal and others show no
preview of a picture that is compressed on the way. Use https only.

Write the next version into the same folder. Pictures of earlier ones stay in i/,
since posts that were shared still show them. site.json lists what belongs to
the site; anything else in the folder is left alone.
`
}
