package guide

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/shutdowncecot/toolkit/share/campaign"
)

// A view is a page for its template.
type view struct {
	d *Draft

	Title, Hint, Place, Note, Next string
	Here, Back, Skip, Draw, Card   string // addresses
	Tongues                        []tongueView
	Steps                          []stepView
	Facts                          []linkView
	Fields                         []fieldView
	General                        []Problem // of no field
	Readable                       []pairView
	Ground                         string
	Another                        bool

	Report *Report
	Rows   []rowView
	Good   string
	First  string
	Folder string
}

// Lang is the language of the questions.
func (v view) Lang() string { return v.d.Lang }

// Word is a word of the questions.
func (v view) Word(key string, pairs ...string) string { return v.d.Word(key, pairs...) }

type tongueView struct {
	Lang, Name, Href string
	Here             bool
}

type stepView struct {
	ID, Name, Mark, Said string
	Here                 bool
}

type linkView struct {
	Name, Href string
	Here       bool
}

type fieldView struct {
	Field
	At, Label, May, Example, In string
	Has, Drop                   string // of a file: the one that is there, and how to take it away
	Chosen                      []choiceView
	Problems                    []Problem
}

type choiceView struct {
	Value, Name string
	On          bool
}

type pairView struct {
	Pair
	Said string
}

type rowView struct {
	Problem
	Said, Open, Href string
}

// asked reads which question a request is about, in which language.
func (s *Server) asked(w http.ResponseWriter, r *http.Request) (Step, int, bool) {
	step, ok := StepOf(r.PathValue("step"))
	n, err := strconv.Atoi(r.URL.Query().Get("n"))
	if err != nil || n < 0 {
		n = 0
	}
	if !ok {
		http.NotFound(w, r)
	}
	if lang := r.URL.Query().Get("lang"); slices.Contains(Languages(), lang) {
		s.draft.Lang = lang
	}
	return step, n, ok
}

// answered is what a request answers, with the answers.
func (s *Server) answered(w http.ResponseWriter, r *http.Request) (Step, int, Values, bool) {
	step, n, ok := s.asked(w, r)
	if !ok {
		return step, n, nil, false
	}
	v, err := values(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
	}
	return step, n, v, err == nil
}

func (s *Server) question(w http.ResponseWriter, r *http.Request) {
	step, n, ok := s.asked(w, r)
	if !ok {
		return
	}
	fields, err := s.draft.Fields(r.Context(), step, n)
	if err != nil {
		s.failed(w, err)
		return
	}
	v, err := s.ask(r.Context(), step, n, fields, nil)
	if err != nil {
		s.failed(w, err)
		return
	}
	s.render(w, http.StatusOK, "page", v)
}

// answer saves a form and goes on to the next question, or shows what keeps it
// from being saved.
func (s *Server) answer(w http.ResponseWriter, r *http.Request) {
	step, n, v, ok := s.answered(w, r)
	if !ok {
		return
	}
	problems, err := s.draft.Answer(r.Context(), step, n, v)
	if err != nil {
		s.failed(w, err)
		return
	}
	if !stops(problems) {
		to := next(step.ID)
		if v["then"] == "another" {
			to = fmt.Sprintf("facts?n=%d", n+1)
		}
		http.Redirect(w, r, "/"+s.secret+"/"+to, http.StatusSeeOther)
		return
	}
	fields, err := s.draft.Fields(r.Context(), step, n)
	if err != nil {
		s.failed(w, err)
		return
	}
	for i := range fields {
		fields[i].Value = v[fields[i].Name]
	}
	page, err := s.ask(r.Context(), step, n, fields, problems)
	if err != nil {
		s.failed(w, err)
		return
	}
	s.render(w, http.StatusUnprocessableEntity, "page", page)
}

// next is the question after one; the check after the last.
func next(id string) string {
	all := Steps()
	i := slices.IndexFunc(all, func(s Step) bool { return s.ID == id })
	if i+1 < len(all) {
		return all[i+1].ID
	}
	return "check"
}

// ask is the page of a question.
func (s *Server) ask(ctx context.Context, step Step, n int, fields []Field, problems []Problem) (view, error) {
	d := s.draft
	c, err := d.Campaign(ctx)
	if err != nil {
		return view{}, err
	}
	at := ""
	if step.ID == "facts" && n > 0 {
		at = fmt.Sprintf("?n=%d", n)
	}
	v := view{
		d: d, Title: d.Word("ask_" + step.ID), Hint: d.Word("hint_" + step.ID), Next: d.Word("next"),
		Here: step.ID + at, Draw: "draw/" + step.ID + at, Card: "card/" + step.ID + at, Skip: next(step.ID), Another: step.ID == "facts",
		Steps: s.steps(step.ID, c, nil),
	}
	all := Steps()
	i := slices.IndexFunc(all, func(o Step) bool { return o.ID == step.ID })
	if i > 0 {
		v.Back = all[i-1].ID
	}
	v.Place = d.Word("question", "n", strconv.Itoa(i+1), "m", strconv.Itoa(len(all)+1)) + " " + d.Word("saved_in", "folder", d.Dir)
	v.Tongues = tongues(d.Lang, step.ID, n)
	if step.ID == "facts" {
		v.factLinks(c, n)
	}
	if stops(problems) {
		v.Next, v.Note = fixWord(d, problems), d.Word("last_good")
	}
	for _, f := range fields {
		v.Fields = append(v.Fields, d.fieldView(c, f, problems))
		if f.Name == "ground" {
			v.Ground = f.Value
		}
	}
	for _, p := range problems {
		if !slices.ContainsFunc(fields, func(f Field) bool { return f.Name == p.Field }) {
			v.General = append(v.General, p)
		}
	}
	if step.ID == "colors" {
		for _, p := range Readable(v.Ground) {
			v.Readable = append(v.Readable, pairView{p, fmt.Sprintf("%.1f", p.Ratio)})
		}
	}
	return v, nil
}

