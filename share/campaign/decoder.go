package campaign

import (
	"reflect"

	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// newDecoder decodes a file into the parts of a campaign.
func newDecoder(file string, ps places, uses *read.Uses, r *report) *read.Decoder {
	return &read.Decoder{
		File: file, Places: ps, Uses: uses, Report: r.flaw, Full: r.full,
		Stand: stand, Words: reflect.TypeFor[Text](),
	}
}
