package hashtag

// Latin letters that Mastodon treats as their ASCII base when it compares tags
// (app/lib/ascii_folding.rb). The two strings run in parallel.
const (
	latinLetters = "ÀÁÂÃÄÅàáâãäåĀāĂăĄąÇçĆćĈĉĊċČčÐðĎďĐđÈÉÊËèéêëĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĦħÌÍÎÏìíîïĨĩĪīĬĭĮįİıĴĵĶķĸĹĺĻļĽľĿŀŁł" +
		"ÑñŃńŅņŇňŉŊŋÒÓÔÕÖØòóôõöøŌōŎŏŐőŔŕŖŗŘřŚśŜŝŞşŠšſŢţŤťŦŧÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųŴŵÝýÿŶŷŸŹźŻżŽž"
	latinBases = "AAAAAAaaaaaaAaAaAaCcCcCcCcCcDdDdDdEEEEeeeeEeEeEeEeEeGgGgGgGgHhHhIIIIiiiiIiIiIiIiIiJjKkkLlLlLlLlLl" +
		"NnNnNnNnnNnOOOOOOooooooOoOoOoRrRrRrSsSsSsSssTtTtTtUUUUuuuuUuUuUuUuUuUuWwYyyYyYZzZzZz"
)

var latinFold = func() map[rune]rune {
	m := make(map[rune]rune, len(latinBases))
	i := 0
	for _, r := range latinLetters {
		m[r] = rune(latinBases[i])
		i++
	}
	return m
}()

func foldLatin(r rune) rune {
	if b, ok := latinFold[r]; ok {
		return b
	}
	return r
}

// isTagSeparator reports the characters that Mastodon allows inside a tag's name
// beside letters and digits.
func isTagSeparator(r rune) bool {
	return r == '_' || r == '·' || r == '・' || r == 0x200C
}
