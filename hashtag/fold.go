package hashtag

// Latin letters that Mastodon treats as their ASCII base when it compares tags
// (app/lib/ascii_folding.rb). The two strings run in parallel.
const (
	latinLetters = "ÀÁÂÃÄÅàáâãäåĀāĂăĄąÇçĆćĈĉĊċČčÐðĎďĐđÈÉÊËèéêëĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĦħÌÍÎÏìíîïĨĩĪīĬĭĮįİıĴĵĶķĸĹĺĻļĽľĿŀŁł" +
		"ÑñŃńŅņŇňŉŊŋÒÓÔÕÖØòóôõöøŌōŎŏŐőŔŕŖŗŘřŚśŜŝŞşŠšſŢţŤťŦŧÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųŴŵÝýÿŶŷŸŹźŻżŽž"
	latinBases = "AAAAAAaaaaaaAaAaAaCcCcCcCcCcDdDdDdEEEEeeeeEeEeEeEeEeGgGgGgGgHhHhIIIIiiiiIiIiIiIiIiJjKkkLlLlLlLlLl" +
		"NnNnNnNnnNnOOOOOOooooooOoOoOoRrRrRrSsSsSsSssTtTtTtUUUUuuuuUuUuUuUuUuUuWwYyyYyYZzZzZz"
)

// latinFold gives the base of a letter below its length, or 0.
var latinFold = func() (t [0x180]byte) {
	i := 0
	for _, r := range latinLetters {
		t[r] = latinBases[i]
		i++
	}
	return t
}()

func foldLatin(r rune) rune {
	if int(r) < len(latinFold) && latinFold[r] != 0 {
		return rune(latinFold[r])
	}
	return r
}

// isTagSeparator reports the characters that Mastodon allows inside a tag's name
// beside letters and digits.
func isTagSeparator(r rune) bool {
	return r == '_' || r == '·' || r == '・' || r == 0x200C
}
