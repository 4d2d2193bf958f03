package text

import (
	"os"
	"strings"
	"testing"
	"unicode"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"golang.org/x/text/language"
)

// Articles of the Universal Declaration of Human Rights.
const (
	thaiArticle1 = "มนุษย์ทั้งปวงเกิดมามีอิสระและเสมอภาคกันในศักดิ์ศรีและสิทธิ ต่างในตนมีเหตุผลและมโนธรรม และควรปฏิบัติต่อกันด้วยจิตวิญญาณแห่งภราดรภาพ"
	thaiArticle2 = "ทุกคนย่อมมีสิทธิและเสรีภาพบรรดาที่กำหนดไว้ในปฏิญญานี้ โดยปราศจากความแตกต่างไม่ว่าชนิดใด ๆ ดังเช่น เชื้อชาติ ผิว เพศ ภาษา ศาสนา ความคิดเห็นทางการเมืองหรือทางอื่น"
	thaiArticle5 = "บุคคลใดจะถูกทรมานหรือได้รับการปฏิบัติหรือการลงโทษที่โหดร้ายผิดมนุษย์หรือต่ำช้าไม่ได้"
	thaiArticle9 = "บุคคลใดจะถูกจับ กักขัง หรือเนรเทศโดยพลการไม่ได้"
	laoArticle1  = "ມະນຸດເກີດມາມີສິດເສລີພາບ ແລະ ສະເໝີໜ້າກັນໃນທາງກຽດຕິສັກ ແລະ ທາງສິດດ້ວຍ"
	burmese1     = "လူတိုင်းသည် တူညီ လွတ်လပ်သော ဂုဏ်သိက္ခာဖြင့် လည်းကောင်း၊ တူညီလွတ်လပ်သော အခွင့်အရေးများဖြင့်"
)

// broken marks every place where a line may end.
func broken(s string) string {
	text := []rune(s)
	var b strings.Builder
	for i, r := range text {
		if i > 0 && unspaced(text, i) {
			b.WriteByte('|')
		}
		b.WriteRune(r)
	}
	return b.String()
}

