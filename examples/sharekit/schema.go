package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/graphic"
)

var schemas = map[string]func() []byte{"card": graphic.CardSchema, "theme": graphic.ThemeSchema}

func schemaCommand(a *app) *cobra.Command {
	kinds := func() []string { return []string{"card", "theme"} }
	c := a.Verb(cli.GroupCampaign, "schema", a.Args(1, 1), func(_ *cobra.Command, args []string) error {
		schema := schemas[strings.ToLower(args[0])]
		if schema == nil {
			return a.Choice("schema", args[0], kinds())
		}
		_, err := a.Out.Write(schema())
		return err
	})
	cli.CompletesArg(c, cobra.ShellCompDirectiveNoFileComp, kinds)
	return c
}
