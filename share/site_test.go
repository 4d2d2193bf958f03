package share_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"image"
	"image/png"
	"io/fs"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

const millSite = "https://mill.example/library/"

// changedMill is the busy mill with a fact that was replaced, one that was
// withdrawn and one that has expired.
func changedMill(t testing.TB) *campaign.Campaign {
	t.Helper()
	c := busyMill(t)
	for _, status := range []struct {
		id string
		to func(*campaign.Fact)
	}{
		{"was-replaced", func(f *campaign.Fact) { f.Status, f.SupersededBy = campaign.Superseded, "classes" }},
		{"was-withdrawn", func(f *campaign.Fact) { f.Status = campaign.Retracted }},
		{"has-expired", func(f *campaign.Fact) { f.Expires = campaign.Date{Year: 2031, Month: 3, Day: 5} }},
	} {
		f, _ := c.Fact("sale")
		f.ID = status.id
		status.to(&f)
		c.Facts = append(c.Facts, f)
	}
	return c
}

func newSite(t testing.TB, c *campaign.Campaign, base string) *share.Site {
	t.Helper()
	s, err := share.NewSite(context.Background(), c, base, nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// documents are the pages of a site but START-HERE.html, which has tests of its
// own.
func documents(t testing.TB, s *share.Site) map[string]string {
	t.Helper()
	all := make(map[string]string)
	for _, name := range s.Names() {
		if path.Ext(name) != ".html" || strings.HasPrefix(name, "kit/") {
			continue
		}
		data, err := s.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = string(data)
	}
	return all
}

var (
	inAttribute = regexp.MustCompile(` (?:href|src|srcset)="([^"]*)"`)
	ofMeta      = regexp.MustCompile(`<meta (?:property|name)="([^"]*)" content="([^"]*)">`)
	ofVersion   = regexp.MustCompile(`<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">`)
	ofRefresh   = regexp.MustCompile(`http-equiv="refresh" content="0; url=([^"]*)"`)
	isAnchor    = regexp.MustCompile(` id="([^"]*)"`)
)

// TestSiteLinks follows every link of every page: each leads to a file of the
// site, and to a place that there is in it.
func TestSiteLinks(t *testing.T) {
	for _, base := range []string{"https://mill.example", millSite} {
		s := newSite(t, changedMill(t), base)
		names, pages := s.Names(), documents(t, s)
		for name, page := range pages {
			links := slices.Concat(inAttribute.FindAllStringSubmatch(page, -1), ofRefresh.FindAllStringSubmatch(page, -1))
			here, _ := url.Parse(s.Base() + name)
			for _, m := range links {
				to, err := here.Parse(html.UnescapeString(m[1]))
				if err != nil {
					t.Errorf("%s leads to %s: %v", name, m[1], err)
				}
				fragment := to.Fragment
				to.Fragment = ""
				at, ours := strings.CutPrefix(to.String(), s.Base())
				if !ours {
					continue
				}
				if at == "" || strings.HasSuffix(at, "/") {
					at += "index.html"
				}
				if !slices.Contains(names, at) {
					t.Errorf("%s leads to %s: there is no %s", name, m[1], at)
				}
				if there := pages[at]; fragment != "" && there != "" && !hasAnchor(there, fragment) {
					t.Errorf("%s leads to %s: there is no such place", name, m[1])
				}
			}
		}
	}
}

func hasAnchor(page, id string) bool {
	return slices.ContainsFunc(isAnchor.FindAllStringSubmatch(page, -1), func(m []string) bool { return m[1] == id })
}

// TestSitePreviews holds what a shared link shows to what apps take: the tags
// within the first 300 KB, a PNG or JPEG by its whole address, of the size that
// is said, below 300 KB, at least 300 px wide and at most 4 to 1.
func TestSitePreviews(t *testing.T) {
	s := newSite(t, changedMill(t), millSite)
	shown := make(map[string]bool)
	for name, page := range documents(t, s) {
		meta := make(map[string]string)
		for _, m := range ofMeta.FindAllStringSubmatch(page, -1) {
			if meta[m[1]] = html.UnescapeString(m[2]); m[2] == "" {
				t.Errorf("%s: %s is empty", name, m[1])
			}
		}
		if meta["robots"] == "noindex" {
			if meta["og:image"] != "" {
				t.Errorf("%s no longer stands and has a preview", name)
			}
			continue
		}
		if n := utf8.RuneCountInString(meta["og:description"]); n == 0 || n > 110 {
			t.Errorf("%s: a description of %d characters: %q", name, n, meta["og:description"])
		}
		at, ours := strings.CutPrefix(meta["og:image"], millSite)
		if !ours || strings.Index(page, "og:image") > 300_000 || meta["twitter:card"] != "summary_large_image" {
			t.Errorf("%s: image %q", name, meta["og:image"])
			continue
		}
		size := meta["og:image:width"] + "x" + meta["og:image:height"]
		if shown[at+size] {
			continue
		}
		shown[at+size] = true
		data, err := s.ReadFile(at)
		if err != nil {
			t.Fatal(err)
		}
		got, kind, err := image.DecodeConfig(bytes.NewReader(data))
		if err != nil || "image/"+kind != meta["og:image:type"] || fmt.Sprintf("%dx%d", got.Width, got.Height) != size {
			t.Errorf("%s is %s of %dx%d, said to be %s of %s", at, kind, got.Width, got.Height, meta["og:image:type"], size)
		}
		if len(data) > 300_000 || got.Width < 300 || got.Width > 4*got.Height {
			t.Errorf("%s: %d bytes, %dx%d", at, len(data), got.Width, got.Height)
		}
	}
	page := siteFile(t, s, "en/facts/sale/index.html")
	if !strings.Contains(page, `<meta property="og:title" content="No building may be sold without a hearing">`) {
		t.Error("a link does not show the headline")
	}
	if !strings.Contains(page, `<meta property="og:description" content="According to the Millbrook town code.`) {
		t.Error("a link does not say who says so")
	}
}

func siteFile(t testing.TB, s *share.Site, name string) string {
	t.Helper()
	data, err := s.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestSiteVersions compares what the languages of a page say of one another:
// each lists the same addresses, its own among them.
func TestSiteVersions(t *testing.T) {
	s := newSite(t, changedMill(t), millSite)
	lists := make(map[string]string)
	for name, page := range documents(t, s) {
		lists[name] = fmt.Sprint(ofVersion.FindAllStringSubmatch(page, -1))
	}
	for name, page := range documents(t, s) {
		for _, m := range ofVersion.FindAllStringSubmatch(page, -1) {
			at := strings.TrimPrefix(m[2], millSite) + "index.html"
			if lists[at] != lists[name] {
				t.Errorf("%s and %s do not list the same versions", name, at)
			}
		}
		own := `<link rel="canonical" href="` + millSite + strings.TrimSuffix(name, "index.html") + `">`
		if name != "index.html" && !strings.Contains(page, "noindex") && (!strings.Contains(page, own) || !strings.Contains(lists[name], "x-default")) {
			t.Errorf("%s does not say its own address or the version for everybody else", name)
		}
	}
}

// TestSiteCorrections looks for what no longer stands: it leads to what took its
// place, says that it was withdrawn, or is gone.
func TestSiteCorrections(t *testing.T) {
	s := newSite(t, changedMill(t), millSite)
	moved := siteFile(t, s, "es/facts/was-replaced/index.html")
	if m := ofRefresh.FindStringSubmatch(moved); m == nil || m[1] != "../../../es/facts/classes/#history" {
		t.Errorf("a fact that was replaced leads to %q", m)
	}
	if !strings.Contains(siteFile(t, s, "en/facts/classes/index.html"), "Replaces: No building may be sold without a hearing.") {
		t.Error("a fact does not say what it took the place of")
	}
	withdrawn := siteFile(t, s, "en/facts/was-withdrawn/index.html")
	if !strings.Contains(withdrawn, "This was withdrawn.") || strings.Contains(withdrawn, "<img") || strings.Contains(withdrawn, "Words to post") {
		t.Error("a fact that was withdrawn can be shared")
	}
	line := "/library/en/facts/was-replaced/ /library/en/facts/classes/ 301\n"
	if got := siteFile(t, s, "_redirects"); !strings.Contains(got, line) {
		t.Errorf("_redirects has %q", got)
	}
	for _, name := range s.Names() {
		if strings.Contains(name, "has-expired") || strings.HasPrefix(name, "i/") && strings.Contains(name, "was-") {
			t.Errorf("the site has %s", name)
		}
		if text := []string{".xml", ".html", ".js"}; slices.Contains(text, path.Ext(name)) && strings.Contains(siteFile(t, s, name), "has-expired") {
			t.Errorf("%s leads to a fact that has expired", name)
		}
	}
	if page := siteFile(t, s, "en/facts/sale/index.html"); !strings.Contains(page, `data-expires="2032-01-01"`) {
		t.Error("a page does not know when it is not to be shared any more")
	}
}

// TestSiteFeed reads a feed as XML: whole addresses, and ids that do not change
// when the site moves.
func TestSiteFeed(t *testing.T) {
	type feed struct {
		ID      string `xml:"http://www.w3.org/2005/Atom id"`
		Updated string `xml:"updated"`
		Entries []struct {
			ID, Title, Updated, Summary string
			Link                        struct {
				Href string `xml:"href,attr"`
			} `xml:"link"`
		} `xml:"http://www.w3.org/2005/Atom entry"`
	}
	ids := make(map[string][]string)
	for _, base := range []string{millSite, "https://elsewhere.example/"} {
		s := newSite(t, changedMill(t), base)
		var f feed
		dec := xml.NewDecoder(strings.NewReader(siteFile(t, s, "en/feed.xml")))
		dec.DefaultSpace = "http://www.w3.org/2005/Atom"
		if err := dec.Decode(&f); err != nil {
			t.Fatal(err)
		}
		if len(f.Entries) < 4 || f.ID == "" || f.Updated != "2031-03-10T00:00:00Z" {
			t.Fatalf("a feed of %d entries, updated %s", len(f.Entries), f.Updated)
		}
		data := siteFile(t, s, "en/feed.xml")
		for _, m := range regexp.MustCompile(`href="([^"]*)"`).FindAllStringSubmatch(data, -1) {
			if !strings.HasPrefix(m[1], base) {
				t.Errorf("a link in the feed: %s", m[1])
			}
		}
		for _, m := range regexp.MustCompile(`<id>(.*)</id>`).FindAllStringSubmatch(data, -1) {
			ids[base] = append(ids[base], m[1])
		}
	}
	if !slices.Equal(ids[millSite], ids["https://elsewhere.example/"]) {
		t.Error("every entry is new when the site moves")
	}
	if once := slices.Compact(slices.Sorted(slices.Values(ids[millSite]))); len(once) != len(ids[millSite]) {
		t.Error("two entries have one id")
	}
}

// TestSiteIcons has the icons that are asked for without being named: where they
// are missing, iMessage shows a bare link.
func TestSiteIcons(t *testing.T) {
	s := newSite(t, mill(t), millSite)
	if icon, err := fs.ReadFile(s, "favicon.ico"); err != nil || !strings.HasPrefix(string(icon), "\x00\x00\x01\x00") {
		t.Errorf("favicon.ico: %.8q, %v", icon, err)
	}
	for _, name := range []string{"apple-touch-icon.png", "apple-touch-icon-precomposed.png"} {
		f, err := s.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		if size, err := png.DecodeConfig(f); err != nil || size.Width != 180 || size.Height != 180 {
			t.Errorf("%s is %dx%d, %v", name, size.Width, size.Height, err)
		}
		f.Close()
	}
}

// TestSiteImageNames changes one fact: its pictures have new names, all others
// keep theirs.
func TestSiteImageNames(t *testing.T) {
	before := newSite(t, mill(t), millSite).Names()
	c := mill(t)
	c.Facts[0].Attribution = campaign.Text{"en": "according to the town clerk", "es": "según la secretaría"}
	after := newSite(t, c, millSite).Names()
	for _, name := range before {
		kept := slices.Contains(after, name)
		if strings.HasPrefix(name, "i/") && kept == strings.Contains(name, "/classes-") {
			t.Errorf("%s: kept is %t", name, kept)
		}
	}
}

// TestSiteBudget weighs the pages of facts as they travel, with all that they
// load but their pictures.
func TestSiteBudget(t *testing.T) {
	s := newSite(t, busyMill(t), millSite)
	weigh := func(name string) (n int) {
		data := siteFile(t, s, name)
		if path.Ext(name) == ".woff2" {
			return len(data)
		}
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		z.Write([]byte(data))
		z.Close()
		return b.Len()
	}
	all := 0
	for _, name := range s.Names() {
		if strings.HasPrefix(name, "a/") && path.Ext(name) != ".png" {
			all += weigh(name)
		}
	}
	for name := range documents(t, s) {
		if n := all + weigh(name); strings.Contains(name, "/facts/") && n > 60_000 {
			t.Errorf("%s weighs %d bytes", name, n)
		}
	}
}

// TestSiteAsksNobody looks for anything that a browser would load from another
// host, and for scripts and styles that the policy would stop.
func TestSiteAsksNobody(t *testing.T) {
	s := newSite(t, changedMill(t), millSite)
	for name, page := range documents(t, s) {
		for _, bad := range []string{`src="http`, `srcset="http`, "<style", " style=", " onclick=", "<iframe", "url(http", "cecot", "CECOT"} {
			if strings.Contains(page, bad) {
				t.Errorf("%s has %s", name, bad)
			}
		}
		if n := strings.Count(page, "<script"); n != 1 || !strings.Contains(page, "default-src &#39;none&#39;") {
			t.Errorf("%s has %d scripts, or no policy", name, n)
		}
	}
}

// TestSiteForeignReaders gives pages to html-validate and feeds to xmllint or
// Python, where these are installed.
func TestSiteForeignReaders(t *testing.T) {
	s, dir := newSite(t, changedMill(t), millSite), t.TempDir()
	files := documents(t, s)
	for _, name := range []string{"en/feed.xml", "es/feed.xml", "sitemap.xml"} {
		files[name] = siteFile(t, s, name)
	}
	// Words of a campaign may make a title long; files that lie beside the page need no sum.
	files[".htmlvalidate.json"] = `{"root": true, "extends": ["html-validate:standard"], "rules": {"long-title": "off", "require-sri": "off"}}`
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	const python = "import sys, xml.dom.minidom as x; [x.parse(n) for n in sys.argv[1:]]"
	for _, reader := range [][]string{
		{"html-validate", "."},
		{"xmllint", "--noout", "en/feed.xml", "es/feed.xml", "sitemap.xml"},
		{"python3", "-c", python, "en/feed.xml", "es/feed.xml", "sitemap.xml"},
	} {
		t.Run(reader[0], func(t *testing.T) {
			if _, err := exec.LookPath(reader[0]); err != nil {
				t.Skip("it is not installed: nobody else read the site")
			}
			cmd := exec.CommandContext(t.Context(), reader[0], reader[1:]...)
			cmd.Dir = dir
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}

// TestSiteWrite writes a site, changes it and writes it again into the same
// folder: what was shared and what is nobody's stays, and the rest goes.
func TestSiteWrite(t *testing.T) {
	if testing.Short() {
		t.Skip("draws a start page twice")
	}
	dir, ctx := filepath.Join(t.TempDir(), "site"), context.Background()
	first := newSite(t, mill(t), millSite)
	if err := first.WriteDir(ctx, dir, false, nil); err != nil {
		t.Fatal(err)
	}
	if err := fstest.TestFS(os.DirFS(dir), first.Names()...); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "CNAME"), []byte("mill.example"), 0o644); err != nil {
		t.Fatal(err)
	}
	c := mill(t)
	c.Facts = slices.DeleteFunc(c.Facts, func(f campaign.Fact) bool { return f.ID == "sale" })
	if err := newSite(t, c, millSite).WriteDir(ctx, dir, false, nil); err != nil {
		t.Fatal(err)
	}
	for _, name := range first.Names() {
		_, err := os.Stat(filepath.Join(dir, name))
		if gone := strings.Contains(name, "/facts/sale/"); gone != errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "CNAME")); err != nil {
		t.Error(err)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(dir), ".*")); len(left) > 0 {
		t.Errorf("left behind: %s", left)
	}
}

// TestSiteInTheWay offers folders that hold something else.
func TestSiteInTheWay(t *testing.T) {
	s := newSite(t, mill(t), millSite)
	for what, files := range map[string]map[string]string{
		"way-not-site":   {"thesis.doc": "years of work"},
		"way-other-site": {"site.json": `{"site":"another"}`},
	} {
		dir := t.TempDir()
		for name, text := range files {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		var exists *share.ExistsError
		if err := s.WriteDir(context.Background(), dir, false, nil); !errors.As(err, &exists) || exists.Rule() != what {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// TestSiteBase offers addresses that no site can have.
func TestSiteBase(t *testing.T) {
	for _, base := range []string{
		"", "mill.example", "http://mill.example/", "https://", "https://me:pw@mill.example/", "https://mill.example/?a=b",
		"https://mill.example/#x", "https://mill.example/a/../b/", "https://mill.example//", `https://mill.example/"><script>`, "ftp://x/", "https://mill.example/a b",
	} {
		var wrong *share.KitError
		if err := share.CheckSiteBase(base); !errors.As(err, &wrong) || wrong.Rule() != "site-base" {
			t.Errorf("%q: by itself %v", base, err)
		}
		if _, err := share.NewSite(context.Background(), mill(t), base, nil); !errors.As(err, &wrong) || wrong.Rule() != "site-base" {
			t.Errorf("%q: %v", base, err)
		}
	}
	for base, want := range map[string]string{"https://mill.example": "/", "https://mill.example/a": "/a/", "https://mill.example/a/b/": "/a/b/"} {
		if s := newSite(t, mill(t), base); s.Path() != want || !strings.HasSuffix(s.Base(), want) {
			t.Errorf("%q lies at %q", base, s.Path())
		}
	}
}

// TestSiteWithKit: the kit on a site is whole, undamaged and the very kit that is
// built without one.
func TestSiteWithKit(t *testing.T) {
	s, err := share.NewSite(t.Context(), mill(t), "https://mill.example/library/", &share.SiteOptions{WholeKit: true})
	if err != nil {
		t.Fatal(err)
	}
	k := build(t, mill(t), nil)
	for _, name := range k.Names() {
		if _, err := fs.Stat(s, "kit/"+name); err != nil {
			t.Error(err)
		}
	}
	dir := filepath.Join(t.TempDir(), "site")
	if err := s.WriteDir(t.Context(), dir, false, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := share.Verify(os.DirFS(filepath.Join(dir, "kit"))); err != nil {
		t.Error(err)
	}
	for _, name := range []string{"START-HERE.html", "data/manifest.json", "zips/en-x.zip"} {
		on, err := os.ReadFile(filepath.Join(dir, "kit", filepath.FromSlash(name)))
		if err != nil || string(on) != read(t, k, name) {
			t.Errorf("%s is another on the site (%v)", name, err)
		}
	}
}
