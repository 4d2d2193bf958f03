package hashtag

// WhatsApp: a message. Hashtags do not link, but travel on with it.

var whatsappRules = &rulebook{
	Platform: Platform{ID: "whatsapp", Name: "WhatsApp", MaxLength: 65536},
	composer: Composer{Intent: "https://wa.me/?text={text}"},
	unit:     Graphemes,
	length:   graphemeCount,
	entities: linker{links: true, bare: true}.entities,
	sources: []Source{
		{"MaxLength", "third parties (360dialog, Symphony)", "2026", "4,096 by the Cloud API, 700 for a status"},
	},
}
