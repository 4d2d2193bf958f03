package text

import (
	"strings"
	"unicode/utf8"
)

// Thai has no spaces between words, and only a dictionary knows them all. These
// rules find some of the places between two syllables, those that no reading
// puts within one: before a vowel that is written first, before and after a
// few small words, and after the sign of repetition. Lines end there where no
// space or U+200B serves.

// thaiBreaks reports whether a line may end before text[i], a place within a
// stretch of Thai.
func thaiBreaks(text []rune, i int) bool {
	prev, next := text[i-1], text[i]
	switch {
	case !thai(prev) || thaiFirst(prev) || !thaiFirst(next) && !thaiConsonant(next):
		return false // within a cluster
	case thaiHeld(text, i) || endsWith(text, i, "ความ"): // which makes a noun of the next word
		return false
	case prev == 'ๆ':
		return true
	case prev == 'ฯ':
		return next != 'ล' // "and so on" is ฯลฯ
	}
	return (thaiFirst(next) || startsSmallWord(text, i)) && thaiComplete(text, i) || endsSmallWord(text, i) && !thaiFinal(text, i)
}

func thai(r rune) bool { return r >= 0x0e01 && r <= 0x0e5b }

func thaiConsonant(r rune) bool { return r >= 'ก' && r <= 'ฮ' }

// thaiFirst are the vowels that are written before their consonant.
func thaiFirst(r rune) bool { return r >= 'เ' && r <= 'ไ' }

func thaiTone(r rune) bool { return r >= 0x0e48 && r <= 0x0e4b }

// thaiComplete reports whether what stands before i ends with a whole
// syllable and not with a consonant that would be left alone.
func thaiComplete(text []rune, i int) bool {
	k := 0 // consonants
	for k < i && thaiConsonant(text[i-k-1]) {
		k++
	}
	if k == i || !thai(text[i-k-1]) {
		return k > 1
	}
	switch x := text[i-k-1]; {
	case x == 'ะ' || x == 'ำ':
		return k > 1 || k == 0 && endsWord(text, i)
	case x == 0x0e31 || x == 0x0e47 && !thaiAlso(text, i-k): // ั and ็ need a final consonant
		return k == 1 || k > 2
	case x == 'ๆ' || x == 'ฯ' || x == 0x0e4c: // ์ silences the consonant below it
		return k != 1
	case thaiFirst(x):
		return k > 0
	}
	return true
}

// thaiAlso reports the word ก็ before i, which is whole.
func thaiAlso(text []rune, i int) bool {
	return i > 1 && text[i-2] == 'ก' && text[i-1] == 0x0e47 && (i == 2 || !thaiFirst(text[i-3]))
}

// endsWord tells the ะ and ำ that end a word from those of prefixes, such as
// ประ and สำ.
func endsWord(text []rune, i int) bool {
	if i < 2 {
		return false
	}
	if endsSmallWord(text, i) || thaiTone(text[i-2]) {
		return true
	}
	if text[i-1] == 'ะ' {
		return text[i-2] == 'า' || text[i-2] == 'ณ'
	}
	return strings.ContainsRune("ทนค", text[i-2])
}

// thaiFinal reports whether the consonant at i may end the syllable before it
// or is the first of two that begin one: it has no vowel of its own.
func thaiFinal(text []rune, i int) bool {
	if !thaiConsonant(text[i]) {
		return false
	}
	if i+1 == len(text) {
		return true
	}
	r := text[i+1]
	return !(r == 'า' || r == 'ำ' || r == 0x0e31 || r >= 0x0e35 && r <= 0x0e37 || r == 0x0e39 || thaiTone(r))
}

// Small words that many sentences hold. Those that lines may begin with are
// followed by what they belong to, those that lines may end with follow it.
var (
	thaiBegin = [...]string{"ที่", "ซึ่ง", "การ", "ความ", "ของ", "หรือ", "กับ", "จาก", "ด้วย", "ตาม", "ทุก", "ผู้", "ต้อง", "ถูก", "ว่า"}
	thaiEnd   = [...]string{"และ", "จะ", "ที่", "ซึ่ง", "นี้", "นั้น", "ทั้ง", "แล้ว", "ได้", "ไม่", "ให้", "แต่", "มี"}

	// Words that the rules would break, some of the commonest and the names of
	// some countries.
	thaiWords = [...]string{
		"อเมริกา", "อเมริกัน", "สเปน", "ขโมย", "นโยบาย", "สโมสร", "อเนก", "สแกน", "มโน", "ทแยง",
		"ประชาธิปไตย", "อธิปไตย", "โรงเรียน", "ห้องเรียน", "นักเรียน", "ร้องเรียน", "เท่าเทียม", "ช่วยเหลือ", "เปลี่ยนแปลง", "แลกเปลี่ยน",
		"อาการ", "พิการ", "ราชการ", "ต้องการ", "วิชาการ", "บริการ", "โครงการ", "องค์การ", "รายการ", "เหตุการณ์", "กรรมการ", "มาตรการ",
		"เนรเทศ", "ปราศจาก", "การเมือง", "พลการ", "ไม่ว่า", "หน้าที่", "พื้นที่", "สถานที่", "ผู้ใหญ่", "ครอบครัว", "ทรมาน", "เวเนซุเอลา", "เม็กซิโก",
		"กัวเตมาลา", "อินเทอร์เน็ต",
	}
)

func startsSmallWord(text []rune, i int) bool {
	if sonorant(text[i]) && strings.ContainsRune("กขคจตทปผพสหอ", text[i-1]) {
		return false // one onset of two consonants
	}
	for _, w := range thaiBegin {
		if hasAt(text, i, w) {
			return true
		}
	}
	return false
}

// sonorant consonants may be the second of an onset.
func sonorant(r rune) bool { return strings.ContainsRune("งญณนมยรลวฬ", r) }

func endsSmallWord(text []rune, i int) bool {
	for _, w := range thaiEnd {
		n := utf8.RuneCountInString(w)
		if endsWith(text, i, w) && (i == n || !sonorant(text[i-n]) || !thaiConsonant(text[i-n-1])) {
			return true
		}
	}
	return false
}

// thaiHeld reports a break within a word that is kept whole.
func thaiHeld(text []rune, i int) bool {
	for _, w := range thaiWords {
		for at, n := 1, utf8.RuneCountInString(w); at < n; at++ {
			if i >= at && hasAt(text, i-at, w) {
				return true
			}
		}
	}
	return false
}

// endsWith reports a word that ends before i.
func endsWith(text []rune, i int, word string) bool {
	n := utf8.RuneCountInString(word)
	return i >= n && hasAt(text, i-n, word)
}

// hasAt reports a word that begins at i.
func hasAt(text []rune, i int, word string) bool {
	for _, r := range word {
		if i == len(text) || text[i] != r {
			return false
		}
		i++
	}
	return true
}
