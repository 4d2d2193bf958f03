package graphic

// words are the few words that an alt text needs of its own, in one language.
type words struct{}
