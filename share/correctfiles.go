package share

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"github.com/shutdowncecot/toolkit/share/files"
)

// Write writes the correction to a folder that exists: each card beside its
// alt text, a post for each language and platform ("post-en-bluesky.txt"),
// changelog.md, and do-not-share.txt with the names of the files that said what
// is corrected. Each file is written whole or not at all; one of the same name
// is replaced. For a folder that is there whole or not at all see
// [files.WriteDir].
func (c *CorrectionSet) Write(ctx context.Context, dir string) error {
	text := func(name, content string) error {
		return files.Write(ctx, filepath.Join(dir, name), func(w io.Writer) error {
			_, err := io.WriteString(w, content)
			return err
		})
	}
	for i := range c.Cards {
		card := &c.Cards[i]
		if err := files.Write(ctx, filepath.Join(dir, card.Name()), card.WritePNG); err != nil {
			return err
		}
		if err := text(strings.TrimSuffix(card.Name(), ".png")+".txt", card.Alt()+"\n"); err != nil {
			return err
		}
	}
	for _, p := range c.Posts {
		if err := text("post-"+p.Lang+"-"+p.Platform+".txt", p.Text+"\n"); err != nil {
			return err
		}
	}
	if err := text("changelog.md", c.Changelog); err != nil {
		return err
	}
	return text("do-not-share.txt", strings.Join(c.Files, "\n")+"\n")
}
