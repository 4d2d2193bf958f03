// Package campaign holds what is true: the facts of a campaign with their
// sources, its languages, its words and its letters. It loads them from a
// folder, strictly, and checks them for truth and harm.
//
// A campaign is a folder of files that people write by hand:
//
//	campaign.yaml   name, title, languages, as_of, topics, actions, tags,
//	                keep_together, page, corrections, licence
//	facts.yaml      the facts, or facts.csv from a spreadsheet
//	captions.yaml messages.yaml threads.yaml reels.yaml demands.yaml
//	steps.yaml events.yaml chants.yaml orgs.yaml contacts.yaml
//	people.yaml offices.yaml areas.yaml
//	letters/<lang>/*.md  pages/<lang>/*.md  strings/<lang>.yaml
//	photos/ (each beside a record of consent) themes/ fonts/
//
// Everything but campaign.yaml and the facts is optional. [Load] reports every
// mistake at once, each with file, line, column and a way to mend it;
// [Campaign.Check] then asks the questions that depend on the day.
//
// # facts.csv
//
// A facts.csv holds one fact a row. Its columns, of which id, the headline,
// the claim, publisher, url and as_of are needed, are:
//
//	id topic status superseded_by action reply as_of review_after expires
//	headline_<lang> headline_short_<lang> headline_alone_<lang>
//	claim_<lang> attribution_<lang> content_note_<lang>
//	publisher publisher_short title url published unread
//	figures_<lang>    Label=123 people; Another label=45 people
//	chart             claim, stat, bars or action; bars draw the figures
//	stat stat_prefix stat_unit stat_label note
//	tags alt_urls not_with
//	                  separated by spaces
//	caveats           separated by |
//
// <lang> is a language, as in headline_en. The columns publisher,
// publisher_short, stat, stat_* and note may have one too. Cells may be
// separated by commas, semicolons or tabs, as spreadsheets write them.
//
// # Extending the built-in campaign
//
// A folder whose campaign.yaml says "extends: shutdowncecot" starts from
// [Default] and adds to it. Everything that has an id is found by it: what
// the folder gives replaces those fields and keeps the others, a new id adds
// an entry. Texts gain languages; a text that is replaced is replaced in
// every language of the campaign. Letters, pages and strings are replaced by
// the file of the same name. To drop a language, leave it out of languages;
// to drop a fact, give it status: retracted.
//
// # What no kit prints
//
// Caveats, cautions, alt hints, angles and the like are for editors. What a
// caption asks for, whether a tag was only suggested and the further address of
// a contact are loaded and checked for those who build pages of their own;
// package share does not use them.
package campaign

import (
	"io/fs"
)

