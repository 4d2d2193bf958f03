package sign_test

import (
	"encoding/base64"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/share/sign"
)

func generate(t testing.TB) *sign.PrivateKey {
	t.Helper()
	k, err := sign.Generate()
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func signed(t testing.TB, k *sign.PrivateKey, message, comment string) []byte {
	t.Helper()
	data, err := k.Sign([]byte(message), comment, "")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func parsed(t testing.TB, data []byte) *sign.Signature {
	t.Helper()
	s, err := sign.ParseSignature(data)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func rule(err error) string {
	var e *sign.Error
	if !errors.As(err, &e) {
		return ""
	}
	return e.Rule()
}

// TestForgeries changes each part of a signature, and each has to be seen.
func TestForgeries(t *testing.T) {
	k, other := generate(t), generate(t)
	whole := string(signed(t, k, "sums", "edition:2031-03-10"))
	if err := k.Public().Verify([]byte("sums"), parsed(t, []byte(whole))); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(whole, "\n")
	older := strings.Split(string(signed(t, k, "sums", "edition:2030-01-01")), "\n")
	theirs := strings.Split(string(signed(t, other, "sums", "edition:2031-03-10")), "\n")
	with := func(n int, line string) string {
		all := append([]string(nil), lines...)
		all[n] = line
		return strings.Join(all, "\n")
	}
	renamed := func(line string) string { // another key's signature under our key's number
		data, _ := base64.StdEncoding.DecodeString(line)
		ours, _ := base64.StdEncoding.DecodeString(lines[1])
		copy(data[2:10], ours[2:10])
		return base64.StdEncoding.EncodeToString(data)
	}
	for name, c := range map[string]struct{ signature, message, want string }{
		"another message":      {whole, "other sums", "signature-message"},
		"a newer comment":      {with(2, "trusted comment: edition:2032-01-01"), "sums", "signature-comment"},
		"an older comment":     {strings.Join([]string{lines[0], lines[1], older[2], lines[3]}, "\n"), "sums", "signature-comment"},
		"another key":          {strings.Join(theirs, "\n"), "sums", "signature-other-key"},
		"another key, renamed": {strings.Join([]string{theirs[0], renamed(theirs[1]), theirs[2], theirs[3]}, "\n"), "sums", "signature-comment"},
		"the older form":       {with(1, base64.StdEncoding.EncodeToString([]byte("Ed"+string(decoded(t, lines[1])[2:])))), "sums", "signature-message"},
		"the untrusted line":   {with(0, "untrusted comment: from somebody else"), "sums", ""},
		"lines as on Windows":  {strings.ReplaceAll(whole, "\n", "\r\n"), "sums", ""},
	} {
		if got := rule(k.Public().Verify([]byte(c.message), parsed(t, []byte(c.signature)))); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	if err := (sign.PublicKey{}).Verify([]byte("sums"), parsed(t, []byte(whole))); err == nil {
		t.Error("no key verifies a signature")
	}
}

func decoded(t *testing.T, line string) []byte {
	t.Helper()
	data, err := base64.StdEncoding.DecodeString(line)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestPublicKey(t *testing.T) {
	k := generate(t).Public()
	for _, text := range []string{k.String(), " " + k.String() + "\r\n", string(k.File()), strings.ReplaceAll(string(k.File()), "\n", "\r\n")} {
		if got, err := sign.ParsePublicKey(text); err != nil || got != k {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "RWQ", "kit.pub", k.String()[1:], k.String() + "\n" + k.String(), "RWR" + strings.Repeat("!", 53)} {
		if _, err := sign.ParsePublicKey(text); rule(err) != "key-public" {
			t.Errorf("%q: %v", text, err)
		}
	}
	if words := strings.Split(k.Words(), "-"); len(words) != 5 || len(k.Words()) != 29 || k.Words() == generate(t).Public().Words() {
		t.Error(k.Words())
	}
}

func TestPassphrase(t *testing.T) {
	k := generate(t)
	file, err := k.Encrypt([]byte("four plain words here"))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := sign.Decrypt(file, []byte("four plain words here")); err != nil || got.Public() != k.Public() {
		t.Error(err)
	}
	if _, err := sign.Decrypt(file, []byte("four plain words")); rule(err) != "key-passphrase" {
		t.Error(err)
	}
	if _, err := k.Encrypt(nil); rule(err) != "key-passphrase-empty" {
		t.Error(err)
	}
	head, line, _ := strings.Cut(strings.TrimSpace(string(file)), "\n")
	data := decoded(t, line)
	for i := 38; i < 54; i++ {
		data[i] = 0x7f
	}
	costly := []byte(head + "\n" + base64.StdEncoding.EncodeToString(data) + "\n")
	if _, err := sign.Decrypt(costly, []byte("x")); rule(err) != "key-costly" {
		t.Error(err)
	}
}

// TestMinisign holds both directions to the program whose format this is.
func TestMinisign(t *testing.T) {
	if _, err := exec.LookPath("minisign"); err != nil {
		t.Skip("NOT TESTED: no minisign")
	}
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	put := func(name string, data []byte) {
		if err := os.WriteFile(at(name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	minisign := func(stdin string, args ...string) string {
		t.Helper()
		c := exec.Command("minisign", args...)
		c.Dir, c.Stdin = dir, strings.NewReader(stdin)
		out, err := c.CombinedOutput()
		if err != nil {
			t.Errorf("minisign %s: %v\n%s", args, err, out)
		}
		return string(out)
	}
	put("SHA256SUMS", []byte("sums"))

	k := generate(t)
	put("ours.pub", k.Public().File())
	put("SHA256SUMS.minisig", signed(t, k, "sums", "campaign:old-mill\tedition:2031-03-10"))
	if out := minisign("", "-Vm", "SHA256SUMS", "-p", "ours.pub"); !strings.Contains(out, "edition:2031-03-10") {
		t.Error(out)
	}
	minisign("", "-Vm", "SHA256SUMS", "-P", k.Public().String())
	file, err := k.Encrypt([]byte("plain words"))
	if err != nil {
		t.Fatal(err)
	}
	put("ours.key", file)
	minisign("plain words\n", "-Sm", "SHA256SUMS", "-s", "ours.key", "-x", "again")
	verifies(t, at("again"), "sums", k.Public())

	minisign("", "-GWf", "-p", "theirs.pub", "-s", "theirs.key")
	public, err := os.ReadFile(at("theirs.pub"))
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := sign.ParsePublicKey(string(public))
	if err != nil || !strings.Contains(string(public), theirs.ID()) {
		t.Fatal(err, theirs.ID(), string(public))
	}
	for _, form := range []string{"-H", "-l"} { // prehashed, and the older form
		minisign("", "-S", form, "-m", "SHA256SUMS", "-s", "theirs.key", "-x", "theirs")
		verifies(t, at("theirs"), "sums", theirs)
	}
	file, err = os.ReadFile(at("theirs.key"))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := sign.Decrypt(file, nil); err != nil || got.Public() != theirs {
		t.Error(err)
	}
}

func verifies(t *testing.T, name, message string, k sign.PublicKey) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := k.Verify([]byte(message), parsed(t, data)); err != nil {
		t.Errorf("%s: %v", filepath.Base(name), err)
	}
}

func FuzzParse(f *testing.F) {
	k := generate(f)
	f.Add(signed(f, k, "sums", "edition:2031-03-10"))
	f.Add(k.Public().File())
	f.Fuzz(func(t *testing.T, data []byte) {
		if s, err := sign.ParseSignature(data); err == nil {
			if err := k.Public().Verify([]byte("other"), s); err == nil {
				t.Error("a signature of something else")
			}
		}
		sign.ParsePublicKey(string(data))
		sign.Encrypted(data)
	})
}
