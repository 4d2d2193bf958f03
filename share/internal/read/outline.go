package read

import (
	"bytes"
	"slices"
)

// Outline leaves of a list in a YAML file what stands under some keys of its
// entries; all other lines are empty, so that the rest stands where it stood.
// It goes by the columns alone: a list under one key, entries two columns in,
// their keys four. Files of strangers are not for it.
func Outline(data []byte, keys ...string) []byte {
	out, kept := make([]byte, 0, len(data)/4), true
	for line := range bytes.Lines(data) {
		text := bytes.TrimLeft(line, " ")
		switch indent := len(line) - len(text); {
		case indent == 2 && bytes.HasPrefix(text, []byte("- ")):
			out = append(out, "  -"...)
			if kept = keyed(text[2:], keys); kept {
				text = line[3:]
			}
		case indent == 4:
			kept = keyed(text, keys)
			text = line
		case indent == 0:
			kept = true
		default:
			text = line
		}
		if kept {
			out = append(out, text...)
		} else {
			out = append(out, '\n')
		}
	}
	return out
}

// keyed reports a line that begins with one of the keys.
func keyed(line []byte, keys []string) bool {
	key, _, _ := bytes.Cut(line, []byte(":"))
	return slices.Contains(keys, string(key))
}
