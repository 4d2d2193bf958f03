package share_test

import (
	"context"
	"os"
	"testing"
	"time"

	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// mill is the campaign of the command's scripts: it does not exist.
func mill(t testing.TB) *campaign.Campaign {
	t.Helper()
	c, err := campaign.Load(os.DirFS("../examples/sharekit/testdata/mill"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func build(t testing.TB, c *campaign.Campaign, o *share.Options) *share.Kit {
	t.Helper()
	k, err := share.Build(context.Background(), c, o)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }
