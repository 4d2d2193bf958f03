package main

import (
	"strings"

	"github.com/shutdowncecot/toolkit/graphic/inspect"
)

// words are all that a user of the command reads, in one language. A test
// holds that no field is empty in any.
type words struct {
	Lang string // which

	Root, HelpVerb, Completion           help
	Kit, Card, Post, Thread, QR, Letter  help
	Check, Verify, Diff, Correct, Redact help
	List, New, Preview                   help
	GroupMake, GroupCheck, GroupCampaign string
	GroupOther, Statuses, StatusList     string
	Usage, Examples, UseFlags            string
	Flags, FlagsAll, Default             string
	Flag                                 flagWords

	// What there is no such thing of.
	Fact, Format, Theme, Platform, Language string
	Kind, Listing, Shell, ThreadKind        string
	LetterKind, Slot                        string
	NoSuch, ChooseFrom, DidYouMean          string

	// Progress and what came out.
	Checking, Inspecting, Writing      string
	OnPage                             string
	DoneKit, DoneZip, Open, Wrote      string
	Count, CountFree, NoLimit, LeftOut string
	ShortText, PostCount, NothingFound string
	Found, Unaltered, Differ           string
	Altered, MissingFile, Added        string
	AskTitle, AskTag, AskLangs         string
	AskLink, NewDone                   string
	Corrected, Redacted                string
	DoneLetters, LeftOpen              string
	Serving, Built, Stopped            string

	// What is wrong.
	Warning, Problem, Problems, MoreWarnings string
	UnknownVerb, UnknownFlag                 string
	FlagLacks, FlagInvalid                   string
	Missing, Unwanted, OnlyWith, OutOfRange  string
	AFact, AThread                           string // as what a flag goes with
	BadAddress, NoFolder, CannotRead         string
	TooLarge, InWay, NotFolder, NotEmpty     string
	Binary, NoSubject, TwoSubjects           string
	NoPost, TwoPosts, NoText, NoCaption      string
	TwoAddressees                            string
	NotText, LongAddress                     string
	NotStanding, NoIntent, NotKit            string
	TwoCampaigns                             string
	OfCard, OfPost, OfThread, OfReel         string
	Part, Cue                                string // of a thread, of a reel
	OfFact, OfLetter, OfSlot, KitInWay       string
	DoesNotFit, NoRoom, NoGlyph, NoContrast  string
	FewWords                                 string
	NotYAML, UnknownKey, CoversNothing       string
	CannotListen, CannotOpen                 string
	BadSet, NoOut, SlotsOpen                 string

	// What a place in a card's file holds.
	Wanted, WantText, WantNumber string
	WantBool, WantList, WantKeys string

	// What to do about it.
	Hint, HintUsage, HintVerb, HintList  string
	HintExists, HintPath, HintOther      string
	HintStopped, HintBinary, HintAddress string
	HintNew, HintKit, HintTable          string
	HintFit, HintGlyph, HintLong         string
	HintBox, HintShorter                 string
	HintSet, HintSlot, HintOutFolder     string
	HintRecipient                        string

	Units, Severities, PictureProblems map[string]string // by what the library calls them

	// Forms say that a value is none: day, language, box, mark.
	Forms map[string]string

	Libraries libraries
}

// libraries are the words for what the libraries say, where they are not the
// libraries' own, which are English.
type libraries struct {
	Sentences map[string]string // by the English, or by the format that it is made of
	System    []systemWords
}

// systemWords say an error of the system.
type systemWords struct {
	err   error
	words string
}

// A help is the page of a verb.
type help struct{ Use, Short, Long, Example string }

// flagWords are the flags' own help. A word in back quotes stands for the
// flag's value.
type flagWords struct {
	UILang, Help, Version                 string
	Campaign, Today, JSON                 string
	Langs, OneLang, NewLangs              string
	Out, OutPicture, OutCode              string
	Zip, Force, ForceFile, Type, CodeType string
	Cache                                 string
	Format, Theme, Alt                    string
	Kicker, Headline, Body                string
	Figure, FigureLabel, Attribution      string
	Source, Ask, CardLink, Tag            string
	Platform, Platforms, Caption          string
	Text, Link, PostTag, OpenLinks        string
	Module, Print, Build, Pictures        string
	Set, To, Office, Mail, Recipients     string
	Was, Now, Date, SourceURL, Publisher  string
	OutCorrection, Formats                string
	Box, OutPhoto                         string
	OutLetter, LetterType                 string
	Title, MainTag, Page, Port, NoOpen    string
}

// unit is the library's name of a unit in the user's language.
func (w *words) unit(name string) string { return known(w.Units, name) }

func (w *words) severity(name string) string { return known(w.Severities, name) }

// problem is the library's name of a kind of problem on a picture.
func (w *words) problem(kind inspect.Kind) string { return known(w.PictureProblems, string(kind)) }

func known(names map[string]string, name string) string {
	if n, ok := names[name]; ok {
		return n
	}
	return name
}

// uiLanguages are those that the command speaks.
var uiLanguages = []string{english.Lang, spanish.Lang}

func wordsFor(locale string) *words {
	if strings.HasPrefix(strings.ToLower(locale), spanish.Lang) {
		return &spanish
	}
	return &english
}
