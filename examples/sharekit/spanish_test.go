package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/share/say"
)

// TestFallback checks that what has no translation is said in English.
func TestFallback(t *testing.T) {
	a := newApp(&cli.App{Tongue: cli.Tongues()[1]}, environment{})
	for _, err := range []error{errors.New("something new"), fmt.Errorf("wrapped: %w", errors.New("something new"))} {
		if got := a.Explain(err); !strings.Contains(got, "something new") {
			t.Errorf("%v became %q", err, got)
		}
	}
}

// englishWords are common in English sentences and no Spanish words, keys or
// names of this campaign.
var englishWords = regexp.MustCompile(`(?i)\b(?:the|is|are|was|of|and|with|not|does|cannot|has|have|missing|write|must|there|which|whose|this|that|than|from its|you|your|or)\b`)

// quotedPart is what a message only repeats.
var quotedPart = regexp.MustCompile(`"[^"]*"|«[^»]*»|[A-Za-z0-9]+(?:[-._][A-Za-z0-9]+)+|[a-z_]+: (?:true|own|press|office)\b`)

// TestSpanishMistakes makes the mistakes that people make and checks that
// nothing of what they are told is an English sentence.
func TestSpanishMistakes(t *testing.T) {
	t.Chdir(t.TempDir())
	if status, _, stderr := try(t, "--ui-lang", "es", "new", "mi"); status != cli.Done {
		t.Fatal(stderr)
	}
	facts, err := os.ReadFile("mi/facts.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{
		"bloqueado/x": "", "nota.txt": "hola", "mal.yaml": "headline: [", "clave.yaml": "headlin: a",
		"marca.yaml": "headline: a\nsource: b\npeople: {segments: [{count: 1, mark: x, label: a}]}",
		"dia.yaml":   "headline: a\ntimeline: [{at: ayer, text: a}, {at: hoy, text: b}]", "foto.yaml": "headline: a\nphoto: {file: nada.jpg, alt: a}",
		"cita.yaml": "headline: a\nsource: b\nquote: {text: a}", "tabla.csv": "nombre\nAna\n",
	} {
		os.MkdirAll(filepath.Dir(name), 0o755)
		if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	ask := func(args ...string) {
		status, stdout, stderr := try(t, append([]string{"--ui-lang", "es"}, args...)...)
		if status == cli.Done && args[0] != "check" {
			t.Errorf("sharekit %v went well", args)
		}
		for line := range strings.Lines(stdout + stderr) {
			if word := englishWords.FindString(quotedPart.ReplaceAllString(line, "")); word != "" {
				t.Errorf("sharekit %v says %q in English: %s", args, word, line)
			}
		}
	}
	for _, line := range []string{
		"crad", "--nada", "kit --nada", "kit --out", "kit --campaign no-hay", "kit --lang fr", "kit --today ayer", "kit --out bloqueado --campaign mi",
		"card", "card nadie", "card who-252-venezuelan", "card who-252-venezuelans --format redondo", "card who-252-venezuelans --theme claro",
		"card nada.yaml", "card mal.yaml",
		"card clave.yaml", "card marca.yaml", "card dia.yaml", "card foto.yaml", "card cita.yaml", "card --headline \U0010fffd", "card --headline a --lang xx-",
		"card --headline a --figure 3",
		"card --headline a -o no/a.png", "card --headline a -o a.doc", "card --headline a --link http://example.org", "card who-252-venezuelans extra",
		"post", "post nadie", "post who-252-venezuelans --platform twitter", "post who-252-venezuelans --platform snapchat", "post --text a --tag dos palabras",
		"post --text a --tag 2", "post --text a --tag a#b", "post --text a --link https://bit.ly/a", "post who-252-venezuelans --caption 99",
		"thread", "thread nada", "thread nada.txt", "qr", "qr nada", "qr https://example.org/?utm_source=a", "qr http://example.org",
		"letter nada", "letter thank-you --set a", "letter thank-you --set nada=b", "letter thank-you", "letter thank-you --type doc",
		"letter thank-you --recipients tabla.csv", "letter thank-you --recipients tabla.csv -o cartas",
		"check --campaign bloqueado", "check --today ayer", "verify", "verify nada", "verify mi", "verify nota.txt", "diff a", "diff mi mi",
		"correct nadie", "correct who-252-venezuelans", "correct who-252-venezuelans --was a --now a", "correct who-252-venezuelans --was a --now b --date ayer",
		"redact nota.txt", "redact nada.jpg", "redact nota.txt -o a.doc", "list nada", "list facts --lang fr", "new mi", "new nuevo --tag dos,palabras",
		"new nuevo --lang x", "new nuevo --lang pt", "new nuevo --link nada",
		"preview --campaign no-hay", "preview --port muchos", "help nada", "completion csh",
	} {
		ask(strings.Fields(line)...)
	}
	for _, edit := range [][2]string{
		{"headline:", "headlin:"}, {"as_of:", "as_of: ayer #"}, {"https://", "http://"}, {"facts:", "facts: ["}, {"claim:", "clain:"},
		{"es:", "xx:"}, {"source:", "sources:"}, {"\n", "\n\tx: [\n"}, {"topic:", "topic: nada #"}, {"id:", "id: Mal Id #"},
	} {
		if err := os.WriteFile("mi/facts.yaml", []byte(strings.Replace(string(facts), edit[0], edit[1], 1)), 0o644); err != nil {
			t.Fatal(err)
		}
		ask("check", "--campaign", "mi")
		ask("check", "--campaign", "mi", "--build")
	}
}

// TestOwnMessages: a message of the command has no name that a rule of the
// libraries has, whose sentence it would replace; but two rules name flags.
func TestOwnMessages(t *testing.T) {
	meant := []string{"card-glyph", "photo-alt"}
	for _, tongue := range cli.Tongues() {
		library := say.For(language.Make(tongue.Lang))
		for name := range tongue.Own() {
			if _, taken := library.Rule(name); taken && !slices.Contains(meant, name) {
				t.Errorf("%s: %s is a rule of the libraries", tongue.Lang, name)
			}
		}
	}
}
