package verdict_test

import (
	"fmt"

	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/verdict"
)

func Example() {
	kit, err := share.Open("../testdata/mill")
	if err != nil {
		panic(err)
	}
	defer kit.Close()
	_, err = verdict.Of(kit, nil)
	fmt.Println(err) // a campaign's folder is no kit
	// Output: open data/manifest.json: no such file or directory
}
