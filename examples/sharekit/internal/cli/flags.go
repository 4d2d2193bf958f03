package cli

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// The flags of a verb are the fields of a struct, in the order of its help.
// The tag of a field is the flag's name and, after commas, its letter and what
// it takes: "dir" a folder, "file:ENDING" a file, "list" values with commas
// between them; a slice without "list" is given once a value. "hidden" flags
// have no help. What a field holds beforehand is the flag's default.

// Bind adds a flag for each field that has a flag tag.
func Bind(c *cobra.Command, v reflect.Value) {
	for i := range v.NumField() {
		field, tag := v.Field(i), v.Type().Field(i).Tag.Get("flag")
		if v.Type().Field(i).Anonymous {
			Bind(c, field)
			continue
		}
		if tag == "" {
			continue
		}
		name, traits, _ := strings.Cut(tag, ",")
		add(c, name, strings.Split(traits, ","), field.Addr().Interface())
	}
}

// add adds a flag that is kept in a variable.
func add(c *cobra.Command, name string, traits []string, variable any) {
	letter := ""
	if len(traits[0]) == 1 {
		letter, traits = traits[0], traits[1:]
	}
	fs := c.Flags()
	switch v := variable.(type) {
	case *string:
		fs.StringVarP(v, name, letter, *v, "")
	case *bool:
		fs.BoolVarP(v, name, letter, *v, "")
	case *int:
		fs.IntVarP(v, name, letter, *v, "")
	case *[]string:
		if slices.Contains(traits, "list") {
			fs.StringSliceVarP(v, name, letter, *v, "")
		} else {
			fs.StringArrayVarP(v, name, letter, *v, "")
		}
	default:
		panic(fmt.Sprintf("flag %s is a %T", name, variable))
	}
	for _, t := range traits {
		kind, ending, _ := strings.Cut(t, ":")
		switch kind {
		case "dir":
			c.MarkFlagDirname(name)
		case "file":
			c.MarkFlagFilename(name, strings.Fields(ending)...)
		case "hidden":
			fs.MarkHidden(name)
		}
	}
}
