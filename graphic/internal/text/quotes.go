package text

import "unicode"

// curl turns typewriter quotation marks and apostrophes into the language's
// own. Runes keep their number.
func curl(text []rune, lang string) {
	open, end := '“', '”'
	if lang == "es" {
		open, end = '«', '»'
	}
	for i, r := range text {
		opening := i == 0 || unicode.IsSpace(text[i-1]) || inSet(text[i-1], "([{«“‘¿¡—–")
		switch {
		case r == '"' && opening:
			text[i] = open
		case r == '"':
			text[i] = end
		case r == '\'' && opening && i+1 < len(text) && !unicode.IsDigit(text[i+1]):
			text[i] = '‘'
		case r == '\'':
			text[i] = '’'
		}
	}
}

func inSet(r rune, set string) bool {
	for _, s := range set {
		if r == s {
			return true
		}
	}
	return false
}
