package campaign

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"

	"github.com/shutdowncecot/toolkit/share/internal/pattern"
	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// YAML writes the list as people.yaml, a person in each line, so that a
// comparison of two shows who came and who went.
func (r *Roster) YAML() []byte {
	var b strings.Builder
	b.WriteString("# yaml-language-server: $schema=schema/people.schema.json\n")
	fmt.Fprintf(&b, "as_of: %s\n", r.AsOf)
	if r.Source != (Origin{}) {
		fmt.Fprintf(&b, "source: %s\n", flow(reflect.ValueOf(r.Source)))
	}
	if r.Dial != "" {
		fmt.Fprintf(&b, "dial: %q\n", r.Dial)
	}
	b.WriteString("people:\n")
	for i := range r.List {
		fmt.Fprintf(&b, "  - %s\n", flow(reflect.ValueOf(r.List[i])))
	}
	return []byte(b.String())
}

// flow is a value in one line, without what is empty.
func flow(v reflect.Value) string {
	if d, ok := v.Interface().(Date); ok {
		return d.String()
	}
	var parts []string
	switch v.Kind() {
	case reflect.Struct:
		for _, f := range read.FieldsOf(v.Type()) {
			if field := v.Field(f.Index); !blankValue(field) {
				parts = append(parts, f.Name+": "+flow(field))
			}
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case reflect.Slice:
		for i := range v.Len() {
			parts = append(parts, flow(v.Index(i)))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	if s := v.String(); flowText().MatchString(s) && !flowWord().MatchString(s) {
		return s
	}
	quoted, _ := json.Marshal(v.String())
	return string(quoted)
}

// What YAML reads as the text that it is within brackets, and words that some
// of its readers take for something else.
var (
	flowText = pattern.New(`^\p{L}[\p{L}\p{N} .'’-]*$`)
	flowWord = pattern.New(`(?i)^(?:y|n|yes|no|on|off|true|false|null)$| $`)
)
