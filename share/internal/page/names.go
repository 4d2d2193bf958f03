package page

import (
	"html/template"
	"strings"
)

// formatText is the name of a format in all languages.
func (s *speech) formatText(f Format) Text {
	if !f.Name.Empty() {
		return f.Name
	}
	name := make(Text)
	for tag, v := range s.words {
		if word := v.Page["format_"+f.ID]; word != "" && v.own("format_"+f.ID) {
			name[tag] = word
		}
	}
	if name.Empty() {
		name["en"] = strings.ToUpper(f.ID)
	}
	return name
}

func (s *speech) formatJSON(f Format) (string, error) {
	return s.textJSON(s.formatText(f))
}

// formatIn is the name of a format inside a part that only the readers of a
// language see; empty: all do.
func (s *speech) formatIn(lang, id string) template.HTML { return s.textIn(lang, s.named(id)) }

// named is the name of a format, of the kit's or built in; else its id.
func (s *speech) named(id string) Text {
	f := Format{ID: id}
	for _, own := range s.kit.Formats {
		if own.ID == id {
			f = own
		}
	}
	return s.formatText(f)
}

// itemName is what an item is called.
func (s *speech) itemName(i Item) template.HTML {
	if name, ok := s.app(i.App); ok {
		return name
	}
	if i.Name.Empty() {
		return s.formatIn(i.Lang, i.Files[0].Format)
	}
	return s.textIn(i.Lang, i.Name)
}

// itemVoice is for whom an item is; nil: everybody.
func (s *speech) itemVoice(i Item) *voice {
	if i.Lang == "" {
		return nil
	}
	return &voice{Class: i.Lang, Lang: i.Lang, Dir: s.dir(i.Lang)}
}

// cardName is the headline of a card in all languages.
func (s *speech) cardName(id string) template.HTML {
	name := make(Text)
	for _, c := range s.kit.Cards {
		for lang, t := range c.Texts {
			if c.ID == id {
				name[lang] = t.Headline
			}
		}
	}
	return s.text(name)
}

// pageName is the title of a page in all languages.
func (s *speech) pageName(id string) template.HTML {
	for _, p := range s.kit.Pages {
		if p.ID == id {
			return s.text(p.Title)
		}
	}
	return ""
}
