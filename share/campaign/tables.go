package campaign

import (
	"cmp"
	"path"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// Strings returns the table of a language, or that of the language it is a
// variety of, or the built-in one. Every language of a loaded campaign has one.
func (c *Campaign) Strings(lang string) Strings {
	s := c.table(lang)
	s.together = c.KeepTogether
	return s
}

func (c *Campaign) table(lang string) Strings {
	for {
		if s, ok := c.strings[lang]; ok {
			return s
		}
		i := strings.LastIndexByte(lang, '-')
		if i < 0 {
			return builtinStrings(lang)
		}
		lang = lang[:i]
	}
}

// builtinStrings is the built-in table of a language, an empty one if there is
// none. That of English says which labels there are.
func builtinStrings(lang string) Strings {
	s := builtinTables()[lang]
	s.Lang = lang
	return s
}

func builtinTables() map[string]Strings {
	tablesOnce.Do(func() { tablesRead = readTables() })
	return tablesRead
}

var (
	tablesOnce sync.Once
	tablesRead map[string]Strings
)

func readTables() map[string]Strings {
	tables := make(map[string]Strings)
	for name, doc := range embeddedTables() {
		if lang, ok := strings.CutSuffix(path.Base(name), ".yaml"); ok && path.Dir(name) == "strings" {
			var s Strings
			newDecoder(name, places{}, &read.Uses{}, &report{}).Decode(&doc.Tree, &s)
			tables[lang] = s
		}
	}
	return tables
}

// SetStrings gives a language a table of its own, as strings/<lang>.yaml does.
// What the table leaves empty is taken from the built-in one, if there is one.
func (c *Campaign) SetStrings(s Strings) {
	if c.strings == nil {
		c.strings = make(map[string]Strings)
	}
	c.strings[s.Lang] = s.over(builtinTables()[base(s.Lang)])
}

// over fills what is empty from another table.
func (s Strings) over(o Strings) Strings {
	own := reflect.ValueOf(&s).Elem()
	for i := range own.NumField() {
		if field := own.Field(i); field.CanSet() && field.IsZero() {
			field.Set(reflect.ValueOf(o).Field(i))
		}
	}
	s.Dates.Long, s.Dates.LongMonth = cmp.Or(s.Dates.Long, o.Dates.Long), cmp.Or(s.Dates.LongMonth, o.Dates.LongMonth)
	s.Dates.Short, s.Dates.ShortMonth = cmp.Or(s.Dates.Short, o.Dates.Short), cmp.Or(s.Dates.ShortMonth, o.Dates.ShortMonth)
	labels := make(map[string]string)
	for _, from := range []Strings{o, s} {
		for key, label := range from.Labels {
			labels[key] = label
		}
	}
	s.Labels, s.Months, s.MonthsShort, s.And = labels, slices.Clone(s.Months), slices.Clone(s.MonthsShort), slices.Clone(s.And)
	return s
}
