package hashtag

// A rulebook is what a platform does, as far as it cannot be said in numbers.
type rulebook struct {
	Platform
	variant  bool // found by Lookup only
	composer Composer
	phrase   func(text string) string // fits a text into an intent; nil: as it is
	unit     Unit
	length   func(text string) int
	entities func(text string) []Entity
	shown    func(text string) string    // as the composer shows and counts it; nil: as it is
	flat     bool                        // posts are one paragraph
	refuses  string                      // characters that a post may not hold
	check    func(text string) []finding // what goes wrong here only; may be nil
	sources  []Source
}

// noRules stands for a platform that the package does not know.
var noRules = &rulebook{
	length:   graphemeCount,
	entities: func(string) []Entity { return nil },
}
