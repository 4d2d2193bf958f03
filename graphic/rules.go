package graphic

import (
	"maps"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// Rules returns the rules by which this package refuses a card, a theme, a
// font, a picture or a code, with their English. The names are stable.
func Rules() fault.Rules { return maps.Clone(rules) }

// fits and need are what to do about several rules.
const (
	smallerCopy = "save a smaller copy"
	oneToTwo    = "one or two can be told apart"
	wholeFont   = "leave it out or load it anew"
	anyOf       = "they are {have}"
)

var rules = fault.Rules{
	// Of what does not fit, has no glyphs or cannot be read.
	"card-fit":      {Message: "does not fit the {format} format: about {over, plural, one {# character} other {# characters}} too many"},
	"card-glyph":    {Message: "contains \"{char}\" ({code}), which no font of the theme has", Fix: "give fonts that have it in Options.Fonts"},
	"card-contrast": {Message: "has a contrast of {ratio}:1 against its ground, below {want}:1"},

	// Of a card and of how it is drawn.
	"card-headline": {Message: "is missing", Fix: "a card needs a headline"},
	"card-folio":    {Message: "{number} of {of}", Fix: "a set has up to {most} cards, counted from 1"},
	"card-source":   {Message: "is missing", Fix: "a card with a figure or a quotation says where it comes from"},
	"card-block":    {Message: "is nil"},
	"card-tag":      {Message: "\"{tag}\" is no hashtag", Fix: "write it in one word, with or without a # before it"},
	"card-hidden":   {Message: "holds {code}, which cannot be seen", Fix: "leave it out"},
	"card-image":    {Message: "is not as large as the card", Fix: "give an image of {width}×{height} px"},
	"card-blank":    {Message: "shows nothing", Fix: "lay a card out with New"},
	"card-ground":   {Message: "theme {theme} has no ground \"{ground}\""},
	"card-theme":    {Message: "has a name alone", Fix: "take one of Themes, or load it with LoadTheme"},

	"alt-word-unknown": {Message: "there is no word \"{word}\""},
	"alt-word-value":   {Message: "the word \"{word}\" does not name {{{value}}}"},
	"alt-word-missing": {Message: "there is no word \"{word}\" in the language {lang}, for the alt text"},

	"action-url":        {Message: "is not a link"},
	"action-url-user":   {Message: "holds a user's name", Fix: "readers would take it for the host"},
	"action-url-port":   {Message: "{port} is no port", Fix: "leave it out, or give one from 1 to 65535"},
	"action-url-empty":  {Message: "leads nowhere", Fix: "something has to stand after {scheme}:"},
	"action-url-scheme": {Message: "is not a link that a card can hold", Fix: "begin with https://, tel:, sms: or mailto:"},

	// Of what a Drawing draws.
	"canvas-drawing": {Message: "is nil", Fix: "give what draws the card"},
	"canvas-small":   {Message: "is set at {size} px, below the {floor} px that can be read in this format"},
	"canvas-edge":    {Message: "\"{text}\" leaves the room that words have", Fix: "keep it within Canvas.Room"},
	"canvas-meets":   {Message: "\"{text}\" meets a mark or other words", Fix: "leave room around it"},
	"canvas-open":    {Message: "bars {width} px wide close up: {least} px of ground have to show within an open one", Fix: "draw fewer, or larger"},

	// Of pictures of data.
	"field-groups":    {Message: "has {n} groups", Fix: "four kinds of bars can be told apart"},
	"field-count":     {Message: "{n} is not between 1 and {most}"},
	"field-marks":     {Message: "is {mark}, as the group before it", Fix: "choose another mark, so that one sees where it begins"},
	"field-size":      {Message: "has {n} bars", Fix: "a field has from {least} to {most}"},
	"few-count":       {Message: "{n} is not between {least} and {most}", Fix: "draw one, or more, in words or as a field"},
	"calendar-span":   {Message: "has {n} days", Fix: "a calendar has from {least} to {most}"},
	"clock-hours":     {Message: "{n} is not between 1 and 24"},
	"clock-time":      {Message: "\"{value}\" is no time of day", Fix: "write it as 21:00"},
	"ledger-count":    {Message: "{n} is not between {least} and {most}"},
	"dates-events":    {Message: "has {n} events", Fix: "two to {most} can be read"},
	"dates-order":     {Message: "is not after the event before it"},
	"scale-squares":   {Message: "has {n} squares", Fix: "a scale has from {least} to {most}: let one stand for more, or less"},
	"scale-count":     {Message: "{n} is not between 1 and {of}"},
	"plan-count":      {Message: "is {n}", Fix: "a plan shows from {least} to {most}"},
	"plan-most":       {Message: "{n} is less than {least}"},
	"flow-parts":      {Message: "has {n, plural, one {# part} other {# parts}}", Fix: "a group parts in two; draw more as a field"},
	"flow-uneven":     {Message: "{a} and {b} cannot be drawn as two streams", Fix: "draw them as a field"},
	"line-points":     {Message: "has {n, plural, one {# value} other {# values}}", Fix: "a line has from {least} to {most}"},
	"line-order":      {Message: "is not after the value before it"},
	"line-value":      {Message: "is not a number from nought up"},
	"slope-rows":      {Message: "has {n, plural, one {# line} other {# lines}}", Fix: "from one to {most} can be told apart"},
	"slope-times":     {Message: "is missing", Fix: "a slope leads from one time to another"},
	"slope-name":      {Message: "is missing"},
	"slope-text":      {Message: "is missing", Fix: "the value as it is printed"},
	"slope-value":     {Message: "is not a number"},
	"slope-twin":      {Message: "has the values of a line before it", Fix: "name both in one: they would be drawn as one"},
	"multiples-parts": {Message: "has {n, plural, one {# part} other {# parts}}", Fix: "from {least} to {most} stand side by side"},
	"multiples-count": {Message: "{n} is not between 1 and {of}"},
	"multiples-mark":  {Message: "is not solid", Fix: "leave it out: the rest of each field is open"},
	"scene-clear":     {Message: "is none of top, middle, bottom and end"},

	"format-sizes": {Message: "has no type sizes", Fix: "take one of Formats or PrintFormats, or make it with CustomFormat"},
	"format-canvas": {Message: "is {width}×{height} px",
		Fix: "both sides are between 300 and 8000, the width at most {across} times the height, the height at most 3 times the width"},
	"format-displayed": {Message: "a displayed width of {width} pt is not between 100 and 4000"},
	"format-floor":     {Message: "{floor} px is not between 1 and 1000"},
	"format-size":      {Message: "{floor} px is above the {size} px of the format's smallest text", Fix: "make a format with CustomFormat"},
	"format-changed":   {Message: "is neither built in nor made with CustomFormat", Fix: "no document says what was changed"},
	"format-unknown":   {Message: "there is no format \"{format}\"", Fix: anyOf},
	"format-dpi":       {Message: "{dpi} is neither 0 nor between 36 and 1200"},

	// Of documents.
	"card-block-foreign": {Message: "{type} is no block of package graphic", Fix: "a block cannot be made of another"},
	"json-syntax":        {Message: "is not JSON: {cause}"},
	"json-utf8":          {Message: "is not UTF-8"},
	"json-depth":         {Message: "is nested too deeply"},
	"json-key-unknown":   {Message: "unknown key \"{value}\"", Fix: "the keys here are {want}"},
	"json-key-twice":     {Message: "the key \"{value}\" is there twice", Fix: "keep one"},
	"json-want-text":     {Message: "is no text"},
	"json-want-bool":     {Message: "is neither true nor false"},
	"json-want-number":   {Message: "is no number"},
	"json-want-whole":    {Message: "is no whole number"},
	"json-want-list":     {Message: "is no list"},
	"json-want-object":   {Message: "is no object with keys"},
	"json-type":          {Message: "there is no block of the type \"{value}\"", Fix: "they are {want}"},
	"json-word":          {Message: "\"{value}\" cannot stand here"},
	"word-value":         {Message: "{value} is none of {want}"},

	// Of blocks.
	"bars-items":        {Message: "{n, plural, one {# bar} other {# bars}}", Fix: "two to seven can be compared"},
	"bars-item-value":   {Message: "is no number from 0"},
	"bars-item-text":    {Message: "is missing", Fix: "every bar prints its value"},
	"bars-all-zero":     {Message: "every value is 0"},
	"beforeafter-panel": {Message: "is incomplete", Fix: "a panel says when it was (Label) and how it was (Value or Text)"},
	"blank-lines":       {Message: "{n, plural, one {# line} other {# lines}}", Fix: "three to eight can be written on"},
	"contact-way":       {Message: "is incomplete", Fix: "a Contact has a name and a way to reach it (Phone or How)"},
	"correction-part":   {Message: "is incomplete", Fix: "a Correction has a Label, a Date and what Was said before"},
	"document-file":     {Message: "is missing", Fix: "a Document says what record it is and when it was made"},
	"document-passage":  {Message: "is missing", Fix: "a Document shows words of the record"},
	"donut-of":          {Message: "{n, plural, one {# tick} other {# ticks}}", Fix: "two to {most} can be told apart"},
	"donut-count":       {Message: "{count} is not a share of {of}"},
	"donut-value":       {Message: "is missing", Fix: "a Donut prints its share"},
	"directory-name":    {Message: "is missing", Fix: "say whom the card leads to"},
	"label-url":         {Message: "is missing", Fix: "say what the code opens"},
	"postal-lines":      {Message: "{n, plural, one {# line} other {# lines}}", Fix: "an address has two to four"},
	"postal-sign":       {Message: "{n} lines to sign on", Fix: "two fit a postcard"},
	"event-rows":        {Message: "{n, plural, one {# row} other {# rows}}", Fix: "one to seven fit a card"},
	"event-row-label":   {Message: "is empty"},
	"list-items":        {Message: "{n, plural, one {# row} other {# rows}}", Fix: "two to six fit a card"},
	"list-item":         {Message: "is empty"},
	"people-per":        {Message: "cannot be negative"},
	"people-count":      {Message: "cannot be negative"},
	"people-multiple":   {Message: "{count} is not a multiple of Per, {per}", Fix: "every bar stands for the same number"},
	"people-mark":       {Message: "is none of Solid, Hatch, Open, Foot"},
	"people-segments":   {Message: "{n} groups are too many to tell apart"},
	"people-nobody":     {Message: "there is nobody to draw"},
	"people-bars":       {Message: "{n} bars are too many to see", Fix: "let one bar stand for {per} people"},
	"photo-picture":     {Message: "there is none", Fix: "decode one with DecodePicture"},
	"photo-alt":         {Message: "is missing", Fix: "a Photo says in words what it shows"},
	"photo-focus":       {Message: "X and Y are shares of the picture, from 0 to 1"},
	"quote-text":        {Message: "is missing", Fix: "a Quote needs words"},
	"quote-speaker":     {Message: "is missing", Fix: "a Quote says whose words they are"},
	"rows-items":        {Message: "{n, plural, one {# row} other {# rows}}", Fix: "{least} to {most} fit a card"},
	"rows-item":         {Message: "is empty"},
	"stat-value":        {Message: "is missing", Fix: "a Stat needs a value"},
	"map-routes":        {Message: "has {n} journeys", Fix: "a map shows one, or two of which the second goes on from the first"},
	"map-count":         {Message: "is {n}", Fix: "a map shows from 1 to {most} marks a journey"},
	"map-mark":          {Message: "is no mark of a map", Fix: "write solid or open"},
	"map-when":          {Message: "is missing", Fix: "say when the journey was"},
	"map-name":          {Message: "is missing", Fix: "say what the place is called"},
	"map-region":        {Message: "there is no country \"{region}\"", Fix: "write its two letters of ISO 3166, for example SV"},
	"map-place":         {Message: "lies outside the map", Fix: "longitudes go to 180, latitudes to {most}"},
	"map-crowded":       {Message: "the marks of its journeys would touch", Fix: "take a larger format, or places further apart"},

	"tilemap-groups":       {Message: "{n, plural, one {# group} other {# groups}}", Fix: oneToTwo},
	"tilemap-group":        {Message: "is incomplete", Fix: "a group has states and a label"},
	"tilemap-state":        {Message: "\"{state}\" is not a state's postal code"},
	"tilemap-state-twice":  {Message: "\"{state}\" is there twice"},
	"timeline-events":      {Message: "{n, plural, one {# event} other {# events}}", Fix: "two to six fit a card"},
	"timeline-event":       {Message: "is incomplete", Fix: "an event has At, Date and Text"},
	"timeline-event-order": {Message: "is before the event above it", Fix: "events stand in order of time"},
	"timeline-event-focus": {Message: "{n} events are the focus", Fix: "only one can be"},
	"timeline-one-day":     {Message: "all events are on one day"},
	"versus-part":          {Message: "is missing", Fix: "a Versus has the line it corrects and a label that says what is wrong with it"},

	// Of several cards.
	"carousel-slides": {Message: "{n, plural, one {# slide} other {# slides}}", Fix: "one to seven stand between the cover and the sources"},
	"carousel-ground": {Message: "is not used", Fix: "a carousel chooses the ground of each slide itself"},
	"carousel-slide":  {Message: "slide {slide}: {cause}"},
	"sheet-cards":     {Message: "there are none", Fix: "a sheet needs at least one"},
	"sheet-piece":     {Message: "a piece lies on another or beyond the sheet", Fix: "give each its own place"},
	"sheet-mixed":     {Message: "the cards of a sheet have one format, of PrintFormats"},
	"sheet-screen":    {Message: "is a screen format", Fix: "cards are cut out of paper"},
	"sheet-small":     {Message: "is smaller than its cards"},
	"sheet-large":     {Message: "of {width}×{height} px is too large"},
	"sheet-places":    {Message: "{n} are more than the {places} places of the sheet"},

	// Of reels; times are in seconds.
	"reel-scenes": {Message: "there are none", Fix: "a reel needs a scene"},
	"reel-scene":  {Message: "scene {scene}: {cause}"},
	"reel-short":  {Message: "{length} s is too short to be read", Fix: "at least {least} s"},
	"reel-long":   {Message: "{length} s is more than every platform takes", Fix: "at most {most} s"},
	"reel-format": {Message: "has no room for captions", Fix: "take one of ReelFormats"},
	"cue-text":    {Message: "is missing"},
	"cue-order":   {Message: "{from} s to {to} s is not within the video, after the cue before"},
	"cue-short":   {Message: "{length} s is too short to be read", Fix: "at least {least} s"},
	"cue-fast":    {Message: "{n} characters in {length} s are too many to be read", Fix: "{most} a second"},

	// Of files that are written.
	"gif-marks":  {Message: "there is nothing that builds up", Fix: "a GIF needs People, Bars or a Donut"},
	"gif-colors": {Message: "a photograph has more colours than a GIF", Fix: "use Duotone"},
	"pdf-pages":  {Message: "there are none", Fix: "a file needs a page"},
	"pdf-shape":  {Message: "{width} by {height} points is not the shape of {w} by {h} pixels"},
	"pdf-side":   {Message: "a side of {side} points is not within {least} and {most}"},
	"pdf-bleed":  {Message: "a bleed of {bleed} points is not within 0 and {most}"},

	// Of codes.
	"qr-content":  {Message: "cannot be a QR code", Fix: "give it something to say, and less than a symbol holds"},
	"qr-host":     {Message: "leads to a host that cannot be", Fix: "copy the address again, in full"},
	"qr-module":   {Message: "{px} px is too small to scan", Fix: "at least {least}"},
	"qr-plate":    {Message: "{px} px is too large for {modules} modules", Fix: "at most {most}"},
	"qr-level":    {Message: "is none of Medium, Quartile, High"},
	"qr-contrast": {Message: "these colours are {ratio}:1", Fix: "a code needs dark modules on a light ground at 7:1"},
	"qr-blank":    {Message: "shows nothing", Fix: "make one with QR"},

	// Of photographs.
	"picture-nil":    {Message: "the picture is nil"},
	"picture-size":   {Message: "the picture of {width}×{height} px cannot be used"},
	"picture-redact": {Message: "the picture of {width}×{height} px has nothing to cover at {rect}"},
	"picture-empty":  {Message: "the picture has no pixels"},
	"picture-bytes":  {Message: "the picture is larger than {most} MB", Fix: smallerCopy},
	"picture-format": {Message: "the picture is not a PNG, JPEG or WebP file"},
	"picture-jpeg": {
		Message: "the picture is a JPEG of a seldom kind: {cause}",
		Fix:     "open it in a program for pictures and export it as PNG, or as a JPEG in RGB",
	},
	"picture-heic": {
		Message: "the picture is HEIC or AVIF, which is not read here",
		Fix:     "send it to yourself by e-mail or open it and export it as JPEG; on an iPhone: Settings, Camera, Formats, Most Compatible",
	},
	"picture-animated": {Message: "the picture moves", Fix: "save one of its frames as PNG or JPEG"},
	"picture-pixels":   {Message: "the picture of {width}×{height} px is larger than {megapixels} megapixels or longer than {side} px", Fix: smallerCopy},
	"picture-memory":   {Message: "the picture of {width}×{height} px takes more than {most} MB to decode", Fix: smallerCopy},
	"picture-text":     {Message: "the picture is not a data URL of base64", Fix: "begin it with data:image/png;base64,"},
	"logo-art":         {Message: "there is none", Fix: "decode one with DecodeArtwork"},
	"logo-name":        {Message: "is missing", Fix: "a logo has the name of its group beside it"},
	"logo-many":        {Message: "{n} logos; a card has {most} at most"},
	"logo-over":        {Message: "a logo meets {field}", Fix: "leave it out in this format"},
	"logo-bytes":       {Message: "the logo is larger than {most} KB", Fix: "save a simpler or smaller copy"},
	"logo-size":        {Message: "the logo of {width}×{height} px is longer than {side} px", Fix: smallerCopy},
	"logo-format":      {Message: "the logo is not an SVG or PNG file that can be read"},
	"logo-foreign": {
		Message: "the logo has {what}, which is not drawn", Fix: "turn strokes, words and effects into outlines of one colour each, or save a PNG",
	},
	"logo-empty":      {Message: "the logo paints nothing"},
	"logo-large":      {Message: "the logo has too many outlines", Fix: "simplify its paths, or save a PNG"},
	"picture-damaged": {Message: "the picture is damaged: {cause}"},

	// Of themes.
	"theme-folder":         {Message: "there is no folder to load a theme from"},
	"theme-missing":        {Message: "is missing"},
	"theme-extends":        {Message: "there is no theme \"{theme}\"", Fix: anyOf},
	"theme-grounds":        {Message: "there are none", Fix: "a theme has at least one"},
	"theme-inner":          {Message: "there are none", Fix: "name at least one ground"},
	"theme-ground":         {Message: "there is no ground \"{ground}\"", Fix: anyOf},
	"theme-scheme":         {Message: "there is no scheme \"{scheme}\"", Fix: anyOf},
	"theme-color":          {Message: "there is no colour \"{color}\"", Fix: anyOf},
	"theme-color-form":     {Message: "\"{value}\" is not a colour", Fix: "write it as #RRGGBB"},
	"theme-contrast":       {Message: "{ink} on {under} is {ratio}:1, below {want}:1"},
	"theme-contrast-cones": {Message: "{ink} on {under} is {ratio}:1 for a reader without green cones, too little below {want}:1"},
	"theme-role":           {Message: "there is no kind of text \"{role}\"", Fix: anyOf},
	"theme-font":           {Message: "{font}: {cause}"},
	"theme-number":         {Message: "{value} is not between {least} and {most}"},
	"theme-size":           {Message: "only display has one"},

	// Of files and fonts.
	"file-irregular": {Message: "is a folder, a pipe or a device", Fix: "name a file"},
	"file-large":     {Message: "is larger than {most} MB"},
	"file-unread":    {Message: "cannot be read: {cause}"},
	"font-folder":    {Message: "there is no folder to load fonts from"},
	"font-none":      {Message: "there is no .ttf, .otf or .ttc file among the fonts"},
	"font-installed": {Message: "none of the known fonts is installed", Fix: "give a folder of fonts to LoadFonts"},
	"font-format":    {Message: "is not a TrueType or OpenType font", Fix: "convert WOFF and others first"},
	"font-cut":       {Message: "is damaged: it ends too early", Fix: wholeFont},
	"font-damaged":   {Message: "is damaged: {cause}", Fix: wholeFont},
	"font-shaping":   {Message: "{font} is damaged, which shows in shaping {text}", Fix: wholeFont},
}
