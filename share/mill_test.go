package share_test

import (
	"context"
	"os"
	"testing"
	"testing/fstest"
	"time"

	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// mill is the campaign of the command's scripts: it does not exist.
func mill(t testing.TB) *campaign.Campaign {
	t.Helper()
	c, err := campaign.Load(context.Background(), os.DirFS("testdata/mill"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// millWith is the campaign with further files, or others in place of its own.
func millWith(t testing.TB, files ...string) *campaign.Campaign {
	t.Helper()
	c, err := loadMill(t, files...)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// loadMill is millWith where the files may be wrong.
func loadMill(t testing.TB, files ...string) (*campaign.Campaign, error) {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, name := range []string{"campaign.yaml", "facts.yaml"} {
		data, err := os.ReadFile("testdata/mill/" + name)
		if err != nil {
			t.Fatal(err)
		}
		fsys[name] = &fstest.MapFile{Data: data}
	}
	for i := 0; i < len(files); i += 2 {
		fsys[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return campaign.Load(context.Background(), fsys)
}

// busyMill is the mill with all that the page has a place for.
func busyMill(t testing.TB) *campaign.Campaign {
	t.Helper()
	c, err := campaign.Load(context.Background(), os.DirFS("testdata/busy"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// scaled is a number of cases: all with TEST_ALL, few with -short.
func scaled(few, some, all int) int {
	switch {
	case testing.Short():
		return few
	case os.Getenv("TEST_ALL") == "":
		return some
	}
	return all
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
