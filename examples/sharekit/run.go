package main

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/desk"
)

// run executes one command and returns the exit status.
func run(ctx context.Context, args []string, env environment) int {
	return newApp(cli.New(env.Terminal, args), env).Run(ctx)
}

// app is one run of the command.
type app struct {
	desk.Desk
	env environment
}

func newApp(frame *cli.App, env environment) *app {
	a := &app{desk.Desk{App: frame, Today: env.today, Program: env.program}, env}
	a.Verbs, a.Version = a.verbs, func() error { return a.version(false) }
	return a
}

// verbs of the command, in the order of its help.
var verbs = []func(*app) *cobra.Command{
	kitCommand, joinCommand, siteCommand, cardCommand, cardsCommand, postCommand, threadCommand, reelCommand, qrCommand,
	letterCommand, peopleCommand,
	checkCommand, rulesCommand, verifyCommand, diffCommand, correctCommand, redactCommand,
	listCommand, newCommand, previewCommand, keygenCommand, schemaCommand, versionCommand,
	func(a *app) *cobra.Command { return a.CompletionCommand() },
}

// verbs makes the verbs, in the order of the help.
func (a *app) verbs() (list []*cobra.Command) {
	for _, v := range verbs {
		list = append(list, v(a))
	}
	return list
}
