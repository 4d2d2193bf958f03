package graphic

func (Quote) field() string { return "Quote" }

func (q Quote) check() *FieldError {
	if q.Text == "" {
		return &FieldError{"Text", "a Quote needs words"}
	}
	if q.Speaker == "" {
		return &FieldError{"Speaker", "a Quote says whose words they are"}
	}
	return nil
}

func (q Quote) describe(w *words) string { return joinWords(q.marked(w)+".", q.Speaker, q.Role) }

// marked puts the language's quotation marks around verbatim words.
func (q Quote) marked(w *words) string {
	if q.Verbatim {
		return w.Open + q.Text + w.Close
	}
	return q.Text
}
