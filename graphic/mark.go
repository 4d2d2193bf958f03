package graphic

// Mark is one of the four ways to draw a bar of People. A campaign gives each
// one meaning and keeps to it.
// A Mark is safe for concurrent use.
type Mark int

const (
	Solid Mark = iota // the category in the headline
	Hatch             // unresolved, pending
	Open              // the complement, or no longer there
	Foot              // no information, or not meant here
)

var marks = enum{"solid", "hatch", "open", "foot"}

// MarshalText writes the mark's name in small letters.
func (m Mark) MarshalText() ([]byte, error) { return marks.text(int(m)) }

// UnmarshalText reads what MarshalText writes.
func (m *Mark) UnmarshalText(b []byte) error {
	i, err := marks.index(b)
	*m = Mark(i)
	return err
}
