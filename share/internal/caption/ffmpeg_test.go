package caption

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/hashtag/runes"
	"golang.org/x/text/language"
)

// TestFFmpegReadsCaptions: another program finds every cue of both forms, at its
// time and with its words.
func TestFFmpegReadsCaptions(t *testing.T) {
	ffmpeg, err := exec.LookPath("ffmpeg")
	if err != nil {
		t.Skip("needs ffmpeg")
	}
	cues := []Cue{
		{0, 2.5, "Read & write: ten > nine"},
		{2.5, 9, "The Old Mill Library has been open for two hundred years, and the children read there."},
		{9, 12.04, "¿Vienes? 図書館は開いています。"},
		{3599.5, 3602.25, "مكتبة المطحنة القديمة"},
	}
	for ending, text := range map[string]string{"vtt": VTT(cues, english), "srt": SRT(cues, english)} {
		name := filepath.Join(t.TempDir(), "film."+ending)
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		var problems bytes.Buffer
		read := exec.Command(ffmpeg, "-v", "warning", "-i", name, "-f", "srt", "-")
		read.Stderr = &problems
		out, err := read.Output()
		if err != nil || problems.Len() > 0 {
			t.Errorf("%s: %v %s", ending, err, &problems)
		}
		if got, want := plain(string(out)), plain(SRT(cues, english)); got != want {
			t.Errorf("%s: read as\n%s\nwant\n%s", ending, got, want)
		}
	}
}

var markup = regexp.MustCompile(`<[^>]*>`)

// plain is SubRip without markup and with one kind of line end.
func plain(srt string) string {
	return strings.TrimSpace(markup.ReplaceAllString(strings.ReplaceAll(srt, "\r\n", "\n"), ""))
}

// captioned are cues as they are written in each language.
var captioned = []struct {
	in   Language
	text string
	most int // cells in a line
}{
	{Language{Tag: language.English}, "The Old Mill Library has been open for two hundred years, and the children of Millbrook read there.", 42},
	{Language{Tag: language.Japanese}, "ミルブルック町は図書館を売却する予定です。まず公聴会を開くよう求めます。子どもたちが毎日ここで本を読んでいます。", 26},
	{Language{Tag: language.MustParse("zh-Hant")}, "鎮公所計劃出售老磨坊圖書館，我們要求先舉行公開聽證會，讓使用圖書館的人有機會發言。", 32},
	{Language{Tag: language.Korean}, "시의회는 올드밀 도서관을 매각할 계획입니다. 우리는 먼저 공청회를 열 것을 요구합니다. 아이들이 여기서 책을 읽습니다.", 32},
	{Language{Tag: language.Arabic, Right: true}, "CNN: تخطط البلدية لبيع مكتبة الطاحونة القديمة، ونطالب بجلسة استماع علنية قبل ذلك، فالأطفال يقرؤون هناك كل يوم.", 42},
	{Language{Tag: language.Hebrew, Right: true}, "62 כיתות ביקרו בספרייה. Mill House ייסגר אם לא נתנגד, ואנחנו דורשים שימוע פומבי לפני המכירה.", 42},
	{Language{Tag: language.English}, "الملا Street is where the library stands.", 42},
	{Language{Tag: language.German}, "Die Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung gilt.", 67},
}

// TestLinesByCells: a line is as wide as its letters are, no more than two
// stand in a cue, none begins with a mark that ends a sentence, no character is
// lost, and each says which way it reads where its first letter does not.
func TestLinesByCells(t *testing.T) {
	for _, c := range captioned {
		cues := parts([]Cue{{0, 20, c.text}}, c.in)
		var all strings.Builder
		for _, cue := range cues {
			lines := strings.Split(cue.Text, "\n")
			if len(lines) > 2 {
				t.Errorf("%v: %d lines in %q", c.in.Tag, len(lines), cue.Text)
			}
			for _, l := range lines {
				if n := runes.Cells(l); n > c.most {
					t.Errorf("%v: %q has %d cells, at most %d", c.in.Tag, l, n, c.most)
				}
				if strings.ContainsRune("、。，！？」", []rune(l)[0]) {
					t.Errorf("%v: begins with a mark: %q", c.in.Tag, l)
				}
				all.WriteString(l)
			}
		}
		bare := func(s string) string { return strings.ReplaceAll(letters(s), " ", "") }
		if got, want := bare(all.String()), bare(c.text); got != want {
			t.Errorf("%v: says\n%s\nwant\n%s", c.in.Tag, got, want)
		}
	}
	for text, mark := range map[string]string{"CNN: مكتبة": "\u200f", "2031": "\u200f", "مكتبة CNN": "", "75٪ مكتبة": ""} {
		if got := directed(text, true); got != mark+text {
			t.Errorf("%q in Arabic is written %q", text, got)
		}
	}
}

// TestFFmpegReadsEveryLanguage: another program finds the words of captions in
// every language, at their times and in their lines.
func TestFFmpegReadsEveryLanguage(t *testing.T) {
	ffmpeg, err := exec.LookPath("ffmpeg")
	if err != nil {
		t.Skip("needs ffmpeg")
	}
	for _, c := range captioned {
		cues := []Cue{{0, 20, c.text}, {20, 22, "<i>" + string([]rune(c.text)[:3]) + "</i>"}}
		name := filepath.Join(t.TempDir(), "film.en_US.srt")
		if err := os.WriteFile(name, []byte(SRT(cues, c.in)), 0o644); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(ffmpeg, "-v", "error", "-i", name, "-f", "webvtt", "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		for _, cue := range parts(cues, c.in) {
			if want := tagLike.ReplaceAllString(cue.Text, "‹$1›"); !strings.Contains(string(out), want) {
				t.Errorf("%v: ffmpeg reads\n%s\nnot %q", c.in.Tag, out, want)
			}
		}
	}
}

// TestSpeedByLanguage: what can be read in a second differs by language.
func TestSpeedByLanguage(t *testing.T) {
	for tag, want := range map[string]float64{"en": 17, "es-419": 17, "ja": 8, "zh-Hans": 18, "ko-KR": 24, "ar": 17} {
		if got := (Language{Tag: language.Make(tag)}).MaxSpeed(); got != want {
			t.Errorf("%s: %g cells a second, want %g", tag, got, want)
		}
	}
}
