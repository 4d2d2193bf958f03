package graphic

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"

	"github.com/shutdowncecot/toolkit/graphic/internal/theme"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

//go:embed theme.schema.json
var themeSchema []byte

// ThemeSchema returns the JSON Schema (draft 2020-12) of a theme's file, as a
// copy. A file that extends another theme may leave out what that one has.
func ThemeSchema() []byte { return bytes.Clone(themeSchema) }

// MarshalJSON writes one of [Themes] as its name, "vigil", and one that was
// loaded as a file that says all of it. The zero Theme is "".
func (t Theme) MarshalJSON() ([]byte, error) {
	if t.t == nil && t.Name == "" {
		return json.Marshal("")
	}
	content, err := t.content()
	if err != nil {
		return nil, err
	}
	if known, ok := LookupTheme(t.Name); ok && known.t == content {
		return json.Marshal(t.Name)
	}
	return json.Marshal(content)
}

// UnmarshalJSON reads a theme by its name or from all that a file says. Its
// fonts are those of this package: a theme that brings its own is read by
// [LoadTheme]. The error is a *[JSONError] or a *[FieldError].
func (t *Theme) UnmarshalJSON(data []byte) error {
	var name string
	if json.Unmarshal(data, &name) == nil {
		known, ok := LookupTheme(name)
		if !ok && name != "" {
			return refuse("theme-extends", "", fault.Values{"theme": name, "have": themeNames})
		}
		*t = known
		return nil
	}
	read, err := shelf.Parse(data, nil)
	if err == nil && read.Name == "" {
		err = &theme.Problem{Rule: "theme-missing", Path: "name"}
	}
	if err == nil {
		*t = Theme{Name: read.Name, t: read}
		return nil
	}
	var of *FileError
	if err = fileError("", data, themed(err)); errors.As(err, &of) {
		return &JSONError{of.Data, of.Err, of.at}
	}
	return err
}