func fixWord(d *Draft, problems []Problem) string {
	n := 0
	for _, p := range problems {
		if p.Level == Fix {
			n++
		}
	}
	if n == 1 {
		return d.Word("fix_n")
	}
	return d.Word("fix_many", "n", strconv.Itoa(n))
}

// factLinks lead to the facts that there are, and to a new one.
func (v *view) factLinks(c *campaign.Campaign, n int) {
	count := Facts(c)
	if count > 0 && n > 0 {
		v.Title = v.d.Word("ask_facts_more")
	}
	for i := range c.Facts {
		if count > 0 {
			v.Facts = append(v.Facts, linkView{c.Facts[i].Headline.Plain(v.d.shownIn(c)), fmt.Sprintf("facts?n=%d", i), i == n})
		}
	}
}

func tongues(here, step string, n int) (all []tongueView) {
	for _, lang := range Languages() {
		all = append(all, tongueView{lang, map[string]string{"en": "English", "es": "Español"}[lang], fmt.Sprintf("%s?n=%d&lang=%s", step, n, lang), lang == here})
	}
	return all
}

// steps are the questions, each with its mark: what the check says of it, or
// that it has been answered.
func (s *Server) steps(here string, c *campaign.Campaign, report *Report) (all []stepView) {
	d := s.draft
	marks := map[string]Level{}
	if report != nil {
		marks = report.Marks()
	}
	for _, step := range Steps() {
		v := stepView{ID: step.ID, Name: d.Word("step_" + step.ID), Here: step.ID == here}
		switch level, found := marks[step.ID]; {
		case found:
			v.Mark, v.Said = string(level), d.Word("level_"+string(level))
		case report != nil || d.answered(step, c):
			v.Mark, v.Said = "good", d.Word("level_good")
		}
		all = append(all, v)
	}
	return append(all, stepView{ID: "check", Name: d.Word("step_check"), Here: here == "check"})
}

// answered reports a question whose answer is no longer the example.
func (d *Draft) answered(s Step, c *campaign.Campaign) bool {
	switch s.ID {
	case "title":
		return !strings.HasPrefix(c.Title.In(c.Languages[0]), "EXAMPLE: ")
	case "languages":
		return true
	case "tags":
		example, err := campaign.Starter(campaign.Start{AsOf: d.today, Comments: d.Lang})
		return err != nil || len(c.Tags) > 0 && !strings.Contains(string(example["campaign.yaml"]), "name: "+c.Tags[0].Name+"\n")
	case "colors":
		return c.Theme == themeName
	case "facts":
		return Facts(c) > 0
	case "letter":
		return len(c.Letters) > 0
	case "event":
		return len(c.Events) > 0
	case "logo":
		return c.Logo.File != ""
	}
	return len(c.Contacts) > 0
}

// fieldView is a field with its words.
func (d *Draft) fieldView(c *campaign.Campaign, f Field, problems []Problem) fieldView {
	v := fieldView{Field: f, At: "f-" + strings.ReplaceAll(f.Name, ".", "-"), Label: d.Word("f_" + f.ID), May: d.Word("optional"), In: d.Lang}
	if f.Lang != "" {
		v.In = f.Lang
		if len(c.Languages) > 1 {
			v.Label += " (" + d.Word("lang_"+f.Lang) + ")"
		}
	}
	if !strings.Contains(f.ID, "before") && !strings.Contains(f.ID, "after") {
		v.Example = Word(wordsFor(v.In), "eg_"+f.ID)
	}
	if f.Kind == File {
		v.Has, v.Drop = fileShown(f.Value), d.Word("remove")
		f.Options = nil
	}
	for _, o := range f.Options {
		name := d.Word("o_" + o)
		if f.Kind == Several {
			name = d.Word("lang_" + o)
		}
		v.Chosen = append(v.Chosen, choiceView{o, name, slices.Contains(strings.Split(f.Value, ","), o)})
	}
	for _, p := range problems {
		if p.Field == f.Name {
			v.Problems = append(v.Problems, p)
		}
	}
	return v
}

// check is the page of what is to be mended and looked at.
func (s *Server) check(w http.ResponseWriter, r *http.Request) {
	d := s.draft
	if lang := r.URL.Query().Get("lang"); slices.Contains(Languages(), lang) {
		d.Lang = lang
	}
	report, err := d.Check(r.Context())
	if err != nil {
		s.failed(w, err)
		return
	}
	v := view{d: d, Report: report, Title: d.Headline(report), Hint: d.Then(report), Steps: s.steps("check", nil, report)}
	v.Place = d.Word("saved_in", "folder", d.Dir)
	v.Back, v.Tongues = Steps()[len(Steps())-1].ID, tongues(d.Lang, "check", 0)
	for _, p := range report.Problems {
		row := rowView{p, d.Word("level_" + string(p.Level)), d.Word("open_step", "step", d.Word("step_"+p.Step)), p.Step}
		if p.Step == "facts" {
			row.Href = fmt.Sprintf("facts?n=%d", p.Fact)
		}
		v.Rows = append(v.Rows, row)
	}
	if report.Count(Fix) > 0 {
		v.First = v.Rows[0].Href
	}
	v.Good = d.Good(report)
	s.render(w, http.StatusOK, "page", v)
}
