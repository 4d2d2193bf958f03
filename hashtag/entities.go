package hashtag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag/internal/domain"
	"github.com/shutdowncecot/toolkit/hashtag/internal/emoji"
	"github.com/shutdowncecot/toolkit/hashtag/internal/scan"
	"github.com/shutdowncecot/toolkit/hashtag/runes"
)

// A linker finds entities on platforms that publish no grammar, by the rules that their
// help pages give: tags of letters, digits and "_", names after "@", links with a
// scheme or, if bare, with a known top-level domain. A nil function finds nothing.
type linker struct {
	tags  func(es []Entity, text string) []Entity
	names func(r rune) bool // what an account's name is made of
	links bool
	bare  bool // also links without a scheme
}

func (l linker) entities(text string) []Entity {
	var es []Entity
	if l.links {
		es = plainLinks(es, text, l.bare)
	}
	if l.tags != nil {
		es = l.tags(es, text)
	}
	if l.names != nil {
		es = plainMentions(es, text, l.names)
	}
	return withoutOverlaps(es)
}

// beginsTag reports a sign that follows no letter, digit or one of _ # & / and is no emoji.
func beginsTag(text string, m scan.Mark) bool {
	r := scan.RuneBefore(text, m.At)
	return (r < 0 || !scan.IsWord(r) && !strings.ContainsRune("#＃&/", r)) && !emoji.FollowsSign(text[m.After:])
}

// wordTags finds tags that hold at least one letter.
func wordTags(es []Entity, text string) []Entity {
	for m, ok := scan.NextMark(text, 0, '#', "＃"); ok; m, ok = scan.NextMark(text, m.After, '#', "＃") {
		if !beginsTag(text, m) {
			continue
		}
		end := m.After + scan.RunLength(text[m.After:], scan.IsWord)
		if name := text[m.After:end]; strings.IndexFunc(name, unicode.IsLetter) >= 0 {
			es = append(es, entity(KindHashtag, text, m.At, end, name))
		}
	}
	return es
}

// plainMentions finds names; one does not end in "." or "-".
func plainMentions(es []Entity, text string, in func(rune) bool) []Entity {
	for i := strings.IndexByte(text, '@'); i >= 0; i = scan.IndexFrom(text, '@', i+1) {
		if r := scan.RuneBefore(text, i); r >= 0 && (scan.IsWord(r) || strings.ContainsRune("@./", r)) {
			continue
		}
		end := i + 1 + scan.RunLength(text[i+1:], in)
		name := strings.TrimRight(text[i+1:end], ".-")
		if name == "" || scan.RuneAt(text, i+1+len(name)) == '@' {
			continue
		}
		es = append(es, entity(KindMention, text, i, i+1+len(name), name))
	}
	return es
}

func wordName(r rune) bool   { return scan.IsASCIIWord(r) }
func dottedName(r rune) bool { return scan.IsASCIIWord(r) || r == '.' }
func dashedName(r rune) bool { return scan.IsASCIIWord(r) || r == '-' }
func handleName(r rune) bool { return scan.IsWord(r) || r == '.' || r == '-' || r == '·' }

// plainLinks finds links. What has been read for one is not read for another.
func plainLinks(es []Entity, text string, bare bool) []Entity {
	for i := 0; i < len(text); {
		end, link := plainLink(text, i, bare)
		if link {
			es = append(es, entity(KindLink, text, i, end, withScheme(text[i:end])))
		}
		i = end
	}
	return es
}

// plainLink reads a link at i, or else what cannot begin one.
func plainLink(text string, i int, bare bool) (end int, link bool) {
	run := i + scan.RunLength(text[i:], isNameOrHost)
	if run == i {
		_, n := utf8.DecodeRuneInString(text[i:])
		return i + n, false
	}
	if n := scan.SchemeLength(text[i:]); n > 0 {
		host := i + n + scan.RunLength(text[i+n:], isNameOrHost)
		if !strings.Contains(strings.Trim(text[i+n:host], ".-"), ".") {
			return host, false
		}
		return linkEnd(text, host), true
	}
	if n := gluedScheme(text[i:], run-i); n > 0 {
		return i + n, false
	}
	host := strings.TrimRight(text[i:run], ".-_")
	r := scan.RuneBefore(text, i)
	if !bare || r == '@' || r == '/' || r == '#' || r == '$' || scan.RuneAt(text, run) == '@' || !knownHost(host) {
		return run, false
	}
	if len(host) < run-i {
		return i + len(host), true
	}
	return linkEnd(text, run), true
}

// gluedScheme returns where a scheme begins at the end of the n bytes of letters that s
// begins with, after letters of a script that sets no space before it; or 0.
func gluedScheme(s string, n int) int {
	if !strings.HasPrefix(s[n:], "://") {
		return 0
	}
	for _, scheme := range []string{"https", "http"} {
		if at := n - len(scheme); at > 0 && scan.SchemeLength(s[at:]) > 0 && scan.RuneBefore(s, at) >= utf8.RuneSelf {
			return at
		}
	}
	return 0
}

func isNameOrHost(r rune) bool { return scan.IsWord(r) || r == '.' || r == '-' }

// knownHost reports a host of letters, digits and inner dashes under a known domain.
func knownHost(host string) bool {
	dot := strings.LastIndexByte(host, '.')
	if dot < 1 || !domain.Bluesky().Has(host[dot+1:]) {
		return false
	}
	for label := range strings.SplitSeq(host[:dot], ".") {
		if label == "" || len(label) > domain.MaxLabel || strings.ContainsRune(label, '_') || strings.Trim(label, "-") != label {
			return false
		}
	}
	return true
}

// linkEnd returns the end of a link whose host ends at i: port, path, query and fragment up
// to a space or quote, without the punctuation of the sentence around it.
func linkEnd(text string, i int) int {
	if r := scan.RuneAt(text, i); r != '/' && r != '?' && r != '#' && r != ':' {
		return i
	}
	end := i + scan.RunLength(text[i:], isLinkRune)
	unopened := surplus(text[i:end])
	for end > i {
		r, n := utf8.DecodeLastRuneInString(text[i:end])
		if k := strings.IndexRune(closing, r); k >= 0 && unopened[k] > 0 {
			unopened[k]--
		} else if !endsSentence(r) {
			break
		}
		end -= n
	}
	return end
}

// The brackets that a link may hold in pairs.
const opening, closing = "([{", ")]}"

// surplus counts, for each kind of bracket, how many more close than open in s.
func surplus(s string) (n [len(closing)]int) {
	for k := range n {
		n[k] = strings.Count(s, closing[k:k+1]) - strings.Count(s, opening[k:k+1])
	}
	return n
}

// endsSentence reports what stands after a link but is none of it: punctuation of any
// script, and marks of bold type and code.
func endsSentence(r rune) bool {
	return strings.ContainsRune(".,;:!?'*`", r) || r >= utf8.RuneSelf && unicode.IsPunct(r)
}

// isLinkRune leaves out what ends a link even without a space: quotes, dashes, what does
// not show, and the punctuation of scripts that are written without spaces.
func isLinkRune(r rune) bool {
	switch {
	case unicode.IsSpace(r), unicode.IsControl(r), runes.Directional(r), r == 0x200B, r == 0x2060, r == 0xFEFF:
		return false
	}
	return !strings.ContainsRune("<>\"«»“”‹›„—。、！？；：（）「」『』【】《》，،؛؟۔", r)
}
