package share_test

import (
	"os"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// busyMill is the mill with all that the page has a place for: a letter, a
// script, pages, steps, contacts, accounts, a replaced and a withdrawn fact.
func busyMill(t testing.TB) *campaign.Campaign {
	t.Helper()
	facts, err := os.ReadFile("testdata/mill/facts.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return millWith(t,
		"facts.yaml", string(facts)+stoppedFacts,
		"contacts.yaml", `contacts:
  - {id: hall, label: {en: Town hall, es: Ayuntamiento}, phone: (555) 010-0199, tel: "+15550100199"}
  - {id: find, label: {en: Find your councillor, es: Busca a tu concejal}, url: "https://millbrook.example/find", finder: true}
  - {id: archive, label: {en: The archive, es: El archivo}, url: "https://millbrook.example/archive"}
`,
		"steps.yaml", `steps:
  - id: vigil
    title: {en: Hold a reading, es: Organiza una lectura}
    time: {en: 1 hour, es: 1 hora}
    items: [{text: {en: Choose a day., es: Elige un día.}}, {text: {en: Ask two friends., es: Invita a dos amigas.}}]
    links: ["https://millbrook.example/hall"]
`,
		"orgs.yaml", `orgs:
  - id: friends
    kind: support
    name: Friends of the Old Mill
    line: {en: Neighbours who keep it open., es: Vecinas que la mantienen abierta.}
    link: "https://friends.example/"
    handles:
      - {platform: bluesky, name: "@friends.example", url: "https://bsky.app/profile/friends.example", confidence: confirmed}
      - {platform: x, name: "@friends", url: "https://x.com/friends", confidence: check-before-tagging}
      - {platform: instagram, name: "@friendsmill", url: "https://www.instagram.com/friendsmill/", confidence: confirmed}
`,
		"letters/en/council.md", councilMail("Dear {office} {their-name},", "To a councillor", "councillor", "I live in"),
		"letters/es/council.md", councilMail("Honorable {office} {their-name}:", "A una concejala", "concejala", "Vivo en"),
		"letters/en/call.md", callScript("What to say", "If someone answers", "Voicemail", "My name is"),
		"letters/es/call.md", callScript("Qué decir", "Si contestan", "Buzón de voz", "Me llamo"),
		"pages/en/reading.md", "---\ntitle: Reading list\n---\n\nStart at https://millbrook.example/read.\n\n- [ ] Bring a book\n",
		"pages/es/reading.md", "---\ntitle: Lecturas\n---\n\nEmpieza en https://millbrook.example/read.\n\n- [ ] Trae un libro\n",
	)
}

const stoppedFacts = `
  - id: classes-old
    topic: library
    status: superseded
    superseded_by: classes
    headline: {en: 40 classes used the library, es: 40 clases usaron la biblioteca}
    claim: {en: A first count was 40 classes., es: El primer recuento fue de 40 clases.}
    attribution: {en: according to the Millbrook Town Council, es: según el Ayuntamiento de Millbrook}
    source: {publisher: Millbrook Town Council, title: First count, url: "https://millbrook.example/first", published: 2030-03-04}
    as_of: 2030-03-04
  - id: closing
    topic: library
    status: retracted
    headline: {en: The library closes in May, es: La biblioteca cierra en mayo}
    claim: {en: It was said that the library closes in May., es: Se dijo que la biblioteca cierra en mayo.}
    attribution: {en: according to a draft, es: según un borrador}
    source: {publisher: Town of Millbrook, title: Draft, url: "https://millbrook.example/draft", published: 2030-02-04}
    as_of: 2030-02-04
`

// sixMill is the mill with six captions of two facts, each in a place of its
// own in the list, among facts that must not be posted.
func sixMill(t testing.TB) *campaign.Campaign {
	t.Helper()
	facts, err := os.ReadFile("testdata/mill/facts.yaml")
	if err != nil {
		t.Fatal(err)
	}
	captions := "captions:\n"
	for _, fact := range []string{"classes", "sale"} {
		captions += "  - fact: " + fact + "\n    captions:\n"
		for lang, texts := range sixCaptions {
			captions += "      " + lang + ":\n"
			for _, text := range texts {
				captions += "        - {limit: 200, text: " + text + "}\n"
			}
		}
	}
	return millWith(t, "facts.yaml", string(facts)+stoppedFacts, "captions.yaml", captions)
}

var sixCaptions = map[string][]string{
	"en": {
		"Ask who reads at the Old Mill. The council has counted.", "Every week another class climbs those stairs and finds a book.",
		"Before a sale comes a hearing. Be there and speak.", "A building of the town belongs to whoever learns in it.",
		"Bring a neighbour to the reading room this Saturday.", "What would our children lose? See the report and judge.",
	},
	"es": {
		"Pregunta quién lee en el molino. El ayuntamiento lo contó.", "Cada semana otra clase sube esa escalera y encuentra un libro.",
		"Antes de vender hay que escuchar. Ve y habla.", "Un edificio del pueblo es de quienes aprenden en él.",
		"Lleva a una vecina a la sala de lectura este sábado.", "¿Qué perderían nuestras hijas? Lee el informe y juzga.",
	},
}

func councilMail(greeting, title, office, live string) string {
	return strings.NewReplacer("GREETING", greeting, "TITLE", title, "OFFICE", office, "LIVE", live).Replace(`---
title: TITLE
form: email
to: find
subject: "{town}: Old Mill"
facts: [classes]
guide: Only your own.
slots:
  - {id: office, label: Office, required: true, from: office, offices: [{id: mayor, name: Mayor}, {id: councillor, name: OFFICE}]}
  - {id: their-name, label: Their name, required: true, from: last-name}
  - {id: town, label: Your town, required: true}
  - {id: why, label: Why it matters to you, required: true, own: true}
  - {id: ward, label: Your ward}
  - {id: full-name, label: Your name, required: true}
---

GREETING

{why}

{ward}
LIVE {town}.

{full-name}
`)
}

func callScript(title, first, second, name string) string {
	return strings.NewReplacer("TITLE", title, "FIRST", first, "SECOND", second, "NAME", name).Replace(`---
title: TITLE
form: script
to: hall
facts: [classes]
slots:
  - {id: full-name, label: Your name, required: true}
  - {id: reason, label: One sentence of your own, required: true, own: true}
---

## FIRST

NAME {full-name}. {reason}

## SECOND

NAME {full-name}.
`)
}
