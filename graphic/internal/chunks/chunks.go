// Package chunks finds parts of PNG and RIFF (WebP) files by their names, as
// ISO/IEC 15948 and the RIFF specification have them.
package chunks

import (
	"bytes"
	"encoding/binary"
)

// Find returns the data of the first chunk of that name, four letters as the
// format of the file writes it, as far as the file goes; nil if there is none or
// the file is of another format.
func Find(file []byte, name string) []byte {
	const pngHead, riffHead = "\x89PNG\r\n\x1a\n", 12 // RIFF, its length, its kind
	switch {
	case bytes.HasPrefix(file, []byte(pngHead)):
		return walk(file[len(pngHead):], name, layout{order: binary.BigEndian, name: 4, foot: 4, pad: 1})
	case len(file) > riffHead && string(file[:4]) == "RIFF":
		return walk(file[riffHead:], name, layout{order: binary.LittleEndian, length: 4, pad: 2})
	}
	return nil
}

// A layout says where in the eight bytes of a chunk's head its length and name
// stand, how much follows its data and to what these are filled up.
type layout struct {
	order        binary.ByteOrder
	length, name int
	foot, pad    int64
}

func walk(data []byte, want string, of layout) []byte {
	const head = 8
	for len(data) >= head {
		n := int64(of.order.Uint32(data[of.length:]))
		end := head + n
		if string(data[of.name:of.name+4]) == want {
			return data[head:min(end, int64(len(data)))]
		}
		if end += of.foot + n%of.pad; end > int64(len(data)) {
			return nil
		}
		data = data[end:]
	}
	return nil
}
