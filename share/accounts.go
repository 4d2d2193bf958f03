package share

import (
	"fmt"
	"strings"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/sheet"
)

const accountsName = "data/accounts.csv"

// An account is a handle of an organisation.
type account struct {
	org    *campaign.Org
	handle *campaign.Handle
}

func (p *plan) accounts() []account {
	var all []account
	for i := range p.campaign.Orgs.List {
		o := &p.campaign.Orgs.List[i]
		for j := range o.Handles {
			all = append(all, account{o, &o.Handles[j]})
		}
	}
	return all
}

// accountsCSV is the accounts with how sure each of them is and the day on
// which the list was checked.
func (p tables) accountsCSV() string {
	head := []string{"id", "kind"}
	for _, ed := range p.editions {
		head = append(head, "name_"+ed.lang)
	}
	rows := [][]string{append(head, "platform", "account", "url", "confidence", "checked")}
	for _, a := range p.accounts() {
		row := []string{a.org.ID, string(a.org.Kind)}
		for _, ed := range p.editions {
			row = append(row, a.org.Name.In(ed.lang))
		}
		rows = append(rows, append(row, a.handle.Platform, a.handle.Name, a.handle.URL, string(a.handle.Confidence), p.campaign.AsOf.String()))
	}
	return sheet.CSV(sheet.Programs, rows)
}

// accountKinds are the headings of the page of accounts.
var accountKinds = []struct {
	kind  campaign.OrgKind
	label string
}{{campaign.OrgSupport, "accounts_support"}, {campaign.OrgRead, "accounts_read"}, {campaign.OrgPublicBody, "accounts_public"}}

func (ed reading) accountsPage() string {
	all := ed.accounts()
	if len(all) == 0 {
		return ""
	}
	sure := map[campaign.Confidence]string{campaign.Confirmed: ed.say.Label("confirmed"), campaign.CheckBeforeTagging: ed.say.Label("check_before_tagging")}
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s\n\n%s: %s\n", ed.say.Label("accounts"), ed.say.Label("accounts_note"), ed.say.Label("checked_on"), ed.say.Long(ed.campaign.AsOf))
	for _, k := range accountKinds {
		title := "\n## " + ed.say.Label(k.label) + "\n\n"
		for _, a := range all {
			if a.org.Kind == k.kind {
				fmt.Fprintf(&b, "%s- %s · %s · %s (%s)\n", title, a.org.Name.In(ed.lang), platformName(a.handle.Platform), a.handle.Name, sure[a.handle.Confidence])
				b.WriteString(prefixed("  ", a.handle.URL))
				if a.handle.URL != "" {
					b.WriteString("\n")
				}
				title = ""
			}
		}
	}
	return b.String()
}
