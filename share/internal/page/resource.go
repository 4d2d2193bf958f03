package page

// A Phone is a number to call.
type Phone struct {
	Label  Text   // "Capitol switchboard"
	Number string // as read: "(202) 224-3121"
	Tel    string // as dialled, with country code: "+12022243121"
}

// An Address is where an office gets its post.
type Address struct{ Label, Address Text }

// A Link leads out of the page.
type Link struct {
	Label Text
	URL   string // https, tel, sms or mailto
}

// A Page is a section of the More tab.
type Page struct {
	ID    string // its anchor: "safety"; also reached by the part before a hyphen
	Title Text
	Group Text // the heading it is listed under; empty: the built-in one
	Hint  Text // two or three words in the list of sections; empty: none
	Body  Text // markdown; raw HTML is left out, headings are demoted, a leading level-one heading is dropped
}

// A Step is one thing to do.
type Step struct {
	Title Text
	Time  Text   // "10 minutes"; empty: not shown
	Gate  Gate   // shown before the steps
	Items []Text // numbered
	Links []Link
}

// An Account is an account that posts may tag.
type Account struct {
	Name      Text
	Platform  string // as shown: "Bluesky"
	Handle    string // "@example.org"
	URL       string
	Confirmed bool // seen on the owner's own page
}

// An Item is something that lies in the kit's folder, in one or more files.
type Item struct {
	Name  Text   // empty: the name of its first file's format
	App   string // the platform that it is for and called by, where that has a name of its own in a language
	Lang  string // language of the files; empty: any
	Part  string // the section it is listed in; empty: PartFiles
	Files []File
	Reel  *Reel // nil: it has no screen of its own
}

// The sections of More that list what lies in the folder, by their anchors.
const (
	PartPages     = "pages"
	PartPrint     = "print"
	PartEvents    = "events"
	PartPictures  = "more-pictures"
	PartCarousels = "carousels"
	PartVideo     = "video"
	PartCodes     = "qr"
	PartZips      = "zips"
	PartFiles     = "files"
)

var itemParts = []string{PartPages, PartPrint, PartEvents, PartPictures, PartCarousels, PartVideo, PartCodes, PartZips, PartFiles}

// A File is a file of the kit's folder.
type File struct {
	Path   string // relative to the kit: "print/en/poster-a4.pdf"
	Format string // what sets it apart from the others: "a4", "story"; empty: its name's ending
	Size   int64  // bytes; 0: not shown
}
