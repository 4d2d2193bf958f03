package share_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/sign"
)

// What the minisign program 0.10 wrote with one key of the bytes "sums": in its
// older form and in that over their hash.
const (
	minisignKey    = "RWQrzbso5A5lp2K3xdfDrngJJRYHV7qJ+rpC5lJkGXnPc5BT0KoJBwWz"
	minisignPlain  = "untrusted comment: a\nRWQrzbso5A5lp9lT88STdcRVbTuZQe+uYFOg4ge5VBfe4IZHbVAhdI+Moc4UNkY93eFMmbjVQbhENwIwm0iO7FhpsTQifO63BQI=\ntrusted comment: campaign:old-mill\n5tayamAcB4En3vWSNJ5mmWiAvH8Wy5UubCBTBMJcre4e4VH5+luYXbexaNwmdjhxN/F0gem6v4mH8lhwPXTWCQ==\n"
	minisignHashed = "untrusted comment: a\nRUQrzbso5A5lp/a6pd2APf7qElQisrC1McWw0gHZClWUDFkCPFz3Hut8r3U+3+w8bUSjZJMtioMGSCiK3zTPEL3+Q6bSIATvAQg=\ntrusted comment: campaign:old-mill\nE0w62U8y3uJi8jdutzfb5PMemvXyC1+BoOPSfKJtkAGYUP0le9+X3vcNo4smZP7fvxITZ2FcUXXkgp3HLPLhCQ==\n"
)

