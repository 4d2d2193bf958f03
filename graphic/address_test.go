package graphic_test

import (
	"bytes"
	"net/url"
	"os/exec"
	"strings"
	"testing"

	"golang.org/x/net/idna"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/graphic/inspect"
)

// addresses that are not ASCII, and what a browser asks for when they are
// typed into it.
var coded = map[string]string{
	"https://example.org/audiencia-pública":                "https://example.org/audiencia-p%C3%BAblica",
	"https://ayuntamiento-peñíscola.example/a":             "https://xn--ayuntamiento-pescola-34b1g.example/a",
	"https://BÜCHER.example:8443/ñ?q=año&r=1#señal":        "https://xn--bcher-kva.example:8443/%C3%B1?q=a%C3%B1o&r=1#se%C3%B1al",
	"https://مثال.example/مكتبة":                           "https://xn--mgbh0fb.example/%D9%85%D9%83%D8%AA%D8%A8%D8%A9",
	"https://例え.example/図書館":                               "https://xn--r8jz45g.example/%E5%9B%B3%E6%9B%B8%E9%A4%A8",
	"https://example.org/already%C3%B1?x=%20ñ":             "https://example.org/already%C3%B1?x=%20%C3%B1",
	"mailto:consejo@peñíscola.example?subject=Audiencia ñ": "mailto:consejo@xn--pescola-8ya9a.example?subject=Audiencia %C3%B1",
	"sms:+15550100199?&body=Sí":                            "sms:+15550100199?&body=S%C3%AD",
	"https://example.org/plain?a=b":                        "https://example.org/plain?a=b",
	"Sí, se puede":                                         "Sí, se puede",
}

// Two readers read of a code what a browser would ask for.
func TestCodesInASCII(t *testing.T) {
	zbar, err := exec.LookPath("zbarimg")
	if err != nil {
		t.Log("zbarimg is not installed: codes are read by one reader only")
	}
	for address, want := range coded {
		code, err := graphic.QR(address, nil)
		if err != nil {
			t.Errorf("%s: %v", address, err)
			continue
		}
		if got, err := inspect.Read(code.Image()); err != nil || got != want {
			t.Errorf("%s reads %q, %v; want %q", address, got, err, want)
		}
		if zbar == "" || !strings.Contains(want, ":") {
			continue // words that are no address are not for every reader
		}
		var png bytes.Buffer
		if err := code.WritePNG(&png); err != nil {
			t.Fatal(err)
		}
		read := exec.Command(zbar, "-q", "--raw", "-")
		read.Stdin = &png
		if got, err := read.Output(); err != nil || strings.TrimSuffix(string(got), "\n") != want {
			t.Errorf("%s: zbarimg reads %q, %v; want %q", address, got, err, want)
		}
	}
}

// What is coded is the same place: decoded again it is what was given.
func TestCodedIsTheSame(t *testing.T) {
	for address, want := range coded {
		u, err := url.Parse(want)
		if err != nil || u.Host == "" {
			continue
		}
		host, err := idna.ToUnicode(u.Host)
		if err != nil {
			t.Error(err)
		}
		given, err := url.Parse(strings.Replace(address, "BÜCHER", "bücher", 1))
		if err != nil || host != given.Host || u.Path != given.Path || u.Query().Encode() != given.Query().Encode() || u.Fragment != given.Fragment {
			t.Errorf("%s became %s", address, want)
		}
	}
}

// An action by telephone prints its number, and an address its letters.
func TestTypedAddress(t *testing.T) {
	for address, want := range map[string]string{
		"tel:+1-555-010-0142":                      "+1-555-010-0142",
		"tel:+15550100142;ext=3":                   "+15550100142",
		"sms:+15550100142?&body=hello":             "+15550100142",
		"mailto:council@millbrook.example?subject": "council@millbrook.example",
		"https://example.org/audiencia-pública":    "example.org/audiencia-pública",
		"https://peñíscola.example/a%20b":          "peñíscola.example/a%20b",
	} {
		card := graphic.Card{Headline: "Come", Action: graphic.Action{Verb: "Come to the hearing", Prompt: "Scan or type:", URL: address}}
		g, err := graphic.New(card, nil)
		if err != nil {
			t.Errorf("%s: %v", address, err)
			continue
		}
		if !strings.Contains(g.Alt(), want) {
			t.Errorf("%s: alt text lacks %s: %s", address, want, g.Alt())
		}
		drawn := false
		for _, b := range g.Boxes() {
			drawn = drawn || b.Text == want
		}
		if !drawn {
			t.Errorf("%s: %s is not drawn", address, want)
		}
	}
	card := graphic.Card{Headline: "Call", Action: graphic.Action{Phone: "(555) 010-0142", URL: "tel:+15550100142"}}
	if g, err := graphic.New(card, nil); err != nil || strings.Contains(g.Alt(), "+15550100142") {
		t.Errorf("a number that is written already is written again: %v", err)
	}
}
