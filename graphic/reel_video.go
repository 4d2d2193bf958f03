package graphic

import (
	"image"
	"io"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic/internal/h264"
	"github.com/shutdowncecot/toolkit/graphic/internal/mp4"
)

// video is a viewer that encodes.
type video struct {
	encoder *h264.Encoder
	file    mp4.File
}

func newVideo(f *film) (*video, error) {
	e, err := h264.NewEncoder(h264.Config{Width: f.format.W, Height: f.format.H, Rate: f.rate})
	if err != nil {
		return nil, err
	}
	v := &video{encoder: e, file: mp4.File{
		Width: e.Size().X, Height: e.Size().Y, Rate: f.rate, Language: threeLetters(f.lang()),
		Title: f.tells.title, Description: f.tells.description, Comment: f.tells.alt, XMP: f.tells.xmp(),
	}}
	v.file.SPS, v.file.PPS = e.Parameters()
	return v, nil
}

// threeLetters is a language as ISO 639-2 has it.
func threeLetters(tag language.Tag) string {
	base, _ := tag.Base()
	return base.ISO3()
}

func (v *video) show(m image.Image, cut bool, dirty []image.Rectangle) error {
	switch {
	case cut:
		v.encoder.Restart()
		dirty = nil
	case len(dirty) == 0:
		return v.hold()
	}
	s, err := v.encoder.Encode(m, dirty...)
	if err == nil {
		v.file.Add(s.Data, s.Key)
	}
	return err
}

func (v *video) hold() error {
	s := v.encoder.Repeat()
	v.file.Add(s.Data, s.Key)
	return nil
}

func (v *video) write(w io.Writer) error {
	_, err := v.file.WriteTo(w)
	return err
}
