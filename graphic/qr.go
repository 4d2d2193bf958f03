package graphic

import (
	"errors"
	"image"
	"image/color"
	"io"
	"sync"

	"github.com/skip2/go-qrcode"

	"github.com/shutdowncecot/toolkit/graphic/internal/colour"
	"github.com/shutdowncecot/toolkit/graphic/internal/parts"
	"github.com/shutdowncecot/toolkit/graphic/internal/png"
	"github.com/shutdowncecot/toolkit/graphic/internal/raster"
	"github.com/shutdowncecot/toolkit/graphic/internal/rules"
	"github.com/shutdowncecot/toolkit/graphic/internal/scene"
	"github.com/shutdowncecot/toolkit/graphic/internal/svg"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Level is how much of a QR symbol may be lost.
// A Level is safe for concurrent use.
type Level int

const (
	Medium   Level = iota // 15 %: screens
	Quartile              // 25 %: print
	High                  // 30 %: print with a mark on it
)

var levels = enum{"medium", "quartile", "high"}

// MarshalText writes the level's name in small letters.
func (l Level) MarshalText() ([]byte, error) { return levels.text(int(l)) }

// UnmarshalText reads what MarshalText writes.
func (l *Level) UnmarshalText(b []byte) error {
	i, err := levels.index(b)
	*l = Level(i)
	return err
}

// QROptions choose how a code is drawn. A nil *QROptions and zero fields mean
// level M, 8 px a module, black on white.
// QROptions are safe for concurrent use as long as nobody changes them.
type QROptions struct {
	Level  Level
	Module int // px; at least 6, below which cameras fail
	Dark   color.Color
	Light  color.Color
}

// Code is a QR symbol with its quiet zone of 4 modules. It is immutable and
// safe for concurrent use.
type Code struct {
	content     string
	modules     [][]bool // without quiet zone; true is dark
	px          int
	dark, light color.RGBA
}

// quiet is the zone that ISO/IEC 18004 asks for around a symbol, in modules.
const quiet = 4

// leastModule is the smallest that phones read off a screen, px.
const leastModule = 6

// maxPlate is the largest side of a plate, px, as of a canvas.
const maxPlate = 8000

// QR encodes content as it is given, but for addresses (http, https, mailto,
// tel, sms): not every reader guesses UTF-8, so that what is beyond ASCII in
// them becomes Punycode in the host and percents elsewhere. QR fails for content
// that is empty or longer than a symbol can hold, for modules under 6 px, and
// for colours under 7:1 or light on dark, which several phones cannot read. The
// error is a *FieldError.
func QR(content string, o *QROptions) (*Code, error) {
	var opt QROptions
	if o != nil {
		opt = *o
	}
	if opt.Module == 0 {
		opt.Module = 8
	}
	if opt.Module < leastModule {
		return nil, refuse("qr-module", "QROptions.Module", fault.Values{"px": opt.Module, "least": leastModule})
	}
	if opt.Level < Medium || opt.Level > High {
		return nil, refuse("qr-level", "QROptions.Level", nil)
	}
	content, err := codedAddress(content)
	if err != nil {
		return nil, refuse("qr-host", "content", nil)
	}
	c := &Code{content: content, px: opt.Module, dark: opaque(opt.Dark, color.Black), light: opaque(opt.Light, color.White)}
	if r := colour.Ratio(c.dark, c.light); r < 7 || colour.Ratio(c.dark, color.RGBA{A: 255}) > colour.Ratio(c.light, color.RGBA{A: 255}) {
		return nil, refuse("qr-contrast", "QROptions.Dark", fault.Values{"ratio": colour.Tenths(r)})
	}
	if c.modules, err = matrix(content, opt.Level); err != nil {
		return nil, refuse("qr-content", "content", nil)
	}
	if most := maxPlate / (len(c.modules) + 2*quiet); c.px > most {
		return nil, refuse("qr-plate", "QROptions.Module", fault.Values{"px": c.px, "modules": len(c.modules), "most": most})
	}
	return c, nil
}

func opaque(c, otherwise color.Color) color.RGBA {
	if c == nil {
		c = otherwise
	}
	r, g, b, _ := c.RGBA()
	return color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 255}
}

// One address stands on many cards of a kit.
var matrices = struct {
	sync.Mutex
	m map[matrixKey][][]bool
}{m: make(map[matrixKey][][]bool)}

type matrixKey struct {
	content string
	level   Level
}

