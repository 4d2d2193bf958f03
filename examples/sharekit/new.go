package main

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/cli"
	"github.com/shutdowncecot/toolkit/examples/sharekit/internal/desk"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

func newCommand(a *app) *cobra.Command {
	var s campaign.Start
	var way string
	c := a.Verb(cli.GroupCampaign, "new", a.Args(1, 1), func(c *cobra.Command, args []string) error {
		if way != "" {
			return a.guided(c.Context(), way, filepath.Clean(args[0]))
		}
		return a.newCampaign(c.Context(), &s, filepath.Clean(args[0]))
	})
	c.Flags().StringVar(&s.Title, "title", "", "")
	c.Flags().StringVar(&s.Tag, "tag", "", "")
	c.Flags().StringSliceVar(&s.Languages, "lang", nil, "")
	c.Flags().StringVar(&s.Link, "link", "", "")
	c.Flags().StringVar(&way, "guide", "", "")
	c.Flags().Lookup("guide").NoOptDefVal = guideTerminal
	cli.Completes(c, "guide", func() []string { return []string{guideTerminal, guidePage} })
	c.ValidArgsFunction = nil // folders
	return c
}

// newCampaign writes a campaign folder to start from.
func (a *app) newCampaign(ctx context.Context, s *campaign.Start, dir string) error {
	if err := cli.Free(dir); err != nil {
		return err
	}
	if a.Interactive() {
		if err := a.ask(ctx, s); err != nil {
			return err
		}
	}
	if err := a.settle(s, dir); err != nil {
		return err
	}
	files, err := campaign.Starter(*s)
	if m := campaign.Mistakes(err); m != nil && m[0].Rule() == "table-missing" {
		return cli.Refuse(cli.Usage, "table-none", m[0].Values()).In("--lang")
	}
	if err != nil {
		return err
	}
	err = cli.WriteFolder(ctx, dir, false, func(dir string) error {
		for name, data := range files {
			name = filepath.Join(dir, filepath.FromSlash(name))
			err = errors.Join(err, os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, data, 0o644))
		}
		return err
	})
	if err == nil {
		_, err = io.WriteString(a.Out, a.Text("new-done", cli.With{
			"folder": dir, "campaign": filepath.Join(dir, "campaign.yaml"), "facts": filepath.Join(dir, "facts.yaml"), "shell": s.Folder,
		})+"\n")
	}
	return err
}

// ask asks for what no flag has said, and again for what does not do. An empty
// answer leaves what Starter chooses.
func (a *app) ask(ctx context.Context, s *campaign.Start) error {
	in := bufio.NewReader(a.In)
	for _, q := range []struct {
		text  string
		asked bool
		take  func(answer string) error
	}{
		{"ask-title", s.Title == "", func(answer string) error { s.Title = answer; return nil }},
		{"ask-tag", s.Tag == "", func(answer string) error { return takeTag(s, answer) }},
		{"ask-languages", len(s.Languages) == 0, func(answer string) error { return takeLanguages(s, answer) }},
		{"ask-link", s.Link == "", func(answer string) error { s.Link = answer; return desk.Leads("", answer, "https") }},
	} {
		for again := q.asked; again; {
			answer, err := a.Ask(ctx, in, a.Text(q.text, nil))
			if errors.Is(err, io.EOF) {
				return nil
			}
			if err != nil {
				return err
			}
			if again = false; answer == "" {
				continue
			}
			if err := q.take(answer); err != nil {
				a.Problem(a.Explain(err))
				again = true
			}
		}
	}
	return nil
}

// takeTag takes a hashtag, or words to make one of.
func takeTag(s *campaign.Start, answer string) error {
	t, err := hashtag.ParseTag(answer)
	if strings.Contains(answer, " ") {
		t, err = hashtag.FromPhrase(answer)
	}
	s.Tag = string(t)
	return err
}

// takeLanguages takes codes with commas or spaces between them.
func takeLanguages(s *campaign.Start, answer string) error {
	s.Languages = strings.FieldsFunc(answer, func(r rune) bool { return r == ',' || r == ' ' })
	return parseLanguages(s)
}

func parseLanguages(s *campaign.Start) error {
	for i, l := range s.Languages {
		t, err := desk.Tag(l)
		if err != nil {
			return err
		}
		s.Languages[i] = t.String()
	}
	s.Languages = cli.Once(s.Languages)
	return nil
}

// settle completes the answers and refuses what flags cannot say.
func (a *app) settle(s *campaign.Start, dir string) error {
	s.Name, s.Folder, s.Comments = cli.Slug(filepath.Base(dir)), cli.ForShell(dir), a.Tongue.Lang
	year, month, day := a.env.today.Date()
	s.AsOf = campaign.Date{Year: year, Month: month, Day: day}
	if len(s.Languages) == 0 {
		s.Languages = []string{a.Tongue.Lang}
	}
	if err := parseLanguages(s); err != nil {
		return err
	}
	if s.Tag != "" {
		own, err := desk.Tags([]string{s.Tag})
		if err != nil {
			return err
		}
		s.Tag = string(own[0])
	}
	if s.Link != "" {
		return desk.Leads("--link", s.Link, "https")
	}
	return nil
}
