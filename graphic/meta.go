package graphic

import (
	"encoding/xml"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// meta is what a file says of itself beside what it shows.
type meta struct{ lang, title, description, alt, long, source, rights string }

func (g *Graphic) meta() meta {
	return meta{
		lang:        g.card.Lang.String(),
		title:       text.Plain(g.card.Headline),
		description: text.Plain(joinWords(g.card.Body, g.card.Attribution)),
		alt:         g.Alt(),
		long:        g.long(),
		source:      g.card.Source,
		rights:      g.card.Rights,
	}
}

// long is the alt text and what it leaves out: the description, the code's
// address in full and the tags.
func (g *Graphic) long() string {
	c := &g.card
	parts := []string{g.Alt(), c.Description, c.Action.URL}
	for _, tag := range c.Tags {
		parts = append(parts, "#"+strings.TrimPrefix(tag, "#"))
	}
	return joinWords(parts...)
}

func (g *Graphic) xmp() string { return g.meta().xmp() }

// xmp is the packet that carries a picture's description, alt text and source
// inside its file: dc:title, dc:description, dc:source, dc:rights and, of
// IPTC 2021.1, AltTextAccessibility and ExtDescrAccessibility.
func (m meta) xmp() string {
	var b strings.Builder
	b.WriteString(`<?xpacket begin="` + "\ufeff" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>` +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">`)
	alt := func(tag, s string) {
		if s == "" {
			return
		}
		b.WriteString("<" + tag + `><rdf:Alt><rdf:li xml:lang="x-default">` + escape(s) + `</rdf:li><rdf:li xml:lang="` + escape(m.lang) + `">` + escape(s) +
			"</rdf:li></rdf:Alt></" + tag + ">")
	}
	alt("dc:title", m.title)
	alt("dc:description", m.description)
	alt("dc:rights", m.rights)
	alt("Iptc4xmpCore:AltTextAccessibility", m.alt)
	alt("Iptc4xmpCore:ExtDescrAccessibility", m.long)
	if m.source != "" {
		b.WriteString("<dc:source>" + escape(m.source) + "</dc:source>")
	}
	b.WriteString(`</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`)
	return b.String()
}

func escape(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a strings.Builder does not fail
	return b.String()
}
