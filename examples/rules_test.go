package examples_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/truth"
)

var update = flag.Bool("update", false, "write the table of rules anew")

// TestRulesPage: the page of rules is what the rules say of themselves.
func TestRulesPage(t *testing.T) {
	var b strings.Builder
	b.WriteString(`# The rules that words are held to

Every text of a campaign, and all words of your own on cards, in posts, threads, letters and codes, are held to these rules. An error stops; a
warning is for a person to judge. That nothing is found is no promise that all is well. ` + "`sharekit rules`" + ` shows each with an example.

Found: how many of the planted sentences of the tests, in English and Spanish, the rule finds. Stopped: at how many of the innocent ones it stops.

| rule | | why | what it says | found en | es | stopped en | es |
|---|---|---|---|--:|--:|--:|--:|
`)
	english, others := truth.Rules(), campaign.Rules()
	for _, r := range truth.Reasons() {
		words, ok := english[r.Rule]
		if !ok {
			words = others[r.Rule]
		}
		says := strings.NewReplacer("|", `\|`, "\n", " ").Replace(words.Message)
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %d | %d | %d | %d |\n",
			r.Rule, r.Severity, r.Why["en"], says, r.Planted["en"], r.Planted["es"], r.Innocent["en"], r.Innocent["es"])
	}
	if *update {
		if err := os.WriteFile("docs/rules.md", []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got, err := os.ReadFile("docs/rules.md"); err != nil || string(got) != b.String() {
		t.Errorf("docs/rules.md is not what the rules say (%v); run go test ./examples -run RulesPage -update", err)
	}
}
