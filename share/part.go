package share

import (
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// A Part is one of several into which a kit is divided, so that machines which
// know nothing of each other draw it together: [Kit.Join] puts them together
// again. The zero Part is the whole kit. It is a value, safe for concurrent
// use.
type Part struct {
	Number int `json:"number"` // from 1
	Of     int `json:"of"`     // how many there are
}

// ParsePart reads "3/16", the third of sixteen; "" is the whole kit. The error
// is strconv.ErrSyntax or strconv.ErrRange.
func ParsePart(s string) (p Part, err error) {
	if s == "" {
		return p, nil
	}
	number, of, ok := strings.Cut(s, "/")
	if !ok {
		return p, strconv.ErrSyntax
	}
	if p.Number, err = strconv.Atoi(number); err == nil {
		p.Of, err = strconv.Atoi(of)
	}
	if err == nil && (p.Number < 1 || p.Number > p.Of) {
		err = strconv.ErrRange
	}
	if err != nil {
		return Part{}, err
	}
	return p, nil
}

// maxParts bounds how many parts a kit has: each takes a file of sums and a
// manifest of its own.
const maxParts = 10_000

// holds reports whether a file belongs to a part. That follows from its name
// alone: parts are even, and the same on every machine.
func (p Part) holds(name string) bool {
	h := fnv.New32a()
	h.Write([]byte(name))
	return int(h.Sum32()%uint32(p.Of)) == p.Number-1
}

// A PartOf tells, in the manifest of a part, which one it is.
// It is plain data, safe for concurrent use as long as nobody changes it.
type PartOf struct {
	Part
	Digest string `json:"digest"` // the same for all parts of a kit, and for no others
}

func (p Part) check() error {
	if p == (Part{}) || p.Number >= 1 && p.Number <= p.Of && p.Of <= maxParts {
		return nil
	}
	return kitError("kit-part", fault.Values{"number": p.Number, "of": p.Of, "most": maxParts})
}

// suffix is what the names of a part's own lists end in; "" for the whole.
func (p Part) suffix() string {
	if p == (Part{}) {
		return ""
	}
	return fmt.Sprintf("-%d-of-%d", p.Number, p.Of)
}
