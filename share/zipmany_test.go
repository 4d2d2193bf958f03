package share

import (
	"context"
	"errors"
	"fmt"
	"io"
	"testing"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Many programs count the files of a zip in 16 bits: what they do not count
// they leave out without a word.
func TestZipOfMany(t *testing.T) {
	ended, end := context.WithCancel(t.Context())
	end() // before anything is made
	for _, test := range []struct {
		files int
		zip   bool // they are small zips, which the whole one leaves out
		rule  string
	}{
		{65_535, false, ""},
		{65_536, false, "kit-zip-many"},
		{65_536, true, ""},
	} {
		k := &Kit{plan: new(plan)}
		for i := range test.files {
			k.files = append(k.files, &file{name: fmt.Sprintf("pages/en/%05d.txt", i), tells: about{zip: test.zip}})
		}
		err := k.WriteZip(ended, io.Discard)
		var broken fault.Fault
		switch {
		case test.rule == "" && !errors.Is(err, context.Canceled):
			t.Errorf("%d files: %v, want the context's error", test.files, err)
		case test.rule != "" && (!errors.As(err, &broken) || broken.Rule() != test.rule):
			t.Errorf("%d files: %v, want %s", test.files, err, test.rule)
		}
	}
}
