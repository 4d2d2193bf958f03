package text

import "encoding/binary"

// A FontError says why a file cannot be used as a font.
type FontError struct {
	Rule string // "font-format" …
	Font string // the file's name
	Err  error  // the reader's own; nil where a rule says all
}

// What is wrong with fonts.
const (
	FontFormat  = "font-format"  // no TrueType or OpenType
	FontCut     = "font-cut"     // ends before what it announces
	FontDamaged = "font-damaged" // by the words of the reader
)

func (e *FontError) Error() string { return e.Font + ": " + e.Rule }

// Unwrap is the reader's own error, or nil.
func (e *FontError) Unwrap() error { return e.Err }

// checkTables refuses a file that is no font, or whose first font has tables
// beyond its end: a parser that believes their lengths takes gigabytes.
func checkTables(data []byte) *FontError {
	at, refused := firstFont(data)
	if refused != nil {
		return refused
	}
	if at+12 > len(data) {
		return &FontError{Rule: FontCut}
	}
	n := int(binary.BigEndian.Uint16(data[at+4:]))
	if at+12+16*n > len(data) {
		return &FontError{Rule: FontCut}
	}
	for i := range n {
		record := data[at+12+16*i:]
		offset, length := binary.BigEndian.Uint32(record[8:]), binary.BigEndian.Uint32(record[12:])
		if uint64(offset)+uint64(length) > uint64(len(data)) {
			return &FontError{Rule: FontCut}
		}
	}
	return nil
}

// firstFont is where the only font of a file, or the first of a collection,
// begins.
func firstFont(data []byte) (int, *FontError) {
	if len(data) < 16 {
		return 0, &FontError{Rule: FontCut}
	}
	switch string(data[:4]) {
	case "\x00\x01\x00\x00", "OTTO", "true":
		return 0, nil
	case "ttcf":
		n, at := binary.BigEndian.Uint32(data[8:]), binary.BigEndian.Uint32(data[12:])
		if n == 0 || n > 1024 || uint64(n)*4 > uint64(len(data)-12) || uint64(at) > uint64(len(data)) {
			return 0, &FontError{Rule: FontCut}
		}
		return int(at), nil
	}
	return 0, &FontError{Rule: FontFormat}
}
