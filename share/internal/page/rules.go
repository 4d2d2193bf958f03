package page

import (
	"maps"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Rules are the rules of what may stand on a page, in English. The map is the
// caller's own.
func Rules() fault.Rules { return maps.Clone(english) }

var english = fault.Rules{
	// of a page's words, links and files, which a campaign brings
	"page-address":       {Message: "is not an address"},
	"page-scheme":        {Message: "only https, tel, sms and mailto are allowed"},
	"page-no-scheme":     {Message: "needs https:"},
	"page-no-file":       {Message: "is empty"},
	"page-plain-path":    {Message: "must be a plain path relative to the kit"},
	"page-outside":       {Message: "must stay inside the kit"},
	"page-brace":         {Message: "has a brace without its partner"},
	"page-words-missing": {Message: "{n, plural, one {lacks a label} other {lacks # labels}}: {labels}", Fix: "translate them"},
	"page-word":          {Message: `no word is called "{word}"`},

	// of what a program brings
	"page-id":             {Message: `id "{id}": only a-z, 0-9 and - are allowed`},
	"page-id-twice":       {Message: `"{id}" is there twice`},
	"page-id-unknown":     {Message: `there is no "{id}"`},
	"page-date":           {Message: `"{date}" is not a date like 2026-11-23`},
	"page-language":       {Message: `"{tag}" is not a language tag`},
	"page-color":          {Message: `"{color}" is no color`, Fix: "write #RRGGBB, such as #0c2a6e"},
	"page-empty":          {Message: "is empty"},
	"page-none":           {Message: "at least one is needed"},
	"page-status":         {Message: `"{status}" is not a status`},
	"page-phone":          {Message: `"{phone}" is not a number to dial`},
	"page-no-alt":         {Message: "is empty, but the card has a picture"},
	"page-picture-size":   {Message: "needs a format and a size"},
	"page-no-place":       {Message: `has no place for the required field "{id}"`},
	"page-studio-program": {Message: "is no WebAssembly", Fix: "build examples/wasm with GOOS=js GOARCH=wasm"},
	"page-studio-loader":  {Message: "is no loader of a program", Fix: "take lib/wasm/wasm_exec.js of the Go that built the program"},
	"page-encoding":       {Message: "is not UTF-8"},
	"page-unseen":         {Message: "has {character}, which cannot be seen"},
	"page-direction":      {Message: "has {character}, which turns the direction of text"},
	"page-size":           {Message: "larger than {limit} MB: text {text} MB, thumbs {thumbs} MB, {read} of {of} pictures {pictures} MB"},
}
