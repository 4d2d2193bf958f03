package browser_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// inOffice is the built-in campaign with its people, and no more of its letters
// and facts than calling and writing to them needs.
func inOffice(t *testing.T) *campaign.Campaign {
	c := campaign.Default()
	var rests []string
	c.Letters = slices.DeleteFunc(c.Letters, func(l campaign.Letter) bool {
		drop := !slices.Contains([]string{"call-script", "email-governor-or-ag", "email-senator", "email-representative",
			"postcard-treaty", "script-state-office"}, l.ID)
		if !drop {
			rests = append(rests, l.Facts...)
		}
		return drop
	})
	c.Facts = slices.DeleteFunc(c.Facts, func(f campaign.Fact) bool { return !slices.Contains(rests, f.ID) })
	c.Captions, c.Threads, c.Reels, c.Steps, c.Events, c.Pages = nil, nil, nil, nil, nil, nil
	c.Messages, c.Demands, c.Chants, c.StartPage = campaign.Messages{}, campaign.Demands{}, campaign.Chants{}, campaign.StartPage{}
	for i := range c.Topics {
		c.Topics[i].Ask = ""
	}
	for i := range c.Facts {
		f := &c.Facts[i]
		f.NotWith, f.Action, f.Chart.Also = nil, "", nil
	}
	return c
}

// onDay is what makes the device's clock stand at noon of a day.
func onDay(day string) string {
	return fmt.Sprintf(`{ const real = Date, at = new real(%q).getTime();
		Date = class extends real { constructor(...a) { if (a.length) super(...a); else super(at) } static now() { return at } } }`, day+"T12:00:00")
}

// browserPeople finds who represents a reader, calls, writes and counts.
func browserPeople(t *testing.T, c chrome) {
	dir := pageIn(t, build(t, inOffice(t), &share.Options{Formats: graphic.Formats()[:1]}))
	b := c.open(t, dir, 360, 780, onDay("2026-11-29"))
	b.axe()
	b.show("act")
	b.fill("#who-area", "NV")
	if got := b.text("#who-list"); !strings.Contains(got, "Jacky Rosen") || !strings.Contains(got, "Foreign Relations: can ask for a hearing there") {
		t.Errorf("Nevada: %s", got)
	}
	b.holdBoth("people")
	b.press(`#who-list .seats input[value="1"]`)
	b.until(`document.querySelector(".card-who")`)
	if got := b.text(".card-who"); !strings.Contains(got, "Dina Titus") || !strings.Contains(got, "(202) 225-5965") {
		t.Errorf("the card: %s", got)
	}
	if got := eval[string](b, `document.querySelector(".card-who .tel").href`); got != "tel:+12022255965" {
		t.Errorf("dials %s", got)
	}

	// the letter and the script greet by themselves, in both languages
	b.press(".card-who [data-write]")
	b.until(`location.hash === "#letter-email-representative"`)
	for lang, want := range map[string]string{"en": "Dear Representative Titus,", "es": "Estimada representante Titus:"} {
		b.speak(lang)
		if got := b.text("#text-email-representative"); !strings.Contains(got, want) {
			t.Errorf("%s: %.200s", lang, got)
		}
	}
	if got := eval[string](b, `document.getElementById("email-governor-or-ag-their-name").value`); got != "" {
		t.Errorf("a letter to a governor greets %s, of the House", got)
	}
	b.speak("en")
	b.run(`location.hash = "call-r000608"`)
	b.until(`!document.getElementById("calling").hidden`)
	if got := b.text("#calling"); !strings.Contains(got, "and Senator Rosen represents me") || !strings.Contains(got, "Foreign Relations · 1 of 3 to call") {
		t.Errorf("the call: %s", got)
	}
	b.holdBoth("call")
	b.press(`[data-outcome="voicemail"]`)
	b.until(`!document.getElementById("calls").hidden`)
	if got := b.text("#calls"); !strings.Contains(got, "Noted: voicemail, Rosen.") || !strings.Contains(got, "Call Representative Titus") {
		t.Errorf("the calls: %s", got)
	}
	b.holdBoth("calls")
	b.press("#calls-next")
	b.until(`document.getElementById("calling-title").textContent.includes("Titus")`)
	b.press(`[data-outcome="spoke"]`)
	b.until(`!document.getElementById("calls").hidden`)
	b.press(`[data-copy="calls-tally"]`)
	b.until(`document.getElementById("said-calls-tally").textContent`)
	if got := b.clipboard(); got != "I called 2 offices for a public hearing on CECOT: at 1 we spoke, at 1 I left a message." {
		t.Errorf("the tally: %s", got)
	}

	// it is still there the next time, and gone when all is erased
	b.visit("#act")
	if got := b.text("#who-list"); !strings.Contains(got, "Dina Titus") {
		t.Errorf("not kept: %s", got)
	}
	b.quiet()
	browserCodes(b)
	if m := c.open(t, c.mill, 360, 780); eval[bool](m, `Boolean(document.getElementById("who") || document.getElementById("people-data"))`) {
		t.Error("a campaign without people has a place for them")
	}
	browserForged(t, c, dir)
	browserTerms(t, c, dir)
}

