// Package rules has the rules that errors of package share break, in English.
// Those of what stands on the start page are package page's.
package rules

import "github.com/shutdowncecot/toolkit/hashtag/fault"

// inFileName is what a name that stands in a file's is made of.
const inFileName = "write small letters, digits and hyphens"

const againFrom = "get the kit again from where it came"

// English are the rules, by name. It is not changed.
var English = fault.Rules{
	// CardError, PostError, ThreadError, DrawingError
	"card-undrawable": {Message: "fact {fact}, language {lang}, format {format}: {cause}"},
	"card-words": {
		Message: "fact {fact}, format {format}: the picture line has {n} words",
		Fix:     "take {over, plural, one {# word} other {# words}} out of it",
	},
	"card-scene":         {Message: "fact {fact}, language {lang}, format {format}: drawn without its {as}: {cause}"},
	"sheet-omits":        {Message: "{file} had no room for {parts}"},
	"card-omits":         {Message: "not on its pictures: {parts}"},
	"card-scene-room":    {Message: "fact {fact}, language {lang}, format {format}: has no room for its {as}, and is drawn without"},
	"card-scene-data":    {Message: "fact {fact}, language {lang}, format {format}: its scene does not hold what a {as} needs"},
	"post-unwritable":    {Message: "fact {fact}, language {lang}, post for {platform}: {cause}"},
	"thread-unknown":     {Message: "thread {thread}, language {lang}: there is no such thread"},
	"thread-fallen":      {Message: "thread {thread}, language {lang}, part {part}: {cause}"},
	"thread-unwritable":  {Message: "thread {thread}, language {lang}, part {part} for {platform}: {cause}"},
	"drawing-undrawable": {Message: "{file} cannot be drawn: {cause}"},

	// FactError
	"kit-fact-unknown": {Message: "no fact of the campaign is called {fact}"},
	"fact-file-name":   {Message: "{fact} cannot be part of a file's name", Fix: inFileName},
	"fact-lacks":       {Message: "is missing from fact {fact}, and a fact without it is not published"},
	"fact-fallen":      {Message: "fact {fact} does not stand on {date}: it has expired or was replaced or withdrawn"},
	"change-no-date":   {Message: "is missing from the change of fact {fact}", Fix: "a correction has a day"},
	"change-no-was":    {Message: "is missing from the change of fact {fact}", Fix: "say what was shared"},
	"change-no-now":    {Message: "is missing from the change of fact {fact}", Fix: "say what is true"},
	"change-same":      {Message: "says what was said of fact {fact} before"},
	"change-no-source": {Message: "is missing from the change of fact {fact}, and what has no source is not published"},
	"change-scheme":    {Message: "must begin with https:// in the change of fact {fact}"},

	// LanguageError
	"kit-language-none":    {Message: "the campaign has no language"},
	"kit-language-unknown": {Message: `the campaign has no language "{lang}"`, Fix: "choose from {have}"},

	// ExistsError
	"way-root":       {Message: "{path} is in the way: it cannot be replaced as a whole", Fix: "name a folder in it"},
	"way-not-folder": {Message: "{path} is in the way: it is not a folder"},
	"way-folder":     {Message: "{path} is in the way: it is a folder"},
	"way-altered":    {Message: "{path} is in the way: it was changed since it was made: {cause}"},
	"way-not-kit":    {Message: "{path} is in the way: it is not a kit"},
	"way-other-kit":  {Message: `{path} is in the way: it is a kit of "{kit}"`},
	"way-not-zip":    {Message: "{path} is in the way: it is not the zip of a kit"},
	"way-other-zip":  {Message: `{path} is in the way: it is the zip of a kit of "{kit}"`},
	"way-set-aside":  {Message: "{path} is in the way: it was set aside from {from} and something else came there", Fix: "move it where it belongs"},
	"way-same-edition": {
		Message: "{path} is a signed kit of the same edition, {version}, with other files",
		Fix:     "write a higher revision: in campaign.yaml, which tells people who check a kit that yours is the newer",
	},
	"way-not-site":   {Message: "{path} is in the way: it holds files, and none says that it is a site"},
	"way-other-site": {Message: `{path} is in the way: it is the site of "{site}"`},
	"sums-altered":   {Message: "{n, plural, one {{file} was altered} other {{file} was altered (# files differ)}}"},
	"sums-missing":   {Message: "{n, plural, one {{file} is missing} other {{file} is missing (# files differ)}}"},
	"sums-added":     {Message: "{n, plural, one {{file} was added} other {{file} was added (# files differ)}}"},

	// KitError
	"kit-empty":     {Message: "the kit holds nothing", Fix: "kits come from Build"},
	"kit-file-name": {Message: `"{file}" cannot be the name of a file`},
	"kit-zip-many": {
		Message: "the kit has {n} files, and many programs see no more than {most} in a zip",
		Fix:     "make a kit for each language, or the folder alone, whose small zips are within that",
	},
	"kit-file-twice":     {Message: "two files of the kit would be called {file}", Fix: "give the fact or what else is called so another id"},
	"kit-language-twice": {Message: `the language "{lang}" is chosen twice`},
	"kit-format-unnamed": {Message: "format {n} has no name"},
	"kit-format-name":    {Message: `the format "{format}" cannot be part of a file's name`, Fix: inFileName},
	"kit-format-twice":   {Message: `the format "{format}" is chosen twice`},
	"kit-zip-inside":     {Message: "{zip}: the zip of a kit cannot lie in the kit's folder {folder}"},
	"kit-sums-line":      {Message: `{file}: not a line of sums: "{line}"`},
	"kit-garbled":        {Message: "{file} cannot be read: {cause}"},
	"kit-listing-size":   {Message: "{file}: larger than any kit's"},
	"kit-theme":          {Message: `theme: there is no theme "{theme}"`, Fix: "choose from {have}, or write themes/{theme}.json"},
	"kit-fonts":          {Message: "{file}: {cause}"},
	"kit-old":            {Message: "the old kit: {cause}"},
	"kit-new":            {Message: "the new kit: {cause}"},
	"kit-part":           {Message: "there is no part {number} of {of}", Fix: "parts are numbered from 1, and a kit has at most {most}"},
	"kit-join-part":      {Message: "only a whole kit is joined", Fix: "build it without a part"},
	"kit-join-whole":     {Message: "folder {n} is a whole kit, not a part of one"},
	"kit-join-other":     {Message: "folder {n} is a part of another kit", Fix: "make every part from the same campaign, with the same choices"},
	"kit-join-differs":   {Message: "{file} differs between folder {n} and an earlier one", Fix: "make both parts again with the same program"},
	"kit-join-changed":   {Message: "{file} was changed while the parts were joined"},
	"kit-join-none":      {Message: "no part of the kit was given"},
	"kit-join-lacks":     {Message: "{n, plural, one {# file is missing} other {# files are missing}}", Fix: "give part {parts} too"},
	"site-base": {Message: "{address}: a site cannot be at this address",
		Fix: "write https, host and folder: https://example.org/mill/"},
	"site-words-missing": {Message: "{n, plural, one {lacks a label} other {lacks # labels}}: {labels}", Fix: "translate them"},
	"table-row-device":   {Message: "row {row}: its files would be called {name}, the name of a device on Windows", Fix: "give it another id"},
	"table-row-name":     {Message: "row {row}: nothing names its files", Fix: "write Latin letters or digits into the column id"},
	"table-row-twice":    {Message: `row {row}: its files would be called {name}, as those of row {other} are`, Fix: "give each row an id of its own"},
	"table-row-unmade":   {Message: "row {row}: {cause}"},
	"table-rows":         {Message: "{n, plural, one {# row} other {# rows}} of {all} cannot be made"},
	"kit-other":          {Message: `these are kits of two campaigns, "{old}" and "{new}"`},
	"kit-ffmpeg-missing": {Message: "the program {program} is not installed", Fix: "install it, or make the videos without it"},
	"kit-ffmpeg-encoder": {Message: "the program {program} lacks the encoder libx264", Fix: "install one that has it, or make the videos without it"},
	"kit-ffmpeg-failed":  {Message: "ffmpeg could not make a video smaller ({status}): {cause}", Fix: "make the videos without it"},

	// KitError of signatures and zips
	"kit-manifest-differs": {Message: "{file}: the manifest and the sums do not say the same of it"},
	"kit-key-other": {Message: "the kit would be signed with the key {id}, and the campaign names {want}",
		Fix: "sign with the campaign's key, or name the new one as key in campaign.yaml"},
	"kit-key-part":        {Message: "a part of a kit is not signed", Fix: "sign when the parts are joined"},
	"kit-not-signed":      {Message: "{file} is not signed"},
	"kit-signature-other": {Message: "the signature of {file} is of another campaign, edition or file"},
	"kit-logo":            {Message: "{file}: {cause}"},
	"zip-surrounded":      {Message: "{n} bytes of the zip belong to none of its files", Fix: againFrom},
	"zip-name":            {Message: `the zip has a file "{file}" that cannot be written everywhere`, Fix: againFrom},
	"zip-stray":           {Message: "{file} lies in the zip beside the kit's folder {folder}", Fix: againFrom},
	"zip-twice":           {Message: "the zip has two files for one name: {file}", Fix: againFrom},
	"zip-shadowed":        {Message: "the zip calls a file {file} that has another name inside", Fix: againFrom},

	// ReelError
	"reel-speed": {Message: "reel {reel}, language {lang}: caption {cue} asks its readers for {speed} characters a second, at most {most} can be read",
		Fix: "give it more time or fewer words"},
	"reel-undrawable": {Message: "reel {reel}, language {lang}, scene {scene}: cannot be drawn: {cause}"},
	"reel-unfit":      {Message: "reel {reel}, language {lang}: {cause}"},
	"reel-size":       {Message: "reel {reel}, language {lang}: has {n} bytes of captions, at most {most} are taken"},
}
