// Campaign writes the share kit of a campaign that it carries with it, with a
// language, a theme and a font of its own, into ./old-mill-kit.
package main

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"log"
	"time"

	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

//go:embed mill
var files embed.FS

func main() {
	if err := write(context.Background(), "old-mill-kit"); err != nil {
		log.Fatal(err)
	}
}

// write loads the campaign, checks it on today's date and writes its kit.
func write(ctx context.Context, dir string) error {
	folder, err := fs.Sub(files, "mill")
	if err != nil {
		return err
	}
	c, err := campaign.Load(ctx, folder)
	if err != nil {
		return err // a line for every mistake in the files
	}
	for _, found := range c.Check(time.Now()) {
		if found.Severity == campaign.Error {
			return fmt.Errorf("%v", found)
		}
	}
	kit, err := share.Build(ctx, c, nil)
	if err != nil {
		return err
	}
	return kit.WriteDir(ctx, dir)
}
