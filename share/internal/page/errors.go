package page

import "fmt"

// A FieldError names the part of a Kit that cannot be shown, and why.
type FieldError struct {
	Field   string // "Cards[2].Texts[en].SourceURL"
	Problem string
}

func (e *FieldError) Error() string {
	return "page: " + e.Field + ": " + e.Problem
}

// A SizeError says that the page would exceed the limit even with its
// smallest thumbs, and what takes the room. The kit can leave pictures to its
// folder (Picture.Full nil) or the grid to words (Picture.Thumb nil).
type SizeError struct {
	Limit    int // bytes
	Text     int // markup, style, fonts, script and data
	Thumbs   int
	Pictures int // so far as they were read before the limit was passed
	Read, Of int // pictures read, and how many there are
}

func (e *SizeError) Error() string {
	return fmt.Sprintf("page: larger than %s: text %s, thumbs %s, %d of %d pictures %s",
		megabytes(e.Limit), megabytes(e.Text), megabytes(e.Thumbs), e.Read, e.Of, megabytes(e.Pictures))
}

func megabytes(n int) string {
	return fmt.Sprintf("%.2f MB", float64(n)/1e6)
}
