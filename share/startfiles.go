package share

import (
	"cmp"
	"io/fs"
	"path"
	"strings"

	"github.com/shutdowncecot/toolkit/share/campaign"
	"github.com/shutdowncecot/toolkit/share/internal/page"
)

// pageItems lists what lies in the folder beside the cards of facts.
func (p startPage) pageItems(from fs.FS) ([]page.Item, error) {
	items := p.drawnItems()
	for _, item := range items {
		if item.Part != page.PartPrint {
			continue
		}
		for i := range item.Files {
			info, err := fs.Stat(from, item.Files[i].Path)
			if err != nil {
				return nil, err
			}
			item.Files[i].Size = info.Size()
		}
	}
	items = append(items, p.readingItems()...)
	items = append(items, p.videoItems()...)
	items = append(items, p.codeItems()...)
	return append(items, p.dataItems()...), nil
}

// drawnItems are the sheets and pictures of the campaign itself and the words
// of its events: what is of one thing in one row.
func (p startPage) drawnItems() []page.Item {
	var all []page.Item
	rows := make(map[string]int)
	add := func(row string, item page.Item, file page.File) {
		i, ok := rows[row]
		if !ok {
			i = len(all)
			rows[row] = i
			all = append(all, item)
		}
		all[i].Files = append(all[i].Files, file)
	}
	for _, e := range p.events() {
		for _, ed := range p.editions {
			item := page.Item{Name: page.Text{ed.lang: joined(": ", e.Kicker.In(ed.lang), e.Headline.Plain(ed.lang))}, Lang: ed.lang, Part: page.PartEvents}
			row, words := ed.lang+page.PartEvents+"event-"+e.ID, "events/"+ed.lang+"/"+e.ID
			add(row, item, page.File{Path: words + ".txt"})
			if !e.Starts.IsZero() {
				add(row, item, page.File{Path: words + ".ics"})
			}
		}
	}
	for i := range p.drawings {
		d := &p.drawings[i]
		id, format := strings.TrimSuffix(path.Base(d.name), path.Ext(d.name)), d.tells.format
		id = strings.TrimSuffix(id, "-"+format)
		part := drawnPart(d, id)
		if part == page.PartCarousels { // a slide is told by its number
			cut := strings.LastIndex(id, "-")
			id, format = id[:cut], strings.TrimLeft(id[cut+1:], "0")
		}
		if part != "" {
			add(d.tells.lang+part+id, page.Item{Name: p.drawnName(d), Lang: d.tells.lang, Part: part}, page.File{Path: d.name, Format: format})
		}
	}
	return all
}

// drawnPart is where a drawing is listed: not here, if it is of one fact.
func drawnPart(d *drawing, id string) string {
	dir, _, _ := strings.Cut(d.name, "/")
	switch {
	case dir == "carousels":
		return page.PartCarousels
	case d.tells.fact != "" || dir == "qr":
		return ""
	case strings.HasPrefix(id, "event-"):
		return page.PartEvents
	case dir == "print":
		return page.PartPrint
	}
	return page.PartPictures
}

// drawnName is what a drawing is called: nothing, if it has only the
// campaign's name, so that the page says what kind of sheet it is.
func (p startPage) drawnName(d *drawing) page.Text {
	if d.title == p.campaign.Title.Plain(d.tells.lang) {
		return nil
	}
	name := d.title
	if strings.HasPrefix(path.Base(d.name), "blank-picture-") { // the other blank has the same title
		name += " (" + strings.ToLower(p.campaign.Strings(d.tells.lang).Label("blank_picture")) + ")"
	}
	return page.Text{d.tells.lang: name}
}

// readingItems are the made pages that the start page does not hold itself.
func (p startPage) readingItems() []page.Item {
	var all []page.Item
	for _, m := range madePages {
		for _, ed := range p.editions {
			title, _, _ := strings.Cut(strings.TrimPrefix(m.of(reading{ed}), "# "), "\n")
			if title != "" && !m.onStart {
				all = append(all, page.Item{
					Name: page.Text{ed.lang: title}, Lang: ed.lang, Part: page.PartPages,
					Files: []page.File{{Path: pageName(ed.lang, m.id)}},
				})
			}
		}
	}
	return all
}

