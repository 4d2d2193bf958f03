package main

import (
	"encoding/json"
	"net/http"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// english are the rules by which the service itself refuses a request, each
// with its words. The libraries' come besides.
var english = fault.Rules{
	"request-path":       {Message: "there is nothing here"},
	"request-extension":  {Message: "does not end in {ext}"},
	"request-method":     {Message: "is not taken here", Fix: "use {allowed}"},
	"request-query-long": {Message: "is {over} bytes too long"},
	"request-query":      {Message: "is not well formed"},
	"request-body":       {Message: "is no card: {cause}"},
	"request-body-long":  {Message: "is larger than {most} bytes"},
	"request-parameter":  {Message: "there is no parameter \"{name}\" here"},
	"request-twice":      {Message: "is given twice"},
	"request-long":       {Message: "is {over} characters too long"},
	"request-hidden":     {Message: "contains a control or hidden character"},
	"request-words":      {Message: "a fact has its own words"},
	"request-fact":       {Message: "is missing", Fix: "cards of free words are drawn where the service runs with -free-words"},
	"request-choice":     {Message: "is none of {have}"},
	"request-language":   {Message: "is not a language tag"},
	"request-format":     {Message: "the campaign does not fit it: {cause}"},
	"request-page":       {Message: "is no page of a fact here", Fix: "give {base}/facts/FACT"},
	"request-number":     {Message: "is no number from 1 on"},
	"request-small":      {Message: "no picture is so small"},
	"request-host":       {Message: "is not answered here", Fix: "ask for localhost, or start the service with -base"},
	"request-not-drawn":  {Message: "is not drawn here", Fix: "leave it out"},
	"fact-not-there":     {Message: "there is no such fact"},
	"fact-replaced":      {Message: "was replaced by {by}"},
	"fact-fallen-since":  {Message: "no longer stands"},
	"kit-no-file":        {Message: "there is no such file in the kit"},
	"service-left":       {Message: "the client left"}, // for the log: nobody reads it
	"service-busy":       {Message: "there is too much to do", Fix: "try again"},
	"service-share":      {Message: "you ask for too much at once", Fix: "try again"},
	"service-failed":     {Message: "this could not be made"},
}

// with are the values of a rule.
type with = fault.Values

// A problem is what keeps a request from being answered, as its sender reads
// it. Several requests may get the same one.
type problem struct {
	fault.Data
	status int
}

// refuse is a problem with a parameter, or with "path", "method", "query" or
// "body".
func refuse(rule, field string, values with) *problem {
	return &problem{english.New(rule, field, values), http.StatusBadRequest}
}

// as gives another status than that of a bad request.
func (p *problem) as(status int) *problem { return &problem{p.Data, status} }

func (p *problem) Error() string { return fault.InEnglish(p) }

// MarshalJSON writes the rule and its values for programs, and the message for
// people.
func (p *problem) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Rule    string       `json:"rule"`
		Field   string       `json:"field"`
		Values  fault.Values `json:"values,omitempty"`
		Message string       `json:"message"`
	}{p.Rule(), p.Field(), p.said(), p.English().Line()})
}

// said are the values as JSON can hold them: an error by its words.
func (p *problem) said() fault.Values {
	values := p.Values()
	for name, v := range values {
		if err, ok := v.(error); ok {
			values[name] = fault.InEnglish(err)
		}
	}
	return values
}
