package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// release is the version of a program that is handed out: its linker sets it,
// since that of a module within another is not known to the build.
var release string

// about is of which source and which campaign a program is.
type about struct {
	cli.Build
	Campaign string `json:"campaign"`
	AsOf     string `json:"as_of"`
}

func versionCommand(a *app) *cobra.Command {
	var json bool
	c := a.Verb(cli.GroupCampaign, "version", a.Args(0, 0), func(*cobra.Command, []string) error { return a.version(json) })
	c.Flags().BoolVar(&json, "json", false, "")
	return c
}

// version says of which source and which campaign this program is.
func (a *app) version(json bool) error {
	name, edition, _ := campaign.DefaultEdition()
	v := about{cli.ThisBuild(release), name, edition}
	if json {
		return a.JSON(v)
	}
	_, err := fmt.Fprintf(a.Out, "sharekit %s\n%s %s\n", v.Version, v.Campaign, v.AsOf)
	return err
}
