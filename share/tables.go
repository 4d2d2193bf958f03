package share

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/sheet"
)

// addTables adds the tables that people fill in or look things up in: one to
// track the answers to each letter that has to be answered, one for the
// recipients of letters, and the accounts to tag.
func (k *Kit) addTables() {
	p := k.plan
	for i := range p.campaign.Letters {
		l := &p.campaign.Letters[i]
		if name := "letters/" + l.Lang + "/" + l.ID + "-tracker.csv"; l.Tracked && p.speaks(l.Lang) && p.stand(l.Facts) {
			k.addText(name, about{lang: l.Lang}, func() (string, error) { return p.tracker(l.Lang), nil })
		}
	}
	if kinds := p.officeKinds(); kinds != nil {
		k.addText(recipientsName, about{}, func() (string, error) { return recipientsCSV(kinds), nil })
	}
	if len(p.accounts()) == 0 {
		return
	}
	k.addText(accountsName, about{}, func() (string, error) { return p.accountsCSV(), nil })
	for _, lang := range p.langs {
		name := "pages/" + lang + "/accounts.md"
		if _, own := k.byName[name]; !own { // a campaign's own page goes before
			k.addText(name, about{lang: lang}, func() (string, error) { return p.accountsPage(lang), nil })
		}
	}
}

const (
	recipientsName = "data/recipients.csv"
	accountsName   = "data/accounts.csv"
)

// trackerColumns are the labels of the columns of a tracker.
var trackerColumns = []string{
	"tracker_office", "tracker_topic", "tracker_sent", "tracker_number", "tracker_due",
	"tracker_fee", "tracker_reply", "tracker_next", "tracker_released", "tracker_posted",
}

// tracker is a table to keep, one row a request.
func (p *plan) tracker(lang string) string {
	say := p.campaign.Strings(lang)
	row := make([]string, len(trackerColumns))
	for i, label := range trackerColumns {
		row[i] = say.Label(label)
	}
	return sheet.CSV([][]string{row})
}

// officeKinds lists the kinds of office that the letters know, each once.
func (p *plan) officeKinds() []string {
	var kinds []string
	for _, l := range p.campaign.Letters {
		if l.Office != "" {
			kinds = append(kinds, l.Office)
		}
		for _, s := range l.Slots {
			for _, o := range s.Offices {
				kinds = append(kinds, o.ID)
			}
		}
	}
	slices.Sort(kinds)
	return slices.Compact(kinds)
}

// recipientsCSV is the beginning of a table for [Merge], with a row for each
// kind of office and people who do not exist.
func recipientsCSV(kinds []string) string {
	rows := [][]string{campaign.RecipientColumns}
	for _, kind := range kinds {
		rows = append(rows, []string{"Robin Example", "Example", kind, kind + "@example.org"})
	}
	return sheet.CSV(rows)
}

// An account is a handle of an organisation.
type account struct {
	org    *campaign.Org
	handle *campaign.Handle
}

// accounts are those that a reader can open and look at before tagging them.
func (p *plan) accounts() []account {
	var all []account
	for i := range p.campaign.Orgs.List {
		o := &p.campaign.Orgs.List[i]
		for j := range o.Handles {
			if o.Handles[j].URL != "" {
				all = append(all, account{o, &o.Handles[j]})
			}
		}
	}
	return all
}

// accountsCSV is the accounts with how sure each of them is and the day on
// which the list was checked.
func (p *plan) accountsCSV() string {
	head := []string{"id", "kind"}
	for _, lang := range p.langs {
		head = append(head, "name_"+lang)
	}
	rows := [][]string{append(head, "platform", "account", "url", "confidence", "checked")}
	for _, a := range p.accounts() {
		row := []string{a.org.ID, string(a.org.Kind)}
		for _, lang := range p.langs {
			row = append(row, a.org.Name.In(lang))
		}
		rows = append(rows, append(row, a.handle.Platform, a.handle.Name, a.handle.URL, string(a.handle.Confidence), p.version()))
	}
	return sheet.CSV(rows)
}

// accountKinds are the headings of the page of accounts.
var accountKinds = []struct {
	kind  campaign.OrgKind
	label string
}{{campaign.OrgSupport, "accounts_support"}, {campaign.OrgRead, "accounts_read"}, {campaign.OrgPublicBody, "accounts_public"}}

func (p *plan) accountsPage(lang string) string {
	say := p.campaign.Strings(lang)
	sure := map[campaign.Confidence]string{campaign.Confirmed: say.Label("confirmed"), campaign.CheckBeforeTagging: say.Label("check_before_tagging")}
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s\n\n%s: %s\n", say.Label("accounts"), say.Label("accounts_note"), say.Label("checked_on"), say.Long(p.campaign.AsOf))
	for _, k := range accountKinds {
		title := "\n## " + say.Label(k.label) + "\n\n"
		for _, a := range p.accounts() {
			if a.org.Kind == k.kind {
				fmt.Fprintf(&b, "%s- %s · %s · %s (%s)\n  %s\n", title, a.org.Name.In(lang), platformName(a.handle.Platform), a.handle.Name, sure[a.handle.Confidence], a.handle.URL)
				title = ""
			}
		}
	}
	return b.String()
}
