package hashtag

import (
	"strings"
	"unicode"

	"github.com/shutdowncecot/toolkit/hashtag/internal/scan"
)

// Telegram: message entities as TDLib finds them (td/telegram/MessageEntity.cpp).

var telegramRules = &rulebook{
	Platform: Platform{ID: "telegram", Name: "Telegram", MaxLength: 4096},
	composer: Composer{Intent: "https://t.me/share/url?url={link}&text={text}"},
	unit:     UTF16,
	length:   scan.UTF16Length,
	entities: telegramEntities,
	sources: []Source{
		{"MaxLength", "core.telegram.org/bots/api, sendMessage: 1-4096 characters after entities parsing", "2026", "1,024 under a picture"},
		{"entities", "tdlib td/telegram/MessageEntity.cpp", "2023", ""},
		{"intent", "core.telegram.org/widgets/share", "2026-11-23", ""},
	},
}

// Lengths of names, in characters.
const (
	maxTelegramTag     = 256
	maxTelegramName    = 32
	minTelegramName    = 4
	maxTelegramCashtag = 8
)

func telegramEntities(text string) []Entity {
	es := plainLinks(nil, text, true)
	es = telegramMentions(es, text)
	es = telegramTags(es, text)
	es = telegramCashtags(es, text)
	return withoutOverlaps(es)
}

// isTelegramLetter: letters, digits, "_", the middle dot, the zero-width non-joiner and
// Sinhala. Marks are not among them.
func isTelegramLetter(r rune) bool {
	return r >= 0 && (r == '_' || r == 0x200C || r == '·' || r >= 0xD80 && r <= 0xDFF || unicode.IsLetter(r) || unicode.Is(unicode.Nd, r))
}

func telegramTags(es []Entity, text string) []Entity {
	for i := strings.IndexByte(text, '#'); i >= 0; {
		end := i + 1 + scan.RunLength(text[i+1:], isTelegramLetter)
		name := text[i+1 : end]
		if !isTelegramLetter(scan.RuneBefore(text, i)) && scan.RuneAt(text, end) != '#' {
			name = firstRunes(name, maxTelegramTag)
			if strings.IndexFunc(name, unicode.IsLetter) >= 0 {
				es = append(es, entity(KindHashtag, text, i, i+1+len(name), name))
			}
		}
		i = scan.IndexFrom(text, '#', end)
	}
	return es
}

// firstRunes cuts s after n runes.
func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

func isTelegramWord(r rune) bool {
	return r >= 0 && (r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r))
}

func telegramMentions(es []Entity, text string) []Entity {
	for i := strings.IndexByte(text, '@'); i >= 0; i = scan.IndexFrom(text, '@', i+1) {
		name := text[i+1 : i+1+scan.NameLength(text[i+1:], len(text), false)]
		end := i + 1 + len(name)
		if isTelegramWord(scan.RuneBefore(text, i)) || isTelegramWord(scan.RuneAt(text, end)) {
			continue
		}
		if len(name) > maxTelegramName || len(name) < minTelegramName && name != "gif" && name != "vid" && name != "pic" {
			continue
		}
		es = append(es, entity(KindMention, text, i, end, name))
	}
	return es
}

func telegramCashtags(es []Entity, text string) []Entity {
	for i := strings.IndexByte(text, '$'); i >= 0; i = scan.IndexFrom(text, '$', i+1) {
		end := i + 1
		if strings.HasPrefix(text[end:], "1INCH") {
			end += len("1INCH")
		} else {
			for end < len(text) && text[end] >= 'A' && text[end] <= 'Z' {
				end++
			}
		}
		before, after := scan.RuneBefore(text, i), scan.RuneAt(text, end)
		if n := end - i - 1; n < 1 || n > maxTelegramCashtag || before == '$' || after == '$' || isTelegramLetter(before) || isTelegramLetter(after) {
			continue
		}
		es = append(es, entity(KindCashtag, text, i, end, text[i+1:end]))
	}
	return es
}
