package review_test

import (
	"context"
	"fmt"
	"os"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/review"
)

func Example() {
	c, err := campaign.Load(context.Background(), os.DirFS("../testdata/mill"))
	all, err := review.Of(context.Background(), c, err, review.Options{AsOf: day})
	if err != nil {
		panic(err)
	}
	fmt.Println(review.First(all))
	// Output: <nil>
}
