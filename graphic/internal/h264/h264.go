// Package h264 encodes drawn pictures as H.264 video: Constrained Baseline
// with CAVLC, as in ITU-T H.264 (08/2021), whose clauses and tables the
// comments cite.
//
// It is made for cards: few colours, even grounds, sharp letters, and long
// stretches in which little changes. What is unchanged is skipped; what changes
// is coded anew, or as a difference to the picture before, whichever is
// shorter. There is no search for motion and no control of the rate, so that
// films are better left to others. All arithmetic is of integers: the same
// pictures become the same bytes on every machine.
package h264

import (
	"fmt"
	"image"
)

// Limits of a Config.
const (
	MinSide = 64
	MaxSide = 2160
	MaxRate = 60
)

// Config says what video to make. Its zero values stand for the defaults.
type Config struct {
	// Width and Height are in pixels, from MinSide to MaxSide. Odd ones are
	// made even by repeating the last column or row, as 4:2:0 asks.
	Width, Height int
	// Rate is pictures a second, MaxRate at most; 0 means 30.
	Rate int
	// KeyInterval is the number of pictures from one that stands alone to the
	// next, at most; 0 means five seconds.
	KeyInterval int
	// Quantiser is QP, from 12, the finest, to 45; 0 means 18, at which cards
	// keep 50 dB.
	Quantiser int
}

// The defaults of a Config.
const (
	defaultRate      = 30
	defaultKeyTime   = 5 // seconds: players search to key pictures, and platforms want them
	defaultQuantiser = 18
)

func (c *Config) check() error {
	switch {
	case c.Width < MinSide || c.Height < MinSide || c.Width > MaxSide || c.Height > MaxSide:
		return fmt.Errorf("h264: sides of %d×%d pixels, want %d to %d", c.Width, c.Height, MinSide, MaxSide)
	case c.Rate < 1 || c.Rate > MaxRate:
		return fmt.Errorf("h264: %d pictures a second, want 1 to %d", c.Rate, MaxRate)
	case c.KeyInterval < 1:
		return fmt.Errorf("h264: a key picture every %d, want 1 or more", c.KeyInterval)
	case c.Quantiser < finest || c.Quantiser > coarsest:
		return fmt.Errorf("h264: a quantiser of %d, want %d to %d", c.Quantiser, finest, coarsest)
	}
	return nil
}

// An Encoder makes samples of frames, one after the other. It is for one
// goroutine at a time; encoders are independent of each other. Its memory is
// about 3.5 bytes for each pixel, made once.
type Encoder struct {
	asked         image.Point // the size of frames
	width, height int         // the same, even
	columns, rows int         // in macroblocks
	rate          int
	interval      int
	quantiser     int
	level         level

	source, made picture // the frame, and what a decoder makes of it
	changed      []bool  // by macroblock: the frame is not what was encoded last
	fresh        bool    // one of them is changed
	paletted     palettedReader
	lines        [2][side]ycc

	key    bool // this picture stands alone
	keys   int  // such pictures so far
	since  int  // pictures since the last of them
	number int  // frame_num

	w      writer
	qp     int // QP of the macroblock before
	counts [3]counts
	modes  []int8 // Intra4x4PredMode of each block of luma

	tile                         tile // the macroblock's source
	byIntra16, byIntra4, byInter macroblock
	ways                         [3]*macroblock
	out                          []byte
}

// NewEncoder makes an encoder. The error says which value of c is out of its
// limits.
func NewEncoder(c Config) (*Encoder, error) {
	if c.Rate == 0 {
		c.Rate = defaultRate
	}
	if c.KeyInterval == 0 {
		c.KeyInterval = defaultKeyTime * c.Rate
	}
	if c.Quantiser == 0 {
		c.Quantiser = defaultQuantiser
	}
	if err := c.check(); err != nil {
		return nil, err
	}
	e := &Encoder{
		asked: image.Pt(c.Width, c.Height), width: c.Width + c.Width&1, height: c.Height + c.Height&1,
		rate: c.Rate, interval: c.KeyInterval, quantiser: c.Quantiser,
	}
	e.columns, e.rows = (c.Width+side-1)/side, (c.Height+side-1)/side
	l, ok := levelFor(e.columns, e.rows, e.rate)
	if !ok {
		return nil, fmt.Errorf("h264: no level has %d×%d pixels %d times a second", c.Width, c.Height, c.Rate)
	}
	e.level = l
	e.allocate()
	return e, nil
}

