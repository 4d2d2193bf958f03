package cli

import (
	"github.com/shutdowncecot/toolkit/examples/internal/terminal"
)

// Aside prints to standard error what follows a word that is set apart, if
// there is one.
func (a *App) Aside(how terminal.Style, lead, text string) { a.Tell(a.Err, how, lead, text) }

// Report prints a message to standard output, note to standard error.
func (a *App) Report(name string, values With) { a.Tell(a.Out, "", "", a.Text(name, values)) }
func (a *App) Note(name string, values With)   { a.Tell(a.Err, "", "", a.Text(name, values)) }

// Problem and warn print to standard error what stops a verb and what a person
// has to judge.
func (a *App) Problem(text string) { a.Aside(terminal.Red, a.Text("problem", nil), text) }
func (a *App) Warn(text string)    { a.Aside(terminal.Yellow, a.Text("warning", nil), text) }

// Step shows how far a step has come, a message by its name.
func (a *App) Step(what string) func(done, total int) { return a.Progress(a.Text(what, nil)) }
