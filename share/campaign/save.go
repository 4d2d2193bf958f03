package campaign

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// Save writes the campaign into a folder that [Load] reads as the same
// campaign, with the photographs, themes and fonts that it was loaded with. The
// folder is made, or is there and empty. After an error nothing is left of it.
func (c *Campaign) Save(dir string) (err error) {
	files, err := c.Marshal()
	if err != nil {
		return err
	}
	made, err := emptyFolder(dir)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			clearFolder(dir, made)
		}
	}()
	for name, data := range inOrder(files) {
		if err := writeFile(dir, name, data); err != nil {
			return err
		}
	}
	return c.copyAssets(dir)
}

// emptyFolder makes a folder, or sees that it holds nothing.
func emptyFolder(dir string) (made bool, err error) {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return true, os.MkdirAll(dir, 0o777)
	case err == nil && len(entries) > 0:
		err = &fs.PathError{Op: "save", Path: dir, Err: fs.ErrExist}
	}
	return false, err
}

// clearFolder removes what was written into a folder that was empty.
func clearFolder(dir string, made bool) {
	if made {
		os.RemoveAll(dir)
		return
	}
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		os.RemoveAll(filepath.Join(dir, e.Name()))
	}
}

func writeFile(dir, name string, data []byte) error {
	name = filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o666)
}

// copyAssets copies the folders of a campaign that Load only looks at.
func (c *Campaign) copyAssets(dir string) error {
	if c.files == nil {
		return nil
	}
	for _, folder := range []string{"photos", "themes", "fonts"} {
		part, err := fs.Sub(c.files, folder)
		if err != nil {
			return err
		}
		if _, err := fs.Stat(part, "."); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err := os.CopyFS(filepath.Join(dir, folder), part); err != nil {
			return err
		}
	}
	return nil
}

// Marshal returns the text files that [Campaign.Save] writes, by their names in
// the folder. A campaign that breaks a rule of Load is refused with a
// [*LoadError].
func (c *Campaign) Marshal() (map[string][]byte, error) {
	if err := c.Validate(); err != nil {
		return nil, err
	}
	if c.Extends != "" {
		c = c.inOwnLanguages()
	}
	files := make(folderFiles)
	for name, of := range map[string]any{"campaign": c, "messages": &c.Messages, "demands": &c.Demands, "orgs": &c.Orgs, "chants": &c.Chants,
		"people": &c.People, "offices": &c.Offices, "areas": &c.Areas} {
		files.yaml(name, yamlOf(valueOf(of)))
	}
	for name, of := range map[string]any{
		"facts": &c.Facts, "captions": &c.Captions, "threads": &c.Threads, "reels": &c.Reels,
		"steps": &c.Steps, "events": &c.Events, "contacts": &c.Contacts,
	} {
		if list := valueOf(of); list.Len() > 0 || name == "facts" {
			files.yaml(name, mapping{{Key: name, Value: yamlOf(list)}})
		}
	}
	for _, l := range c.Letters {
		files.letter(l)
	}
	for _, p := range c.Pages {
		files.markdown("pages", p.Lang, p.ID, yamlOf(reflect.ValueOf(p)), p.Body)
	}
	for lang, s := range c.strings {
		if c.Extends != "" && !slices.ContainsFunc(c.Languages, func(l string) bool { return base(l) == base(lang) }) {
			continue
		}
		if s.Lang = ""; !reflect.DeepEqual(s, builtinTables()[base(lang)]) {
			files.yaml("strings/"+lang, yamlOf(reflect.ValueOf(s)))
		}
	}
	_, err := loadFiles(files)
	return files, err
}

// inOwnLanguages is a copy without words in languages that only the campaign
// which it extends speaks: they come from there.
func (c *Campaign) inOwnLanguages() *Campaign {
	own := c.placed()
	speaks := (&validator{c: own}).speaks
	own.walk(func(n node) {
		if n.value.Kind() != reflect.Map {
			return
		}
		for _, key := range read.MapKeys(n.value) {
			if key != "" && !speaks(key) {
				n.value.SetMapIndex(reflect.ValueOf(key), reflect.Value{})
			}
		}
	})
	own.Tags = slices.DeleteFunc(own.Tags, func(t Tag) bool { return t.Lang != "" && !speaks(t.Lang) })
	own.Letters = slices.DeleteFunc(own.Letters, func(l Letter) bool { return !speaks(l.Lang) })
	own.Pages = slices.DeleteFunc(own.Pages, func(p Page) bool { return !speaks(p.Lang) })
	return own
}

// folderFiles are the files of a folder, by name.
type folderFiles map[string][]byte

// yaml adds a file, unless it would be empty.
func (f folderFiles) yaml(name string, content any) {
	if m, ok := content.(mapping); ok && len(m) == 0 {
		return
	}
	f[name+".yaml"] = marshalYAML(content)
}

// letter adds a letter. One that is sent in another language has its guide in
// the place of the words, which stand in the file of that language.
func (f folderFiles) letter(l Letter) {
	body := l.Body
	if l.SentIn != "" && l.SentIn != l.Lang {
		body, l.Subject, l.Guide = l.Guide, "", ""
	}
	f.markdown("letters", l.Lang, l.ID, yamlOf(reflect.ValueOf(l)), body)
}

func (f folderFiles) markdown(folder, lang, id string, front any, body string) {
	var text strings.Builder
	text.WriteString("---\n")
	if m := front.(mapping); len(m) > 0 {
		text.Write(marshalYAML(m))
	}
	fmt.Fprintf(&text, "---\n\n%s\n", body)
	f[fmt.Sprintf("%s/%s/%s.md", folder, lang, id)] = []byte(text.String())
}
