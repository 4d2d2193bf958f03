package main

import (
	"net/url"
	"strings"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// address refuses what a code or a card should not lead to: what is no
// complete address, and what Check calls an error in a campaign, above all
// addresses that follow their readers or hide where they lead.
func (a *app) address(s string) *refusal {
	u, err := url.Parse(s)
	rule := "address-incomplete"
	switch {
	case err != nil || strings.ContainsAny(s, " \t\r\n"):
	case u.Scheme == "https" && strings.Contains(u.Hostname(), ".") && u.User == nil,
		(u.Scheme == "tel" || u.Scheme == "sms" || u.Scheme == "mailto") && u.Opaque != "":
		return a.follows(s)
	case u.Scheme == "http":
		return refuseBy(campaign.Rules(), "http", with{"address": s})
	case u.Scheme == "" && strings.Contains(s, "."):
		rule = "address-near"
	}
	return refuse(problems, rule, with{"address": s})
}

// follows asks Check, by way of a campaign that has only this address.
func (a *app) follows(s string) *refusal {
	c := campaign.Campaign{Languages: []string{"en"}, Actions: []campaign.Action{{URL: campaign.Text{"": s}}}}
	for _, f := range c.Check(a.env.today) {
		if f.Severity == campaign.Error {
			return refuseBy(campaign.Rules(), f.Rule(), f.Values())
		}
	}
	return nil
}

// pageAddress refuses what is no address of a page.
func (a *app) pageAddress(link string) error {
	if err := a.address(link); err != nil {
		return err
	}
	if u, err := url.Parse(link); err != nil || u.Scheme != "https" {
		r := refuseBy(campaign.Rules(), "address-scheme", with{"schemes": "https://", "address": link}).in("--link")
		r.status = usage
		return r
	}
	return nil
}
