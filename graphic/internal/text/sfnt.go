package text

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// checkTables refuses a file that is no font, or whose first font has tables
// beyond its end: a parser that believes their lengths takes gigabytes.
func checkTables(data []byte) error {
	at, err := firstFont(data)
	if err != nil {
		return err
	}
	if at+12 > len(data) {
		return errors.New("damaged font: it ends within its header")
	}
	n := int(binary.BigEndian.Uint16(data[at+4:]))
	if at+12+16*n > len(data) {
		return errors.New("damaged font: it ends within its list of tables")
	}
	for i := range n {
		record := data[at+12+16*i:]
		offset, length := binary.BigEndian.Uint32(record[8:]), binary.BigEndian.Uint32(record[12:])
		if uint64(offset)+uint64(length) > uint64(len(data)) {
			return fmt.Errorf("damaged font: its table %q goes beyond the end of the file", record[:4])
		}
	}
	return nil
}

// firstFont is where the only font of a file, or the first of a collection,
// begins.
func firstFont(data []byte) (int, error) {
	if len(data) < 16 {
		return 0, errors.New("damaged font: the file is empty or nearly so")
	}
	switch string(data[:4]) {
	case "\x00\x01\x00\x00", "OTTO", "true":
		return 0, nil
	case "ttcf":
		n, at := binary.BigEndian.Uint32(data[8:]), binary.BigEndian.Uint32(data[12:])
		if n == 0 || n > 1024 || uint64(n)*4 > uint64(len(data)-12) || uint64(at) > uint64(len(data)) {
			return 0, errors.New("damaged font: its list of fonts is too long for the file")
		}
		return int(at), nil
	}
	return 0, errors.New("not a TrueType or OpenType font: WOFF and others are to be converted first")
}
