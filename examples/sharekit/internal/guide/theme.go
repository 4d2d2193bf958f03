package guide

import (
	"cmp"
	_ "embed"
	"encoding/json"
	"fmt"
	"image/color"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// themeForm is a theme of two colours: each is the ground of one scheme and the
// ink of the other, so that the contrast of the pair is that of everything drawn.
//
//go:embed theme.json.tmpl
var themeForm string

const themeName = "own"

var colorForm = regexp.MustCompile(`^#[0-9A-Fa-f]{6}$`)

// parseColor reads "#RRGGBB".
func parseColor(s string) (c color.RGBA, ok bool) {
	if !colorForm.MatchString(s) {
		return c, false
	}
	c.A = 255
	_, err := fmt.Sscanf(s, "#%02x%02x%02x", &c.R, &c.G, &c.B)
	return c, err == nil
}

// leastContrast is what small words need.
const leastContrast = 4.5

// A Pair is an ink that can be read on a ground.
type Pair struct {
	Name, Color string
	Ratio       float64 // to one decimal, rounded down
}

// inks lists the pairs of colours that a campaign is offered, by the names of their words.
var inks = []Pair{
	{Name: "near-black", Color: "#14171A"}, {Name: "white", Color: "#FFFFFF"}, {Name: "cream", Color: "#FFF7E8"},
	{Name: "purple", Color: "#3B1A5A"}, {Name: "wine", Color: "#5A0F1E"}, {Name: "navy", Color: "#0B2545"}, {Name: "green", Color: "#0F3D24"},
	{Name: "gold", Color: "#FFD12E"}, {Name: "pink", Color: "#FFD3DD"},
}

// Readable are three inks that can be read on a ground, the clearest first.
func Readable(ground string) []Pair {
	g, ok := parseColor(ground)
	if !ok {
		return nil
	}
	var all []Pair
	for _, p := range inks {
		c, _ := parseColor(p.Color)
		if r := graphic.Contrast(c, g); r >= leastContrast {
			p.Ratio = math.Floor(r*10) / 10
			all = append(all, p)
		}
	}
	slices.SortStableFunc(all, func(a, b Pair) int { return cmp.Compare(b.Ratio, a.Ratio) })
	return all[:min(3, len(all))]
}

// colors returns the two colours of the campaign's own theme.
func (d *Draft) colors() (ground, ink string) {
	var own struct{ Colors map[string]string }
	data, err := os.ReadFile(filepath.Join(d.Dir, "themes", themeName+".json"))
	if err == nil && json.Unmarshal(data, &own) == nil && own.Colors["own-ground"] != "" {
		return own.Colors["own-ground"], own.Colors["own-ink"]
	}
	return "#264B7D", "#FFFFFF"
}

func readColors(d *Draft, _ *campaign.Campaign, _ int) []Field {
	ground, ink := d.colors()
	return []Field{{Name: "ground", Kind: Color, Value: ground}, {Name: "ink", Kind: Color, Value: ink}}
}

func applyColors(d *Draft, c *campaign.Campaign, _ int, v Values) (map[string][]byte, []Problem) {
	data, problems := d.theme(v)
	if problems != nil {
		return nil, problems
	}
	c.Theme = themeName
	return map[string][]byte{"themes/" + themeName + ".json": data}, nil
}

// theme is a theme of two colours that can be read on one another.
func (d *Draft) theme(v Values) ([]byte, []Problem) {
	ground, ink := strings.ToUpper(v.get("ground")), strings.ToUpper(v.get("ink"))
	for name, s := range map[string]string{"ground": ground, "ink": ink} {
		if _, ok := parseColor(s); !ok {
			return nil, []Problem{d.problem(Fix, name, "no-color", "color", s)}
		}
	}
	g, _ := parseColor(ground)
	i, _ := parseColor(ink)
	if r := graphic.Contrast(g, i); r < leastContrast {
		return nil, []Problem{d.problem(Fix, "ink", "pale", "ratio", fmt.Sprintf("%.1f", math.Floor(r*10)/10), "want", "4.5")}
	}
	data := fmt.Appendf(nil, themeForm, ground, ink)
	var t graphic.Theme
	if err := json.Unmarshal(data, &t); err != nil {
		return nil, []Problem{d.said(Fix, "ink", err)}
	}
	return data, nil
}
