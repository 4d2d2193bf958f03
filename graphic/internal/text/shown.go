package text

import (
	"regexp"
	"slices"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/language"
)

const (
	nnbsp         = '\u202f' // narrow no-break space
	softHyphen    = '\u00ad'
	hyphen        = '\u2010'
	noBreakHyphen = '\u2011'
)

// shown is text with what fonts seldom have in the form that they do: UAX #14
// and the code charts have U+202F as a narrower U+00A0 and U+2011 as a U+2010
// without a break, which differ only in where lines end.
func (st *Style) shown(text []rune) []rune {
	out := text
	for i, r := range text {
		to := r
		switch {
		case r == nnbsp:
			to = nbsp
		case r == noBreakHyphen && st.pick(text[i:i+1], false) == nil:
			to = hyphenOf(func(r rune) bool { return st.pick([]rune{r}, false) != nil })
		}
		if to != r {
			if &out[0] == &text[0] {
				out = slices.Clone(text)
			}
			out[i] = to
		}
	}
	return out
}

// hyphenOf is the hyphen that can be drawn: keyboards and all fonts have '-'.
func hyphenOf(has func(rune) bool) rune {
	if has(hyphen) {
		return hyphen
	}
	return '-'
}

// shapeHyphen shapes what the soft hyphens of a run show at the end of a line.
func (s *shaperState) shapeHyphen(text []rune, r *run, script language.Script, lang string, tracking float64) (err error) {
	if !slices.Contains(text[r.start:r.end], softHyphen) || r.font == nil {
		return nil
	}
	one := run{end: 1, level: r.level, strong: r.strong, font: r.font}
	r.hyphen, err = s.shapeRun(newSource([]rune{hyphenOf(r.font.Has)}), &one, script, lang, tracking)
	for i := range r.hyphen {
		r.hyphen[i].Text = "" // the character's own glyph has it
	}
	return err
}

// Telephone numbers, numbers in groups and addresses are read from left to
// right in every language; their signs and spaces would else take the direction
// of the text around them.
var ltrLike = sync.OnceValue(func() []*regexp.Regexp {
	return []*regexp.Regexp{
		regexp.MustCompile(`\+\p{Nd}[\p{Nd}()\x{a0}\x{202f} .\x{2011}–-]{4,}\p{Nd}|\(?\p{Nd}{1,4}\)?(?:[\x{a0}\x{202f} .\x{2011}-]\p{Nd}{2,4}){2,}`),
		regexp.MustCompile(`[0٠۰]\p{Nd}{1,4}[\x{a0} .\x{2011}-]\p{Nd}{3,8}|\p{Nd}{3}[\x{a0} .\x{2011}-][0٠۰]\p{Nd}{3}|[*#]\p{Nd}{3,}#?`),
		regexp.MustCompile(`[A-Za-z0-9][A-Za-z0-9+.:@_-]*(?:@|://|\.[A-Za-z])[^\s\p{Arabic}\p{Hebrew}]*[A-Za-z0-9/#=]`),
	}
})

// holdLeft sets telephone numbers and addresses in one level within text that
// reads from right to left, as isolates would.
func holdLeft(text []rune, level []bidi.Level) {
	s := newSource(text)
	for _, like := range ltrLike() {
		for _, m := range like.FindAllStringIndex(s.text, -1) {
			from, to := s.rune(m[0]), s.rune(m[1])
			if from > 0 && unicode.IsDigit(text[from-1]) {
				continue // the end of a number: 2030-2031
			}
			for i := from; i < to; i++ {
				level[i] = 2
			}
		}
	}
}

// rune is the character that begins at a byte.
func (s *source) rune(at int) int {
	i, _ := slices.BinarySearch(s.at, at)
	return i
}

// chineseParticles follow the word they belong to.
const chineseParticles = "的了着过吗呢吧啊们地得"

// linedAs is the language by whose rules lines end. Kana are Japanese, whatever
// language a card was given, or not given.
func linedAs(text []rune, lang string) string {
	kana := func(r rune) bool { return kindOf(r) == hiraganaKind || kindOf(r) == katakanaKind }
	switch {
	case lang == "ja" || lang == "zh" || lang == "yue":
	case slices.ContainsFunc(text, kana):
		return "ja"
	case lang != "ko" && slices.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }):
		return "zh"
	}
	return lang
}

// inHangul reports a place within a Korean word.
func inHangul(text []rune, i int) bool {
	return i > 0 && unicode.Is(unicode.Hangul, text[i-1]) && unicode.Is(unicode.Hangul, text[i])
}

// counted reports a place between a number and the character that says of what:
// 2031年, 3,400人.
func counted(text []rune, i int) bool {
	return i > 0 && unicode.IsDigit(text[i-1]) && (kindOf(text[i]) == hanKind || unicode.Is(unicode.Hangul, text[i]))
}

// eastAsianWord reports a place before text[i] that probably lies within a word
// of Japanese or Chinese, so that a line ends there only where nothing else
// fits. Words of Japanese begin mostly where kana end: particles and endings are
// hiragana behind their word, and katakana and characters stay among themselves.
func eastAsianWord(text []rune, i int, lang string) bool {
	if i == 0 || i >= len(text) {
		return false
	}
	before, after := kindOf(text[i-1]), kindOf(text[i])
	if dayFollows(text, i) {
		return true
	}
	if lang == "ja" && text[i-1] == 'を' { // a particle always, so a word ends here
		return false
	}
	return clings(text, i, lang) || lang == "ja" && before != otherKind && after == before
}

// clings reports a place before a particle or an ending, text[i], which belongs
// to what is before it: 図書館|は, 「図書館」|を, BBC|は, 我|们.
func clings(text []rune, i int, lang string) bool {
	switch lang {
	case "ja":
		return kindOf(text[i]) == hiraganaKind && (wordRune(text[i-1]) || inSet(text[i-1], "」』）】〉》”’)%％"))
	case "zh", "yue":
		return kindOf(text[i-1]) == hanKind && slices.Contains([]rune(chineseParticles), text[i])
	}
	return false
}

// dayFollows reports a place within a date or before the hour of a time:
// 2031年3月4日, 午後6時, 下午6点.
func dayFollows(text []rune, i int) bool {
	end := i
	for end < len(text) && unicode.IsDigit(text[end]) {
		end++
	}
	if end == i || end == len(text) || i < 2 {
		return false
	}
	switch text[i-1] {
	case '年':
		return text[end] == '月'
	case '月':
		return inSet(text[end], "日号號")
	case '前', '後', '午':
		return (text[i-1] == '午' || text[i-2] == '午') && inSet(text[end], "時点點时:：")
	}
	return false
}

// The kinds of letters that tell words of Japanese apart.
const (
	otherKind = iota
	hiraganaKind
	katakanaKind
	hanKind
)

func kindOf(r rune) int {
	switch {
	case unicode.Is(unicode.Hiragana, r):
		return hiraganaKind
	case unicode.Is(unicode.Katakana, r), r == 'ー':
		return katakanaKind
	case unicode.Is(unicode.Han, r):
		return hanKind
	}
	return otherKind
}
