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

// mostFaces bounds how many fonts a collection holds; the largest known have
// some forty.
const mostFaces = 256

// checkTables refuses a file that is no font, or a font of which has tables
// beyond its end: a parser that believes their lengths takes gigabytes.
func checkTables(data []byte) *FontError {
	faces, refused := faces(data)
	if refused != nil {
		return refused
	}
	for _, at := range faces {
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
	}
	return nil
}

// faces are where the fonts of a file begin: one, or those of a collection.
func faces(data []byte) ([]int, *FontError) {
	if len(data) < 16 {
		return nil, &FontError{Rule: FontCut}
	}
	switch string(data[:4]) {
	case "\x00\x01\x00\x00", "OTTO", "true":
		return []int{0}, nil
	case "ttcf":
	default:
		return nil, &FontError{Rule: FontFormat}
	}
	n := int(binary.BigEndian.Uint32(data[8:]))
	if n == 0 || n > mostFaces || 12+4*n > len(data) {
		return nil, &FontError{Rule: FontCut}
	}
	all := make([]int, n)
	for i := range all {
		at := binary.BigEndian.Uint32(data[12+4*i:])
		if uint64(at) > uint64(len(data)) {
			return nil, &FontError{Rule: FontCut}
		}
		all[i] = int(at)
	}
	return all, nil
}
