package choices_test

import (
	"fmt"

	"github.com/shutdowncecot/toolkit/share/choices"
)

func Example() {
	for _, k := range choices.Kinds() {
		if k.Name == "formats" {
			r := k.Rows(nil, "")[0]
			fmt.Println(r.ID, r.Width, r.Height)
		}
	}
	// Output: portrait 1080 1350
}