// A Campaign is a set of sourced facts and the words to carry them.
//
// It is plain data: changing one is safe as long as nobody else reads it at
// the same time. Reading one is safe from many goroutines.
type Campaign struct {
	Name      string   `yaml:"name"`      // the campaign's id: "old-mill"
	Title     Text     `yaml:"title"`     // "Save the Old Mill Library"
	Extends   string   `yaml:"extends"`   // the built-in campaign that this one adds to, or ""
	Languages []string `yaml:"languages"` // BCP 47, the first is the campaign's main one
	AsOf      Date     `yaml:"as_of"`     // the day the pack was last checked
	Revision  int      `yaml:"revision"`  // the number of the edition among those of that day, 0 or 1 for the first
	TimeZone  string   `yaml:"time_zone"` // of events without an offset, by its IANA name: America/Chicago
	Link      string   `yaml:"link"`      // the campaign's own page, https, or "": in START-HERE.txt and as a code
	Key       string   `yaml:"key"`       // the public key that its kits are signed with, as package sign has it, or ""
	Licence   Licence  `yaml:"licence"`   // of its words and pictures
	Theme     string   `yaml:"theme"`     // the theme of all its cards, or "" for those of the topics
	Tags      []Tag    `yaml:"tags"`      // the main one first
	Topics    []Topic  `yaml:"topics"`    // in the order of the page
	Actions   []Action `yaml:"actions"`   // what readers are asked to do

	// KeepTogether are names that no line of a card breaks within, "Old Mill",
	// and signs that stay with the numbers beside them, "sec.".
	KeepTogether []string  `yaml:"keep_together"`
	StartPage    StartPage `yaml:"page"`

	// Motif is the field of bars of the campaign: posters, placards, postcards
	// and people's own words have it where they leave room.
	Motif Motif `yaml:"motif"`

	// Logo stands on people's own words, posters, placards, postcards and stickers.
	Logo Logo `yaml:"logo"`

	// Corrections is where mistakes are told to: https or mailto. It stands in
	// the place of {corrections} in pages; a page that has the place is left
	// out where there is no address.
	Corrections string `yaml:"corrections"`

	Facts    []Fact       `yaml:"-"`
	Captions []CaptionSet `yaml:"-"`
	Messages Messages     `yaml:"-"`
	Threads  []Thread     `yaml:"-"`
	Reels    []Reel       `yaml:"-"`
	Demands  Demands      `yaml:"-"`
	Steps    []Steps      `yaml:"-"`
	Chants   Chants       `yaml:"-"`
	Events   []EventCard  `yaml:"-"`
	Orgs     Orgs         `yaml:"-"`
	Contacts []Contact    `yaml:"-"`
	People   Roster       `yaml:"-"`
	Offices  Offices      `yaml:"-"`
	Areas    Areas        `yaml:"-"`
	Letters  []Letter     `yaml:"-"`
	Pages    []Page       `yaml:"-"`

	spot
	strings map[string]Strings
	files   fs.FS
	places  places
	row     *filling // of a table, whose cells fill its slots
}

// StartPage is what the start page of a kit calls things that only the
// campaign knows. Where words are missing the page has neutral ones. It is
// plain data: reading one is safe for concurrent use.
type StartPage struct {
	TabAct   Text `yaml:"tab_act"`   // the tab with those to call and write to: "Council"
	ActTitle Text `yaml:"act_title"` // "Call or write to the council"
	ActText  Text `yaml:"act_text"`  // in a few words, how: "Your own councillors, your words."
	ActLead  Text `yaml:"act_lead"`  // whom to contact: "Contact only your own councillors."
	HourText Text `yaml:"hour_text"` // what to do with an hour: "Posters, a stall, a vigil."

	Hero      string     `yaml:"hero"`       // the fact whose picture the first screen begins with; "" for the first one
	WhatIs    Text       `yaml:"what_is"`    // what the campaign is about, on the first screen: 120 words at most
	WhatPage  string     `yaml:"what_page"`  // the id of a page that asks this in its title and answers it, read from there
	QuickAsks []string   `yaml:"quick_asks"` // the actions that captions dealt at random may ask for; none: all
	Synonyms  []Synonyms `yaml:"synonyms"`   // words that find each other's cards
	ReadFirst string     `yaml:"read_first"` // the id of a page with a gate, shown before anything is shared
	Look      Look       `yaml:"look"`
}

// A Motif is a field of bars, one for each of what a fact counts. It is plain
// data: reading one is safe for concurrent use.
type Motif struct {
	Fact  string `yaml:"fact"`  // that has the count among its figures
	Count int    `yaml:"count"` // of the bars, up to 500
	Note  Text   `yaml:"note"`  // what a bar stands for: "One bar for each of the 238 members."

	spot
}

// A Logo is the mark of the group that speaks, and its name. It is plain data:
// reading one is safe for concurrent use.
type Logo struct {
	File string `yaml:"file"` // in the campaign's folder, SVG or PNG: "logo.svg"
	Name Text   `yaml:"name"` // beside it: "Old Mill Friends"

	spot
}

// Synonyms are words and names that a reader may look for instead of one
// another. It is plain data: reading one is safe for concurrent use.
type Synonyms struct {
	Words map[string][]string `yaml:"words"` // by language
}