func (e *Encoder) allocate() {
	e.source, e.made = newPicture(e.columns, e.rows), newPicture(e.columns, e.rows)
	e.changed = make([]bool, e.columns*e.rows)
	for i := range e.counts {
		n := sideOf(i) / 4
		e.counts[i] = counts{make([]uint8, n*n*e.columns*e.rows), n * e.columns}
	}
	e.modes = make([]int8, 16*e.columns*e.rows)
	intra := new(chromaPart)
	e.byIntra16.chromaPart, e.byIntra4.chromaPart, e.byInter.chromaPart = intra, intra, new(chromaPart)
	e.Restart()
}

// Size is the size of the video in pixels: that of the frames, made even.
func (e *Encoder) Size() image.Point { return image.Pt(e.width, e.height) }

// Rate is pictures a second.
func (e *Encoder) Rate() int { return e.rate }

// Parameters are the sequence and the picture parameter set, as units without
// start code or length.
func (e *Encoder) Parameters() (sps, pps []byte) { return headers{e}.sps(), headers{e}.pps() }

// A Sample is a picture as MP4 stores it: units, each after its length in four
// bytes. Data is good until the encoder's next call.
type Sample struct {
	Data []byte
	Key  bool // it stands alone, and pictures after it need none before it
}

// Restart makes the next picture stand alone: for cuts.
func (e *Encoder) Restart() { e.since = e.interval }

// Encode encodes a frame. Only the rectangles named are read, counted from its
// upper left corner, or all of it where none is named; the rest must be as in
// the frame before. Frames of other than the video's size are an error. Colours
// are taken as opaque, sRGB ones as those of BT.709, as players do.
// *image.Paletted of up to 256 colours is read fastest.
func (e *Encoder) Encode(frame image.Image, dirty ...image.Rectangle) (Sample, error) {
	if size := frame.Bounds().Size(); size != e.asked {
		return Sample{}, fmt.Errorf("h264: a frame of %v in a video of %v", size, e.asked)
	}
	if len(dirty) == 0 {
		dirty = []image.Rectangle{{Max: e.asked}}
	}
	r := e.read(frame)
	for _, d := range dirty {
		e.load(r, d)
	}
	return e.picture(), nil
}

// Repeat encodes the frame before once more, in a few bytes.
func (e *Encoder) Repeat() Sample { return e.picture() }

// picture encodes the source as the next picture. One that is larger than a
// decoder must accept is coded again, alone and coarser.
func (e *Encoder) picture() Sample {
	e.begin(e.since >= e.interval)
	e.slice(e.quantiser)
	limit := e.level.pictureBytes(e.columns * e.rows)
	for qp := e.quantiser + 6; len(e.w.out) > limit && qp <= coarsest; qp += 6 {
		if !e.key {
			e.begin(true)
		}
		e.slice(qp)
	}
	clear(e.changed)
	e.fresh = false
	return e.sample()
}

// begin counts a picture.
func (e *Encoder) begin(key bool) {
	e.key = key
	e.since++
	e.number = (e.number + 1) % (1 << frameNumBits)
	if key {
		e.keys++
		e.since, e.number = 1, 0
	}
}

func (e *Encoder) sample() Sample {
	head := byte(headSlice)
	if e.key {
		head = headIDR
	}
	e.out = appendNAL(append(e.out[:0], 0, 0, 0, 0), head, e.w.out)
	n := len(e.out) - 4
	e.out[0], e.out[1], e.out[2], e.out[3] = byte(n>>24), byte(n>>16), byte(n>>8), byte(n)
	return Sample{Data: e.out, Key: e.key}
}
