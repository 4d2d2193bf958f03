package share

import (
	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// artworkOf reads the campaign's logo; nil where it has none.
func artworkOf(c *campaign.Campaign) (*graphic.Artwork, error) {
	if c.Logo.File == "" {
		return nil, nil
	}
	files := c.Files()
	if files == nil {
		return nil, kitError("kit-logo", map[string]any{"file": c.Logo.File, "cause": "no folder"})
	}
	f, err := read.OpenRegular(files, c.Logo.File)
	if err != nil {
		return nil, kitFailed("kit-logo", c.Logo.File, read.Cause(err))
	}
	defer f.Close()
	art, err := graphic.DecodeArtwork(f)
	if err != nil {
		return nil, kitFailed("kit-logo", c.Logo.File, err)
	}
	return art, nil
}

// logos are the campaign's own, on what is not of one fact alone.
func (ed *edition) logos() []graphic.Logo {
	if ed.artwork == nil {
		return nil
	}
	return []graphic.Logo{{Art: ed.artwork, Name: ed.campaign.Logo.Name.Plain(ed.lang)}}
}
