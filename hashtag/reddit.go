package hashtag

import (
	"strings"
	"unicode/utf8"

	"github.com/shutdowncecot/toolkit/hashtag/internal/scan"
)

// Reddit: the text of a post; its title is 300. Hashtags mean nothing, and "#" at the
// start of a line makes a heading.

var redditRules = &rulebook{
	Platform: Platform{ID: "reddit", Name: "Reddit", MaxLength: 40000, MaxTags: -1, MaxAlt: 180},
	composer: Composer{Intent: "https://www.reddit.com/submit?url={link}&title={text}"},
	unit:     Graphemes,
	length:   graphemeCount,
	entities: redditEntities,
	phrase:   redditTitle,
	check:    redditHeadings,
	sources: []Source{
		{"MaxLength", "api-evangelist schema; postfuze documentation", "2026", "the title has 300"},
		{"MaxAlt", "a picture's caption, by third parties", "2026", ""},
	},
}

func redditEntities(text string) []Entity {
	es := plainLinks(nil, text, false)
	return withoutOverlaps(redditMentions(es, text))
}

// redditMentions finds u/name and /u/name.
func redditMentions(es []Entity, text string) []Entity {
	for i := strings.Index(text, "u/"); i >= 0; {
		start := i
		if start > 0 && text[start-1] == '/' {
			start--
		}
		end := i + 2 + scan.RunLength(text[i+2:], dashedName)
		if r := scan.RuneBefore(text, start); end > i+2 && (r < 0 || !scan.IsWord(r) && r != '/') {
			es = append(es, entity(KindMention, text, start, end, text[i+2:end]))
		}
		next := strings.Index(text[end:], "u/")
		if next < 0 {
			break
		}
		i = end + next
	}
	return es
}

// maxRedditTitle is the longest title, in characters. An intent has no other
// place for the text.
const maxRedditTitle = 300

// redditTitle makes one line of a text; "" if it is longer than a title.
func redditTitle(text string) string {
	line := strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(line) > maxRedditTitle {
		return ""
	}
	return line
}

// redditHeadings finds "#" where Reddit's Markdown makes a heading of it.
func redditHeadings(text string) (found []finding) {
	for i := strings.IndexByte(text, '#'); i >= 0; i = scan.IndexFrom(text, '#', i+1) {
		if i == 0 || text[i-1] == '\n' {
			found = append(found, finding{kind: Heading, rule: "post-heading", start: i, end: i + 1})
		}
	}
	return found
}
