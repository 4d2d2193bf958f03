package page

import (
	"math"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// A FieldError names the part of a Kit that cannot be shown, and why.
// Its field is as "Cards[2].Texts[en].SourceURL".
type FieldError struct{ fault.Data }

func fieldError(rule, field string, values fault.Values) *FieldError {
	return &FieldError{english.New(rule, field, values)}
}

func (e *FieldError) Error() string { return "page: " + fault.InEnglish(e) }

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
	return "page: " + english.New("page-size", "", fault.Values{
		"limit": megabytes(e.Limit), "text": megabytes(e.Text), "thumbs": megabytes(e.Thumbs),
		"read": e.Read, "of": e.Of, "pictures": megabytes(e.Pictures),
	}).English().Message
}

// megabytes are rounded to ten kilobytes.
func megabytes(n int) float64 { return math.Round(float64(n)/1e4) / 100 }
