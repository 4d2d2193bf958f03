package graphic

import (
	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

func (ts *typesetter) segmentText(s parts.Segment, i int, name parts.SegmentName) (figure, label *text.Passage) {
	if s.Figure != "" {
		figure = ts.shape(name(i, "Figure"), s.Figure, "label")
	}
	if s.Label != "" {
		label = ts.shape(name(i, "Label"), s.Label, "small")
	}
	return figure, label
}
