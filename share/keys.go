package share

import (
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/sign"
)

// keyWords say by which key kits of the campaign are known; "" without one. The
// label is "key_words", or for a line of paper "key_line".
func (p *plan) keyWords(say campaign.Strings, label string) string {
	key, err := sign.ParsePublicKey(p.campaign.Key)
	if err != nil && p.key != nil {
		key, err = p.key.Public(), nil
	}
	if err != nil {
		return ""
	}
	return strings.NewReplacer("{words}", key.Words(), "{key}", key.String()).Replace(say.Label(label))
}

// namesKey reports a file that says by which key a kit is known, where that
// follows from who signs it: parts are not signed, so it is made when they are
// joined.
func (p *plan) namesKey(name string) bool {
	if p.key == nil || p.campaign.Key != "" {
		return false
	}
	sheet := func(end string) bool { return strings.HasPrefix(name, "print/") && strings.HasSuffix(name, end) }
	return strings.HasPrefix(name, "START-HERE.") || slices.ContainsFunc(keySheets, sheet)
}

// keySheets are how the names of sheets end that say by which key kits of the
// campaign are known: what is handed out, and kept.
var keySheets = []string{"-letter.pdf", "-a4.pdf", "-handbills.pdf"}
