package share_test

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/page"
)

// foreign are the words of another language: the English ones with a letter
// before them that English does not have, so that a word left in English shows.
func foreign(words map[string]string, prefix string, into map[string]any) {
	for name, word := range words {
		if word == "" {
			continue
		}
		if name == "months" {
			word = strings.ReplaceAll(word, " ", " õ")
		}
		into[prefix+name] = "õ" + word
	}
}

func foreignStrings(t *testing.T) string {
	en := new(campaign.Campaign).Strings("en")
	labels := make(map[string]any)
	foreign(en.Labels, "", labels)
	foreign(page.Words("en"), "page.", labels)
	words := graphic.WordsOf(language.English)
	for name, word := range words { // only their plural forms begin otherwise
		labels["alt."+name] = "õ" + word
	}
	months := make([]string, 12)
	for i, m := range en.Months {
		months[i] = "õ" + m
	}
	data, err := json.MarshalIndent(map[string]any{
		"direction": "ltr", "months": months, "months_short": months, "dates": map[string]string{
			"long": "{day} de {month} de {year}", "long_month": "{month} de {year}", "short": "{day} {mon} {year}", "short_month": "{mon} {year}",
		}, "numbers": map[string]string{"group": ".", "decimal": ",", "percent": "{n}%"}, "labels": labels,
	}, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

const townFacts = `facts:
  - id: readers
    topic: use
    headline: {en: 412 readers came in March, pt: 412 leitores vieram em março}
    claim: {en: The library counted 412 readers in March 2031., pt: A biblioteca contou 412 leitores em março de 2031.}
    attribution: {en: according to the town, pt: segundo a cidade}
    source: {publisher: {en: Town of Lakeside, pt: Cidade de Lakeside}, title: Contagem, url: "https://lakeside.example/count", published: 2031-03-31}
    as_of: 2031-04-02
    status: current
    chart:
      kind: bars
      bars:
        - {label: {en: March, pt: Março}, value: 412}
        - {label: {en: April, pt: Abril}, value: 380}
`

const townCampaign = `name: lakeside
title: {en: Keep the Lakeside Library, pt: Fica a Biblioteca}
languages: [en, pt]
as_of: 2031-04-02
tags: [{name: KeepLakeside}]
topics: [{id: use, title: {en: Use, pt: Uso}}]
`

// town is a campaign of two languages, of which one is built in nowhere.
func town(t *testing.T, words string) (*campaign.Campaign, error) {
	t.Helper()
	return campaign.Load(context.Background(), fstest.MapFS{
		"campaign.yaml":   {Data: []byte(townCampaign)},
		"facts.yaml":      {Data: []byte(townFacts)},
		"strings/pt.yaml": {Data: []byte(words)},
	})
}

// TestOwnLanguage: a language that a campaign brings is spoken everywhere, in
// alt texts and on the start page too.
func TestOwnLanguage(t *testing.T) {
	c, err := town(t, foreignStrings(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := share.CheckWords(c, "pt"); err != nil {
		t.Error(err)
	}
	k := build(t, c, &share.Options{Formats: graphic.Formats()[:1], Languages: []string{"pt"}})
	for name, want := range map[string]string{
		"pictures/pt/readers-portrait.png": "õBar chart",
		"data/alt-text.csv":                "õBar chart",
		"START-HERE.html":                  "õShare",
		"START-HERE.txt":                   "õOpen START-HERE.html",
		"pages/pt/facts-and-sources.md":    "õApril",
	} {
		if data, err := fs.ReadFile(k, name); err != nil || !bytes.Contains(data, []byte(want)) {
			t.Errorf("%s has no %q: %v", name, want, err)
		}
	}
	start, err := fs.ReadFile(k, "START-HERE.html")
	if err != nil {
		t.Fatal(err)
	}
	for part := range strings.SplitSeq(string(start), `lang="en">`) {
		if said, _, _ := strings.Cut(part, "<"); said != strings.ToUpper(said) { // A4 and ZIP are called so everywhere
			t.Errorf("the start page says %q in English", said)
		}
	}
}

// TestMissingWords: what a language lacks is named, and never said in English
// without a word.
func TestMissingWords(t *testing.T) {
	var all map[string]any
	if err := json.Unmarshal([]byte(foreignStrings(t)), &all); err != nil {
		t.Fatal(err)
	}
	labels := all["labels"].(map[string]any)
	without := func(key string) error {
		word := labels[key]
		delete(labels, key)
		defer func() { labels[key] = word }()
		data, _ := json.MarshalIndent(all, "", " ")
		c, err := town(t, string(data))
		if err != nil {
			return err
		}
		if got := share.CheckWords(c, "pt"); key != "source" && (got == nil || !strings.Contains(got.Error(), "lacks a label: "+key)) {
			t.Errorf("without %s: %v", key, got)
		}
		_, err = share.Build(context.Background(), c, &share.Options{Formats: graphic.Formats()[:1], Languages: []string{"pt"}})
		return err
	}
	if err := without("alt.bars"); err == nil || !strings.Contains(err.Error(), "bars") {
		t.Errorf("without a word of an alt text: %v", err)
	}
	if err := without("page.tab_share"); err != nil {
		t.Errorf("without a word of the page: %v", err)
	}
	if err := without("source"); err == nil {
		t.Error("without a label of a card: no error")
	}
	labels["alt.nothing"] = "õ"
	data, _ := json.MarshalIndent(all, "", " ")
	c, err := town(t, string(data))
	if err != nil {
		t.Fatal(err)
	}
	var wrong *share.PageError
	if _, err := share.Build(context.Background(), c, nil); !errors.As(err, &wrong) || wrong.File != "strings/pt.yaml" {
		t.Errorf("a word of nothing: %v", err)
	}
}

// others are words of the built-in campaign that no other has a reason to say.
var others = []string{"cecot", "congress", "congreso", "venezuel", "el salvador", "deport", "senator", "senador", "foia", "u.s.c"}

// TestNothingOfAnother: no file of a campaign's kit says anything of the
// campaign that the program comes with, but the tool's own licence.
func TestNothingOfAnother(t *testing.T) {
	k := build(t, busyMill(t), &share.Options{Formats: graphic.Formats()[:1]})
	err := fs.WalkDir(k, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(k, name)
		if err == nil {
			noOthers(t, name, data)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// inlined are pictures and fonts within a page: any letters can follow each
// other there.
var inlined = regexp.MustCompile(`base64,[A-Za-z0-9+/=]+`)

func noOthers(t *testing.T, name string, data []byte) {
	t.Helper()
	switch path.Ext(name) {
	case ".zip":
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			inner, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			noOthers(t, name+"/"+f.Name, inner)
		}
		return
	case ".pdf":
		data = pdfWords(t, data)
	}
	text := strings.ReplaceAll(strings.ToLower(string(inlined.ReplaceAll(data, nil))), "the #shutdowncecot toolkit contributors", "")
	for _, word := range others {
		if strings.Contains(text, word) {
			t.Errorf("%s says %q", name, word)
		}
	}
}

// pdfWords are the streams of a file without compression and, where the
// program is installed, its text.
func pdfWords(t *testing.T, data []byte) []byte {
	all := bytes.Clone(data)
	for part := range bytes.SplitSeq(data, []byte("stream\n")) {
		if r, err := zlib.NewReader(bytes.NewReader(part)); err == nil {
			plain, _ := io.ReadAll(r)
			all = append(all, plain...)
		}
	}
	if program, err := exec.LookPath("pdftotext"); err == nil {
		c := exec.Command(program, "-", "-")
		c.Stdin = bytes.NewReader(data)
		text, err := c.Output()
		if err != nil {
			t.Error(err)
		}
		all = append(all, text...)
	}
	return all
}

// TestProgressPanics: a panic of the caller's own function is the caller's,
// and leaves no folder behind.
func TestProgressPanics(t *testing.T) {
	recovered := func(f func()) (r any) {
		defer func() { r = recover() }()
		f()
		return nil
	}
	tell := func(int, int) { panic("mine") }
	small := func() *share.Options {
		return &share.Options{Formats: graphic.Formats()[:1], Languages: []string{"en"}}
	}
	opt := small()
	opt.Progress = tell
	if got := recovered(func() { share.Build(t.Context(), mill(t), opt) }); got != "mine" {
		t.Errorf("Build: %v", got)
	}
	dir := t.TempDir()
	k := build(t, mill(t), small())
	if got := recovered(func() { k.Deliver(t.Context(), dir+"/kit", &share.Delivery{Progress: tell}) }); got != "mine" {
		t.Errorf("Deliver: %v", got)
	}
	if left, err := filepath.Glob(dir + "/*"); err != nil || len(left) > 0 {
		t.Errorf("left %q, %v", left, err)
	}
}