// browserCodes holds the page to what the library says of postal codes.
func browserCodes(b *tab) {
	b.Helper()
	areas := campaign.Default().Areas
	for code, want := range map[string]string{
		"89106": "89106 is in Nevada. Kept on this device only.", "38769": "38769 is in Arkansas, Mississippi. Choose yours.",
		"96799": "96799 is in American Samoa. Kept on this device only.", "09001": "No place is known for 09001. Choose yours.", "06390": "06390 is in New York. Kept on this device only.",
	} {
		b.fill("#who-code", code)
		if got := b.text("#who-says"); got != want {
			b.Errorf("%s: %s", code, got)
		}
		if found := areas.Of(code); len(found) == 1 && eval[string](b, `document.getElementById("who-area").value`) != found[0].Code {
			b.Errorf("%s: the page chose another area than %s", code, found[0].Code)
		}
	}
	for area, want := range map[string]string{
		"DC": "The District of Columbia and the territories have no senators.", "AK": "at large", "PR": "Resident Commissioner, Puerto Rico, at large",
		"OH": "This senator’s term ended on Nov 3, 2026. senate.gov says who serves now.",
	} {
		b.fill("#who-area", area)
		if got := strings.ReplaceAll(b.text("#who-list"), "'", "’"); !strings.Contains(got, want) {
			b.Errorf("%s: %s", area, got)
		}
	}
	b.fill("#who-area", "TX")
	b.fill("#who-seat", "23")
	if got := b.text("#who-list"); !strings.Contains(got, "Nobody holds TX-23 in this list.") {
		b.Errorf("a vacant seat: %s", got)
	}
}

// browserForged opens the page over a storage that others wrote.
func browserForged(t *testing.T, c chrome, dir string) {
	for i, forged := range []string{
		`"not json`, `[1]`, `{"who":{"v":{"area":"<b>","seat":{"x":1}}},"calls":{"v":[{"p":"r000608","o":"won","d":"2026-13-40"},{"p":"<img src=x onerror=alert(1)>","o":"spoke","d":"2026-01-01"},null,7]}}`,
		`{"who":{"v":"NV"},"calls":{"v":{"length":3}}}`,
	} {
		if i != 2 && !everything() {
			continue
		}
		b := c.open(t, dir, 360, 780, onDay("2026-11-29"), fmt.Sprintf(`try { localStorage.setItem("kit:#ShutDownCECOT", %q) } catch (e) { }`, forged))
		b.show("calls")
		if got := b.text("#calls-tally") + b.text("#calls-rows"); got != "" {
			t.Errorf("%s: shows %s", forged, got)
		}
		b.quiet()
	}
}

// browserTerms opens the page on the last days of the House's terms.
func browserTerms(t *testing.T, c chrome, dir string) {
	for day, offered := range map[string]bool{"2027-01-02": true, "2027-01-03": true, "2027-01-04": false, "2028-06-01": false} {
		if day != "2027-01-04" && !everything() {
			continue
		}
		b := c.open(t, dir, 360, 780, onDay(day))
		b.show("act")
		b.fill("#who-area", "NV")
		got := b.text("#who-list")
		if chips := eval[int](b, `document.querySelectorAll("#who-list .seats input").length`); (chips == 4) != offered {
			t.Errorf("%s: %d districts to choose", day, chips)
		}
		if !offered && !strings.Contains(got, "House terms ended on Jan 3, 2027. house.gov says who serves now.") {
			t.Errorf("%s: %s", day, got)
		}
		if !strings.Contains(got, "Jacky Rosen") {
			t.Errorf("%s: a senator whose term goes on is gone", day)
		}
		b.run(`location.hash = "call-t000468"`)
		if calls := eval[bool](b, `!document.getElementById("calling").hidden`); calls != offered {
			t.Errorf("%s: offers to call who is out of office", day)
		}
		b.quiet()
	}
}
