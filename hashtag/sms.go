package hashtag

import (
	"github.com/clipperhouse/uax29/v2/graphemes"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/hashtag/internal/scan"
)

// SMS has no limit but what its parts cost: see Segments.

var smsRules = &rulebook{
	Platform: Platform{ID: "sms", Name: "SMS"},
	composer: Composer{Intent: "sms:?&body={text}"},
	unit:     Septets,
	length:   smsLength,
	entities: linker{links: true, bare: true}.entities,
	flat:     true,
	check:    smsCost,
	sources: []Source{
		{"MaxLength", "3GPP TS 23.038, by Telnyx and Twilio", "2026", "160 or 153 septets a segment, 70 or 67 units in UCS-2"},
		{"intent", "RFC 5724", "2026-11-23", ""},
	},
}

// An Encoding is how a text message travels. It is a value, safe for concurrent use.
type Encoding int

// The encodings of 3GPP TS 23.038.
const (
	GSM7 Encoding = iota // 7 bits a septet: 160 in one segment, 153 in each of several
	UCS2                 // 16 bits a unit: 70 in one segment, 67 in each of several
)

// String returns "GSM-7" or "UCS-2".
func (e Encoding) String() string { return wordOf(encodingWords, e) }

// single and several are what one segment holds, alone and as one of several: the
// header that joins them takes 48 of 1,120 bits.
func (e Encoding) single() int {
	if e == UCS2 {
		return 70
	}
	return 160
}

func (e Encoding) several() int {
	if e == UCS2 {
		return 67
	}
	return 153
}

// The default alphabet of 3GPP TS 23.038, and the extension table that costs an
// escape septet more. á í ó ú are in neither; é ñ ü ¿ ¡ are.
const (
	gsmBasic = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
		"¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
	gsmExtended = "\f^{}\\[~]|€"
)

var gsmSeptets = func() map[rune]int {
	m := make(map[rune]int, 140)
	for _, r := range gsmBasic {
		m[r] = 1
	}
	for _, r := range gsmExtended {
		m[r] = 2
	}
	return m
}()

// Segments says in how many parts a text message travels, and how it is encoded.
// One character outside GSM-7 (á, a curly quote, an emoji) makes all of it UCS-2.
// No escape pair and no grapheme is split between segments, as in practice and in
// Twilio's calculator, so a count may exceed length/153 or length/67. The empty
// text is one segment.
func Segments(text string) (n int, enc Encoding) {
	if _, ok := gsmLength(text); ok {
		return gsmSegments(text), GSM7
	}
	return ucs2Segments(text), UCS2
}

// gsmLength counts septets; ok is false if a character needs UCS-2.
func gsmLength(text string) (n int, ok bool) {
	for _, r := range text {
		c := gsmSeptets[r]
		if c == 0 {
			return 0, false
		}
		n += c
	}
	return n, true
}

// smsLength counts septets, or UTF-16 units where the text needs UCS-2.
func smsLength(text string) int {
	if n, ok := gsmLength(text); ok {
		return n
	}
	return scan.UTF16Length(text)
}

func gsmSegments(text string) int {
	p := packer{enc: GSM7}
	for _, r := range text {
		p.add(gsmSeptets[r])
	}
	return p.segments()
}

func ucs2Segments(text string) int {
	p := packer{enc: UCS2}
	for g := graphemes.FromString(text); g.Next(); {
		n := scan.UTF16Length(g.Value())
		for ; n > UCS2.several(); n -= UCS2.several() {
			p.add(UCS2.several())
		}
		p.add(n)
	}
	return p.segments()
}

// A packer fills segments with pieces that are not split. Whether there will be one
// segment or several is known only at the end, so it fills for several and
// remembers the total.
type packer struct {
	enc   Encoding
	total int
	used  int // in the last segment
	full  int // segments before it
}

func (p *packer) add(n int) {
	p.total += n
	if p.used+n > p.enc.several() {
		p.full++
		p.used = 0
	}
	p.used += n
}

func (p *packer) segments() int {
	if p.total <= p.enc.single() {
		return 1
	}
	return p.full + 1
}

// smsCost finds the character that makes a message of several segments one of UCS-2,
// where it would have been fewer without it.
func smsCost(text string) []finding {
	n, enc := Segments(text)
	if enc == GSM7 {
		return nil
	}
	replaced := packer{enc: GSM7}
	for _, r := range text {
		replaced.add(max(1, gsmSeptets[r]))
	}
	fewer := replaced.segments()
	if n <= fewer {
		return nil
	}
	for g := graphemes.FromString(text); g.Next(); {
		if _, ok := gsmLength(g.Value()); !ok {
			return []finding{{ManySegments, "post-segments", g.Start(), g.End(), fault.Values{"n": n, "fewer": fewer}}}
		}
	}
	return nil
}
