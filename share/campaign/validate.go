package campaign

import (
	"fmt"
	"regexp"
	"strings"
)

// A validator asks what can be asked of a campaign on any day: it reports
// mistakes that keep it from loading.
type validator struct {
	*loader
	c *Campaign
}

func (v *validator) campaign() {}

// fail reports a mistake in a field of the value at p.
func (v *validator) fail(p place, field, message, fix string) { v.failAt(p.in(field), message, fix) }

var langPattern = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// languageTag reports whether s looks like a language.
func languageTag(s string) bool {
	return langPattern.MatchString(s) && (len(s) <= 3 || strings.Contains(s, "-"))
}

var _ = fmt.Sprint
