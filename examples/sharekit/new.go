package main

import (
	"bufio"
	"context"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"text/template"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

//go:embed starter
var starterFiles embed.FS

// A starter is a new campaign: what is asked about it.
type starter struct {
	Dir, Name, Title, Tag, Link, Today string
	Languages                          []string
	comments                           string // the language of the files' own
}

func newCommand(a *app) *cobra.Command {
	var s starter
	c := a.verb(groupCampaign, a.say.New, a.args(1, 1), func(c *cobra.Command, args []string) error {
		s.Dir = filepath.Clean(args[0])
		return a.newCampaign(c.Context(), &s)
	})
	c.Flags().StringVar(&s.Title, "title", "", a.say.Flag.Title)
	c.Flags().StringVar(&s.Tag, "tag", "", a.say.Flag.MainTag)
	c.Flags().StringSliceVar(&s.Languages, "lang", nil, a.say.Flag.NewLangs)
	c.Flags().StringVar(&s.Link, "link", "", a.say.Flag.Page)
	c.ValidArgsFunction = nil // folders
	return c
}

// newCampaign writes a campaign folder to start from.
func (a *app) newCampaign(ctx context.Context, s *starter) error {
	if err := a.free(s.Dir); err != nil {
		return err
	}
	if a.interactive() {
		if err := a.ask(ctx, s); err != nil {
			return err
		}
	}
	if err := a.settle(s); err != nil {
		return err
	}
	if err := s.write(); err != nil {
		if m := campaign.Mistakes(err); m != nil && strings.HasPrefix(m[0].Field(), "languages") {
			message := a.catalogue().Explain(m[0]).Message
			return &usageError{&placeError{"--lang", errors.New(message)}, a.say.HintTable}
		}
		return err
	}
	dir := s.Shell()
	fmt.Fprintf(a.env.stdout, a.say.NewDone+"\n", s.Dir, filepath.Join(s.Dir, "campaign.yaml"), filepath.Join(s.Dir, "facts.yaml"), dir, dir)
	return nil
}

// Shell is the folder as a shell wants it.
func (s *starter) Shell() string {
	if strings.ContainsAny(s.Dir, " '()&;") {
		return `"` + s.Dir + `"`
	}
	return s.Dir
}

// free refuses a folder that holds anything.
func (a *app) free(dir string) error {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return &writeError{fmt.Errorf(a.say.NotFolder, dir), a.say.HintOther}
	case len(entries) > 0:
		return &writeError{fmt.Errorf(a.say.NotEmpty, dir), a.say.HintOther}
	}
	return nil
}

// ask asks for what no flag has said, and again for what does not do. An empty
// answer leaves what settle chooses.
func (a *app) ask(ctx context.Context, s *starter) error {
	in := bufio.NewReader(a.env.stdin)
	for _, q := range []struct {
		text  string
		asked bool
		take  func(answer string) error
	}{
		{a.say.AskTitle, s.Title == "", func(answer string) error { s.Title = answer; return nil }},
		{a.say.AskTag, s.Tag == "", s.takeTag},
		{a.say.AskLangs, len(s.Languages) == 0, s.takeLanguages},
		{a.say.AskLink, s.Link == "", func(answer string) error { s.Link = answer; return a.page(answer) }},
	} {
		for again := q.asked; again; {
			answer, err := a.question(ctx, in, q.text)
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
				a.tell(red, a.say.Problem, a.explain(err))
				again = true
			}
		}
	}
	return nil
}

// takeTag takes a hashtag, or words to make one of.
func (s *starter) takeTag(answer string) error {
	t, err := hashtag.ParseTag(answer)
	if strings.Contains(answer, " ") {
		t, err = hashtag.FromPhrase(answer)
	}
	s.Tag = string(t)
	return err
}

// takeLanguages takes codes with commas or spaces between them.
func (s *starter) takeLanguages(answer string) error {
	s.Languages = strings.FieldsFunc(answer, func(r rune) bool { return r == ',' || r == ' ' })
	return s.parseLanguages()
}

func (s *starter) parseLanguages() error {
	for i, l := range s.Languages {
		tag, err := language.Parse(l)
		if err != nil {
			return &usageError{&placeError{"--lang", &valueError{l, "language"}}, ""}
		}
		s.Languages[i] = tag.String()
	}
	return nil
}

var notInID = regexp.MustCompile(`[^a-z0-9]+`)

// settle completes the answers and refuses what a campaign cannot have.
func (a *app) settle(s *starter) error {
	s.comments = a.say.Lang
	s.Today = a.env.today.Format(time.DateOnly)
	s.Name = slug(filepath.Base(s.Dir))
	if s.Name == "" {
		s.Name = "campaign"
	}
	if s.Title == "" {
		s.Title = "EXAMPLE: Save the Old Mill Library"
	}
	if len(s.Languages) == 0 {
		s.Languages = []string{a.say.Lang}
	}
	if err := s.parseLanguages(); err != nil {
		return err
	}
	s.Languages = once(s.Languages)
	if s.Tag == "" {
		s.Tag = "SaveTheOldMillLibrary"
	}
	own, err := tags([]string{s.Tag})
	if err != nil {
		return err
	}
	s.Tag = string(own[0])
	if s.Link != "" {
		return a.page(s.Link)
	}
	return nil
}

// page refuses what is no address of a page.
func (a *app) page(link string) error {
	if err := a.address(link); err != nil {
		return err
	}
	if u, err := url.Parse(link); err != nil || u.Scheme != "https" {
		w := a.rule("address-scheme", fault.Values{"schemes": "https://", "address": link})
		return &usageError{&placeError{"--link", errors.New(w.Message)}, ""}
	}
	return nil
}

// write puts the files into the folder: all, or none.
func (s *starter) write() (err error) {
	_, statErr := os.Stat(s.Dir)
	if err := os.MkdirAll(s.Dir, 0o755); err != nil {
		return err
	}
	names := []string{"campaign.yaml", "facts.yaml"}
	defer func() {
		if err == nil {
			return
		}
		for _, n := range names {
			os.Remove(filepath.Join(s.Dir, n))
		}
		if statErr != nil {
			os.Remove(s.Dir)
		}
	}()
	for _, n := range names {
		t, err := template.ParseFS(starterFiles, "starter/"+s.comments+"/"+n)
		if err != nil {
			return err
		}
		err = replace(context.Background(), filepath.Join(s.Dir, n), func(w io.Writer) error { return t.Execute(w, s) })
		if err != nil {
			return err
		}
	}
	_, err = campaign.Load(os.DirFS(s.Dir))
	return err
}

// Quoted is the title as a YAML string.
func (s *starter) Quoted() string { return strconv.Quote(s.Title) }

// Word is an example in a language, or in English where there is none.
func (s *starter) Word(lang, key string) string {
	base, _, _ := strings.Cut(lang, "-")
	if w, ok := starterWords[base][key]; ok {
		return strconv.Quote("EXAMPLE: " + w)
	}
	return strconv.Quote("EXAMPLE: " + starterWords["en"][key])
}

// starterWords are about a library and a town that do not exist.
var starterWords = map[string]map[string]string{
	"en": {
		"topic": "The library", "verb": "Come to the hearing",
		"headline": "62 classes used the library", "claim": "62 school classes visited the Old Mill Library last year.",
		"attribution": "according to the Millbrook Town Council",
	},
	"es": {
		"topic": "La biblioteca", "verb": "Ven a la audiencia",
		"headline": "62 clases usaron la biblioteca", "claim": "62 clases visitaron la biblioteca Old Mill el año pasado.",
		"attribution": "según el Ayuntamiento de Millbrook",
	},
}
