package needle

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// FuzzSet holds a set to looking for each string by itself.
func FuzzSet(f *testing.F) {
	f.Add("an illegal man, ill at ease", "illegal,ill;m;;at ease")
	f.Add("", "a;bcd")
	f.Fuzz(func(t *testing.T, text, list string) {
		if strings.Contains(list, edge) {
			t.Skip("edges are told apart in TestEdges")
		}
		var members [][]string
		var want []bool
		for member := range strings.SplitSeq(list, ";") {
			needles := slices.DeleteFunc(strings.Split(member, ","), func(s string) bool { return s == "" })
			members = append(members, needles)
			want = append(want, len(needles) == 0 || slices.ContainsFunc(needles, func(n string) bool { return strings.Contains(text, n) }))
		}
		if got := NewSet(members).Likely(text); !slices.Equal(got, want) {
			t.Errorf("%q in %q: %v, want %v", list, text, got, want)
		}
	})
}

// A pattern that was written finds what it found before.
func TestJSON(t *testing.T) {
	p := Compile(`(?i)\b(?:illegals|illegal (?:men|women))`)
	data, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	var q Pattern
	if err := json.Unmarshal(data, &q); err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{"Illegal men", "legal men"} {
		if got, want := q.First(s, strings.ToLower(s)), p.First(s, strings.ToLower(s)); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
	if again, _ := json.Marshal(&q); string(again) != string(data) {
		t.Errorf("%s is written as %s", data, again)
	}
}

// A needle with an edge is found where a word begins or ends, whether it is
// looked for by itself or in a set.
func TestEdges(t *testing.T) {
	needles := []string{edge + "son", "son" + edge, edge + "son" + edge, "son"}
	for text, want := range map[string][]bool{
		"son":          {true, true, true, true},
		"a person":     {false, true, false, true},
		"sonata":       {true, false, false, true},
		"personal":     {false, false, false, true},
		"person, son.": {true, true, true, true},
		"éson":         {true, true, true, true}, // \b knows no accents
		"_son":         {false, true, false, true},
		"":             {false, false, false, false},
	} {
		var members [][]string
		for i, needle := range needles {
			if got := func() bool { e := entryOf(needle, 0); return e.in(textOf(text)) }(); got != want[i] {
				t.Errorf("%q in %q: %v", needle, text, got)
			}
			members = append(members, []string{needle})
		}
		if got := NewSet(members).Likely(text); !slices.Equal(got, want) {
			t.Errorf("in %q: %v, want %v", text, got, want)
		}
	}
}
