package page

// A Phone is a number to call.
type Phone struct {
	Label  Text   // "Capitol switchboard"
	Number string // as read: "(202) 224-3121"
	Tel    string // as dialled, with country code: "+12022243121"
}

// A Link leads out of the page.
type Link struct {
	Label Text
	URL   string // https, tel, sms or mailto
}

// A Page is a section of the More tab.
type Page struct {
	ID    string // its anchor: "safety"
	Title Text
	Hint  Text // two or three words in the list of sections; empty: none
	Body  Text // markdown; raw HTML is left out, headings are demoted, a leading level-one heading is dropped
}

// A Step is one thing to do.
type Step struct {
	Title Text
	Time  Text   // "10 minutes"; empty: not shown
	Items []Text // numbered
	Links []Link
}

// An Account is one that posts may tag.
type Account struct {
	Name      string
	Platform  string // as shown: "Bluesky"
	Handle    string // "@example.org"
	URL       string
	Confirmed bool // seen on the owner's own page
}

// A File is one of the kit's folder.
type File struct {
	Name  Text
	Hint  Text   // paper size, ink and weight: "Letter · black · 120 KB"
	Path  string // relative to the kit: "print/en/poster.pdf"
	Lang  string // language of the file; empty: any
	Print bool   // listed under Print, else under Files
}
