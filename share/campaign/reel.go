package campaign

import (
	"math"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/runes"
)

// leastCue is the length, in cells, that a shorter cue counts as, so that it
// stands for 1.2 seconds at 17 cells a second.
const leastCue = 21

// timeReels gives the scenes that say how long they last a beginning and an
// end, and their cues a place in the captions.
func (l *loader) timeReels() {
	for i := range l.c.Reels {
		r := &l.c.Reels[i]
		if len(r.Scenes) > 0 && r.Scenes[0].Say != nil {
			r.Captions = map[string][]Cue{} // also where a reel of the built-in campaign is inherited, with its cues
		}
		at := 0.0
		for j := range r.Scenes {
			s := &r.Scenes[j]
			if s.Seconds == 0 || r.Captions == nil {
				continue
			}
			s.Start, s.End = at, at+s.Seconds
			s.speak(r)
			at = s.End
		}
	}
}

// speak adds the scene's cues to the captions of its reel. They share the
// scene's seconds by their length, so that each can be read at one speed.
func (s *ReelScene) speak(r *Reel) {
	for lang, say := range s.Say {
		if s.Voice == nil {
			s.Voice = Text{}
		}
		s.Voice[lang] = strings.Join(say, " ")
		all, told := 0, 0
		for _, cue := range say {
			all += weigh(cue)
		}
		start := s.Start
		for _, cue := range say {
			told += weigh(cue)
			end := tenth(s.Start + s.Seconds*float64(told)/float64(max(all, 1)))
			r.Captions[lang] = append(r.Captions[lang], Cue{Start: start, End: end, Text: cue})
			start = end
		}
	}
}

func weigh(cue string) int { return max(runes.Cells(cue), leastCue) }

// tenth rounds to tenths of a second, as captions are timed.
func tenth(seconds float64) float64 { return math.Round(seconds*10) / 10 }
