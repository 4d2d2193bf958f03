package share

import (
	"bytes"
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

const (
	manifestName = "data/manifest.json"
	schemaName   = "data/manifest.schema.json"
	sumsName     = "SHA256SUMS"
)

//go:embed manifest.schema.json
var manifestSchema string

// A Manifest is data/manifest.json: what a kit holds, for machines.
//
// data/manifest.schema.json, beside it, is its JSON Schema. It is plain data,
// safe for concurrent use as long as nobody changes it.
type Manifest struct {
	Schema    string   `json:"$schema"` // the file of the schema
	Kit       string   `json:"kit"`     // the campaign's name
	Title     string   `json:"title"`   // in the kit's first language
	Version   string   `json:"version"` // as campaign.Version names the edition
	AsOf      string   `json:"as_of"`   // the day on which the kit is meant to be true
	Languages []string `json:"languages"`
	Facts     []string `json:"facts"`
	Part      *PartOf  `json:"part,omitempty"` // nil: the whole kit
	Files     []Entry  `json:"files"`
}

// An Entry is a file of a kit. Zips, which only repeat other files, the
// manifest itself and the sums have none. It is plain data, safe for concurrent
// use as long as nobody changes it.
type Entry struct {
	Name     string `json:"name"`
	Size     int64  `json:"size"` // bytes
	SHA256   string `json:"sha256"`
	Fact     string `json:"fact,omitempty"`
	Language string `json:"language,omitempty"`
	Format   string `json:"format,omitempty"`   // of a picture
	Platform string `json:"platform,omitempty"` // of posts
	Alt      string `json:"alt,omitempty"`      // of a picture

	// Facts are further ones that the file rests on.
	Facts []string `json:"facts,omitempty"`
}

// addLists adds the manifest and its schema, and the sums of all files.
func (k binder) addLists() {
	k.addText(schemaName, about{}, func() (string, error) { return manifestSchema, nil })
	k.add(manifestName, listed, about{}, k.writeManifest)
	k.add(sumsName, summed, about{}, k.writeSums)
}

func (k *Kit) writeManifest(ctx context.Context, from fs.FS, w io.Writer) error {
	p := k.plan
	m := Manifest{
		Schema: path.Base(schemaName), Kit: p.campaign.Name, Title: p.campaign.Title.In(p.langs[0]), Version: p.campaign.Version(),
		AsOf: p.asOf.Format("2006-01-02"), Languages: p.langs, Facts: []string{},
	}
	for _, f := range p.facts {
		m.Facts = append(m.Facts, f.ID)
	}
	if p.part != (Part{}) {
		digest, err := p.digest()
		if err != nil {
			return err
		}
		m.Part = &PartOf{p.part, digest}
	}
	list := &entryList{w: w}
	if err := list.open(&m); err != nil {
		return err
	}
	for _, f := range k.files {
		if f.stage >= listed || f.tells.zip {
			continue
		}
		size, sum, err := k.known(ctx, from, f)
		if err != nil {
			return err
		}
		err = list.add(&Entry{
			Name: f.name, Size: size, SHA256: hex.EncodeToString(sum[:]), Fact: f.tells.fact,
			Language: f.tells.lang, Format: f.tells.format, Platform: f.tells.platform, Alt: f.tells.alt,
			Facts: f.tells.further(),
		})
		if err != nil {
			return err
		}
	}
	return list.close()
}

// An entryList writes a manifest with its entries as they come: all at once
// they would take more memory than all else in a large kit.
type entryList struct {
	w      io.Writer
	before string // the next entry
}

// open writes the manifest as far as its entries.
func (l *entryList) open(m *Manifest) error {
	m.Files = []Entry{}
	s, err := indented(m)
	if err == nil {
		l.before = "\n  "
		_, err = io.WriteString(l.w, strings.TrimSuffix(s, "]\n}\n"))
	}
	return err
}

func (l *entryList) add(e *Entry) error {
	s, err := indented(e)
	if err == nil {
		s = strings.ReplaceAll(strings.TrimSuffix(s, "\n"), "\n", "\n  ")
		_, err = io.WriteString(l.w, l.before+s)
		l.before = ",\n  "
	}
	return err
}

func (l *entryList) close() error {
	_, err := io.WriteString(l.w, "\n ]\n}\n")
	return err
}

func (k *Kit) writeSums(ctx context.Context, from fs.FS, w io.Writer) error {
	return k.sums(ctx, from, w, "", func(f *file) bool { return f.stage < summed && !f.tells.zip })
}

// sums lists files as sha256sum does, their names as seen from a folder.
func (k *Kit) sums(ctx context.Context, from fs.FS, w io.Writer, dir string, of func(*file) bool) error {
	for _, f := range k.files {
		if !of(f) {
			continue
		}
		_, sum, err := k.known(ctx, from, f)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(w, "%x  %s\n", sum, strings.TrimPrefix(f.name, dir)); err != nil {
			return err
		}
	}
	return nil
}

// maxListing bounds what is read of a manifest or a list of sums.
const maxListing = 64 << 20

func readManifest(fsys fs.FS) (*Manifest, error) {
	data, err := readBounded(fsys, manifestName)
	if err != nil {
		return nil, err
	}
	m := new(Manifest)
	if err := json.Unmarshal(data, m); err != nil {
		return nil, kitFailed("kit-garbled", manifestName, err)
	}
	return m, nil
}

// readBounded reads a file into as much memory as it says it has.
func readBounded(fsys fs.FS, name string) ([]byte, error) {
	if fsys == nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var b bytes.Buffer
	if info, err := f.Stat(); err == nil && info.Size() <= maxListing {
		b.Grow(int(info.Size()) + bytes.MinRead)
	}
	n, err := b.ReadFrom(io.LimitReader(f, maxListing+1))
	if err == nil && n > maxListing {
		err = kitError("kit-listing-size", fault.Values{"file": name})
	}
	return b.Bytes(), err
}

// readSums reads a kit's own sums.
func readSums(fsys fs.FS) (map[string]string, error) {
	sums := make(map[string]string)
	return sums, addSums(sums, fsys, "", sumsName)
}

// addSums reads a list as sha256sum writes it, of files in a folder.
func addSums(sums map[string]string, fsys fs.FS, dir, list string) error {
	data, err := readBounded(fsys, list)
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(data)) {
		sum, name, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "  ")
		if !ok || len(sum) != 2*sha256.Size || !fs.ValidPath(name) || strings.Contains(name, `\`) || sums[dir+name] != "" {
			return kitError("kit-sums-line", fault.Values{"file": list, "line": line})
		}
		sums[dir+name] = strings.ToLower(sum)
	}
	return nil
}
