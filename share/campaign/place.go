package campaign

import "github.com/shutdowncecot/toolkit/share/internal/read"

type (
	place  = read.Place
	places = read.Places
	pos    = read.Pos
)

// spot is embedded in what can be pointed at.
type spot struct{ at place }

func (s *spot) stand(p place) { s.at = p }
func (s spot) where() place   { return s.at }

// stand tells what v points to where it stands, if it keeps that.
func stand(v any, at place) {
	if s, ok := v.(interface{ stand(place) }); ok {
		s.stand(at)
	}
}
