//go:build js && wasm

// Wasm is the toolkit for programs in JavaScript: it draws cards and composes
// posts in a browser or in Node, and opens no connection. build.sh makes an
// npm package of it.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"syscall/js"

	"golang.org/x/text/language"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// main hands its functions to the one who loaded it, and stays to be called.
func main() {
	ready := js.Global().Get("shareToolkitReady").String() // the name of a function
	js.Global().Call(ready, map[string]any{
		"draw":    function(draw),
		"open":    function(open),
		"edit":    function(edited),
		"post":    function(posted),
		"picture": function(takePicture),
		"logo":    function(takeLogo),
		"sheet":   function(sheet),
		"compose": function(compose),
		"names":   function(names),
	})
	select {}
}

// function calls f with the JSON of its argument, and answers {value} or
// {error}: what Go panics with must not end the program.
func function[In any](f func(In) (any, error)) js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) (answer any) {
		defer func() {
			if r := recover(); r != nil {
				answer = map[string]any{"error": map[string]any{"message": fmt.Sprint(r)}}
			}
		}()
		var in In
		given = js.Undefined()
		if len(args) > 1 {
			given = args[1]
		}
		err := json.Unmarshal([]byte(args[0].String()), &in)
		var value any
		if err == nil {
			value, err = f(in)
		}
		if err != nil {
			return map[string]any{"error": refusal(err)}
		}
		return map[string]any{"value": value}
	})
}

// refusal is an error as data: the rule that was broken, and where.
func refusal(err error) map[string]any {
	out := map[string]any{"message": err.Error()}
	var f fault.Fault
	if errors.As(err, &f) {
		out["rule"], out["field"] = f.Rule(), f.Field()
	}
	return out
}

func unknown(kind, name string) error { return fmt.Errorf("there is no %s %q", kind, name) }

type draft struct {
	Platform string   `json:"platform"`
	Text     string   `json:"text"`
	Short    string   `json:"short"`
	Link     string   `json:"link"`
	Tags     []string `json:"tags"`
	Lang     string   `json:"lang"`
}

func compose(d draft) (any, error) {
	p, ok := hashtag.Lookup(d.Platform)
	if !ok {
		return nil, unknown("platform", d.Platform)
	}
	post := hashtag.Post{Text: d.Text, Short: d.Short, Link: d.Link, Lang: language.Make(d.Lang)}
	for _, name := range d.Tags {
		tag, err := hashtag.ParseTag(strings.TrimPrefix(name, "#"))
		if err != nil {
			return nil, err
		}
		post.Tags = append(post.Tags, tag)
	}
	text, err := p.Compose(post)
	if err != nil {
		return nil, err
	}
	return map[string]any{"text": text, "length": p.Length(p.Shown(text)), "limit": p.MaxLength}, nil
}

// names are what can be asked for.
func names(struct{}) (any, error) {
	lists := map[string]any{"types": list(slices.Sorted(maps.Keys(writers)))}
	var themes, formats, platforms []string
	for _, t := range graphic.Themes() {
		themes = append(themes, t.Name)
	}
	for _, f := range graphic.Formats() {
		formats = append(formats, f.Name)
	}
	for _, p := range hashtag.Platforms() {
		platforms = append(platforms, p.ID)
	}
	lists["themes"], lists["formats"], lists["platforms"] = list(themes), list(formats), list(platforms)
	return lists, nil
}

// list is a slice as syscall/js takes it.
func list(names []string) (out []any) {
	for _, n := range names {
		out = append(out, n)
	}
	return out
}
