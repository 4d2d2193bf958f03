package share

import (
	"slices"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/sheet"
)

// addTables adds the tables that people fill in or look things up in: one to
// track the answers to each letter that has to be answered, one for the
// recipients of letters, and the accounts to tag.
func (k binder) addTables() {
	p := k.plan
	for i := range p.campaign.Letters {
		l := &p.campaign.Letters[i]
		if l.Tracked && p.speaks(l.Lang) && p.stand(l.Facts) {
			k.addText(trackerName(l), about{lang: l.Lang}, func() (string, error) { return reading{p.in(l.Lang)}.tracker(), nil })
		}
	}
	if kinds := p.officeKinds(); kinds != nil {
		k.addText(recipientsName, about{}, func() (string, error) { return recipientsCSV(kinds), nil })
	}
	if len(p.accounts()) > 0 {
		k.addText(accountsName, about{}, func() (string, error) { return tables{p}.accountsCSV(), nil })
	}
}

const recipientsName = "data/recipients.csv"

func trackerName(l *campaign.Letter) string { return "letters/" + l.Lang + "/" + l.ID + "-tracker.csv" }

// trackerColumns are the labels of the columns of a tracker.
var trackerColumns = []string{
	"tracker_office", "tracker_topic", "tracker_sent", "tracker_number", "tracker_due",
	"tracker_fee", "tracker_reply", "tracker_next", "tracker_released", "tracker_posted",
}

// tracker is a table to keep, one row a request.
func (ed reading) tracker() string {
	row := make([]string, len(trackerColumns))
	for i, label := range trackerColumns {
		row[i] = ed.say.Label(label)
	}
	return sheet.CSV(sheet.People, [][]string{row})
}

// officeKinds lists the kinds of office that the letters know, each once.
func (p *plan) officeKinds() []string {
	var kinds []string
	for _, l := range p.campaign.Letters {
		if l.Office != "" {
			kinds = append(kinds, l.Office)
		}
		for i := range l.Slots {
			for _, o := range p.campaign.SlotOffices(&l, &l.Slots[i]) {
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
	rows := [][]string{campaign.RecipientColumns()}
	for _, kind := range kinds {
		rows = append(rows, []string{"Robin Example", "Example", kind, kind + "@example.org"})
	}
	return sheet.CSV(sheet.People, rows)
}
