package sign

import (
	"maps"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Rules are the rules that this package's errors break, each with its words in
// English. Their names never change; what they say may. The map is the caller's
// own.
func Rules() fault.Rules { return maps.Clone(english) }

var english = fault.Rules{
	"key-public":           {Message: "this is no public key", Fix: "it is one line of 56 characters that begins with RWQ or similar, or a file with that line"},
	"key-private":          {Message: "this is no private key", Fix: "name the file that ends in .key"},
	"key-passphrase":       {Message: "the passphrase is not this key's"},
	"key-passphrase-empty": {Message: "a key needs a passphrase", Fix: "several words that nobody would guess"},
	"key-costly":           {Message: "the key's file asks for {mb} MB of memory", Fix: "this is no key that minisign or this program made"},
	"signature-garbled":    {Message: "this is no signature of minisign's form"},
	"signature-line":       {Message: "a comment of a signature is one short line"},
	"signature-other-key":  {Message: "signed with another key: {id}, not {want}"},
	"signature-message":    {Message: "the signature is of something else"},
	"signature-comment":    {Message: "the signature or its comment was changed"},
}

// An Error says why a key or a signature is refused. It is immutable and safe for
// concurrent use.
type Error struct{ fault.Data }

func (e *Error) Error() string { return fault.InEnglish(e) }

func newError(rule string, values fault.Values) *Error {
	return &Error{english.New(rule, "", values)}
}