func matrix(content string, level Level) ([][]bool, error) {
	key := matrixKey{content, level}
	matrices.Lock()
	defer matrices.Unlock()
	if m, ok := matrices.m[key]; ok {
		return m, nil
	}
	// The names differ: go-qrcode's High is Q, its Highest is H.
	recovery := map[Level]qrcode.RecoveryLevel{Medium: qrcode.Medium, Quartile: qrcode.High, High: qrcode.Highest}
	code, err := qrcode.New(content, recovery[level])
	if err != nil {
		return nil, err
	}
	code.DisableBorder = true
	m := code.Bitmap()
	if len(matrices.m) >= 1024 {
		clear(matrices.m)
	}
	matrices.m[key] = m
	return m, nil
}

// codeError is an error of QR for the field that has the content.
func codeError(field string, err error) error {
	var refused *FieldError
	if errors.As(err, &refused) {
		return &FieldError{rules.English.New(refused.Rule(), field, refused.Values())}
	}
	return err
}

// Modules is the number of modules on a side, without the quiet zone.
func (c *Code) Modules() int { return len(c.modules) }

// Side is the width and height of the plate in px, quiet zone included.
func (c *Code) Side() int { return (len(c.modules) + 2*quiet) * c.px }

// rects are the dark modules, joined along rows, for a plate at x, y.
func (c *Code) rects(x, y int) []image.Rectangle {
	var rs []image.Rectangle
	for row, line := range c.modules {
		for col := 0; col < len(line); col++ {
			if !line[col] {
				continue
			}
			from := col
			for col < len(line) && line[col] {
				col++
			}
			rs = append(rs, image.Rect(x+(from+quiet)*c.px, y+(row+quiet)*c.px, x+(col+quiet)*c.px, y+(row+quiet+1)*c.px))
		}
	}
	return rs
}

// plate is nil for no code.
func (c *Code) plate() *parts.Plate {
	if c == nil {
		return nil
	}
	return &parts.Plate{Side: c.Side(), Modules: c.rects(0, 0), Dark: c.dark, Light: c.light}
}

// made refuses to write the zero Code.
func (c *Code) made() error {
	if c.modules == nil {
		return refuse("qr-blank", "Code", nil)
	}
	return nil
}

// Image draws the plate.
func (c *Code) Image() *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, c.Side(), c.Side()))
	raster.Fill(m, m.Rect, c.light)
	for _, r := range c.rects(0, 0) {
		raster.Fill(m, r, c.dark)
	}
	return m
}

// WriteSVG writes the code with its quiet zone as vectors, one unit a pixel,
// titled with what it holds. The zero Code is a *FieldError.
func (c *Code) WriteSVG(w io.Writer) error {
	if err := c.made(); err != nil {
		return err
	}
	return svg.Write(whole{w}, c.scene(), "", c.content, c.content)
}

// WritePNG writes the plate in two colours. The zero Code is a *FieldError.
func (c *Code) WritePNG(w io.Writer) error {
	if err := c.made(); err != nil {
		return err
	}
	var m raster.Indexed
	m.Paint(c.scene())
	return png.Encode(whole{w}, &png.Image{W: m.W, H: m.H, Rows: m.Rows, Palette: m.Palette})
}

func (c *Code) scene() *scene.Scene {
	sc := &scene.Scene{W: c.Side(), H: c.Side()}
	sc.Rect(scene.Ground, "", c.light, image.Rect(0, 0, sc.W, sc.H))
	sc.Rects(scene.Code, "", c.dark, c.rects(0, 0))
	return sc
}

// code draws the symbol with its quiet zone in the middle of an area, as large as
// whole pixels allow, and returns the side of the plate; 0: it does not fit.
func (k *Canvas) code(field, address string, a Area) float64 {
	c, err := QR(address, &QROptions{Level: Quartile, Dark: k.pen.Scheme.CodeInk()})
	if err != nil {
		k.fail(codeError(field, err))
		return 0
	}
	c.px = int(min(a.W, a.H)) / (c.Modules() + 2*quiet)
	if float64(c.px) < max(leastModule, leastPrinted*k.c.f.DPI) {
		k.Refuse(field, len(address)/4)
		return 0
	}
	side := float64(c.Side())
	x, y := parts.Round(a.X+(a.W-side)/2), parts.Round(a.Y+(a.H-side)/2)
	if k.pen.Right {
		x = k.scene.W - x - c.Side()
	}
	k.add(scene.Node{Role: scene.Code, Color: c.dark, Rects: c.rects(x, y)})
	return side
}

// leastPrinted is the least side of a module on paper, inches.
const leastPrinted = 0.02
