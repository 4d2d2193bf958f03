package hashtag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag/internal/domain"
	"github.com/shutdowncecot/toolkit/hashtag/internal/emoji"
	"github.com/shutdowncecot/toolkit/hashtag/internal/scan"
)

const (
	maxBlueskyTag      = 64  // graphemes, since @atproto/api 0.20.26 (PR #2657, 2026-07-03)
	maxBlueskyTagBytes = 640 // lexicon app/bsky/richtext/facet.json
)

func blueskyEntities(text string) []Entity {
	var es []Entity
	es = blueskyMentions(es, text)
	es = blueskyLinks(es, text)
	es = blueskyTags(es, text)
	es = blueskyCashtags(es, text)
	return withoutOverlaps(es)
}

// opens reports whether something may begin at i: at the start, after white space or
// after "(".
func opens(text string, i int) bool {
	r := scan.RuneBefore(text, i)
	return r < 0 || r == '(' || scan.IsJSSpace(r)
}

func blueskyMentions(es []Entity, text string) []Entity {
	for i := strings.IndexByte(text, '@'); i >= 0; i = scan.IndexFrom(text, '@', i+1) {
		if !opens(text, i) {
			continue
		}
		end := handleEnd(text, i+1)
		if handle := text[i+1 : end]; hasBlueskyTLD(handle) || strings.HasSuffix(handle, ".test") {
			es = append(es, entity(KindMention, text, i, end, handle))
		}
	}
	return es
}

// handleEnd returns the end of the longest run of letters, digits, "." and "-" from i
// that ends at a word boundary, or i.
func handleEnd(text string, i int) int {
	end := i
	for end < len(text) && (scan.IsASCIILetter(text[end]) || scan.IsDigit(text[end]) || text[end] == '.' || text[end] == '-') {
		end++
	}
	for end > i && scan.IsASCIIWord(scan.RuneAt(text, end)) == scan.IsASCIIWord(rune(text[end-1])) {
		end--
	}
	return end
}

// hasBlueskyTLD compares case: EXAMPLE.COM is no host to Bluesky.
func hasBlueskyTLD(host string) bool {
	dot := strings.LastIndexByte(host, '.')
	return dot >= 0 && domain.Bluesky().HasAsWritten(host[dot+1:])
}

func blueskyLinks(es []Entity, text string) []Entity {
	for i := 0; i < len(text); {
		if !opens(text, i) {
			_, n := utf8.DecodeRuneInString(text[i:])
			i += n
			continue
		}
		end, target := blueskyLink(text, i)
		if end > i && target != "" {
			end, target = trimBlueskyLink(end, target)
			es = append(es, entity(KindLink, text, i, end, target))
		}
		if end == i {
			_, n := utf8.DecodeRuneInString(text[i:])
			end = i + n
		}
		i = end
	}
	return es
}

// blueskyLink reads what may be a link at i, up to the next space. The target is empty
// if it is none after all.
func blueskyLink(text string, i int) (end int, target string) {
	scheme := scan.SchemeLength(text[i:])
	if next := scan.RuneAt(text, i+scheme); scheme > 0 && next >= 0 && !scan.IsJSSpace(next) {
		end = i + scan.RunLength(text[i:], isNotJSSpace)
		if !strings.HasPrefix(text[i:end], "http") {
			return end, "" // HTTP:// in capitals
		}
		return end, text[i:end]
	}
	host := blueskyHost(text, i)
	if host == i {
		return i, ""
	}
	end = i + scan.RunLength(text[i:], isNotJSSpace)
	switch link := text[i:end]; {
	case strings.HasPrefix(link, "http"):
		return end, link // httpbin.org: taken for a scheme
	case hasBlueskyTLD(text[i:host]):
		return end, "https://" + link
	}
	return end, ""
}

func isNotJSSpace(r rune) bool { return !scan.IsJSSpace(r) }

// blueskyHost returns the end of a host at i: a letter, letters and digits, and at least
// one more label; or i.
func blueskyHost(text string, i int) int {
	if !scan.IsASCIILetter(text[i]) {
		return i
	}
	end := i
	for j := i; ; j++ {
		n := j
		for j < len(text) && (scan.IsASCIILetter(text[j]) || scan.IsDigit(text[j])) {
			j++
		}
		if j == n {
			break
		}
		if n > i {
			end = j
		}
		if j >= len(text) || text[j] != '.' {
			break
		}
	}
	return end
}

// trimBlueskyLink leaves out one mark of punctuation and one unopened ")".
func trimBlueskyLink(end int, target string) (int, string) {
	if strings.IndexByte(".,;:!?", target[len(target)-1]) >= 0 {
		end, target = end-1, target[:len(target)-1]
	}
	if strings.HasSuffix(target, ")") && !strings.Contains(target, "(") {
		end, target = end-1, target[:len(target)-1]
	}
	return end, target
}

func blueskyTags(es []Entity, text string) []Entity {
	for m, ok := scan.NextMark(text, 0, '#', "＃"); ok; m, ok = scan.NextMark(text, m.After, '#', "＃") {
		r := scan.RuneBefore(text, m.At)
		if r >= 0 && !scan.IsJSSpace(r) || scan.RuneAt(text, m.After) == emoji.Style {
			continue
		}
		run := text[m.After : m.After+scan.RunLength(text[m.After:], isBlueskyTagRune)]
		if strings.IndexFunc(run, namesTag) < 0 {
			continue
		}
		tag := strings.TrimRightFunc(run, unicode.IsPunct)
		if tag == "" || len(tag) > maxBlueskyTagBytes || len(tag) > maxBlueskyTag && graphemeCount(tag) > maxBlueskyTag {
			continue
		}
		es = append(es, entity(KindHashtag, text, m.At, m.After+len(tag), tag))
	}
	return es
}

// isBlueskyTagRune: everything but spaces and some that do not show.
func isBlueskyTagRune(r rune) bool {
	switch r {
	case 0x00AD, 0x2060, 0x200A, 0x200B, 0x200C, 0x200D, 0x20E2:
		return false
	}
	return !scan.IsJSSpace(r)
}

// namesTag reports what a tag needs one of: neither a digit nor punctuation.
func namesTag(r rune) bool { return (r < '0' || r > '9') && !unicode.IsPunct(r) }

func blueskyCashtags(es []Entity, text string) []Entity {
	for i := strings.IndexByte(text, '$'); i >= 0; i = scan.IndexFrom(text, '$', i+1) {
		end := i + 1
		for end < len(text) && end < i+6 && (scan.IsASCIILetter(text[end]) || end > i+1 && scan.IsDigit(text[end])) {
			end++
		}
		if end == i+1 || !opens(text, i) || !blueskyCashtagMayEnd(scan.RuneAt(text, end)) {
			continue
		}
		es = append(es, entity(KindCashtag, text, i, end, strings.ToUpper(text[i+1:end])))
	}
	return es
}

func blueskyCashtagMayEnd(r rune) bool {
	return r < 0 || scan.IsJSSpace(r) || strings.ContainsRune(".,;:!?)\"'’", r)
}
