package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/modelcontextprotocol/go-sdk/mcp"
	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/say"
	"github.com/shutdowncecot/toolkit/share/truth"
)

// maxImage is the number of bytes that the strictest clients take of a picture,
// before base64: PrefectHQ/fastmcp#1036.
const maxImage = 786_432

// instructions are what an assistant reads before the tools.
const instructions = "Every statement of this campaign has a source and a wording that was checked. " +
	"Use the posts and cards of these tools as they are. Hold any draft of your own to check_text before you show it, " +
	"and do not show a draft that has an error."

// tools answer for one campaign. They are safe for concurrent use.
type tools struct {
	campaign *campaign.Campaign
	checker  *truth.Checker
	now      func() time.Time
}

// newServer makes a server that takes the day from now.
func newServer(c *campaign.Campaign, now func() time.Time) *mcp.Server {
	t := &tools{c, truth.New(c), now}
	s := mcp.NewServer(&mcp.Implementation{Name: "sharekit", Version: "0.2.0"}, &mcp.ServerOptions{Instructions: instructions})
	mcp.AddTool(s, &mcp.Tool{Name: "list_facts", Description: "The facts that stand today, with source and what must be said with them."}, t.facts)
	mcp.AddTool(s, &mcp.Tool{Name: "check_text", Description: "Hold a text to the campaign's facts and to the rules that protect people."}, t.check)
	mcp.AddTool(s, &mcp.Tool{Name: "fact_posts", Description: "Finished posts that tell a fact on one platform, each within its limit."}, t.posts)
	mcp.AddTool(s, &mcp.Tool{Name: "compose_post", Description: "Fit a draft of your own to a platform. A draft with an error is refused."}, t.compose)
	mcp.AddTool(s, &mcp.Tool{Name: "alt_text", Description: "What the card of a fact shows, in words, for those who cannot see it."}, t.alt)
	mcp.AddTool(s, &mcp.Tool{Name: "draw_card", Description: "A picture that tells a fact, as PNG, and its alt text."}, t.card)
	return s
}

type factsIn struct {
	Lang  string `json:"lang,omitempty" jsonschema:"language, such as en; empty: the campaign's first"`
	About string `json:"about,omitempty" jsonschema:"only facts with this word in headline, claim or topic"`
}

type factOut struct {
	ID          string   `json:"id"`
	Headline    string   `json:"headline"`
	Claim       string   `json:"claim"`
	Attribution string   `json:"attribution,omitempty"`
	Source      string   `json:"source"`
	Published   string   `json:"published,omitempty"`
	AsOf        string   `json:"as_of"`
	Hedges      []string `json:"hedges,omitempty" jsonschema:"words that must stand with it"`
	NotWith     []string `json:"not_with,omitempty" jsonschema:"facts that must not stand beside it"`
}

type factsOut struct {
	Facts []factOut `json:"facts"`
}

func (t *tools) facts(_ context.Context, _ *mcp.CallToolRequest, in factsIn) (*mcp.CallToolResult, factsOut, error) {
	lang, err := t.lang(in.Lang)
	if err != nil {
		return nil, factsOut{}, err
	}
	out := factsOut{Facts: []factOut{}}
	for i := range t.campaign.Facts {
		f := &t.campaign.Facts[i]
		told := fact(f, lang)
		if f.Stands(t.now()) && holds(told.Headline+" "+told.Claim+" "+f.Topic, in.About) {
			out.Facts = append(out.Facts, told)
		}
	}
	return nil, out, nil
}

func holds(text, word string) bool {
	return strings.Contains(strings.ToLower(text), strings.ToLower(word))
}

func fact(f *campaign.Fact, lang string) factOut {
	out := factOut{
		ID: f.ID, Headline: f.Headline.Plain(lang), Claim: f.Claim.Plain(lang), Attribution: f.Attribution.Plain(lang),
		Source: f.Source.URL, Published: f.Source.Published.String(), AsOf: f.AsOf.String(), NotWith: f.NotWith,
	}
	for _, h := range f.Hedges {
		out.Hedges = append(out.Hedges, h.Say.Plain(lang))
	}
	return out
}

type checkIn struct {
	Text  string   `json:"text" jsonschema:"what is to be said"`
	Lang  string   `json:"lang,omitempty" jsonschema:"its language"`
	Facts []string `json:"facts,omitempty" jsonschema:"ids of the facts that it tells"`
}

type finding struct {
	Severity string `json:"severity" jsonschema:"error: do not publish; warning: a person has to judge"`
	Rule     string `json:"rule"`
	Message  string `json:"message"`
	Fix      string `json:"fix"`
}

type findings struct {
	Findings []finding `json:"findings"`
}

func (t *tools) check(_ context.Context, _ *mcp.CallToolRequest, in checkIn) (*mcp.CallToolResult, findings, error) {
	lang, err := t.lang(in.Lang)
	if err != nil {
		return nil, findings{}, err
	}
	return nil, findings{explained(t.read(truth.Own, in.Text, lang, in.Facts), lang)}, nil
}

func explained(found []truth.Finding, lang string) []finding {
	out := []finding{}
	for _, f := range found {
		words := say.For(language.Make(lang)).Explain(f)
		out = append(out, finding{f.Severity.String(), f.Rule(), words.Message, words.Fix})
	}
	return out
}

func (t *tools) read(where truth.Place, words, lang string, facts []string) []truth.Finding {
	return t.checker.Read(truth.Text{Words: words, Lang: lang, Where: where, Facts: facts})
}

type postsIn struct {
	Fact     string `json:"fact" jsonschema:"id of the fact"`
	Platform string `json:"platform" jsonschema:"such as bluesky, mastodon, x"`
	Lang     string `json:"lang,omitempty"`
}

