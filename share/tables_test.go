package share_test

import (
	"bytes"
	"encoding/csv"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"reflect"
	"slices"
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
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF")))).ReadAll()
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
	if err != nil {
		t.Fatal(err)
	}
	var offices []string
	for _, r := range to {
		offices = append(offices, r.Office)
		if !strings.HasSuffix(r.Mail, "@example.org") || r.LastName != "Example" {
			t.Errorf("%+v may be somebody", r)
		}
	}
	// both of the letters' offices, and each as its Spanish letter greets who holds it
	if want := []string{
		"delegate", "delegate-f", "delegate-m", "representative", "representative-f", "representative-m",
		"resident-commissioner", "resident-commissioner-f", "resident-commissioner-m", "senator", "senator-f", "senator-m",
	}; !slices.Equal(offices, want) {
		t.Errorf("rows for %q, want %q", offices, want)
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

// Schedulers publish a cell as it stands; Excel knows UTF-8 by its mark. Each
// table is for one of the two, and says so on the start page.
func TestTableReaders(t *testing.T) {
	c := millWith(t, "captions.yaml", `captions:
  - fact: classes
    headline: {en: 62 school classes, es: 62 clases}
    captions:
      en:
        - {limit: 200, angle: number, text: "@oldmill counted 62 school classes last year, says the Town Council."}
      es:
        - {limit: 200, angle: number, text: "+62 clases en un año, dice el Ayuntamiento."}
`)
	for _, k := range []*share.Kit{small(t, c), cecot(t)} {
		for _, name := range k.Names() {
			if path.Ext(name) != ".csv" {
				continue
			}
			data, err := fs.ReadFile(k, name)
			if err != nil {
				t.Fatal(err)
			}
			people := strings.HasSuffix(name, "-tracker.csv") || name == "data/recipients.csv"
			if marked := bytes.HasPrefix(data, []byte("\uFEFF")); marked != people {
				t.Errorf("%s has a byte order mark: %t", name, marked)
			}
			for _, row := range table(t, k, name) {
				for _, cell := range row {
					formula := cell != "" && strings.ContainsRune("=+-@", rune(cell[0]))
					if people && formula || !people && strings.HasPrefix(cell, "'") {
						t.Errorf("%s: %q", name, cell)
					}
				}
			}
		}
	}
	if got := column(t, small(t, c), "data/publer.csv", "Text"); !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, "@oldmill") }) {
		t.Errorf("no post begins with @oldmill: %q", got)
	}
	page := startPage(t, cecotFiles(t))
	for _, label := range []string{"posts · for programs, word for word", "recipients · se abre en una hoja de cálculo"} {
		if !strings.Contains(page, label) {
			t.Errorf("the start page lacks %q", label)
		}
	}
}

// column is a column of a table without its name.
func column(t *testing.T, k *share.Kit, name, title string) (cells []string) {
	rows := table(t, k, name)
	i := slices.Index(rows[0], title)
	for _, row := range rows[1:] {
		cells = append(cells, row[i])
	}
	return cells
}

// LibreOffice opens every table with its letters and its line breaks, and
// takes no cell of one for people as a formula.
func TestLibreOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("soffice is not installed: tables are not opened in a spreadsheet")
	}
	if testing.Short() {
		t.Skip("short: LibreOffice takes half a minute to begin")
	}
	k, dir := cecot(t), t.TempDir()
	names := []string{"letters/es/foia-request-tracker.csv", "data/recipients.csv", "data/accounts.csv"}
	args := []string{"-env:UserInstallation=file://" + dir + "/profile", "--headless", "--infilter=CSV:44,34,76",
		"--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", dir + "/out"}
	for _, name := range names {
		data, err := fs.ReadFile(k, name)
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(dir, path.Base(name))
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, file)
	}
	if out, err := exec.Command(office, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, name := range names {
		read, err := os.ReadFile(filepath.Join(dir, "out", path.Base(name)))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(read, []byte("\uFEFF")))).ReadAll()
		if want := table(t, k, name); err != nil || !reflect.DeepEqual(rows, want) {
			t.Errorf("%s: %v: LibreOffice reads %d rows, want %d: %q", name, err, len(rows), len(want), rows)
		}
	}
}