// Look is the colors of the three large fields that the start page begins with,
// each #RRGGBB or "" for the built-in one; black or white words go with them.
// It is a value, safe for concurrent use.
type Look struct {
	Share string `yaml:"share"`
	Act   string `yaml:"act"`
	More  string `yaml:"more"`
}

// A Licence is the terms under which a campaign's words and pictures may be
// used. It is a value, safe for concurrent use.
type Licence struct {
	Name string `yaml:"name"` // "CC BY 4.0"
	URL  string `yaml:"url"`  // https
}

// A Tag is a hashtag, written as it is shown but without the '#'. It is plain
// data: reading one is safe for concurrent use.
type Tag struct {
	Name      string `yaml:"name,key"`  // "SaveTheOldMill"
	Lang      string `yaml:"lang"`      // only for posts in this language; "" for all
	Optional  bool   `yaml:"optional"`  // offered, not used unless chosen
	Suggested bool   `yaml:"suggested"` // proposed here, not seen in use elsewhere
	Caution   string `yaml:"caution"`   // for editors

	spot
}

// A Topic groups facts. Its title is the kicker of their cards. It is plain
// data: reading one is safe for concurrent use.
type Topic struct {
	ID    string `yaml:"id,key"`
	Title Text   `yaml:"title"`
	Theme string `yaml:"theme"` // of its cards, where the campaign has none for all; "" for one of two that alternate
	Ask   string `yaml:"ask"`   // the demand on the last slide of its carousel; none twice

	spot
}

// An Action asks the reader to do one thing and says how. It is plain data:
// reading one is safe for concurrent use.
type Action struct {
	ID     string `yaml:"id,key"`
	Verb   Text   `yaml:"verb"`   // "Come to the hearing"
	Detail Text   `yaml:"detail"` // one line of help
	Phone  Text   `yaml:"phone"`  // as printed
	URL    Text   `yaml:"url"`    // https, tel, sms or mailto

	spot
}

// Fact returns the fact with the given id.
func (c *Campaign) Fact(id string) (Fact, bool) {
	for _, f := range c.Facts {
		if f.ID == id {
			return f, true
		}
	}
	return Fact{}, false
}

// Topic returns the topic with the given id.
func (c *Campaign) Topic(id string) (Topic, bool) {
	for _, t := range c.Topics {
		if t.ID == id {
			return t, true
		}
	}
	return Topic{}, false
}

// Action returns the action with the given id.
func (c *Campaign) Action(id string) (Action, bool) {
	for _, a := range c.Actions {
		if a.ID == id {
			return a, true
		}
	}
	return Action{}, false
}

// CaptionsFor returns the captions of a fact; 13 of the built-in facts have
// none.
func (c *Campaign) CaptionsFor(fact string) (CaptionSet, bool) {
	for _, s := range c.Captions {
		if s.Fact == fact {
			return s, true
		}
	}
	return CaptionSet{}, false
}

// Letter returns a letter in one language.
func (c *Campaign) Letter(id, lang string) (Letter, bool) {
	for _, l := range c.Letters {
		if l.ID == id && l.Lang == lang {
			return l, true
		}
	}
	return Letter{}, false
}

// Page returns a page in one language.
func (c *Campaign) Page(id, lang string) (Page, bool) {
	for _, p := range c.Pages {
		if p.ID == id && p.Lang == lang {
			return p, true
		}
	}
	return Page{}, false
}

// Files returns the campaign's folder, for the photos, themes and fonts in
// it. It is nil for a campaign that was not loaded from one.
func (c *Campaign) Files() fs.FS { return c.files }

// Where says in which file and line a field of a fact was written, as
// "headline.en", or else what is around it. The file is "" for a campaign that
// was not loaded from files, and for a fact that there is not.
func (c *Campaign) Where(fact, field string) (file string, line int) {
	f, ok := c.Fact(fact)
	if !ok {
		return "", 0
	}
	p := f.at.In(field)
	return p.File, c.places.Find(p).Line
}
