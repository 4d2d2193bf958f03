package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share"
)

// postFlags are the choices of the verb post.
type postFlags struct {
	campaign, lang, today string
	platforms             []string
	caption               int
	chosen                bool // caption
	text, link            string
	tags                  []string
	links, json           bool
}

func postCommand(a *app) *cobra.Command {
	var f postFlags
	c := a.verb(groupMake, a.say.Post, a.args(0, 1), func(c *cobra.Command, args []string) error {
		var err error
		switch {
		case len(args) > 0:
			err = a.only(c, "--text", "link") // a fact leads to its source
		case f.text != "":
			err = a.only(c, a.say.AFact, "caption", "campaign", "today")
		}
		if err != nil {
			return err
		}
		f.chosen = c.Flags().Changed("caption")
		return a.post(&f, strings.Join(args, ""))
	})
	s := &a.say.Flag
	c.Flags().StringSliceVar(&f.platforms, "platform", []string{all}, s.Platforms)
	c.Flags().IntVar(&f.caption, "caption", 0, s.Caption)
	c.Flags().StringVar(&f.text, "text", "", s.Text)
	c.Flags().StringVar(&f.link, "link", "", s.Link)
	c.Flags().StringSliceVar(&f.tags, "tag", nil, s.PostTag)
	c.Flags().BoolVar(&f.links, "open-links", false, s.OpenLinks)
	c.Flags().BoolVar(&f.json, "json", false, s.JSON)
	c.Flags().StringVar(&f.today, "today", "", s.Today)
	a.campaignFlag(c, &f.campaign)
	a.langFlag(c, &f.lang, &f.campaign)
	completes(c, "platform", func() []string { return append(platformIDs(), all) })
	completesArg(c, cobra.ShellCompDirectiveNoFileComp, func() []string { return factIDs(quietly(f.campaign)) })
	return c
}

// A postReport is what became of a post on one platform.
type postReport struct {
	Platform string   `json:"platform"`
	Name     string   `json:"name"`
	Text     string   `json:"text,omitempty"`
	Length   int      `json:"length"`
	Limit    int      `json:"limit,omitempty"` // none: no limit
	Unit     string   `json:"unit"`
	Dropped  []string `json:"dropped,omitempty"`  // tags that had no room
	Short    bool     `json:"short,omitempty"`    // the short text stands in
	Problems []string `json:"problems,omitempty"` // what would go wrong there
	Intent   string   `json:"intent,omitempty"`   // opens the composer
	Error    string   `json:"error,omitempty"`
}

// post prints a text as each platform takes it.
func (a *app) post(f *postFlags, id string) error {
	platforms, err := a.platforms(f.platforms)
	if err != nil {
		return err
	}
	posts, err := a.chosenPosts(f, id)
	if err != nil {
		return err
	}
	var reports []postReport
	fit := 0
	for _, p := range platforms {
		r := a.compose(p, posts)
		if r.Error == "" {
			fit++
		}
		reports = append(reports, r)
	}
	switch {
	case f.json:
		err = a.json(reports)
	case f.links:
		a.printIntents(reports)
	default:
		a.printPosts(reports)
	}
	if everywhere := slices.Contains(f.platforms, all); err == nil && (fit == 0 || fit < len(platforms) && !everywhere) {
		err = errSaid
	}
	return err
}

// chosenPosts are those of a fact, or the one of the flags.
func (a *app) chosenPosts(f *postFlags, id string) ([]hashtag.Post, error) {
	switch {
	case id == "" && f.text == "":
		return nil, &usageError{errors.New(a.say.NoPost), fmt.Sprintf(a.say.HintVerb, "post")}
	case id != "" && f.text != "":
		return nil, &usageError{errors.New(a.say.TwoPosts), fmt.Sprintf(a.say.HintVerb, "post")}
	case id != "":
		return a.factPosts(f, id)
	}
	own, err := a.ownPost(f.link, f.lang, f.tags)
	own.Text = f.text
	return []hashtag.Post{own}, err
}

// ownPost is a post of the flags, still without its text.
func (a *app) ownPost(link, lang string, tagged []string) (p hashtag.Post, err error) {
	p.Link = link
	if lang != "" {
		if p.Lang, err = language.Parse(lang); err != nil {
			return p, &usageError{&placeError{"--lang", &valueError{lang, "language"}}, ""}
		}
	}
	if p.Tags, err = tags(tagged); err == nil && link != "" {
		err = a.address(link)
	}
	return p, err
}

