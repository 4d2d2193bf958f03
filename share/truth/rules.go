package truth

import (
	"maps"
	"sync"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// Rules returns the words of every rule in English, by its name, which never
// changes. The map is the caller's.
func Rules() fault.Rules { return maps.Clone(english) }

// ofCampaign are the rules that package campaign knows too, such as those about
// links: each has one name and one sentence, wherever it is asked.
var ofCampaign = sync.OnceValue(campaign.Rules)

// breach is a rule that words break, of this package or of package campaign.
func breach(rule, field string, values fault.Values) fault.Data {
	if own(rule) {
		return english.New(rule, field, values)
	}
	return ofCampaign().New(rule, field, values)
}

// own reports a rule of this package.
func own(rule string) bool {
	_, ok := english[rule]
	return ok
}

var english = fault.Rules{
	"figure-unknown":    {Message: "{figure} does not stand in {facts}", Fix: "write the figure as the fact has it, or name the fact that holds it"},
	"figure-of-no-fact": {Message: "no fact of the campaign holds {figure}", Fix: "use a figure of a fact, with its source, or leave it out"},
	"figure-of-others":  {Message: "{figure} counts other people in the fact {fact}", Fix: "say whom it counts, as the fact has it"},
	"figures-unrelated": {
		Message: "no fact of the campaign holds {figure} and {other} together",
		Fix:     "give each with what it is a part of, as its fact has it",
	},
	"negation-lost":        {Message: "the fact {fact} tells {figure} with a negation, and here it stands without one", Fix: "say it as the fact has it"},
	"date-unknown":         {Message: "{date} does not stand in the fact", Fix: "write the date as the fact has it, or name the fact that holds it"},
	"date-of-no-fact":      {Message: "no fact of the campaign holds {date}", Fix: "check it against the source"},
	"figure-superseded":    {Message: "{value} is out of date since {date}", Fix: "use what the fact {fact} says now, or say of which day it is"},
	"figure-twin":          {Message: "{figure} stands here and not in the other language", Fix: "give each language the same figures"},
	"figure-unsourced":     {Message: "{figure} has no source", Fix: "say where it comes from, with its date"},
	"figure-source":        {Message: "the figure names the source {source}, which the fact does not have", Fix: "write the id of one of its sources"},
	"figure-parts":         {Message: "the parts add up to {sum}, not to {whole}", Fix: "correct one of them"},
	"qualifier-missing":    {Message: "{figure} stands without “{qualifier}”", Fix: "write “{qualifier}” before it, as the fact {fact} has it"},
	"hedge-missing":        {Message: "the fact {fact} is told without its reservation", Fix: "say: {say}"},
	"never-say":            {Message: "“{wrong}” is wrong", Fix: "write “{right}”"},
	"counts-together":      {Message: "{a} and {b} rest on different counts and stand side by side", Fix: "give each a card or a post of its own"},
	"quotation-unsourced":  {Message: "the quotation does not say who said it, or where", Fix: "name the speaker and the source"},
	"quotation-speaker":    {Message: "the quotation has no speaker", Fix: "say who said it"},
	"quotation-altered":    {Message: "“{quote}” does not stand in the fact's record", Fix: "quote it word for word"},
	"quotation-unknown":    {Message: "no fact of the campaign holds the words “{quote}”", Fix: "quote what a fact has, or check it against the source"},
	"quotation-translated": {Message: "“{quote}” is a translation and stands between quotation marks", Fix: "leave the marks out, or write that it is translated"},
	"quotation-ascribed":   {Message: "“{quote}” is not said to be of whom the fact quotes: {speaker}", Fix: "name who said it"},
	"reply-missing": {
		Message: "{n, plural, one {# fact names} other {# facts name}} what {speaker} replies, and no fact gives the reply",
		Fix:     "add the reply as a fact with reply: true",
	},
	"reply-unmarked": {Message: "{fact} is a reply by its name and is not marked as one", Fix: "write reply: true, or give it another id"},
	"grave-twin":     {Message: "“{word}” stands here and not in the other language", Fix: "say the same in each language"},
	"source-social":  {Message: "{host} holds posts of single people, which are no source", Fix: "name a publisher"},
	"source-aged": {
		Message: "the source is of {published}, {years, plural, one {# year} other {# years}} before the day it vouches for, {as_of}",
		Fix:     "find a newer source, or date the fact as its source",
	},
	"source-foreseeing": {
		Message: "the source is of {published}, before all that the fact tells, from {date} on",
		Fix:     "name a source that can know of it, or correct the dates",
	},
	"attribution-twin":    {Message: "the attribution names {name}, and not in {lang}", Fix: "name the same sources in each language"},
	"review-far":          {Message: "as of {as_of}, and to be reviewed only on {review}", Fix: "set a day within two years"},
	"phone-differs":       {Message: "{phone} and {tel} are different numbers", Fix: "correct one of them"},
	"child-named":         {Message: "“{found}” tells a child or a family by name, age or school", Fix: "leave out who it is"},
	"person-traceable":    {Message: "“{found}” lets a private person be found", Fix: "leave out name, age, trade, town or papers"},
	"health-told":         {Message: "“{found}” tells of somebody's health", Fix: "leave it out"},
	"orientation-told":    {Message: "“{found}” tells of somebody's orientation", Fix: "leave it out"},
	"private-handle":      {Message: "“{found}” leads to a private person's account", Fix: "leave it out"},
	"private-case":        {Message: "“{found}” is the number of somebody's case", Fix: "leave it out"},
	"phone-in-words":      {Message: "“{found}” reads like a telephone number in words", Fix: "leave it out"},
	"private-payment":     {Message: "“{found}” sends money to a person whom nobody can check", Fix: "name an organization's own page"},
	"gather-at-home":      {Message: "“{found}” calls people to somebody's home", Fix: "meet at an office or a public place"},
	"line-flooded":        {Message: "“{found}” calls for blocking a line or a site", Fix: "ask for one call a person"},
	"papers-told":         {Message: "“{found}” asks people without papers to say who they are", Fix: "ask for no name, or say what others can do"},
	"guilt-told":          {Message: "“{found}” says that a named person is guilty", Fix: "say what a court found, or who alleges it"},
	"hate":                {Message: "“{found}” is said of people", Fix: "say what they did"},
	"party-taken":         {Message: "“{found}” takes a party's side", Fix: "ask all of them the same"},
	"machine-made":        {Message: "“{found}”: pictures made by machine are not used", Fix: "use type, charts, documents or a photograph of your own"},
	"violence-bare":       {Message: "“{found}” tells of grave violence without a content note", Fix: "put a content note first, or say it without the detail"},
	"violence-unsourced":  {Message: "“{found}” tells of violence and not who says so", Fix: "say who says so, with its date"},
	"endorsement-claimed": {Message: "“{found}” claims that somebody endorses the campaign", Fix: "say what they do, unless they agreed in writing"},
	"held-today":          {Message: "“{found}” says how things are today", Fix: "give the date and the source, or the past tense"},
	"held-there":          {Message: "“{found}” says how things are today", Fix: "give the date and the source, or the past tense"},
	"leaked-names":        {Message: "“{found}” leads to names of private people", Fix: "leave it out"},
	"court-overstated":    {Message: "“{found}” may say more than the court decided", Fix: "check it against the ruling"},
	"source-unnamed":      {Message: "“{found}” does not say who says so", Fix: "name the source and its date"},
	"innocence-claimed":   {Message: "“{found}” says more than that no record was found", Fix: "write that no record was found, and by whom"},
	"label-told":          {Message: "“{found}” calls people what no court has found", Fix: "say who calls them so, or what is known"},
	"note-missing":        {Message: "“{found}” tells of violence, and the fact has no content note", Fix: "write content_note, in each language"},
	"blank-left":          {Message: "“{found}” is still to be filled in", Fix: "write what belongs there, or leave the sentence out"},
	"link-lookalike":      {Message: "{host} looks like {like} and is not it", Fix: "open it and see whose it is"},
	"link-file-drop":      {Message: "{host} holds files that anybody can put there and change", Fix: "link to the publisher's own page"},
	"link-invitation":     {Message: "{host} invites strangers into a conversation", Fix: "share a public page instead"},
	"link-payment":        {Message: "{host} sends money to a person whom nobody can check", Fix: "link to an organization's own page"},
}
