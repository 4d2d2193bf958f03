package page

// A Card is one fact with its pictures and posts.
type Card struct {
	ID    string // ^[a-z0-9-]+$
	Topic string // a Topic's id; empty: none

	// Status other than Current hides saving, copying and sharing, and shows
	// what to do for those who already posted the card.
	Status     Status
	ReplacedBy string // id of the card to use instead; empty: none

	Checked string // ISO date; a device 60 days later says so
	Review  string // ISO date after which somebody looks again; a device past it says so; empty: none
	Expires string // ISO date; a device past it says so; empty: never

	// Undealt keeps the card from those who have not chosen one.
	Undealt bool

	Texts map[string]CardText // by language tag; at least one
}

// Status says whether a card may be posted.
type Status string

const (
	Current   Status = ""          // may be posted
	Replaced  Status = "replaced"  // another card says it better
	Withdrawn Status = "withdrawn" // must not be posted
)

// CardText is a card in one language.
type CardText struct {
	Headline    string
	Claim       string   // whole sentences
	Attribution string   // "according to …"; empty: none
	Source      string   // publisher and date as shown: "Associated Press, 15 Mar 2025"
	SourceURL   string   // https; empty: not linked
	AsOf        string   // finished date, shown in the grid of a card without Source
	Read        string   // a sentence on how the source was read; empty: not said
	Age         []string // sentences that answer whether the card is outdated
	Note        string   // content note, shown above the picture; empty: none
	Alt         string   // the picture in words
	Correction  string   // the post for those who shared a replaced card
	Link        string   // what posts carry, for platforms that take only a link; empty: SourceURL
	Wordings    []Wording
	Pictures    []Picture
	Files       []File // to print the card
}

// A Wording is one way to say a card in a post.
type Wording struct {
	Text string // whole, with tags and link, for any platform without a variant

	// Undealt keeps the wording from being the first that is shown, unless all
	// are kept so.
	Undealt bool

	// Variants are the composed texts by platform id. Text shared with Text
	// from its beginning costs nothing in the file.
	Variants map[string]string

	// Lengths are how long it is, by the ids of the platforms that count.
	Lengths map[string]int
}

// A Picture is a card drawn in one format.
type Picture struct {
	Format        string // a Format's id
	File          string // its name in the kit's folder: "pictures/en/a-portrait.png"
	Width, Height int    // pixels

	// Thumb returns a small PNG of the given width, called at most twice
	// (300, then 220 if the page is too large). Only the first Picture of a
	// card that has one is shown in the grid. nil: none.
	Thumb func(width int) ([]byte, error)

	// Full returns the PNG that is embedded, and is called once. nil: the
	// picture is only linked in the kit's folder.
	Full func() ([]byte, error)
}
