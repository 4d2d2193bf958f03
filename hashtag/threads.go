package hashtag

import (
	"strings"
	"unicode"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"github.com/shutdowncecot/toolkit/hashtag/internal/emoji"
	"github.com/shutdowncecot/toolkit/hashtag/internal/scan"
)

// Threads: what Meta documents. A post has one topic, so only its first tag links.

var threadsRules = &rulebook{
	Platform: Platform{ID: "threads", Name: "Threads", MaxLength: 500, MaxTags: 1, MaxLinks: 5, MaxAlt: 1000},
	composer: Composer{Intent: "https://www.threads.com/intent/post?text={text}", Threads: true},
	unit:     EmojiBytes,
	length:   threadsLength,
	entities: linker{tags: topicTag, names: dottedName, links: true, bare: true}.entities,
	sources: []Source{
		{"MaxLength", "developers.facebook.com/documentation/threads/posts", "2026-04-14", "each emoji counts its UTF-8 bytes"},
		{"MaxTags", "developers.facebook.com/documentation/threads/threads-web-intents", "2026-03-19", "1 to 50 characters, no tab, line break, \".\" or \"&\""},
		{"MaxLinks", "developers.facebook.com/documentation/threads/posts", "2025-12-22", "distinct ones; more is an error"},
		{"MaxAlt", "third parties", "2026", ""},
		{"intent", "Meta, threads-web-intents (2026-03-19)", "2026-11-23", ""},
	},
}

// maxTopic is the longest topic tag, in characters.
const maxTopic = 50

// threadsLength counts graphemes, and an emoji as its bytes.
func threadsLength(text string) int {
	if scan.ASCII(text) {
		return asciiGraphemes(text)
	}
	n := 0
	for g := graphemes.FromString(text); g.Next(); {
		if c := g.Value(); emoji.Is(c) {
			n += len(c)
		} else {
			n++
		}
	}
	return n
}

// topicTag finds the first tag.
func topicTag(es []Entity, text string) []Entity {
	for m, ok := scan.NextMark(text, 0, '#', "＃"); ok; m, ok = scan.NextMark(text, m.After, '#', "＃") {
		if !beginsTag(text, m) {
			continue
		}
		name := text[m.After : m.After+scan.RunLength(text[m.After:], isTopicRune)]
		name = strings.TrimRightFunc(name, unicode.IsPunct)
		if n := graphemeCount(name); n > 0 && n <= maxTopic {
			return append(es, entity(KindHashtag, text, m.At, m.After+len(name), name))
		}
	}
	return es
}

func isTopicRune(r rune) bool {
	return !unicode.IsSpace(r) && !strings.ContainsRune(".&#＃@", r)
}
