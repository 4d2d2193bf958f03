package main

import (
	"net/http"

	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// A post is a text for one platform, ready to be pasted or opened in its
// composer.
type post struct {
	Platform string `json:"platform"`
	Number   int    `json:"number"` // of the fact's posts there, from 1
	Text     string `json:"text"`
	Length   int    `json:"length"` // as the platform counts
	Limit    int    `json:"limit"`  // 0: none
	Unit     string `json:"unit"`
	Intent   string `json:"intent,omitempty"`  // opens the composer
	Picture  string `json:"picture,omitempty"` // a path of this service
	Alt      string `json:"alt,omitempty"`
}

// postsOfFact is the answer of /posts/FACT.json.
type postsOfFact struct {
	Fact      string        `json:"fact"`
	Language  string        `json:"language"`
	Headline  string        `json:"headline"`
	Publisher string        `json:"publisher,omitempty"`
	Source    string        `json:"source,omitempty"`
	Published campaign.Date `json:"published"`
	AsOf      campaign.Date `json:"as_of"`
	Posts     []post        `json:"posts"`
}

// posts answers /posts/FACT.json.
func (s *service) posts(r *http.Request) (*reply, error) {
	fact, lang, err := s.named(r, ".json")
	if err != nil {
		return nil, err
	}
	e := s.today.Load()
	of, err := e.lookup(fact, lang)
	if err != nil {
		return nil, err
	}
	f, _ := e.campaign.Fact(of.fact)
	out := postsOfFact{
		Fact: of.fact, Language: of.lang, Headline: f.Headline.Plain(of.lang), Publisher: f.Source.Publisher.In(of.lang),
		Source: f.Source.URL, Published: f.Source.Published, AsOf: f.AsOf,
	}
	posts, err := e.kit.PostsOf(of.fact, of.lang)
	if err != nil {
		return nil, err
	}
	for i := range posts {
		out.Posts = append(out.Posts, counted(&posts[i]))
	}
	return jsonReply(out)
}

// counted is a post with what its platform makes of it.
func counted(p *share.FactPost) post {
	on, _ := hashtag.Lookup(p.Platform)
	out := post{
		Platform: p.Platform, Number: p.Number, Text: p.Text, Length: on.Length(on.Shown(p.Text)), Limit: on.MaxLength, Unit: on.Unit().String(),
		Intent: share.Intent(p.Platform, p.From), Alt: p.Alt,
	}
	if p.Picture != "" {
		out.Picture = "/kit/" + p.Picture
	}
	return out
}
