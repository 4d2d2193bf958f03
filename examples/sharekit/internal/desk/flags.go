package desk

import (
	"reflect"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
)

// Flags of several verbs.
type (
	OfDay struct {
		Today string `flag:"today"`
	}
	OfCampaign struct {
		Campaign string `flag:"campaign,dir"`
	}
	OfLanguage struct {
		Lang string `flag:"lang"`
	}

	// A Subject is a campaign's folder, or the built-in one, and a language.
	Subject struct {
		OfCampaign
		OfLanguage
	}

	// A Scope is what of a campaign a verb is about.
	Scope struct {
		OfDay
		Subject
	}

	// An Overruling is why a person overrules what they have to judge.
	Overruling struct {
		Anyway string `flag:"anyway"`
	}
)

// folder is the campaign's, for completion too.
func (o *OfCampaign) folder() string { return o.Campaign }

// Flags adds the flags of a verb. Completed by the shell are languages, formats
// and themes.
func Flags(c *cobra.Command, of any) {
	cli.Bind(c, reflect.ValueOf(of).Elem())
	if in, ok := of.(interface{ folder() string }); ok && c.Flags().Lookup("lang") != nil {
		cli.Completes(c, "lang", func() []string { return Quietly(in.folder()).Languages })
	}
	for name, names := range map[string]func() []string{"format": FormatNames, "theme": ThemeNames} {
		if c.Flags().Lookup(name) != nil {
			cli.Completes(c, name, names)
		}
	}
}
