package graphic

import (
	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

func (c *composer) segmentText(s parts.Segment, i int, name parts.SegmentName) (figure, label *text.Passage) {
	if s.Figure != "" {
		figure = c.shape(name(i, "Figure"), s.Figure, "label")
	}
	if s.Label != "" {
		label = c.shape(name(i, "Label"), s.Label, "small")
	}
	return figure, label
}
