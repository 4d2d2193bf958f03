package share

import (
	_ "embed"
	"strings"
)

// licences are the terms of the kit, in each of its languages, and those of
// the typefaces and the software that lie in its pictures, sheets and start
// page, as their authors want them passed on.
func licences(p *plan) string {
	var b strings.Builder
	for _, ed := range p.editions {
		b.WriteString(ed.say.Label("rights") + "\n")
		if terms := p.campaign.Licence; terms.Name != "" {
			b.WriteString(joined(" ", ed.labelled("licence", "name", terms.Name), terms.URL) + "\n")
		}
	}
	b.WriteString(toolLicences + "\n" + openFontLicence())
	if p.studio != nil && len(p.studio.Notices) > 0 {
		b.WriteString("\nThe start page draws with a program that is built of this software:\n\n")
		b.Write(p.studio.Notices)
	}
	return b.String()
}

const toolLicences = `
The toolkit that made this kit is under the MIT License.
Copyright (c) 2026 The #ShutDownCECOT toolkit contributors

Typefaces in the pictures, the sheets and the start page, all under the SIL
Open Font License below:

Anton
  Copyright 2020 The Anton Project Authors (https://github.com/googlefonts/AntonFont.git)
Archivo
  Copyright 2020 The Archivo Project Authors (https://github.com/Omnibus-Type/Archivo)
Archivo Black
  Copyright 2017 The Archivo Black Project Authors (https://github.com/Omnibus-Type/ArchivoBlack)
IBM Plex Mono, IBM Plex Sans Arabic, IBM Plex Sans Condensed
  Copyright © 2017 IBM Corp. with Reserved Font Name "Plex"
Inter
  Copyright 2016 The Inter Project Authors (https://github.com/rsms/inter)
Libre Franklin
  Copyright 2020 The Libre Franklin Project Authors (https://github.com/googlefonts/Libre-Franklin)
Newsreader
  Copyright 2020 The Newsreader Project Authors (http://github.com/productiontype/Newsreader)
`

//go:embed internal/page/fonts/LICENSE-Inter.txt
var interLicence string

// openFontLicence is the text that all those typefaces share.
func openFontLicence() string {
	_, terms, _ := strings.Cut(interLicence, "---\n")
	return strings.TrimSpace(terms) + "\n"
}
