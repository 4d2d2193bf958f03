package main

// explain says an error in the user's language: where it is, what is wrong and
// what to do about it.
func (a *app) explain(err error) string { return a.tongue.words().Error(err) }
