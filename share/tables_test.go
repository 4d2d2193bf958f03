package share_test

import (
	"bytes"
	"encoding/csv"
	"io/fs"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

func table(t *testing.T, k *share.Kit, name string) [][]string {
	t.Helper()
	data, err := fs.ReadFile(k, name)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return rows
}

func TestTracker(t *testing.T) {
	for lang, want := range map[string]string{
		"en": "Agency|Topic|Date sent|Tracking number|Answer due by|Fee decision|Last reply|Next step|What was released|Where you posted it",
		"es": "Agencia|Tema|Fecha de envío|Número de seguimiento|Respuesta a más tardar|Decisión sobre el costo|Última respuesta|Próximo paso|Qué entregaron|Dónde lo publicaste",
	} {
		if got := strings.Join(table(t, cecot(t), "letters/"+lang+"/foia-request-tracker.csv")[0], "|"); got != want {
			t.Errorf("%s: got %s", lang, got)
		}
	}
	if _, err := fs.Stat(cecot(t), "letters/en/thank-you-tracker.csv"); err == nil {
		t.Error("a letter that nobody has to answer is tracked")
	}
}

// TestRecipientsTemplate: the table that people begin with is one that Merge
// takes, and its people do not exist.
func TestRecipientsTemplate(t *testing.T) {
	data, err := fs.ReadFile(cecot(t), "data/recipients.csv")
	if err != nil {
		t.Fatal(err)
	}
	to, err := campaign.Default().ReadRecipients("recipients.csv", bytes.NewReader(data))
	if err != nil || len(to) != 2 || to[0].Office != "representative" || to[1].Office != "senator" {
		t.Fatalf("%+v, %v", to, err)
	}
	for _, r := range to {
		if !strings.HasSuffix(r.Mail, "@example.org") || r.LastName != "Example" {
			t.Errorf("%+v may be somebody", r)
		}
	}
	if _, err := fs.Stat(build(t, mill(t), nil), "data/recipients.csv"); err == nil {
		t.Error("a campaign without letters has a table for them")
	}
}

// TestAccounts: each account says how sure it is, as the campaign does, and
// when that was checked; those without a page to look at are not confirmed.
func TestAccounts(t *testing.T) {
	rows := table(t, cecot(t), "data/accounts.csv")
	if got := strings.Join(rows[0], ","); got != "id,kind,name_en,name_es,platform,account,url,confidence,checked" {
		t.Errorf("columns %s", got)
	}
	sure := make(map[string]string)
	for _, o := range campaign.Default().Orgs.List {
		for _, h := range o.Handles {
			sure[o.ID+" "+h.Platform+" "+strings.TrimPrefix(h.Name, "@")] = string(h.Confidence)
		}
	}
	for _, r := range rows[1:] {
		name := strings.TrimPrefix(strings.TrimPrefix(r[5], "'"), "@")
		if r[7] == "" || r[7] != sure[r[0]+" "+r[4]+" "+name] || r[8] != "2026-11-28" || !strings.HasPrefix(r[6],
			"https://") && (r[6] != "" || r[7] == string(campaign.Confirmed)) {
			t.Errorf("row %q, the campaign says %q", r, sure[r[0]+" "+r[4]+" "+name])
		}
	}
	if len(rows) < 20 {
		t.Errorf("%d accounts", len(rows)-1)
	}
	page, err := fs.ReadFile(cecot(t), "pages/es/accounts.md")
	for _, want := range []string{"# Cuentas para etiquetar\n", "Revisado: 28 de noviembre de 2026\n", "\n## Medios\n",
		"\n## Oficinas públicas\n\n- Oficina de Responsabilidad Gubernamental (GAO) · X · @USGAO (revisar antes de etiquetar)\n",
		"\n## Organizaciones\n\n- Human Rights Watch · X · @hrw (revisar antes de etiquetar)\n  https://x.com/hrw\n"} {
		if err != nil || !strings.Contains(string(page), want) {
			t.Errorf("the page lacks %q: %v\n%s", want, err, page)
		}
	}
}
