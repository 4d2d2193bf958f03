package hashtag_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag"
)

func Example() {
	post := hashtag.Post{
		Text: "¡La biblioteca del barrio reabre el 3 de mayo!",
		Link: "https://example.org/biblioteca",
		Tags: []hashtag.Tag{"SalvemosLaBiblioteca", "LibrosYa"},
	}
	for _, id := range []string{"x", "bluesky", "threads"} {
		p, _ := hashtag.Lookup(id)
		text, err := p.Compose(post)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%s: %q\n", p.Name, text)
	}
	// Output:
	// X: "¡La biblioteca del barrio reabre el 3 de mayo!\n\nhttps://example.org/biblioteca\n\n#SalvemosLaBiblioteca #LibrosYa"
	// Bluesky: "¡La biblioteca del barrio reabre el 3 de mayo! https://example.org/biblioteca #SalvemosLaBiblioteca #LibrosYa"
	// Threads: "¡La biblioteca del barrio reabre el 3 de mayo!\n\nhttps://example.org/biblioteca\n\n#SalvemosLaBiblioteca"
}

func ExampleParseTag() {
	t, err := hashtag.ParseTag("#SalvemosLaBiblioteca")
	fmt.Println(t, err)
	_, err = hashtag.ParseTag("#salvemos la biblioteca")
	fmt.Println(err)
	// Output:
	// #SalvemosLaBiblioteca <nil>
	// not a hashtag: "#salvemos la biblioteca" has a space; join the words, each with a capital
}

func ExampleFromPhrase() {
	a, _ := hashtag.FromPhrase("shut down CECOT")
	b, _ := hashtag.FromPhrase("educación y niñez, ya")
	c, _ := hashtag.FromPhrase("nasa para todas", "NASA")
	fmt.Println(a, b, c)
	// Output: #ShutDownCECOT #EducaciónYNiñezYa #NASAParaTodas
}

func ExampleTag_Key() {
	fmt.Println(hashtag.Tag("LibrosYa").Key() == hashtag.Tag("librosya").Key())
	fmt.Println(hashtag.Tag("Año").Key())
	// Output:
	// true
	// ano
}

func ExampleTag_Check() {
	for _, p := range hashtag.Tag("salvemoslabiblioteca").Check() {
		fmt.Println(p)
	}
	// Output: #salvemoslabiblioteca reads as one word; begin each word with a capital: #LikeThis
}

func ExamplePlatform_Length() {
	text := "Café 👩🏽‍🚀 https://example.org/una/pagina/cualquiera"
	for _, id := range []string{"x", "bluesky", "mastodon", "threads", "telegram", "youtube"} {
		p, _ := hashtag.Lookup(id)
		fmt.Println(id, p.Length(text), p.Unit())
	}
	// Output:
	// x 31 weighted characters
	// bluesky 48 characters
	// mastodon 30 characters
	// threads 62 characters (emoji as bytes)
	// telegram 54 UTF-16 units
	// youtube 63 bytes
}

func ExamplePlatform_Entities() {
	text := "¡#LibrosYa! #Lectura📚 con @ana en example.org"
	for _, id := range []string{"x", "bluesky", "mastodon"} {
		p, _ := hashtag.Lookup(id)
		for _, e := range p.Entities(text) {
			fmt.Println(id, e.Kind, e.Text, e.Value)
		}
	}
	// Output:
	// x hashtag #LibrosYa LibrosYa
	// x hashtag #Lectura Lectura
	// x mention @ana ana
	// x link example.org https://example.org
	// bluesky hashtag #Lectura📚 Lectura📚
	// bluesky link example.org https://example.org
	// mastodon hashtag #Lectura Lectura
	// mastodon mention @ana ana
}

// A caller who knows the server changes the limits of its own copy.
func ExamplePlatform() {
	p, _ := hashtag.Lookup("mastodon")
	p.MaxLength = 5000
	_, err := p.Compose(hashtag.Post{Text: strings.Repeat("palabra ", 500)})
	fmt.Println(err)
	// Output: <nil>
}

func ExampleLookup() {
	p, ok := hashtag.Lookup("instagram")
	fmt.Println(p.Name, p.MaxLength, p.MaxTags, ok)
	for _, s := range p.Sources() {
		if s.Limit == "MaxTags" {
			fmt.Println(s.From, s.Date)
		}
	}
	// Output:
	// Instagram 2200 5 true
	// @creators, by socialsamosa and businesstoday 2025-12-19
}

func ExampleTooLongError() {
	p, _ := hashtag.Lookup("x")
	_, err := p.Compose(hashtag.Post{Text: strings.Repeat("largo ", 60)})
	var long *hashtag.TooLongError
	if errors.As(err, &long) {
		fmt.Println(long)
		fmt.Println(long.Over())
	}
	// Output:
	// too long for X even in its shortest form: 359 weighted characters, at most 280
	// 79
}