type postsOut struct {
	Posts []post `json:"posts"`
}

type post struct {
	Text   string `json:"text"`
	Length int    `json:"length" jsonschema:"as the platform counts"`
	Limit  int    `json:"limit" jsonschema:"0: none"`
}

func (t *tools) posts(_ context.Context, _ *mcp.CallToolRequest, in postsIn) (*mcp.CallToolResult, postsOut, error) {
	lang, err := t.lang(in.Lang)
	if err != nil {
		return nil, postsOut{}, err
	}
	on, err := platform(in.Platform)
	if err != nil {
		return nil, postsOut{}, err
	}
	all, err := share.Posts(t.campaign, in.Fact, lang, t.now())
	out := postsOut{Posts: []post{}}
	for _, p := range all {
		if c, err := on.Best(p); err == nil { // a text too long for this platform has a shorter sister
			out.Posts = append(out.Posts, post{c.Text, c.Length, on.MaxLength})
		}
	}
	return nil, out, err
}

type composeIn struct {
	Text     string   `json:"text"`
	Platform string   `json:"platform"`
	Lang     string   `json:"lang,omitempty"`
	Facts    []string `json:"facts,omitempty" jsonschema:"ids of the facts that it tells; the first one's source is the link"`
}

type composed struct {
	Text     string    `json:"text"`
	Length   int       `json:"length" jsonschema:"as the platform counts"`
	Limit    int       `json:"limit" jsonschema:"0: none"`
	Findings []finding `json:"findings" jsonschema:"what a person has to judge before it is published"`
}

func (t *tools) compose(_ context.Context, _ *mcp.CallToolRequest, in composeIn) (*mcp.CallToolResult, composed, error) {
	lang, err := t.lang(in.Lang)
	if err != nil {
		return nil, composed{}, err
	}
	on, err := platform(in.Platform)
	if err != nil {
		return nil, composed{}, err
	}
	found := t.read(truth.Caption, in.Text, lang, in.Facts)
	var refused []error
	for _, f := range found {
		if f.Severity == campaign.Error {
			refused = append(refused, f)
		}
	}
	if refused != nil {
		return nil, composed{}, errors.Join(refused...)
	}
	draft := hashtag.Post{Text: in.Text, Tags: t.tags(lang), Lang: language.Make(lang)}
	if len(in.Facts) > 0 {
		f, ok := t.campaign.Fact(in.Facts[0])
		if !ok {
			return nil, composed{}, fmt.Errorf("there is no fact %q; list_facts names them", in.Facts[0])
		}
		draft.Link = f.Source.URL
	}
	c, err := on.Best(draft)
	return nil, composed{c.Text, c.Length, on.MaxLength, explained(found, lang)}, err
}

// tags returns the campaign's own tags in a language, which every post gets.
func (t *tools) tags(lang string) (out []hashtag.Tag) {
	for _, tag := range t.campaign.Tags {
		if !tag.Optional && (tag.Lang == "" || tag.Lang == lang) {
			out = append(out, hashtag.Tag(tag.Name))
		}
	}
	return out
}

type cardIn struct {
	Fact   string `json:"fact" jsonschema:"id of the fact"`
	Lang   string `json:"lang,omitempty"`
	Format string `json:"format,omitempty" jsonschema:"portrait, square, story, wide or og; empty: portrait"`
}

func (t *tools) card(ctx context.Context, _ *mcp.CallToolRequest, in cardIn) (*mcp.CallToolResult, any, error) {
	pic, err := t.picture(ctx, in)
	if err != nil {
		return nil, nil, err
	}
	var b bytes.Buffer
	g, err := pic.Graphic()
	if err == nil {
		err = g.WritePNG(&b)
	}
	if err == nil && b.Len() > maxImage {
		err = fmt.Errorf("the picture has %d bytes and assistants take %d: ask for a smaller format", b.Len(), maxImage)
	}
	if err != nil {
		return nil, nil, err
	}
	return &mcp.CallToolResult{Content: []mcp.Content{
		&mcp.ImageContent{Data: b.Bytes(), MIMEType: "image/png"},
		&mcp.TextContent{Text: pic.Alt},
	}}, nil, nil
}

type altOut struct {
	Alt string `json:"alt"`
}

func (t *tools) alt(ctx context.Context, _ *mcp.CallToolRequest, in cardIn) (*mcp.CallToolResult, altOut, error) {
	pic, err := t.picture(ctx, in)
	return nil, altOut{pic.Alt}, err
}

// picture lays a card out; it is not drawn yet.
func (t *tools) picture(ctx context.Context, in cardIn) (share.FactCard, error) {
	lang, err := t.lang(in.Lang)
	if err != nil {
		return share.FactCard{}, err
	}
	format, ok := graphic.LookupFormat(cmp.Or(in.Format, "portrait"))
	if !ok {
		return share.FactCard{}, fmt.Errorf("there is no format %q", in.Format)
	}
	pics, err := share.Pictures(ctx, t.campaign, in.Fact, &share.Options{
		AsOf: t.now(), Languages: []string{lang}, Formats: []graphic.Format{format},
	})
	if err != nil {
		return share.FactCard{}, err
	}
	return pics[0], nil
}

func (t *tools) lang(name string) (string, error) {
	if name == "" {
		return t.campaign.Languages[0], nil
	}
	if !slices.Contains(t.campaign.Languages, name) {
		return "", fmt.Errorf("the campaign speaks %s", strings.Join(t.campaign.Languages, ", "))
	}
	return name, nil
}

func platform(id string) (hashtag.Platform, error) {
	on, ok := hashtag.Lookup(id)
	if !ok {
		return on, fmt.Errorf("there is no platform %q", id)
	}
	return on, nil
}
