package page

import (
	"fmt"
	"html"
	"html/template"
	"strings"
)

// A speech says things in every language of the kit at once: each text
// stands in the document in all of them, and the style shows one.
type speech struct {
	kit   *Kit
	words map[string]*vocabulary // by language tag, English always among them
	sides bool                   // some language is written from right to left
}

func newSpeech(k *Kit) (*speech, error) {
	s := &speech{kit: k, words: make(map[string]*vocabulary)}
	for _, l := range k.Languages {
		v, err := newVocabulary(l)
		if err != nil {
			return nil, err
		}
		s.words[l.Tag] = v
		s.sides = s.sides || l.RTL
	}
	if s.words["en"] != nil {
		return s, nil
	}
	english, err := newVocabulary(Language{Tag: "en"})
	s.words["en"] = english
	return s, err
}

// A voice is the language in which something is said, and for whom: readers
// of Class, of whom some may have to make do with another language.
type voice struct {
	Class string // "en", or "en ar" if readers of ar get English too
	Lang  string // language of the words themselves
	Dir   string // "ltr" or "rtl"; empty if the kit has no rtl language
}

// voices finds for each language of the kit the one in which a thing is said
// to its readers: their own, else English, else the first there is.
func (s *speech) voices(has func(tag string) bool) []voice {
	var all []voice
	at := make(map[string]int)
	for _, l := range s.kit.Languages {
		tag := s.fallback(l.Tag, has)
		if i, ok := at[tag]; ok {
			all[i].Class += " " + l.Tag
			continue
		}
		at[tag] = len(all)
		all = append(all, voice{Class: l.Tag, Lang: tag, Dir: s.dir(tag)})
	}
	return all
}

func (s *speech) fallback(tag string, has func(string) bool) string {
	if has(tag) {
		return tag
	}
	if has("en") {
		return "en"
	}
	for _, l := range s.kit.Languages {
		if has(l.Tag) {
			return l.Tag
		}
	}
	return tag
}

func (s *speech) dir(tag string) string {
	if !s.sides {
		return ""
	}
	for _, l := range s.kit.Languages {
		if l.Tag == tag && l.RTL {
			return "rtl"
		}
	}
	return "ltr"
}

// span wraps finished markup for the readers of a voice.
func (s *speech) span(element string, v voice, markup string) string {
	if element == "span" && len(s.kit.Languages) == 1 && v.Class == v.Lang {
		return markup
	}
	return fmt.Sprintf(`<%s class="t %s" %s>%s</%[1]s>`, element, v.Class, v.Attributes(), markup)
}

// Attributes are lang and, where it matters, dir.
func (v voice) Attributes() template.HTMLAttr {
	a := `lang="` + v.Lang + `"`
	if v.Dir != "" {
		a += ` dir="` + v.Dir + `"`
	}
	return template.HTMLAttr(a)
}

// text is a text of the kit in all languages.
func (s *speech) text(t Text) template.HTML {
	return s.each(t.has, func(v voice) string { return html.EscapeString(t[v.Lang]) })
}

// textIn is a text inside a part that only the readers of a language see: bare
// where it is said in that.
func (s *speech) textIn(lang string, t Text) template.HTML {
	if t.has(lang) {
		return template.HTML(html.EscapeString(t[lang]))
	}
	return s.text(t)
}

func (t Text) has(tag string) bool { return t[tag] != "" }

// name is a proper name: once, if it is the same in all languages.
func (s *speech) name(t Text) template.HTML {
	voices := s.voices(t.has)
	for _, v := range voices {
		if t[v.Lang] != t[voices[0].Lang] {
			return s.text(t)
		}
	}
	return template.HTML(html.EscapeString(t[voices[0].Lang]))
}

// Empty reports whether a text says nothing in any language.
func (t Text) Empty() bool {
	for _, s := range t {
		if s != "" {
			return false
		}
	}
	return true
}

// word returns one of the page's own words in all languages. Pairs fill its
// places; strings are escaped, template.HTML is not.
func (s *speech) word(key string, pairs ...any) (template.HTML, error) {
	return s.say(key, func(v *vocabulary) string {
		word := html.EscapeString(v.Page[key])
		for i := 0; i+1 < len(pairs); i += 2 {
			word = fill(word, fmt.Sprint(pairs[i]), markup(pairs[i+1]))
		}
		return word
	})
}

func markup(x any) string {
	if m, ok := x.(template.HTML); ok {
		return string(m)
	}
	return html.EscapeString(fmt.Sprint(x))
}

// wordDate is a word with a date in it.
func (s *speech) wordDate(key, iso string) (template.HTML, error) {
	return s.say(key, func(v *vocabulary) string {
		return html.EscapeString(fill(v.Page[key], "date", v.date(iso)))
	})
}

// date is a date alone, in all languages.
func (s *speech) date(iso string) template.HTML {
	return s.each(func(tag string) bool { return true }, func(v voice) string {
		return html.EscapeString(s.words[v.Lang].date(iso))
	})
}

// wordCount is a word with a number in it.
func (s *speech) wordCount(key string, n int) (template.HTML, error) {
	return s.say(key, func(v *vocabulary) string {
		return html.EscapeString(v.plural(key, n))
	})
}

func (s *speech) say(key string, how func(*vocabulary) string) (template.HTML, error) {
	if s.words["en"].Page[key] == "" {
		return "", fmt.Errorf("page: no word is called %q", key)
	}
	has := func(tag string) bool { return s.words[tag] != nil && s.words[tag].own(key) }
	return s.each(has, func(v voice) string { return how(s.words[v.Lang]) }), nil
}

// each joins what is said in every voice.
func (s *speech) each(has func(string) bool, markup func(voice) string) template.HTML {
	var b strings.Builder
	for _, v := range s.voices(has) {
		b.WriteString(s.span("span", v, markup(v)))
	}
	return template.HTML(b.String())
}

// wordIn is a word inside a part that only the readers of a voice see.
func (s *speech) wordIn(v cardVoice, key string, pairs ...any) (template.HTML, error) {
	if s.words[v.Class] == nil || !s.words[v.Class].own(key) {
		return s.word(key, pairs...)
	}
	alone := &speech{kit: &Kit{Languages: []Language{{Tag: v.Class}}}, words: s.words}
	return alone.word(key, pairs...)
}

// reader is the language whose words fit best beside a voice's.
func (s *speech) reader(v voice) string {
	if s.words[v.Lang] != nil {
		return v.Lang
	}
	return "en"
}

// wordJSON is a word by language, for the script to put where markup cannot
// stand.
func (s *speech) wordJSON(key string) (string, error) {
	all := make(Text)
	for _, l := range s.kit.Languages {
		all[l.Tag] = s.words[l.Tag].Page[key]
	}
	return encode(all)
}

// app is what a platform is called in each language, where that is not its name.
func (s *speech) app(id string) (template.HTML, bool) {
	if s.words["en"].Page["app_"+id] == "" {
		return "", false
	}
	name, err := s.word("app_" + id)
	return name, err == nil
}

// appJSON is the same for the script, or empty.
func (s *speech) appJSON(id string) (string, error) {
	if s.words["en"].Page["app_"+id] == "" {
		return "", nil
	}
	return s.wordJSON("app_" + id)
}

// textJSON is a text of the kit for the script: one for every language.
func (s *speech) textJSON(t Text) (string, error) {
	all := make(Text)
	for _, l := range s.kit.Languages {
		all[l.Tag] = t[s.fallback(l.Tag, t.has)]
	}
	return encode(all)
}
