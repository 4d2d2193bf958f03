// Package yamlfault says what the reader of YAML finds wrong with a file in
// terms of what to write, as data.
package yamlfault

import (
	"errors"
	"maps"
	"regexp"
	"sync"

	"github.com/goccy/go-yaml"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

var english = fault.Rules{
	"yaml-alias":           {Message: "anchors, aliases and tags are not used here", Fix: "put the text in quotation marks"},
	"yaml-broken":          {Message: "this is not YAML that can be read", Fix: "look for unbalanced quotes or brackets"},
	"yaml-brace":           {Message: "the brace }} that closes is missing"},
	"yaml-bracket":         {Message: "the bracket ] that closes is missing"},
	"yaml-brace-alone":     {Message: "a brace }} is too many"},
	"yaml-bracket-alone":   {Message: "a bracket ] is too many"},
	"yaml-colon":           {Message: "the colon after a key is missing"},
	"yaml-comma-brace":     {Message: "a comma or the brace }} is missing"},
	"yaml-comma":           {Message: "a comma or the bracket ] is missing"},
	"yaml-brackets":        {Message: "too many open brackets", Fix: "close them"},
	"yaml-keys-many":       {Message: "there are more than {limit} keys in one place", Fix: "write a list"},
	"yaml-key-twice":       {Message: `the key "{key}" stands in line {line} already`, Fix: "keep one"},
	"yaml-dense":           {Message: "there are more than {limit} keys, values and signs", Fix: "split the file, or leave out what is empty"},
	"yaml-emphasis":        {Message: "a text that begins with ** is no text for YAML", Fix: "put the text in quotation marks"},
	"yaml-hashtag":         {Message: "{tag} after a space is a remark for YAML, and lost", Fix: "put the text in quotation marks, or a space after #"},
	"yaml-key":             {Message: "a key cannot stand here", Fix: "look at the indentation"},
	"yaml-key-again":       {Message: "no further key can stand here", Fix: "put the text in quotation marks"},
	"yaml-key-lines":       {Message: "a key goes over two lines", Fix: "write it in one"},
	"yaml-key-missing":     {Message: "a key is missing"},
	"yaml-keys":            {Message: "keys with values belong here"},
	"yaml-list":            {Message: "a list cannot begin here", Fix: "look at the indentation"},
	"yaml-quote":           {Message: "the quotation mark that closes is missing"},
	"yaml-second-document": {Message: "a second document begins here", Fix: "keep one document in a file"},
	"yaml-sign":            {Message: "a text that begins with this sign is no text for YAML", Fix: "put the text in quotation marks"},
	"yaml-tab":             {Message: "there is a tab here", Fix: "indent with spaces"},
	"yaml-value":           {Message: "this value cannot stand here", Fix: "look at the indentation, or put the whole text in quotation marks"},
	"yaml-value-missing":   {Message: "the value of a key is missing"},
}

// Rules returns every rule of this package with its English words. The map is
// the caller's.
func Rules() fault.Rules { return maps.Clone(english) }

// said are the reader's messages, by rule. What it says besides is yaml-broken.
var said = map[string]string{
	"found character '\t' that cannot start any token":                   "yaml-tab",
	"found a tab character where an indentation space is expected":       "yaml-tab",
	"tab character cannot use as a map key directly":                     "yaml-tab",
	"tab character cannot use as a sequence delimiter":                   "yaml-tab",
	"sequence end token ']' not found":                                   "yaml-bracket",
	"could not find '[' character corresponding to ']'":                  "yaml-bracket-alone",
	"could not find flow mapping end token '}'":                          "yaml-brace",
	"could not find '{' character corresponding to '}'":                  "yaml-brace-alone",
	"could not find flow map content":                                    "yaml-brace",
	"could not find end character of double-quoted text":                 "yaml-quote",
	"could not find end character of single-quoted text":                 "yaml-quote",
	"',' or ']' must be specified":                                       "yaml-comma",
	"expected sequence element, but found ','":                           "yaml-comma",
	"',' or '}' must be specified":                                       "yaml-comma-brace",
	"mapping value is not allowed in this context":                       "yaml-key-again",
	"value is not allowed in this context":                               "yaml-value",
	"value is not allowed in this context. map key-value is pre-defined": "yaml-value",
	"unexpected scalar value":                                            "yaml-value",
	"unexpected scalar value type":                                       "yaml-value",
	"unexpected key name":                                                "yaml-key",
	"unexpected map key":                                                 "yaml-key",
	"unexpected map key-value pair":                                      "yaml-key",
	"found an invalid key for this map":                                  "yaml-key",
	"could not find map value":                                           "yaml-value-missing",
	"could not find value for mapping key":                               "yaml-value-missing",
	"undefined map key":                                                  "yaml-key-missing",
	"expected map key-value delimiter ':'":                               "yaml-colon",
	"map key definition includes an implicit line break":                 "yaml-key-lines",
	"block sequence entries are not allowed in this context":             "yaml-list",
	"non-map value is specified":                                         "yaml-keys",
	"undefined anchor name":                                              "yaml-alias",
	"undefined anchor value":                                             "yaml-alias",
	"undefined alias name":                                               "yaml-alias",
	"could not find anchor value":                                        "yaml-alias",
	"could not find alias value":                                         "yaml-alias",
	"anchors cannot be used consecutively":                               "yaml-alias",
	"anchor is not allowed in this context":                              "yaml-alias",
	"tag is not allowed in this context":                                 "yaml-alias",
	"anchor is not allowed in this sequence context":                     "yaml-alias",
	"tag is not allowed in this sequence context":                        "yaml-alias",
	"specified not scalar tag":                                           "yaml-alias",
}

// begins are the reader's messages about a text that begins with @, a backtick, %, | or >.
var begins = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`is a reserved character$|^invalid header option|^unexpected directive value`)
})

// Of returns what the reader's error says as data, and line and column from 1,
// or 0 if they are not known.
func Of(err error) (d fault.Data, line, column int) {
	var own *Error
	if errors.As(err, &own) {
		return own.Data, own.Line, own.Column
	}
	rule := "yaml-broken"
	var syntax *yaml.SyntaxError
	if errors.As(err, &syntax) {
		if known, ok := said[syntax.Message]; ok {
			rule = known
		} else if begins().MatchString(syntax.Message) {
			rule = "yaml-sign"
		}
	}
	var at yaml.Error
	if errors.As(err, &at) && at.GetToken() != nil && at.GetToken().Position != nil {
		p := at.GetToken().Position
		line, column = p.Line, p.Column
	}
	return english.New(rule, "", nil), line, column
}