// TestSignaturePitfalls tries what others' signed files failed by, each by the
// report that tells of it.
func TestSignaturePitfalls(t *testing.T) {
	key := newKey(t)
	genuine := smallKit(t, key)
	older := smallKit(t, key, "campaign.yaml", strings.Replace(string(millFile(t, "campaign.yaml")), "2031-03-10", "2031-03-09", 1))
	const sums, zips, minisig = "SHA256SUMS", "zips/SHA256SUMS", ".minisig"
	lie := &fstest.MapFile{Data: []byte("another text")}
	// proved says what is said of a kit that was changed.
	proved := func(change func(k fstest.MapFS)) string {
		k := maps.Clone(genuine)
		change(k)
		_, _, err := share.Prove(k, key.Public())
		return ruleOf(err)
	}
	// listed is a list of sums with one more line, signed by whose kit it is.
	listed := func(line string) func(k fstest.MapFS) {
		return func(k fstest.MapFS) {
			k[sums] = &fstest.MapFile{Data: append(bytes.Clone(k[sums].Data), line...)}
			s, err := key.Sign(k[sums].Data, parse(t, genuine[sums+minisig].Data).Comment(), "")
			if err != nil {
				t.Fatal(err)
			}
			k[sums+minisig] = &fstest.MapFile{Data: s}
		}
	}
	sum := fmt.Sprintf("%x", sha256.Sum256(lie.Data))
	for _, row := range []struct {
		pitfall, source string
		got, want       string
	}{
		{"a CR at a comment's end", "aead/minisign#7", proved(func(k fstest.MapFS) {
			for _, list := range []string{sums, zips} {
				k[list+minisig] = &fstest.MapFile{Data: bytes.ReplaceAll(k[list+minisig].Data, []byte("\n"), []byte("\r\n"))}
			}
		}), "<nil>"},
		{"Ed is read", "Amebis/eduVPN#178", vector(t, minisignPlain), "<nil>"},
		{"ED is read", "Amebis/eduVPN#178", vector(t, minisignHashed), "<nil>"},
		{"ED is written", "Amebis/eduVPN#178", string(genuine[sums+minisig].Data[bytes.IndexByte(genuine[sums+minisig].Data, '\n')+1:][:2]), "RU"}, // "ED" in base64
		{"the signature of another file", "mlugg/setup-zig#1", proved(func(k fstest.MapFS) {
			k[sums+minisig], k[zips+minisig] = k[zips+minisig], k[sums+minisig]
		}), "signature-message"},
		{"another file with its signature", "mlugg/setup-zig#1", proved(func(k fstest.MapFS) {
			k[zips], k[zips+minisig] = older[zips], older[zips+minisig]
			for name := range older {
				if strings.HasPrefix(name, "zips/") {
					k[name] = older[name]
				}
			}
		}), "kit-signature-other"},
		{"the signature of another version", "mlugg/setup-zig#1", proved(func(k fstest.MapFS) { k[sums+minisig] = older[sums+minisig] }), "signature-message"},
		{"a file added later", "alphaonedev/ai-memory-mcp#1907", proved(func(k fstest.MapFS) { k["pictures/more.png"] = lie }), "sums-added"},
		{"an empty one", "agentic-os-org/ANOLISA#480", proved(func(k fstest.MapFS) { k["pictures/more"] = &fstest.MapFile{} }), "sums-added"},
		{"a hidden one", "agentic-os-org/ANOLISA#480", proved(func(k fstest.MapFS) { k[".more"] = lie }), "sums-added"},
		{"litter is apart", "agentic-os-org/ANOLISA#480", proved(func(k fstest.MapFS) { k["pictures/.DS_Store"] = &fstest.MapFile{} }), "<nil>"},
		{"a signed list with a way out", "sigstore/model-transparency#647", proved(listed(sum + "  ../x\n")), "kit-sums-line"},
		{"with an absolute name", "sigstore/model-transparency#647", proved(listed(sum + "  /etc/hosts\n")), "kit-sums-line"},
		{"with a backslash", "apache/poi#1124", proved(listed(sum + `  pictures\x` + "\n")), "kit-sums-line"},
		{"with a name twice", "apache/poi#1124", proved(listed(sum + "  START-HERE.txt\n")), "kit-sums-line"},
		{"a link in a file's place", "sigstore/model-transparency#647", proved(func(k fstest.MapFS) {
			k["START-HERE.txt"] = &fstest.MapFile{Data: []byte("posts/en/x/sale.txt"), Mode: fs.ModeSymlink | 0o777}
		}), "sums-altered"},
		{"a/b beside a\\b", "apache/poi#1124", zipped(t, genuine, `posts\en\x\sale.txt`), "zip-name"},
		{"a/b beside A/b", "apache/poi#1124", zipped(t, genuine, "POSTS/en/x/sale.txt"), "zip-twice"},
		{"sums list themselves", "3rdIteration/Satochip-DIY#2", fmt.Sprint(strings.Contains(string(genuine[sums].Data), "  "+sums+"\n")), "false"},
		{"or paths of another folder", "crc-org/crc#612", fmt.Sprint(slices.ContainsFunc(strings.Fields(string(genuine[zips].Data)), func(s string) bool { return strings.Contains(s, "/") })), "false"},
		{"sha256sum finds what they list", "crc-org/crc#612", summed(t, genuine), "true"},
		{"a comment that frightens", "jedisct1/minisign#164", fmt.Sprint(strings.Contains(string(genuine[sums+minisig].Data), "secret")), "false"},
		{
			"it says how to verify", "jedisct1/minisign#164", strings.SplitN(string(genuine[sums+minisig].Data), "\n", 2)[0],
			"untrusted comment: verify with public key " + key.Public().ID(),
		},
	} {
		if row.got != row.want {
			t.Errorf("%s (%s): %s, want %s", row.pitfall, row.source, row.got, row.want)
		}
	}
}

func parse(t *testing.T, signature []byte) *sign.Signature {
	t.Helper()
	s, err := sign.ParseSignature(signature)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// vector verifies a signature that the minisign program wrote.
func vector(t *testing.T, signature string) string {
	t.Helper()
	key, err := sign.ParsePublicKey(minisignKey)
	if err != nil {
		t.Fatal(err)
	}
	return ruleOf(key.Verify([]byte("sums"), parse(t, []byte(signature))))
}

// zipped is what is said of a kit's zip with one more file.
func zipped(t *testing.T, k fstest.MapFS, name string) string {
	t.Helper()
	more := maps.Clone(k)
	more[name] = &fstest.MapFile{Data: []byte("another text")}
	_, err := readZip(zipOf(t, "", more, nil))
	return ruleOf(err)
}

// summed runs sha256sum in the folders of the lists.
func summed(t *testing.T, k fstest.MapFS) string {
	t.Helper()
	if _, err := exec.LookPath("sha256sum"); err != nil {
		t.Log("NOT TESTED: no sha256sum")
		return "true"
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, k); err != nil {
		t.Fatal(err)
	}
	for _, in := range []string{".", "zips"} {
		c := exec.Command("sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS")
		c.Dir = filepath.Join(dir, in)
		if out, err := c.CombinedOutput(); err != nil {
			return string(out)
		}
	}
	return "true"
}
