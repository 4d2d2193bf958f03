package guide

import (
	"encoding/base64"
	"os"
	"path/filepath"
	"strings"

	"github.com/shutdowncecot/toolkit/share/people"
)

// uploadHead begins an answer that is a file: its name and its bytes follow.
const uploadHead = "file:"

// upload is a file as an answer.
func upload(name string, data []byte) string {
	return uploadHead + filepath.Base(name) + ";base64," + base64.StdEncoding.EncodeToString(data)
}

// uploaded reads an answer that is a file. The page sends its bytes: it never
// names a file of this computer.
func uploaded(answer string) (name string, data []byte, ok bool) {
	rest, ok := strings.CutPrefix(answer, uploadHead)
	name, text, cut := strings.Cut(rest, ";base64,")
	data, err := base64.StdEncoding.DecodeString(text)
	return filepath.Base(name), data, ok && cut && err == nil
}

// fromDisk is the answer of somebody in a terminal, who names a file.
func fromDisk(name string) (string, error) {
	info, err := os.Stat(name)
	if err != nil {
		return "", err
	}
	if !info.Mode().IsRegular() || info.Size() > people.MostBytes {
		return "", &os.PathError{Op: "open", Path: name, Err: os.ErrInvalid}
	}
	data, err := os.ReadFile(name)
	return upload(name, data), err
}

// fileShown is an answer as it is said again: of a file its name.
func fileShown(answer string) string {
	if name, _, ok := uploaded(answer); ok {
		return name
	}
	return answer
}
