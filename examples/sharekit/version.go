package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// release is the version of a program that is handed out: its linker sets it,
// since that of a module within another is not known to the build.
var release string

// about is of which source and which campaign a program is.
type about struct {
	Version  string `json:"version"`
	Commit   string `json:"commit,omitempty"`
	Modified bool   `json:"modified,omitempty"` // the source was not as committed
	Go       string `json:"go"`
	System   string `json:"system"`
	Campaign string `json:"campaign"`
	AsOf     string `json:"as_of"`
}

func versionCommand(a *app) *cobra.Command {
	var json bool
	c := a.verb(groupCampaign, "version", a.args(0, 0), func(*cobra.Command, []string) error { return a.version(json) })
	c.Flags().BoolVar(&json, "json", false, "")
	return c
}

// version says of which source and which campaign this program is.
func (a *app) version(json bool) error {
	v := about{Version: release, Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH}
	if info, ok := debug.ReadBuildInfo(); ok {
		if v.Version == "" {
			v.Version = info.Main.Version
		}
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				v.Commit = s.Value
			case "vcs.modified":
				v.Modified = s.Value == "true"
			}
		}
	}
	name, asOf := campaign.DefaultEdition()
	v.Campaign, v.AsOf = name, asOf.String()
	if json {
		return a.json(v)
	}
	_, err := fmt.Fprintf(a.Out, "sharekit %s\n%s %s\n", v.Version, v.Campaign, v.AsOf)
	return err
}
