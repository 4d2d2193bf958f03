package hashtag

import (
	"maps"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Rules returns the rules that this package's errors and problems name, with
// their words in English. A rule keeps its name; its words may change. The map
// is the caller's.
func Rules() fault.Rules { return maps.Clone(english) }

// english are the words of tags (hashtag-…), of posts (post-…) and of what
// counts a post (length-…).
var english = fault.Rules{
	"hashtag-empty":      {Message: `not a hashtag: "{input}" is empty`, Fix: "write a word"},
	"hashtag-encoding":   {Message: `not a hashtag: "{input}" is not valid UTF-8`, Fix: "save it as UTF-8"},
	"hashtag-sign":       {Message: `not a hashtag: "{input}" has a second #`, Fix: "one tag is one word"},
	"hashtag-space":      {Message: `not a hashtag: "{input}" has a space`, Fix: "join the words, each with a capital"},
	"hashtag-styled":     {Message: `not a hashtag: "{input}" has the styled letter {char}`, Fix: "write it with plain letters"},
	"hashtag-emoji":      {Message: `not a hashtag: "{input}" has the emoji {char}`, Fix: "platforms disagree where the tag ends"},
	"hashtag-character":  {Message: `not a hashtag: "{input}" has '{char}'`, Fix: "use letters, digits and _ only"},
	"hashtag-underscore": {Message: `not a hashtag: "{input}" ends in _`, Fix: "some platforms leave it out"},
	"hashtag-digits":     {Message: `not a hashtag: "{input}" has no letter`, Fix: "platforms link no tag of digits alone"},
	"hashtag-long":       {Message: `not a hashtag: "{input}" is {n} long, limit {limit}`, Fix: "take words out"},

	"hashtag-one-word":      {Message: "{tag} reads as one word", Fix: "begin each word with a capital: #LikeThis"},
	"hashtag-one-acronym":   {Message: "{text} reads as one acronym", Fix: "keep acronyms apart, or one at the end"},
	"hashtag-styled-letter": {Message: "{text} is no letter to a screen reader", Fix: "write it with plain letters"},
	"hashtag-with-emoji":    {Message: "platforms disagree whether {text} belongs to the tag", Fix: "put a space before it"},

	"post-too-long": {Message: "too long for {platform} even in its shortest form: {length}, at most {limit}"},

	"post-long":          {Message: "{length}, limit {limit} on {platform}", Fix: "shorten it by {over}"},
	"post-tags":          {Message: "{n} hashtags on {platform}, limit {limit}", Fix: "keep the most important"},
	"post-links":         {Message: "more than {limit} different links on {platform}", Fix: "keep the most important"},
	"post-emoji":         {Message: "{n} emoji: a screen reader says each by its name", Fix: "keep one or two, at the end"},
	"post-mention":       {Message: "{text} notifies the account of that name on {platform}", Fix: "if that is not meant, leave out the sign"},
	"post-mention-plain": {Message: "{platform} does not link {text}", Fix: "choose the account from the list there as you write, or write its whole name"},
	"post-link-unmeant":  {Message: "{platform} links {text}", Fix: "if that is not meant, put a space after the full stop"},
	"post-direction":     {Message: "{code} changes the direction of the text", Fix: "take it out"},
	"post-hidden":        {Message: "{code} does not show", Fix: "take it out"},
	"post-styled":        {Message: "{text} is no text to a screen reader or a search", Fix: "write it with plain letters"},
	"post-refused":       {Message: "{platform} takes no post with '{char}'", Fix: "write it another way"},
	"post-heading":       {Message: "# at the start of a line makes a heading on {platform}", Fix: `write \#`},
	"post-encoding":      {Message: "the text is not valid UTF-8 here", Fix: "save it as UTF-8"},
	"post-link-broken":   {Message: "{text} is no well-formed address", Fix: "copy it again from the browser"},
	"post-link-scheme":   {Message: "{platform} does not link {text}", Fix: "write it with https://"},
	"post-link-glued":    {Message: "{platform} does not link {text}", Fix: "put a space before it and check its host"},
	"post-link-part":     {Message: "{platform} links only {linked}", Fix: "percent-encode what follows"},
	"post-link-swallows": {
		Message: "{platform} links {text}, which opens another page than {meant}",
		Fix:     "put a space after it, or write the sentence so that nothing follows it",
	},
	"post-segments": {
		Message: "'{text}' makes this {n} text messages instead of about {fewer}",
		Fix:     "take out or replace what GSM-7 does not have: it has é ñ ü ¿ ¡, but no á í ó ú, curly quotes or emoji",
	},

	"post-tag-digits":  {Message: "{platform} does not link {text}: it has no letter", Fix: "write a word"},
	"post-tag-nowhere": {Message: "{platform} does not link {text}: it links no hashtags", Fix: "write it as a plain word"},
	"post-tag-second":  {Message: "{platform} does not link {text}: only one can link", Fix: "keep the most important"},
	"post-tag-sign":    {Message: "{platform} does not link {text}: another # stands against it", Fix: "put a space between"},
	"post-tag-phrase":  {Message: "{platform} does not link {text}: it follows '{before}'", Fix: "take the # off, and put the tag at the end"},
	"post-tag-glued":   {Message: "{platform} does not link {text}: it follows '{before}'", Fix: "put a space before it"},
	"post-tag-long":    {Message: "{platform} does not link {text}: it is too long", Fix: "take words out"},
	"post-tag-end":     {Message: "{platform} does not link {text}: of what follows it", Fix: "put a space after it"},
	"post-tag-other":   {Message: "{platform} links {linked} as the tag", Fix: "put a space or plain punctuation after the word"},
	"post-tag-part":    {Message: "{platform} links only {linked} of {text}", Fix: "write the tag as one word"},

	"length-graphemes":   {Message: "{n} characters"},
	"length-weighted":    {Message: "{n} weighted characters"},
	"length-utf16":       {Message: "{n} UTF-16 units"},
	"length-bytes":       {Message: "{n} bytes"},
	"length-emoji-bytes": {Message: "{n} characters (emoji as bytes)"},
	"length-septets":     {Message: "{n} septets or UTF-16 units"},

	"word-unknown": {Message: `there is no {kind} "{word}"`, Fix: "choose from {known}"},
}

// A measure is a length with its unit, said within a sentence.
type measure struct{ fault.Data }

func (m measure) Error() string { return fault.InEnglish(m) }

func (u Unit) measure(n int) measure {
	return measure{english.New("length-"+u.word(), "", fault.Values{"n": n})}
}
