package guide

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

func readLogo(_ *Draft, c *campaign.Campaign, _ int) []Field {
	file := Field{Name: "logo", Kind: File, Value: c.Logo.File, Options: []string{".svg", ".png"}, Empty: true}
	return append([]Field{file}, perLanguage(c, Field{Name: "logo_name", Kind: Line, Empty: true}, c.Logo.Name)...)
}

// applyLogo takes a logo that can be drawn and seen in the campaign's colours.
func applyLogo(d *Draft, c *campaign.Campaign, _ int, v Values) (map[string][]byte, []Problem) {
	answer := v.get("logo")
	if answer == "" {
		c.Logo = campaign.Logo{}
		return nil, nil
	}
	c.Logo.Name = v.text(c, "logo_name")
	problems := d.needed(c, v, "logo_name")
	name, data, ok := uploaded(answer)
	if !ok || problems != nil {
		return nil, problems // the one that is there stays
	}
	art, err := graphic.DecodeArtwork(bytes.NewReader(data))
	if err == nil {
		err = d.drawLogo(c, art)
	}
	if err != nil {
		return nil, []Problem{d.said(Fix, "logo", err)}
	}
	c.Logo.File = "logo" + strings.ToLower(filepath.Ext(name))
	return map[string][]byte{c.Logo.File: data}, nil
}

// drawLogo says whether a logo can be seen on the campaign's cards.
func (d *Draft) drawLogo(c *campaign.Campaign, art *graphic.Artwork) error {
	theme, problems := d.theme(d.colorsAsked())
	if problems != nil {
		return errors.New(problems[0].Text)
	}
	all, err := themesOf(map[string][]byte{"themes/" + themeName + ".json": theme})
	if err != nil {
		return err
	}
	lang := c.Languages[0]
	card := graphic.Card{Headline: c.Title.Plain(lang), Blocks: []graphic.Block{graphic.Motto{}}, Logos: []graphic.Logo{{Art: art, Name: c.Logo.Name.Plain(lang)}}}
	_, err = graphic.New(card, &graphic.Options{Theme: all[0]})
	return err
}

// colorsAsked are the campaign's colours as answers.
func (d *Draft) colorsAsked() Values {
	ground, ink := d.colors()
	return Values{"ground": ground, "ink": ink}
}
