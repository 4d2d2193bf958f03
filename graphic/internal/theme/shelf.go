package theme

import (
	"errors"
	"io/fs"
	"path"
	"sync"

	"github.com/shutdowncecot/toolkit/graphic/internal/text"
)

// A Shelf holds the themes and fonts that a program brings. It parses what is
// asked for, once, and is safe for concurrent use.
type Shelf struct {
	files  fs.FS
	themes sync.Map // *Theme by name
	fonts  sync.Map // *text.Font by file name

	// The fonts behind every theme's own are for Arabic: one for running text
	// and one for all that is bold. They are parsed when a card needs them.
	arabicText, arabicBold func() *text.Font
}

// NewShelf takes the folders "themes" and "fonts" of fsys.
func NewShelf(fsys fs.FS) *Shelf {
	s := &Shelf{files: fsys}
	s.arabicText = s.last("ibm-plex/IBMPlexSansArabic_500Medium.ttf")
	s.arabicBold = s.last("ibm-plex/IBMPlexSansArabic_700Bold.ttf")
	return s
}

func (s *Shelf) last(name string) func() *text.Font {
	return sync.OnceValue(func() *text.Font {
		f, err := s.font(name)
		if err != nil {
			panic("graphic: embedded font: " + err.Error()) // a build that cannot draw
		}
		return f
	})
}

func (s *Shelf) read(theme string) ([]byte, error) {
	return fs.ReadFile(s.files, "themes/"+theme+".json")
}

// Theme parses a theme of the shelf.
func (s *Shelf) Theme(name string) (*Theme, error) {
	if t, ok := s.themes.Load(name); ok {
		return t.(*Theme), nil
	}
	data, err := s.read(name)
	if err != nil {
		return nil, err
	}
	t, err := s.Parse(data, nil)
	if err != nil {
		return nil, err
	}
	kept, _ := s.themes.LoadOrStore(name, t)
	return kept.(*Theme), nil
}

func (s *Shelf) font(name string) (*text.Font, error) {
	if f, ok := s.fonts.Load(name); ok {
		return f.(*text.Font), nil
	}
	data, err := fs.ReadFile(s.files, "fonts/"+name)
	if err != nil {
		return nil, err
	}
	f, err := text.ParseFont(path.Base(name), data)
	if err != nil {
		return nil, err
	}
	kept, _ := s.fonts.LoadOrStore(name, f)
	return kept.(*text.Font), nil
}

// font is one of the theme's own files or of the shelf.
func (t *Theme) font(name string) (*text.Font, error) {
	if t.files == nil {
		return t.shelf.font(name)
	}
	if f, ok := t.fonts.Load(name); ok {
		return f.(*text.Font), nil
	}
	data, err := ReadFile(t.files, name, MaxFont)
	if errors.Is(err, fs.ErrNotExist) {
		return t.shelf.font(name)
	}
	if err != nil {
		return nil, err
	}
	f, err := text.ParseFont(name, data)
	if err != nil {
		return nil, err
	}
	kept, _ := t.fonts.LoadOrStore(name, f)
	return kept.(*text.Font), nil
}

// The weights in which further fonts are wanted, as OpenType counts them.
// Display faces say of themselves that they are regular, and are heavier.
const (
	runningWeight = 500
	boldWeight    = 700
)

// Style is the face of a role with its fonts and then further ones, those of the
// role and of its weight first.
func (t *Theme) Style(role string, further []*text.Further) (*text.Style, error) {
	f := t.Type[role]
	st := &text.Style{Tracking: f.Tracking, Leading: f.Leading, Upper: f.Upper}
	var err error
	if st.Font, err = t.font(f.Font); err != nil {
		return nil, err
	}
	if f.Strong != "" {
		if st.Strong, err = t.font(f.Strong); err != nil {
			return nil, err
		}
	}
	running := role == "body" || role == "small"
	body := t.Type["body"].Font
	if heavy := t.Type["body"].Strong; heavy != "" && !running {
		body = heavy
	}
	if body != f.Font {
		if st.Fallback, err = t.font(body); err != nil {
			return nil, err
		}
	}
	st.Heavy = text.Ask(further, role, boldWeight)
	st.Further = st.Heavy
	if st.Last = t.shelf.arabicBold; running {
		st.Last = t.shelf.arabicText
		st.Further = text.Ask(further, role, runningWeight)
	}
	return st, nil
}
