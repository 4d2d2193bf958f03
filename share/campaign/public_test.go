package campaign

import (
	"context"
	"slices"
	"testing"
	"testing/fstest"
)

// What a campaign declares as public may stand in any of its words, and the
// advice of the error that says otherwise helps.
func TestDeclaredAddress(t *testing.T) {
	const words = "Meet at 200 Main Street, or come to 12 Rose Lane."
	rules := func(files map[string]string) (all []string) {
		fsys := fstest.MapFS{
			"campaign.yaml": {Data: []byte("name: old-mill\ntitle: Old Mill\nlanguages: [en]\nas_of: 2031-03-04\n")},
			"facts.yaml": {Data: []byte("facts:\n  - {id: a, headline: A, claim: \"" + words + "\", attribution: says the mill, as_of: 2031-03-04,\n" +
				"     source: {publisher: Mill, url: \"https://example.org/a\", published: 2031-03-04}}\n")},
		}
		for name, data := range files {
			fsys[name] = &fstest.MapFile{Data: []byte(data)}
		}
		c, err := Load(context.Background(), fsys)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range c.CheckWords("en", words, "") {
			all = append(all, f.Rule())
		}
		return all
	}
	const address = "private-street-address"
	contacts := "contacts:\n  - {id: hall, label: Town Hall, address: \"200 Main Street, Millbrook\"}\n"
	events := "events:\n  - {id: e, headline: E, place: The rose house, address: 12 Rose Lane}\n"
	for _, c := range []struct {
		files map[string]string
		want  []string
	}{
		{nil, []string{address, address}},
		{map[string]string{"contacts.yaml": contacts}, []string{address}},
		{map[string]string{"contacts.yaml": contacts, "events.yaml": events}, nil},
	} {
		if got := rules(c.files); !slices.Equal(got, c.want) {
			t.Errorf("with %v: %v, want %v", c.files, got, c.want)
		}
	}
}