func TestUnspaced(t *testing.T) {
	for _, want := range []string{
		"มนุษย์ทั้งปวง|เกิดมามีอิสระและ|เสมอภาคกัน|ในศักดิ์ศรี|และสิทธิ ต่าง|ในตนมี|เหตุผล|และมโนธรรม และควรปฏิบัติต่อกัน|ด้วยจิตวิญญาณ|แห่งภราดรภาพ",
		"ทุกคนย่อมมีสิทธิ|และ|เสรีภาพบรรดา|ที่|กำหนด|ไว้|ในปฏิญญานี้ โดยปราศจาก|ความแตกต่าง|ไม่ว่าชนิด|ใด ๆ ดัง|เช่น เชื้อชาติ ผิว เพศ ภาษา ศาสนา ความคิด|เห็นทาง|การเมือง|หรือทางอื่น",
		"บุคคล|ใดจะ|ถูกทรมาน|หรือ|ได้|รับ|การปฏิบัติ|หรือ|การลง|โทษ|ที่|โหดร้ายผิดมนุษย์|หรือต่ำช้า|ไม่|ได้",
		"บุคคล|ใดจะ|ถูกจับ กักขัง หรือ|เนรเทศ|โดยพลการ|ไม่|ได้",
		"ຂອງ|ໃຜ",
		"ມະນຸດ|ເກີດມາມີສິດ|ເສລີພາບ ແລະ ສະເໝີໜ້າກັນ|ໃນທາງກຽດຕິສັກ ແລະ ທາງສິດດ້ວຍ",
		"လူ|တိုင်း|သည် တူ|ညီ လွတ်|လပ်|သော ဂုဏ်|သိက္ခာ|ဖြင့် လည်း|ကောင်း၊ တူ|ညီ|လွတ်|လပ်|သော အခွင့်|အရေး|များ|ဖြင့်",
		// One consonant alone, a prefix, a silent vowel, a vowel around two
		// consonants.
		"ประเทศสเปน", "กระโดด", "สำเร็จ", "ชาติ", "เหตุ", "เพลา", "เปี๊ยะ", "ทะเล", "สหรัฐอเมริกา", "เเปลก", "ฯลฯ", "ก็",
		"คน|ใน", "ก็|ได้", "ช้าๆ|แต่", "ๆฯ",
	} {
		if got := broken(strings.ReplaceAll(want, "|", "")); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// FuzzUnspaced breaks no grapheme and leaves no sign without its letter.
func FuzzUnspaced(f *testing.F) {
	for _, s := range []string{
		thaiArticle1, thaiArticle2, thaiArticle5, thaiArticle9, laoArticle1, burmese1,
		"ๆๆ", "เ", "เเ็", "ฯ", "ะะเ", "ก\u0e4cเ", "က\u1039\u103aလ",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text := []rune(s)
		whole := make(map[int]bool)
		at := 0
		for iter := graphemes.FromString(string(text)); iter.Next(); at += len([]rune(iter.Value())) {
			whole[at] = true
		}
		for i := 1; i < len(text); i++ {
			if !unspaced(text, i) {
				continue
			}
			switch r, prev := text[i], text[i-1]; {
			case !whole[i]:
				t.Errorf("%q is broken within a grapheme at %d", s, i)
			case unicode.IsMark(r), r == 'ะ', r == 'า', r == 'ำ', r == 'ๆ', r == 'ฯ', r == 'ະ', r == 'າ', r == 'ຳ':
				t.Errorf("%q: a line begins with %q", s, r)
			case thaiFirst(prev), prev == 0x0e31, prev >= 'ເ' && prev <= 'ໄ', prev == 0x1039:
				t.Errorf("%q: a line ends with %q", s, prev)
			}
		}
	})
}

// TestThaiLines sets real sentences in columns of all widths.
func TestThaiLines(t *testing.T) {
	const name = "/usr/share/fonts/truetype/noto/NotoSansThai-Bold.ttf"
	data, err := os.ReadFile(name)
	if err != nil {
		t.Skip("NOT TESTED: lines of Thai: ", err)
	}
	f, err := ParseFont(name, data)
	if err != nil {
		t.Fatal(err)
	}
	shaped := func(s string) *Passage {
		p, err := Shape(s, &Style{Font: f}, language.Thai)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	for _, s := range []string{thaiArticle1, thaiArticle2, thaiArticle5, thaiArticle9} {
		p := shaped(s)
		if p.Widest() > 11 {
			t.Errorf("%s: %.1f em cannot be broken", s, p.Widest())
		}
		for width := p.Widest(); width < p.Width(); width *= 1.1 {
			var b strings.Builder
			for _, l := range p.Lines(width) {
				if l.Width > width+1e-6 {
					t.Errorf("%s: a line of %.2f em in a column of %.2f", l.Text, l.Width, width)
				}
				if strings.HasPrefix(l.Text, "ๆ") {
					t.Errorf("%.1f em: a line begins with ๆ", width)
				}
				b.WriteString(strings.ReplaceAll(l.Text, string(nbsp), " "))
				if !l.Joined {
					b.WriteByte(' ')
				}
			}
			if strings.TrimSpace(b.String()) != s {
				t.Errorf("%.1f em: the lines are %s", width, b.String())
			}
		}
	}
	// Where the caller says how to break, nothing else is done.
	told := shaped("ห้องสมุด\u200bเปิดทำการ\u200bทุกวัน\u200bอาทิตย์")
	word := shaped("เปิดทำการ").Width()
	for width := word + 0.1; width < told.Width(); width += 0.2 {
		for _, l := range told.Lines(width) {
			for _, w := range strings.Split(strings.Trim(l.Text, "\u200b"), "\u200b") {
				if !strings.Contains("|ห้องสมุด|เปิดทำการ|ทุกวัน|อาทิตย์|", "|"+w+"|") {
					t.Fatalf("%.1f em: %q", width, l.Text)
				}
			}
		}
	}
}
