package share

import (
	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/read"
)

// artworkOf reads the campaign's logo and those of who invites to its events, by
// file.
func artworkOf(c *campaign.Campaign) (map[string]*graphic.Artwork, error) {
	all := make(map[string]*graphic.Artwork)
	logos := []campaign.Logo{c.Logo}
	for i := range c.Events {
		logos = append(logos, c.Events[i].HostLogo)
	}
	for _, l := range logos {
		if l.File == "" || all[l.File] != nil {
			continue
		}
		art, err := readArtwork(c, l.File)
		if err != nil {
			return nil, err
		}
		all[l.File] = art
	}
	return all, nil
}

func readArtwork(c *campaign.Campaign, file string) (*graphic.Artwork, error) {
	files := c.Files()
	if files == nil {
		return nil, kitError("kit-logo", map[string]any{"file": file, "cause": "no folder"})
	}
	f, err := read.OpenRegular(files, file)
	if err != nil {
		return nil, kitFailed("kit-logo", file, read.Cause(err))
	}
	defer f.Close()
	art, err := graphic.DecodeArtwork(f)
	if err != nil {
		return nil, kitFailed("kit-logo", file, err)
	}
	return art, nil
}

// logos are the campaign's own, on what is not of one fact alone.
func (ed *edition) logos() []graphic.Logo { return ed.logosOf(&ed.campaign.Logo) }

// logosOf reads the logos that are set, and skips those that are not.
func (ed *edition) logosOf(logos ...*campaign.Logo) (out []graphic.Logo) {
	for _, l := range logos {
		if art := ed.artwork[l.File]; art != nil {
			out = append(out, graphic.Logo{Art: art, Name: l.Name.Plain(ed.lang)})
		}
	}
	return out
}
