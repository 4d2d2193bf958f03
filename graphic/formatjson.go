package graphic

import (
	"encoding/json"
	"math"
	"reflect"

	"github.com/shutdowncecot/toolkit/graphic/internal/wire"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// canvas is the document of a format that [CustomFormat] makes.
type canvas struct {
	Width     int     `json:"width"`     // px
	Height    int     `json:"height"`    // px
	Displayed float64 `json:"displayed"` // how wide it is shown, pt
}

// MarshalJSON writes a format as its name, "story", and one of [CustomFormat] as
// {"width": 1200, "height": 1200, "displayed": 390}. The zero Format is "". One
// that was changed otherwise is an error: no document says it.
func (f Format) MarshalJSON() ([]byte, error) {
	if known, ok := LookupFormat(f.Name); f == (Format{}) || ok && f == known {
		return json.Marshal(f.Name)
	}
	c := f.canvas()
	if made, err := CustomFormat(c.Width, c.Height, c.Displayed); err != nil || made != f {
		return nil, refuse("format-changed", "Format", nil)
	}
	return json.Marshal(c)
}

// canvas is what CustomFormat made the format of. Its floor was rounded up, so
// that a little more than was given stands for what was.
func (f *Format) canvas() canvas {
	displayed := math.Ceil(100*readable*float64(f.W)/f.Floor) / 100
	return canvas{f.W, f.H, min(max(displayed, leastDisplayed), mostDisplayed)}
}

// UnmarshalJSON reads a format that MarshalJSON wrote. The error is a
// *[JSONError] or a *[FieldError].
func (f *Format) UnmarshalJSON(data []byte) (err error) {
	var name string
	if json.Unmarshal(data, &name) == nil {
		known, ok := LookupFormat(name)
		if !ok && name != "" {
			return refuse("format-unknown", "", fault.Values{"format": name, "have": FormatNames()})
		}
		*f = known
		return nil
	}
	if err := wire.Check(data, reflect.TypeFor[canvas](), nil); err != nil {
		return jsonError(data, err)
	}
	var c canvas
	if err := json.Unmarshal(data, &c); err != nil {
		return jsonError(data, err)
	}
	made, err := CustomFormat(c.Width, c.Height, c.Displayed)
	if err == nil {
		*f = made
	}
	return err
}

// FormatNames lists what [LookupFormat] knows.
func FormatNames() (names []string) {
	for _, formats := range [][]Format{screens(), papers(), ReelFormats()} {
		for _, f := range formats {
			names = append(names, f.Name)
		}
	}
	return names
}
