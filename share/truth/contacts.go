package truth

import (
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/needle"
	"github.com/shutdowncecot/toolkit/share/internal/pattern"
)

// dialed are telephone numbers as they are written in North America.
var dialed = pattern.New(`\(?\b\d{3}\)?[-. \x{00A0}]{1,2}\d{3}[-. ]\d{4}\b`)

// contacts finds numbers that are those of a contact but for a slip, and texts
// that speak for an organization.
func (r *reading) contacts() {
	if r.read || r.Kept {
		return
	}
	if strings.ContainsAny(r.Words, "0123456789") {
		for _, at := range dialed().FindAllStringIndex(r.Words, -1) {
			r.misdialed(at)
		}
	}
	for _, at := range speaksFor.All(r.Words, r.lower) {
		rest := r.Words[at[1]:min(len(r.Words), at[1]+nearby)]
		if org := r.publisherAt(rest); org > 0 || bodies().MatchString(rest) {
			end := at[1] + max(org, len(bodies().FindString(rest)))
			r.find(campaign.Warning, "endorsement-claimed", at[0], end, fault.Values{"found": clip(strings.TrimSpace(r.Words[at[0]:end]))})
			return
		}
	}
}

// misdialed holds a telephone number to those of the contacts.
func (r *reading) misdialed(at []int) {
	written := onlyDigits(r.Words[at[0]:at[1]])
	near := ""
	for _, c := range r.campaign.Contacts {
		known := onlyDigits(c.Phone)
		if known == "" {
			known = onlyDigits(c.Tel)
		}
		known = known[max(0, len(known)-len(written)):]
		switch {
		case known == written:
			return
		case oneSlip(known, written) && (turned(known, written) || known[:len(known)-4] == written[:len(written)-4]):
			near = c.Phone
		}
	}
	if near != "" {
		r.find(campaign.Warning, "phone-differs", at[0], at[1], fault.Values{"phone": r.Words[at[0]:at[1]], "tel": near})
	}
}

// turned reports whether two numbers have the same digits in another order; the
// offices of a city differ in one.
func turned(a, b string) bool {
	x, y := []byte(a), []byte(b)
	slices.Sort(x)
	slices.Sort(y)
	return string(x) == string(y)
}

var (
	// speaksFor is how somebody says for whom they speak.
	speaksFor = needle.Compile(`(?i)(?:^|[^\pL])(?:we are|we['’]re|this is|I am (?:with|from)|I['’]m (?:with|from)|` +
		`(?:writing|calling|speaking) (?:for|from)|on behalf of|in the name of|` +
		`(?:brought to you|offered) by|an? (?:initiative|project|campaign) of|una? (?:iniciativa|proyecto|campaña) de|` +
		`somos|soy de|hablamos (?:por|de)|(?:en nombre|de parte) de|le[s]? (?:habla|escribe|llama)n? (?:de )?)(?: the| la| el| los| las|l)? `)

	// bodies are those for whom nobody speaks who is not sent by them.
	bodies = pattern.New(`^(?:Red Cross|United Nations|U\.?N\.?\b|Amnesty|Senate|Supreme Court|` +
		`Cruz Roja|Naciones Unidas|ONU\b|Amnistía|Congreso|Senado|Corte Suprema)`)
)

// publisherAt is the length of the name of one of those who say what the campaign
// says that a text begins with, or 0.
func (k *Checker) publisherAt(s string) int {
	low := strings.ToLower(s)
	i := slices.IndexFunc(k.publishers, func(name string) bool {
		return len(name) > shortName && (strings.HasPrefix(s, name) || strings.HasPrefix(low, name)) && !isLetter(s[len(name):min(len(s), len(name)+1)])
	})
	if i < 0 {
		return 0
	}
	return len(k.publishers[i])
}
