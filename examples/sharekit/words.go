package main

import "strings"

// words are all that a user of the command reads, in one language.
type words struct {
	RootShort, RootLong            string
	KitShort, KitLong, KitExample  string
	FlagUILang, FlagOut, FlagZip   string
	FlagLang, FlagCampaign         string
	FlagForce, FlagToday           string
	Checking, Writing              string
	DoneKit, DoneZip, Open         string
	Warning, Problem, Problems     string
	MoreWarnings                   string
	Hint                           string
	HintUsage, HintExists          string
	HintPath, HintStopped          string
	UnknownVerb, BadDate, Unwanted string
	DidYouMean                     string
}

var english = &words{
	RootShort: "makes share kits from sourced facts",
	RootLong: `sharekit makes share kits: folders of sourced pictures, posts and letters that
volunteers pass on. it posts nothing and opens no connection.`,
	KitShort: "write the whole kit: a folder and a zip",
	KitLong: `kit checks a campaign and writes its share kit: every fact in every language and
format, posts for each platform, alt text, sources and a start page.

an unaltered kit of the same campaign is replaced; anything else is left alone.`,
	KitExample: `  sharekit kit                          the #ShutDownCECOT kit, into ./shutdowncecot-kit and .zip
  sharekit kit --lang es --out kit-es   only Spanish, into ./kit-es
  sharekit kit --campaign my-campaign   your own campaign folder`,
	FlagUILang:   "language of these messages: en or es (default: the locale's)",
	FlagOut:      "folder to write (default: ./NAME-kit)",
	FlagZip:      "write the zip beside the folder too",
	FlagLang:     "languages of the kit, separated by commas (default: the campaign's)",
	FlagCampaign: "campaign folder to read (default: the built-in #ShutDownCECOT)",
	FlagForce:    "replace the folder even if it was altered or is no kit",
	FlagToday:    "check as if today were this day, YYYY-MM-DD",
	Checking:     "checking cards",
	Writing:      "writing files",
	DoneKit:      "%d files in %s",
	DoneZip:      "and all of them in %s (%.1f MB)",
	Open:         "open %s in a browser to begin",
	Warning:      "warning:",
	Problem:      "problem:",
	Problems:     "problems: %d. nothing was written",
	MoreWarnings: "… and %d warnings more",
	Hint:         "hint:",
	HintUsage:    "sharekit --help lists what it can do",
	HintExists:   "choose another --out, or --force to replace it",
	HintPath:     "choose another --out that you may write to",
	HintStopped:  "stopped before the end: nothing was changed",
	UnknownVerb:  "there is no verb %q",
	DidYouMean:   "%w; did you mean %q?",
	BadDate:      "--today: %q is not a day of the form YYYY-MM-DD",
	Unwanted:     "kit takes no argument, and was given %q: folders go after --out or --campaign",
}

var spanish = &words{
	RootShort: "hace kits para difundir a partir de datos con fuente",
	RootLong: `sharekit hace kits para difundir: carpetas de imágenes, textos y cartas con fuente
que las personas voluntarias pasan a otras. no publica nada ni abre conexiones.`,
	KitShort: "escribe el kit entero: una carpeta y un zip",
	KitLong: `kit revisa una campaña y escribe su kit: cada dato en cada idioma y formato, textos
para cada plataforma, descripciones, fuentes y una página de inicio.

si ya hay un kit sin cambios de la misma campaña, lo reemplaza; lo demás no se toca.`,
	KitExample: `  sharekit kit                          el kit de #ShutDownCECOT, en ./shutdowncecot-kit y .zip
  sharekit kit --lang es --out kit-es   solo español, en ./kit-es
  sharekit kit --campaign mi-campaña    tu propia carpeta de campaña`,
	FlagUILang:   "idioma de estos mensajes: en o es (si no, el del sistema)",
	FlagOut:      "carpeta que se escribe (si no, ./NOMBRE-kit)",
	FlagZip:      "escribe también el zip junto a la carpeta",
	FlagLang:     "idiomas del kit, separados por comas (si no, los de la campaña)",
	FlagCampaign: "carpeta de campaña que se lee (si no, #ShutDownCECOT, incluida)",
	FlagForce:    "reemplaza la carpeta aunque tenga cambios o no sea un kit",
	FlagToday:    "revisa como si hoy fuera este día, AAAA-MM-DD",
	Checking:     "revisando imágenes",
	Writing:      "escribiendo archivos",
	DoneKit:      "%d archivos en %s",
	DoneZip:      "y todos en %s (%.1f MB)",
	Open:         "abre %s en un navegador para empezar",
	Warning:      "aviso:",
	Problem:      "problema:",
	Problems:     "problemas: %d. no se escribió nada",
	MoreWarnings: "… y %d avisos más",
	Hint:         "pista:",
	HintUsage:    "sharekit --help dice qué sabe hacer",
	HintExists:   "elige otra carpeta con --out, o --force para reemplazarla",
	HintPath:     "elige con --out una carpeta en la que puedas escribir",
	HintStopped:  "se detuvo antes del final: no se cambió nada",
	UnknownVerb:  "no existe el verbo %q",
	DidYouMean:   "%w; ¿quisiste decir %q?",
	BadDate:      "--today: %q no es un día de la forma AAAA-MM-DD",
	Unwanted:     "kit no toma argumentos y recibió %q: las carpetas van tras --out o --campaign",
}

func wordsFor(locale string) *words {
	if strings.HasPrefix(strings.ToLower(locale), "es") {
		return spanish
	}
	return english
}
