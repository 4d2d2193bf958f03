package main

import (
	"errors"
	"fmt"
	"net/url"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// address refuses what a code or a card should not lead to: what is no
// complete address, and what Check calls an error in a campaign, above all
// addresses that follow their readers or hide where they lead.
func (a *app) address(s string) error {
	u, err := url.Parse(s)
	switch {
	case err != nil || strings.ContainsAny(s, " \t\r\n"):
		return &problemError{fmt.Errorf(a.say.BadAddress, s), a.say.HintAddress}
	case u.Scheme == "https" && strings.Contains(u.Hostname(), ".") && u.User == nil:
	case (u.Scheme == "tel" || u.Scheme == "sms" || u.Scheme == "mailto") && u.Opaque != "":
	case u.Scheme == "http":
		w := a.rule("http", fault.Values{"address": s})
		return &problemError{errors.New(w.Message), w.Fix}
	case u.Scheme == "" && strings.Contains(s, "."):
		return &problemError{fmt.Errorf(a.say.DidYouMean, fmt.Errorf(a.say.BadAddress, s), "https://"+s), a.say.HintAddress}
	default:
		return &problemError{fmt.Errorf(a.say.BadAddress, s), a.say.HintAddress}
	}
	return a.follows(s)
}

// follows asks Check, by way of a campaign that has only this address.
func (a *app) follows(s string) error {
	c := campaign.Campaign{Languages: []string{"en"}, Actions: []campaign.Action{{URL: campaign.Text{"": s}}}}
	for _, f := range c.Check(a.env.today) {
		if f.Severity == campaign.Error {
			w := a.catalogue().Explain(f)
			return &problemError{errors.New(w.Message), w.Fix}
		}
	}
	return nil
}
