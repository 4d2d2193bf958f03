package campaign

// Orgs is the organisations, outlets and public bodies that the campaign
// points to. It is plain data: reading one is safe for concurrent use.
type Orgs struct {
	Note Text  `yaml:"note"` // printed with every card of them
	List []Org `yaml:"orgs"`

	spot
}

// An Org is one organisation. Being listed does not mean that it endorses the
// campaign. It is plain data: reading one is safe for concurrent use.
type Org struct {
	ID        string   `yaml:"id,key"`
	Kind      OrgKind  `yaml:"kind"`
	Name      Text     `yaml:"name"`
	Line      Text     `yaml:"line"`   // what it is, in one or two sentences
	Action    Text     `yaml:"action"` // "Support its work"
	Reason    Text     `yaml:"reason"` // to go there, at most twelve words: "Who argues for the 62 classes?"
	Motif     Motif    `yaml:"motif"`  // under the reason on its card
	Link      string   `yaml:"link"`
	Donate    string   `yaml:"donate"`
	Volunteer string   `yaml:"volunteer"`
	Handles   []Handle `yaml:"handles"`
	Caveat    string   `yaml:"caveat"` // for editors, never published

	spot
}

// OrgKind says what an organisation is listed for. It is a value, safe for
// concurrent use.
type OrgKind string

// The kinds of organisations.
const (
	OrgSupport    OrgKind = "support"     // to give to or work with
	OrgRead       OrgKind = "read"        // an outlet to read or watch
	OrgPublicBody OrgKind = "public-body" // an office of the state
)

// A Handle is an account of an organisation. It is plain data: reading one is
// safe for concurrent use.
type Handle struct {
	Platform   string     `yaml:"platform"` // x, bluesky, instagram, facebook …
	Name       string     `yaml:"name"`     // "@hrw"
	URL        string     `yaml:"url"`
	Confidence Confidence `yaml:"confidence"`
}

// Confidence says whether a handle was confirmed on the organisation's own
// page. One that was not is shown with that label and never tagged. It is a
// value, safe for concurrent use.
type Confidence string

// The degrees of confidence.
const (
	Confirmed          Confidence = "confirmed"
	CheckBeforeTagging Confidence = "check-before-tagging"
)

// A Contact is an official contact point. Its phone number, mail address and
// street address may be printed anywhere, whosever they look like. It is plain data: reading one is safe for
// concurrent use.
type Contact struct {
	ID    string `yaml:"id,key"`
	Label Text   `yaml:"label"`
	URL   string `yaml:"url"`   // https
	Phone string `yaml:"phone"` // as printed: "(555) 010-0142"
	Tel   string `yaml:"tel"`   // as dialled: "+15550100142"
	Mail  string `yaml:"mail"`
	Also  string `yaml:"also"` // a further address, https

	Address Text `yaml:"address"` // of the street: "245 Murray Lane SW, Washington, DC 20528"

	// Finder: the address leads people to their own representatives, and the
	// start page offers it where they call or write.
	Finder bool `yaml:"finder"`

	spot
}
