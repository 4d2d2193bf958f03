package main

import (
	"cmp"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// sentence is what a library says, in the user's language: by the English, or
// by the format of package fmt that the English was made of. What has no words
// in that language stays as it is.
func (a *app) sentence(s string) string {
	s = plainly(s)
	said := a.say.Libraries.Sentences
	if exact, ok := said[s]; ok {
		return exact
	}
	for _, format := range slices.SortedFunc(maps.Keys(said), mostWords) {
		if values := a.values(format, s); values != nil {
			return inserted(said[format], values)
		}
	}
	return s
}

// plainly leaves out the package that says it.
func plainly(s string) string {
	return strings.TrimPrefix(strings.TrimPrefix(s, "graphic: "), "page: ")
}

// inserted puts the values, which are texts by now, into a format, which may
// have no room for any.
func inserted(format string, values []any) string {
	if !gaps.MatchString(format) {
		return format
	}
	return fmt.Sprintf(gaps.ReplaceAllString(format, "%${1}s"), values...)
}

// mostWords puts the formats that say most themselves first.
func mostWords(a, b string) int {
	said := func(s string) int { return len(gaps.ReplaceAllString(s, "")) }
	return cmp.Or(cmp.Compare(said(b), said(a)), cmp.Compare(a, b))
}

// gaps of a format, and what each may have been filled with.
var (
	gaps = regexp.MustCompile(`%(\[\d\])?[.\d]*([a-zA-Z])`)
	made = map[string]string{
		"d": `(-?\d+)`, "g": `([-+.\de]+)`, "f": `([-+.\d]+)`, "q": `("(?:[^"\\]|\\.)*")`, "c": `(.)`, "U": `(U\+[0-9A-F]+)`,
	}
)

// values are those that a format made s of; nil if it did not. What is an
// error of its own is said in the user's language.
func (a *app) values(format, s string) []any {
	verbs := gaps.FindAllStringSubmatch(format, -1)
	if verbs == nil {
		return nil
	}
	said := gaps.Split(format, -1)
	pattern := "(?s)^" + regexp.QuoteMeta(said[0])
	for i, v := range verbs {
		if !strings.Contains(s, said[i]) {
			return nil // which most are told by
		}
		pattern += cmp.Or(made[v[2]], "(.+?)") + regexp.QuoteMeta(said[i+1])
	}
	m := regexp.MustCompile(pattern + "$").FindStringSubmatch(s)
	if m == nil {
		return nil
	}
	values := make([]any, len(verbs))
	for i, v := range verbs {
		switch v[2] {
		case "w":
			values[i] = a.sentence(m[i+1])
		case "s":
			values[i] = known(a.say.Libraries.Sentences, m[i+1])
		default:
			values[i] = m[i+1]
		}
	}
	return values
}

// both are the entries of two maps.
func both(a, b map[string]string) map[string]string {
	all := maps.Clone(a)
	maps.Copy(all, b)
	return all
}
