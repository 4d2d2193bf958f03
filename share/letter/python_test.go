package letter

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"strings"
	"testing"
)

// pythonRead takes a draft apart with Python's package for mail and prints what
// it finds, and every defect.
const pythonRead = `
import email, email.policy, json, sys
m = email.message_from_binary_file(sys.stdin.buffer, policy=email.policy.default)
to = [(a.display_name, a.addr_spec) for a in m['To'].addresses] if m['To'] else []
defects = [str(d) for d in list(m.defects) + [d for h in m.values() for d in h.defects]]
print(json.dumps([to, m['Subject'], m.get_content(), m['Content-Language'], defects]))
`

// TestPythonReadsDrafts: another program finds the person, the subject and every
// word of a draft.
func TestPythonReadsDrafts(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("needs python3")
	}
	for _, m := range []mail{
		{To: address{"Concejala Peña, \"Lola\"", "desk@oldmill.example"}, Subject: strings.Repeat("¿Puede pedir una audiencia pública? ", 6) + "Gracias",
			Body: "Honorable Peña:\n\n" + strings.Repeat("Una línea larga con tildes. ", 20) + "\n.\nFrom here on =3D\n", Lang: "es"},
		{To: address{"", "desk@oldmill.example"}, Subject: "The library", Body: "Dear council,\n\ttabs and  spaces \nmore\n", Lang: "en"},
		{To: address{"議員", "desk@oldmill.example"}, Subject: "図書館について", Body: "مكتبة المطحنة\n", Lang: "ar"},
		{Subject: "Nobody yet", Body: "Dear council\n", Lang: "en"},
	} {
		read := exec.Command(python, "-c", pythonRead)
		read.Stdin = bytes.NewReader(m.eml())
		out, err := read.Output()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		to := [][2]string{}
		if m.To.Mail != "" {
			to = append(to, [2]string{m.To.Name, m.To.Mail})
		}
		want, err := json.Marshal([]any{to, m.Subject, m.Body, m.Lang, []string{}})
		if err != nil {
			t.Fatal(err)
		}
		if got := reencoded(t, out); got != string(want) {
			t.Errorf("read as\n%s\nwant\n%s", got, want)
		}
	}
}

func reencoded(t *testing.T, data []byte) string {
	t.Helper()
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	out, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}
