package main

var english = words{
	Lang: "en",
	Root: help{
		Use:   "sharekit VERB [ARGUMENT] [FLAGS]",
		Short: "makes share kits from sourced facts",
		Long: `sharekit makes what a campaign shares from sourced facts: pictures, posts, codes
and letters, one at a time or as a whole kit that volunteers pass on. It posts
nothing and opens no connection.`,
		Example: `  sharekit kit                                 the whole #ShutDownCECOT kit
  sharekit list facts                          what there is to share
  sharekit card who-252-venezuelans            one picture
  sharekit post who-252-venezuelans            its text for every platform
  sharekit new my-campaign                     a campaign of your own`,
	},
	HelpVerb: help{
		Use:     "help [VERB]",
		Short:   "show the page of a verb",
		Long:    "help shows the page of a verb.",
		Example: "  sharekit help card",
	},
	Completion: help{
		Use:   "completion SHELL",
		Short: "let your shell complete verbs, flags and ids",
		Long: `completion prints a script for bash, zsh, fish or powershell that completes
verbs, flags, fact ids, formats, themes, languages and platforms.`,
		Example: `  source <(sharekit completion bash)           for this session
  sharekit completion fish > ~/.config/fish/completions/sharekit.fish`,
	},
	Kit: help{
		Use:   "kit",
		Short: "write the whole kit: a folder and a zip",
		Long: `kit checks a campaign and writes its share kit: every fact in every language and
format, posts for each platform, alt text, sources and a start page.

An unaltered kit of the same campaign is replaced; anything else is left alone.`,
		Example: `  sharekit kit                                 into ./shutdowncecot-kit and .zip
  sharekit kit --lang es --out kit-es          only Spanish, into ./kit-es
  sharekit kit --campaign my-campaign          your own campaign folder`,
	},
	Card: help{
		Use:   "card [FACT | FILE.yaml]",
		Short: "draw one picture",
		Long: `card draws one picture: of a fact of the campaign, of a small YAML file, or of
the flags. A card that cannot be drawn whole and legible is refused.

A card's file has the keys headline, body, kicker, attribution, source, as_of,
note, tags, lang, and one or more of stat, bars, people, quote, list, timeline,
action; for example

  headline: 62 classes used the library
  stat: {value: "62"}
  source: "Source: Town Council, 4 Mar 2031"`,
		Example: `  sharekit card who-252-venezuelans
  sharekit card who-252-venezuelans --lang es --format story -o out.png
  sharekit card --headline "Come on Friday" --link https://example.org/friday
  sharekit card my-card.yaml --theme newsroom -o my-card.svg --alt
  sharekit card who-252-venezuelans -o - | lp`,
	},
	Post: help{
		Use:   "post [FACT]",
		Short: "write the text for one platform or all",
		Long: `post writes a text as each platform takes it, with its length as that platform
counts, and says what had no room. Nothing is posted: with --open-links it
prints the links that open each platform's composer with the text in it.`,
		Example: `  sharekit post who-252-venezuelans
  sharekit post who-252-venezuelans --platform x,bluesky --lang es
  sharekit post --text "Read this." --link https://example.org/a --tag ReadThis
  sharekit post who-252-venezuelans --platform x --open-links`,
	},
	Thread: help{
		Use:   "thread THREAD | FILE | -",
		Short: "split a text into numbered posts",
		Long: `thread splits a text into posts that each fit the platform, numbered and
counted: a thread of the campaign by its id, a file, or standard input as "-".`,
		Example: `  sharekit thread who-was-sent --platform x
  sharekit thread speech.txt --platform mastodon --tag ReadThis
  sharekit thread - < speech.txt`,
	},
	QR: help{
		Use:   "qr ADDRESS",
		Short: "draw a QR code",
		Long: `qr draws the code of an https, tel, sms or mailto address and prints the
address, which belongs beside the code. Addresses that follow their readers or
hide where they lead are refused.`,
		Example: `  sharekit qr https://example.org/act
  sharekit qr tel:+12022243121 -o call.svg
  sharekit qr https://example.org/act --print -o poster.png`,
	},
	Letter: help{
		Use:   "letter [LETTER]",
		Short: "finish a letter, or one for each of a list",
		Long: `letter fills in a letter of the campaign and writes it as text or as a draft for
a mail program (.eml); without a name it lists the letters and their slots. What
you write goes into that file alone. --set fills a slot; --to, --office and
--mail fill those of the recipient, such as their-name.

A table of recipients is a CSV with the columns name, last_name, office, mail
and any slot of the letter; name is needed. Each row gives one file.`,
		Example: `  sharekit letter
  sharekit letter postcard-hearing --to "Jane Doe" --office senator \
    --set first-name=Ana --set town=Springfield --set zip=62701 \
    --set "own-line=I teach civics, and my students ask about this."
  sharekit letter postcard-hearing --recipients senators.csv -o postcards \
    --set first-name=Ana --set town=Springfield --set zip=62701 \
    --set "own-line=I teach civics, and my students ask about this."`,
	},
	Check: help{
		Use:   "check",
		Short: "look for what is untrue, harmful or out of date",
		Long: `check reads a campaign and prints every problem with its file, line, reason and
fix: mistakes in the files, then what may be stale, unsourced, private, loaded
or tracking. With --build it also lays out every card and composes every post;
with --pictures it also paints the whole kit and measures what readers will see.`,
		Example: `  sharekit check --campaign my-campaign
  sharekit check --campaign my-campaign --build
  sharekit check --campaign my-campaign --pictures
  sharekit check --today 2027-01-01 --json`,
	},
	Verify: help{
		Use:   "verify FOLDER | FILE.zip",
		Short: "tell whether a kit was altered",
		Long: `verify compares every file of a kit, a folder or a zip, with the sums that were
made with it.`,
		Example: `  sharekit verify shutdowncecot-kit
  sharekit verify shutdowncecot-kit.zip --json`,
	},
	Diff: help{
		Use:   "diff OLD NEW",
		Short: "tell what changed from one kit to another",
		Long: `diff compares two kits of a campaign, folders or zips, by the facts and sums
that were made with them: first the facts that came, went or changed, for those
who shared the old kit, then the files. Whether the files are as they were made
is what verify tells.`,
		Example: `  sharekit diff kit-march shutdowncecot-kit
  sharekit diff kit-march.zip shutdowncecot-kit.zip --json`,
	},
	Correct: help{
		Use:   "correct FACT",
		Short: "make what corrects a fact that was shared",
		Long: `correct writes the pictures and posts that take back what was wrong in a fact,
an entry for the changelog, and a list of the files that should not be shared
any more. Texts are given once for each language.`,
		Example: `  sharekit correct classes --campaign my-campaign \
    --was "en=62 classes" --now "en=60 classes used the library."`,
	},
	Redact: help{
		Use:   "redact PHOTO",
		Short: "blacken parts of a photograph",
		Long: `redact draws black boxes into the pixels of a photograph, where nothing can be
recovered from under them, and drops place, time and every other hidden note.
Without --box it only drops the notes.`,
		Example: `  sharekit redact crowd.jpg --box 120,80,200,260
  sharekit redact crowd.jpg --box 10%,5%,8%,12% --box 40%,6%,8%,12% -o out.jpg`,
	},
	List: help{
		Use:   "list [KIND]",
		Short: "show what there is to choose from",
		Long: `list shows formats, themes, platforms, languages, facts, threads, or letters
with their slots (* must be filled in); without a kind, all of them.`,
		Example: `  sharekit list
  sharekit list facts --lang es
  sharekit list platforms --json`,
	},
	New: help{
		Use:   "new FOLDER",
		Short: "write a campaign folder to start from",
		Long: `new writes a folder with a small campaign that explains itself. Its example is
made up and marked EXAMPLE: replace it with what is true. On a terminal it asks
for what no flag says.`,
		Example: `  sharekit new my-campaign
  sharekit new my-campaign --title "Keep the pool open" --tag KeepThePool`,
	},
	Preview: help{
		Use:   "preview",
		Short: "show the kit in the browser while you write",
		Long: `preview makes the kit in memory, serves it to this computer alone and opens the
browser. When a file of the campaign changes, the page loads again. Ctrl-C ends
it.`,
		Example: `  sharekit preview --campaign my-campaign
  sharekit preview --no-open --port 8080`,
	},
	GroupMake:     "Make",
	GroupCheck:    "Check",
	GroupCampaign: "Campaigns",
	GroupOther:    "Other",
	Statuses:      "Exit status",
	StatusList: `  0  done
  1  problems were found
  2  the command was not understood
  3  nothing could be written
`,
	Usage: "Usage", Examples: "Examples", UseFlags: "[FLAGS]",
	Flags: "Flags", FlagsAll: "Flags of every verb", Default: "default:",
	Flag: flagWords{
		UILang:        "`language` of these messages: en or es (default: the locale's)",
		Help:          "show this page",
		Version:       "show of which source and which campaign this program is",
		Campaign:      "campaign `folder` (default: the built-in #ShutDownCECOT)",
		Today:         "check as if today were this `day`, YYYY-MM-DD",
		JSON:          "print JSON",
		Langs:         "`languages` of the kit, with commas (default: the campaign's)",
		OneLang:       "`language` (default: the campaign's first)",
		NewLangs:      "`languages`, with commas (default: en)",
		Out:           "`folder` to write (default: ./NAME-kit)",
		OutPicture:    "`file` to write, or - (default: FACT.png)",
		OutCode:       "`file` to write, or -",
		Zip:           "write the zip too (--zip=false: the folder alone)",
		Cache:         "`folder` that keeps what is drawn, so that a later kit draws only what changed",
		Force:         "replace the folder even if it was altered or is no kit",
		ForceFile:     "replace the file",
		Type:          "`type` of the picture: png, jpg, svg, pdf, gif (default: by the file's name)",
		CodeType:      "`type` of the code: png or svg (default: by the file's name)",
		Format:        "`format`: see sharekit list formats (default: portrait)",
		Theme:         "`theme`: see sharekit list themes (default: the campaign's)",
		Alt:           "print what the picture shows, in words",
		Kicker:        "`text` above the headline",
		Headline:      "`text` of the headline",
		Body:          "`text` under the headline",
		Figure:        "`number` drawn large",
		FigureLabel:   "`text` beside the number",
		Attribution:   "`text` that says who says so",
		Source:        "`text` of the source line",
		Ask:           "`text` of the call to action",
		CardLink:      "`address` the call's code leads to",
		Tag:           "`hashtags`, with commas",
		Platform:      "`platform`: see sharekit list platforms",
		Platforms:     "`platforms`, with commas",
		Caption:       "`number` of the caption (default: the first that fits)",
		Text:          "`text` of the post, in place of a fact's",
		Link:          "`address` at the end",
		PostTag:       "`hashtags`, with commas, the most important first",
		OpenLinks:     "print only the links that open each composer",
		Set:           "`slot=words`; once for each slot",
		To:            "`name` of the recipient",
		Office:        "`kind` of the recipient's office: senator, representative",
		Mail:          "`address` of the recipient's mail",
		Recipients:    "`table` of recipients, a CSV file",
		Was:           "`en=words` that were shared, to be struck out",
		Now:           "`en=words` that are true, as a sentence",
		Date:          "`day` of the correction, YYYY-MM-DD (default: today)",
		SourceURL:     "`address` where it can be checked (default: the fact's)",
		Publisher:     "`name` of who publishes that",
		OutCorrection: "`folder` to write (default: FACT-correction)",
		Formats:       "`formats`, with commas (default: those of the kit)",
		Box:           "`x,y,width,height` to blacken, in px or %; as often as needed",
		OutPhoto:      "`file` to write, png or jpg (default: PHOTO-redacted.png; PHOTO-clean.png without --box)",
		OutLetter:     "`file`, or with --recipients folder, to write (default: -)",
		LetterType:    "`type`: txt or eml (default: by the file's name)",
		Module:        "`pixels` to a module of a PNG",
		Print:         "for print: a quarter of the code may be lost",
		Build:         "lay out every card and compose every post too",
		Pictures:      "paint and measure every picture too, which takes a while",
		Title:         "`title` of the campaign",
		MainTag:       "its main `hashtag`",
		Page:          "`address` of its own page",
		Port:          "`port` to listen on (default: any that is free)",
		NoOpen:        "do not open the browser",
	},

	Fact: "fact", Format: "format", Theme: "theme", Platform: "platform", Language: "language",
	Kind: "type", Listing: "list", Shell: "shell", ThreadKind: "thread", LetterKind: "letter", Slot: "slot",
	NoSuch:     "there is no %s %q",
	ChooseFrom: "%w; choose from %s",
	DidYouMean: "%w; did you mean %q?",

	Checking:     "checking cards",
	Inspecting:   "measuring cards",
	Writing:      "writing files",
	OnPage:       "page %d: %s",
	DoneKit:      "%d files in %s",
	DoneZip:      "and a zip to pass on: %s (%.1f MB)",
	Open:         "open %s in a browser to begin",
	Wrote:        "wrote %s",
	Count:        "%d of %d %s",
	CountFree:    "%d %s",
	NoLimit:      "no limit",
	LeftOut:      "left out:",
	ShortText:    "the short text stands in",
	PostCount:    "%d posts",
	Corrected:    "pictures: %d, posts: %d, in %s\nnot to be shared any more: %d files, see %s",
	Redacted:     "wrote %s; boxes in black: %d; nothing but pixels is kept",
	DoneLetters:  "letters: %d, in %s",
	LeftOpen:     "in square brackets, to be struck out:",
	NothingFound: "nothing was found",
	Found:        "errors: %d, warnings: %d, notes: %d",
	Unaltered:    "%s is an unaltered kit of %s, version %s: %d files",
	Differ:       "files that differ from what was made: %d. get the kit again from where it came",
	Altered:      "altered",
	MissingFile:  "missing",
	Added:        "added",
	AskTitle:     "what is the campaign called?",
	AskTag:       "its main hashtag?",
	AskLangs:     "its languages, such as en,es? (en)",
	AskLink:      "the address of its own page, if there is one?",
	NewDone: `%s is a campaign to start from.
what is made up in it is marked EXAMPLE: replace it in
  %s
  %s
then
  sharekit check --campaign %s
  sharekit preview --campaign %s`,
	Serving: "the kit is at %s — Ctrl-C ends",
	Built:   "built: %d files",
	Stopped: "stopped",

	Warning:       "warning:",
	Problem:       "problem:",
	Problems:      "problems: %d. nothing was written",
	MoreWarnings:  "… and further warnings: %d",
	UnknownVerb:   "there is no verb %q",
	UnknownFlag:   "there is no flag %s",
	FlagLacks:     "%s needs a value",
	FlagInvalid:   "%s: %q is not a value it can have",
	Missing:       "%s needs an argument: %s",
	Unwanted:      "%s was given %q, which it has no use for",
	OnlyWith:      "%s goes only with %s",
	AFact:         "a fact",
	AThread:       "a thread of the campaign",
	OutOfRange:    "%s takes a number from %d to %d",
	BadAddress:    "%q is not a full https, tel, sms or mailto address",
	NoFolder:      "--campaign: there is no folder %s",
	CannotRead:    "cannot read %s: %v",
	TooLarge:      "%s is larger than %d MB",
	InWay:         "%s is in the way",
	NotFolder:     "%s is not a folder",
	NotEmpty:      "%s is not empty",
	Binary:        "a picture is nothing for a terminal",
	NoSubject:     "card needs a fact, a file or --headline",
	TwoSubjects:   "card takes a fact or a file, or else --headline",
	NoPost:        "post needs a fact or --text",
	TwoPosts:      "post takes a fact, or else --text",
	TwoAddressees: "letter takes --recipients, or else --to, --office and --mail",
	NoText:        "there is no text to split",
	NotText:       "%s is not a text in UTF-8",
	LongAddress:   "the address is too long for a code",
	NoCaption:     "%s has captions 1 to %d, not %d",
	NotStanding:   "%s may not be published: it has expired or was replaced or withdrawn",
	NoIntent:      "%s has no link that opens its composer with this post",
	NotKit:        "%s is not a kit: %v",
	TwoCampaigns:  "%s and %s are kits of two campaigns, %q and %q",
	OfCard:        "fact %s, language %s, format %s: ",
	OfPost:        "fact %s, language %s, post for %s: ",
	OfThread:      "thread %s, language %s",
	Part:          ", part %d",
	OfReel:        "reel %s, language %s",
	Cue:           ", caption %d",
	OfFact:        "fact %s, field %s: %s",
	OfLetter:      "letter %s, language %s: %s",
	OfSlot:        "%s (%s): %s",
	KitInWay:      "%s is in the way: it %s",
	NoContrast:    "%s has a contrast of %.1f:1 against its ground, below %.1f:1",
	NotYAML:       "this is not YAML that can be read",
	UnknownKey:    "unknown key %q",
	CoversNothing: "a box covers nothing of the photo",
	NoRoom:        "the %s does not fit the %s format",
	DoesNotFit:    "the %s does not fit the %s format: about %d characters too many",
	NoGlyph:       "the %s holds %q, which no font here can draw",
	FewWords:      "%s (%s) wants at least %d words of your own; words so far: %d",
	BadSet:        "--set: %q is not of the form SLOT=WORDS",
	SlotsOpen:     "%s needs words for %s",
	NoOut:         "letters for a table of recipients need a folder",
	CannotListen:  "cannot listen on port %d: %v",
	CannotOpen:    "no browser could be opened: %v",

	Wanted:     "%s belongs here",
	WantText:   "a text",
	WantNumber: "a number",
	WantBool:   "true or false",
	WantList:   "a list",
	WantKeys:   "keys with values",

	Hint:          "hint:",
	HintUsage:     "sharekit --help lists what it can do",
	HintVerb:      "sharekit help %s shows how",
	HintList:      "sharekit list shows what there is",
	HintExists:    "choose another --out, or --force to replace it",
	HintPath:      "choose another --out that you may write to",
	HintOther:     "choose another folder",
	HintStopped:   "stopped before the end: nothing was changed",
	HintBinary:    "name a file with -o, or pass it on with |",
	HintAddress:   "copy it again in full, without spaces, beginning with https://",
	HintShorter:   "lead to a page with a shorter address",
	HintNew:       "sharekit new FOLDER makes one",
	HintTable:     "begin with --lang en; add the other language when its table is there",
	HintKit:       "a kit has SHA256SUMS and data/manifest.json in it",
	HintBox:       "the photograph is %d × %d px; boxes are x,y,width,height in px or %%",
	HintSet:       "write it as --set town=Springfield",
	HintSlot:      "--set %s=… fills it; sharekit letter lists the slots",
	HintRecipient: "--to and --office say who it goes to",
	HintOutFolder: "name it with --out",
	HintFit:       "shorten it, or choose a roomier --format such as portrait or story",
	HintGlyph:     "leave the character out",
	HintLong:      "shorten the text; words and links are never cut",

	Units:           map[string]string{},
	Severities:      map[string]string{},
	PictureProblems: map[string]string{"size": "text too small", "contrast": "too little contrast", "safe": "too near the edge", "qr": "QR code", "glyphs": "missing letters"},
	Forms: map[string]string{
		"day": "is not a day of the form YYYY-MM-DD", "language": "is not a language, like en or es-MX",
		"box": "is not x,y,width,height", "mark": "is not one of solid, hatch, open, foot",
	},

	// What the reader of YAML says to programmers.
	Libraries: libraries{Sentences: map[string]string{
		"found character '\t' that cannot start any token":                   tabbed,
		"found a tab character where an indentation space is expected":       tabbed,
		"tab character cannot use as a map key directly":                     tabbed,
		"sequence end token ']' not found":                                   "the bracket ] that closes is missing",
		"could not find flow mapping end token '}'":                          "the brace } that closes is missing",
		"could not find end character of double-quoted text":                 "the quotation mark that closes is missing",
		"could not find end character of single-quoted text":                 "the quotation mark that closes is missing",
		"mapping value is not allowed in this context":                       "no further key can stand here; put the text in quotation marks",
		"value is not allowed in this context":                               outOfPlace,
		"value is not allowed in this context. map key-value is pre-defined": outOfPlace,
		"unexpected scalar value":                                            outOfPlace,
		"unexpected scalar value type":                                       outOfPlace,
		"unexpected key name":                                                "a key cannot stand here; look at the indentation",
		"unexpected map key":                                                 "a key cannot stand here; look at the indentation",
		"found an invalid key for this map":                                  "a key cannot stand here; look at the indentation",
		"could not find map value":                                           "the value of a key is missing",
		"undefined map key":                                                  "a key is missing",
		"expected map key-value delimiter ':'":                               "the colon after a key is missing",
		"map key definition includes an implicit line break":                 "a key goes over two lines",
		"block sequence entries are not allowed in this context":             "a list cannot begin here; look at the indentation",
		"',' or ']' must be specified":                                       "a comma or the bracket ] is missing",
		"',' or '}' must be specified":                                       "a comma or the brace } is missing",
		"non-map value is specified":                                         "keys with values belong here",
		"%s was used where mapping is expected":                              "keys with values belong here",
		"%s was used where sequence is expected":                             "a list belongs here",
		"mapping key %q already defined at [%d:%d]":                          "the key %[1]s stands in line %[2]s already",
		"could not find alias %q":                                            "no aliases are used here; put the text in quotation marks",
	}},
}

const (
	tabbed     = "there is a tab here; indent with spaces"
	outOfPlace = "this value cannot stand here; look at the indentation"
)