// factPosts are the captions of a fact that may be published today, or the one
// that was chosen.
func (a *app) factPosts(f *postFlags, id string) ([]hashtag.Post, error) {
	s, err := a.statement(f.campaign, id, f.lang, f.today)
	if err != nil {
		return nil, err
	}
	extra, err := tags(f.tags)
	if err != nil {
		return nil, err
	}
	posts, err := share.Posts(s.campaign, id, s.lang, s.day)
	if err != nil {
		return nil, err
	}
	for i := range posts {
		posts[i].Tags = append(posts[i].Tags, extra...)
	}
	switch {
	case !f.chosen:
		return posts, nil
	case f.caption < 1 || f.caption > len(posts):
		return nil, &usageError{fmt.Errorf(a.say.NoCaption, id, len(posts), f.caption), ""}
	}
	return posts[f.caption-1 : f.caption], nil
}

// compose takes the first of the posts that fits a platform.
func (a *app) compose(p hashtag.Platform, posts []hashtag.Post) postReport {
	r := postReport{Platform: p.ID, Name: p.Name, Limit: p.MaxLength, Unit: p.Unit().String()}
	var err error
	for _, post := range posts {
		var text string
		if text, err = p.Compose(post); err != nil {
			continue
		}
		r.Text, r.Length = text, p.Length(p.Shown(text))
		r.Dropped = dropped(p, post, text)
		full := post
		full.Short = ""
		_, long := p.Compose(full)
		r.Short = long != nil
		r.Problems = a.problems(p, text)
		r.Intent = share.Intent(p.ID, post)
		return r
	}
	r.Error = a.explain(err)
	return r
}

// problems are what would go wrong with a text on a platform.
func (a *app) problems(p hashtag.Platform, text string) (out []string) {
	for _, problem := range p.Check(text) {
		out = append(out, a.onPlatform(problem))
	}
	return out
}

// dropped are the tags of a post that its text does not carry. Where tags stand
// but do not link, as on WhatsApp, they are read as X does.
func dropped(p hashtag.Platform, post hashtag.Post, text string) (out []string) {
	carried := make(map[string]bool)
	x, _ := hashtag.Lookup("x")
	for _, e := range append(p.Entities(text), x.Entities(text)...) {
		if e.Kind == hashtag.KindHashtag {
			carried[hashtag.Tag(e.Value).Key()] = true
		}
	}
	for _, t := range post.Tags {
		if !carried[t.Key()] {
			out = append(out, t.String())
		}
	}
	return out
}

// printPosts prints the texts on standard output. What is said about a single
// one goes to standard error, so that it can be piped on alone.
func (a *app) printPosts(reports []postReport) {
	about := a.env.stdout
	if len(reports) == 1 {
		about = a.env.stderr
	}
	for i, r := range reports {
		if i > 0 {
			fmt.Fprintln(about)
		}
		if r.Error != "" {
			fmt.Fprintln(about, a.paint(about, bold, r.Name+" ·"), a.paint(about, red, r.Error))
			continue
		}
		fmt.Fprintln(about, a.paint(about, bold, r.Name+" ·"), a.paint(about, dim, a.count(r.Length, r.Limit, r.Unit)))
		fmt.Fprintln(a.env.stdout, r.Text)
		a.printLosses(about, &r)
	}
}

func (a *app) printLosses(w io.Writer, r *postReport) {
	if r.Short {
		fmt.Fprintln(w, a.paint(w, yellow, a.say.ShortText))
	}
	if len(r.Dropped) > 0 {
		fmt.Fprintln(w, a.paint(w, yellow, a.say.LeftOut), strings.Join(r.Dropped, " "))
	}
	for _, p := range r.Problems {
		a.tellTo(w, yellow, a.say.Warning, p)
	}
}

// count is "268 of 280 weighted characters".
func (a *app) count(n, limit int, unit string) string {
	if limit == 0 {
		return fmt.Sprintf(a.say.CountFree, n, a.say.unit(unit))
	}
	return fmt.Sprintf(a.say.Count, n, limit, a.say.unit(unit))
}

func (a *app) printIntents(reports []postReport) {
	for _, r := range reports {
		switch {
		case r.Error != "":
			a.tell("", r.Name+":", r.Error)
		case r.Intent == "":
			fmt.Fprintf(a.env.stderr, a.say.NoIntent+"\n", r.Name)
		default:
			fmt.Fprintln(a.env.stdout, r.Intent)
		}
	}
}
