package main

import (
	"github.com/shutdowncecot/toolkit/examples/internal/terminal"
)

// tell prints to standard error what follows a word that is set apart, if
// there is one.
func (a *app) tell(how terminal.Style, lead, text string) { a.Tell(a.Err, how, lead, text) }

// report prints a message to standard output, note to standard error.
func (a *app) report(name string, values with) { a.Tell(a.Out, "", "", a.text(name, values)) }
func (a *app) note(name string, values with)   { a.Tell(a.Err, "", "", a.text(name, values)) }

// problem and warn print to standard error what stops a verb and what a person
// has to judge.
func (a *app) problem(text string) { a.tell(terminal.Red, a.text("problem", nil), text) }
func (a *app) warn(text string)    { a.tell(terminal.Yellow, a.text("warning", nil), text) }

// progress shows how far a step has come, a message by its name.
func (a *app) progress(what string) func(done, total int) { return a.Progress(a.text(what, nil)) }