// A tag that would not link is lifted out, and the last tags go where there is no room.
func ExamplePlatform_Compose() {
	p, _ := hashtag.Lookup("mastodon")
	p.MaxLength = 90 // to keep the example short
	text, err := p.Compose(hashtag.Post{
		Text: "¡#LibrosYa! La biblioteca reabre el 3 de mayo.",
		Link: "https://example.org/biblioteca/informe-2030.pdf",
		Tags: []hashtag.Tag{"Lectura", "SalvemosLaBiblioteca"},
	})
	fmt.Println(text, err)
	// Output:
	// ¡LibrosYa! La biblioteca reabre el 3 de mayo.
	//
	// https://example.org/biblioteca/informe-2030.pdf
	//
	// #LibrosYa #Lectura <nil>
}

func ExamplePlatform_Thread() {
	p, _ := hashtag.Lookup("x")
	p.MaxLength = 100 // to keep the example short
	parts, _ := p.Thread(hashtag.Post{
		Text: "¿Qué pide el barrio? Que reabra la biblioteca, cerrada desde 2030. Costaría 4,76 millones, según el Dr. Soto. Ven a la plaza.",
		Link: "https://example.org/biblioteca",
		Tags: []hashtag.Tag{"LibrosYa"},
	})
	for _, part := range parts {
		fmt.Println(part)
	}
	// Output:
	// ¿Qué pide el barrio? Que reabra la biblioteca, cerrada desde 2030. #LibrosYa 1/2
	// Costaría 4,76 millones, según el Dr. Soto. Ven a la plaza. https://example.org/biblioteca 2/2
}

func ExamplePlatform_Check() {
	p, _ := hashtag.Lookup("mastodon")
	for _, problem := range p.Check("¡#LibrosYa! Firma en example.org") {
		fmt.Println(problem.Start, problem.End, problem)
	}
	// Output:
	// 2 11 Mastodon does not link #LibrosYa: it follows '¡'; take the # off, and put the tag at the end
	// 22 33 Mastodon does not link example.org; write it with https://
}

func ExampleSegments() {
	fmt.Println(hashtag.Segments("Mañana, a las 7, en la plaza. ¡Ven!"))
	fmt.Println(hashtag.Segments("Mañana, a las 7, en la plaza. ¡Será grande! Trae un libro, una silla y a tu familia."))
	// Output:
	// 1 GSM-7
	// 2 UCS-2
}

func ExampleFacets() {
	b, _ := json.Marshal(hashtag.Facets("Firma: example.org #LibrosYa"))
	fmt.Println(string(b))
	// Output: [{"index":{"byteStart":7,"byteEnd":18},"features":[{"$type":"app.bsky.richtext.facet#link","uri":"https://example.org"}]},{"index":{"byteStart":19,"byteEnd":28},"features":[{"$type":"app.bsky.richtext.facet#tag","tag":"LibrosYa"}]}]
}

func ExampleResolve() {
	facets := hashtag.Resolve(hashtag.Facets("Con @ana.bsky.social y @nadie.com"), func(handle string) (string, bool) {
		return "did:plc:abc123", handle == "ana.bsky.social"
	})
	fmt.Println(len(facets), facets[0].Features[0].DID)
	// Output: 1 did:plc:abc123
}

func ExampleShorten() {
	text, facets := hashtag.Shorten("Lee https://example.org/biblioteca/informe-2030")
	fmt.Println(text)
	fmt.Println(facets[0].Features[0].URI)
	// Output:
	// Lee example.org/biblioteca/i...
	// https://example.org/biblioteca/informe-2030
}

func ExampleInline() {
	fmt.Println(hashtag.Inline("Más lectura, más libros.", "Lectura"))
	// Output: Más #lectura, más libros. true
}

func ExampleSimilarity() {
	a := "La biblioteca del barrio cerró el lunes. Pide que reabra."
	b := "La biblioteca del barrio cerró el martes. Pide que reabra."
	c := "Vecinas y vecinos quieren libros, talleres y un lugar para estudiar."
	fmt.Printf("%.2f %.2f\n", hashtag.Similarity(a, b), hashtag.Similarity(a, c))
	// Output: 0.75 0.00
}

func ExampleAlike() {
	for _, pair := range hashtag.Alike([]string{
		"La biblioteca cerró el lunes.",
		"Vecinas y vecinos quieren libros.",
		"¡La biblioteca cerró el lunes!",
	}, 0) {
		fmt.Println(pair.A, pair.B, pair.Similarity)
	}
	// Output: 0 2 1
}
