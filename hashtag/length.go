package hashtag

// Length counts text as p does, in p's own unit and as given: a link counts as p
// counts links in a text, which for Bluesky is its every character.
func (p Platform) Length(text string) int { return p.rules().length(text) }

// Unit says what Length counts.
func (p Platform) Unit() Unit { return p.rules().unit }
