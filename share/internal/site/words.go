package site

import (
	"embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
)

//go:embed words.*.yaml
var wordFiles embed.FS

// Words are a site's own words in one language, by key.
type Words map[string]string

var builtIn = sync.OnceValues(func() (map[string]Words, error) {
	all := make(map[string]Words)
	entries, err := wordFiles.ReadDir(".")
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		data, err := wordFiles.ReadFile(e.Name())
		if err != nil {
			return nil, err
		}
		words := make(Words)
		if err := yaml.Unmarshal(data, &words); err != nil {
			return nil, fmt.Errorf("%s: %w", e.Name(), err)
		}
		lang := strings.TrimSuffix(strings.TrimPrefix(e.Name(), "words."), ".yaml")
		all[lang] = words
	}
	return all, nil
})

// WordsOf are a site's words in a language, those of a campaign's own before
// the ones built in, and the keys of those that there are not.
func WordsOf(lang string, own map[string]string) (words Words, missing []string) {
	all, err := builtIn()
	if err != nil {
		panic(err) // the files are part of the program, and a test reads them
	}
	lang, _, _ = strings.Cut(lang, "-")
	words = maps.Clone(all[lang])
	if words == nil {
		words = make(Words)
	}
	maps.Copy(words, own)
	for _, key := range slices.Sorted(maps.Keys(all["en"])) {
		if words[key] == "" {
			missing = append(missing, key)
		}
	}
	return words, missing
}

// In is a word with its places filled in: In("as_of", "date", "May 1").
func (w Words) In(key string, pairs ...string) string {
	s := w[key]
	for i := 0; i+1 < len(pairs); i += 2 {
		s = strings.ReplaceAll(s, "{"+pairs[i]+"}", pairs[i+1])
	}
	return s
}