func (p startPage) videoItems() (all []page.Item) {
	for _, r := range p.reels() {
		for _, ed := range p.editions {
			name, files := "video/"+ed.lang+"/"+r.ID, []page.File(nil)
			for _, ext := range reelFiles(r) {
				files = append(files, page.File{Path: name + ext})
			}
			all = append(all, page.Item{
				Name: page.Text{ed.lang: r.Title.Plain(ed.lang)}, Lang: ed.lang, Part: page.PartVideo,
				Files: files,
			})
			if filmed(r) {
				all[len(all)-1].Reel = &page.Reel{ID: r.ID, Scenes: scenesOf(r, ed.lang)}
			}
		}
	}
	return all
}

// scenesOf are the scenes of a reel, each with the captions that begin in it.
func scenesOf(r *campaign.Reel, lang string) (all []page.Scene) {
	for _, s := range r.Scenes {
		var said []string
		for _, c := range r.Captions[lang] {
			if s.Start <= c.Start && c.Start < s.End {
				said = append(said, c.Text)
			}
		}
		all = append(all, page.Scene{Start: s.Start, End: s.End, Said: strings.Join(said, " ")})
	}
	return all
}

// reelFiles are the endings of a reel's files, what is looked for first.
func reelFiles(r *campaign.Reel) []string {
	if filmed(r) {
		return []string{".mp4", ".png", ".txt", ".vtt", ".srt"}
	}
	return []string{".md", ".vtt", ".srt"}
}

// codeItems are the codes of the campaign's page, of actions and contact points;
// those of sources go with their cards.
func (p startPage) codeItems() []page.Item {
	var all []page.Item
	for _, c := range labeller(p).codes() {
		item := page.Item{Part: page.PartCodes, Files: []page.File{{Path: "qr/" + c.id + ".png"}, {Path: "qr/" + c.id + ".svg"}, {Path: "qr/" + c.id + ".pdf"}}}
		switch {
		case c.action != nil:
			item.Name = p.pageText(c.action.Verb)
		case c.contact != nil:
			item.Name = p.pageText(c.contact.Label)
		case c.fact != nil:
			continue
		default:
			item.Name = p.pageText(p.campaign.Title)
		}
		all = append(all, item)
	}
	return all
}

// dataItems are the zips, and what spreadsheets, schedulers and programs read.
func (p startPage) dataItems() []page.Item {
	var all []page.Item
	add := func(part, lang, name, file string) {
		all = append(all, page.Item{Name: page.Text{cmp.Or(lang, p.langs[0]): name}, Lang: lang, Part: part, Files: []page.File{{Path: file}}})
	}
	for _, ed := range p.editions {
		if sets := p.videoSets(); len(sets) > 0 {
			item := page.Item{Name: page.Text{ed.lang: ed.say.Label("reel_videos")}, Lang: ed.lang, Part: page.PartZips}
			for i := range sets {
				item.Files = append(item.Files, zipFile(ed.lang+"-video", i+1, len(sets)))
			}
			all = append(all, item)
		}
		for _, ch := range channels {
			item := page.Item{Name: page.Text{ed.lang: ch.Name}, Lang: ed.lang, Part: page.PartZips, App: ch.ID}
			for _, b := range (packer{ed}).bundles(ch) {
				item.Files = append(item.Files, b.file())
			}
			all = append(all, item)
		}
	}
	for i := range p.campaign.Letters {
		if l := &p.campaign.Letters[i]; l.Tracked && p.speaks(l.Lang) && p.stand(l.Facts) {
			add(page.PartFiles, l.Lang, l.Title+" · "+p.in(l.Lang).say.Label("table_people"), trackerName(l))
		}
	}
	names := []string{"data/posts.csv", "data/alt-text.csv", "data/publer.csv", "data/schedule.csv", factsName, manifestName, schemaName}
	t := tables(p)
	if len(t.publicEvents()) > 0 {
		names = append(names, calendarName)
	}
	if len(t.reviews()) > 0 {
		names = append(names, reviewsName)
	}
	if p.officeKinds() != nil {
		names = append(names, recipientsName)
	}
	if len(p.accounts()) > 0 {
		names = append(names, accountsName)
	}
	for _, name := range names {
		base := path.Base(name)
		add(page.PartFiles, "", strings.TrimSuffix(base, path.Ext(base)), name)
		if label := tableLabel(name); label != "" {
			for _, ed := range p.editions {
				all[len(all)-1].Name[ed.lang] = strings.TrimSuffix(base, path.Ext(base)) + " · " + ed.say.Label(label)
			}
		}
	}
	return all
}

// tableLabel is the label of who a table is for; "" for what is no table.
func tableLabel(name string) string {
	switch {
	case path.Ext(name) != ".csv":
		return ""
	case name == recipientsName:
		return "table_people"
	}
	return "table_programs"
}
