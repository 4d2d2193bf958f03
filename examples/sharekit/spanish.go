package main

import (
	"archive/zip"
	"io"
	"io/fs"
	"syscall"
)

var spanish = words{
	Lang: "es",
	Root: help{
		Use:   "sharekit VERBO [ARGUMENTO] [OPCIONES]",
		Short: "hace kits para difundir a partir de datos con fuente",
		Long: `sharekit hace lo que una campaña difunde a partir de datos con fuente: imágenes,
textos, códigos y cartas, de uno en uno o como un kit entero que las personas
voluntarias pasan a otras. No publica nada ni abre conexiones.`,
		Example: `  sharekit kit                                 el kit entero de #ShutDownCECOT
  sharekit list facts --lang es                qué hay para difundir
  sharekit card who-252-venezuelans --lang es  una imagen
  sharekit post who-252-venezuelans --lang es  su texto para cada plataforma
  sharekit new mi-campaña                      una campaña propia`,
	},
	HelpVerb: help{
		Use:     "help [VERBO]",
		Short:   "muestra la página de un verbo",
		Long:    "help muestra la página de un verbo.",
		Example: "  sharekit help card",
	},
	Completion: help{
		Use:   "completion SHELL",
		Short: "completa verbos, opciones e ids en tu terminal",
		Long: `completion escribe un programa para bash, zsh, fish o powershell que completa
verbos, opciones, ids de datos, formatos, temas, idiomas y plataformas.`,
		Example: `  source <(sharekit completion bash)           para esta sesión
  sharekit completion fish > ~/.config/fish/completions/sharekit.fish`,
	},
	Kit: help{
		Use:   "kit",
		Short: "escribe el kit entero: una carpeta y un zip",
		Long: `kit revisa una campaña y escribe su kit: cada dato en cada idioma y formato,
textos para cada plataforma, descripciones, fuentes y una página de inicio.

Si ya hay un kit sin cambios de la misma campaña, lo reemplaza; lo demás no se
toca.`,
		Example: `  sharekit kit                                 en ./shutdowncecot-kit y .zip
  sharekit kit --lang es --out kit-es          solo español, en ./kit-es
  sharekit kit --campaign mi-campaña           tu propia carpeta de campaña`,
	},
	Card: help{
		Use:   "card [DATO | ARCHIVO.yaml]",
		Short: "dibuja una imagen",
		Long: `card dibuja una imagen: de un dato de la campaña, de un archivo YAML pequeño o
de las opciones. La que no quepa entera y legible se rechaza.

El archivo tiene las claves headline, body, kicker, attribution, source, as_of,
note, tags, lang, y una o más de stat, bars, people, quote, list, timeline,
action; por ejemplo

  lang: es
  headline: 62 clases usaron la biblioteca
  stat: {value: "62"}
  source: "Fuente: Ayuntamiento, 4 mar 2031"`,
		Example: `  sharekit card who-252-venezuelans --lang es
  sharekit card who-252-venezuelans --lang es --format story -o imagen.png
  sharekit card --headline "Ven el viernes" --link https://example.org/a
  sharekit card mi-imagen.yaml --theme newsroom -o mi-imagen.svg --alt
  sharekit card who-252-venezuelans -o - | lp`,
	},
	Post: help{
		Use:   "post [DATO]",
		Short: "escribe el texto para una plataforma o todas",
		Long: `post escribe un texto como lo admite cada plataforma, con su largo según ella lo
cuenta, y dice qué no cupo. No publica nada: con --open-links escribe los
enlaces que abren el editor de cada plataforma con el texto puesto.`,
		Example: `  sharekit post who-252-venezuelans --lang es
  sharekit post who-252-venezuelans --platform x,bluesky --lang es
  sharekit post --text "Lee esto." --link https://example.org/a --tag LeeEsto
  sharekit post who-252-venezuelans --platform x --open-links`,
	},
	Thread: help{
		Use:   "thread HILO | ARCHIVO | -",
		Short: "parte un texto en publicaciones numeradas",
		Long: `thread parte un texto en publicaciones que caben en la plataforma, numeradas y
contadas: un hilo de la campaña por su id, un archivo, o la entrada como "-".`,
		Example: `  sharekit thread who-was-sent --platform x --lang es
  sharekit thread discurso.txt --platform mastodon --tag LeeEsto
  sharekit thread - < discurso.txt`,
	},
	QR: help{
		Use:   "qr DIRECCIÓN",
		Short: "dibuja un código QR",
		Long: `qr dibuja el código de una dirección https, tel, sms o mailto y escribe la
dirección, que va junto al código. Rechaza las que rastrean a quien las sigue o
esconden adónde llevan.`,
		Example: `  sharekit qr https://example.org/actua
  sharekit qr tel:+12022243121 -o llama.svg
  sharekit qr https://example.org/actua --print -o cartel.png`,
	},
	Letter: help{
		Use:   "letter [CARTA]",
		Short: "completa una carta, o una para cada quien",
		Long: `letter llena una carta de la campaña y la escribe como texto o como borrador
para un programa de correo (.eml); sin nombre, muestra las cartas y sus huecos.
Lo que escribes va solo a ese archivo. --set llena un hueco; --to, --office y
--mail, los de quien la recibe, como their-name.

Una tabla de destinatarios es un CSV con las columnas name, last_name, office,
mail y cualquier hueco de la carta; name es obligatoria. Cada fila da un
archivo.`,
		Example: `  sharekit letter --lang es
  sharekit letter postcard-hearing --lang es --to "Jane Doe" --office senator \
    --set first-name=Ana --set town=Springfield --set zip=62701 \
    --set "own-line=Doy clases y mis estudiantes me preguntan por esto."
  sharekit letter postcard-hearing --recipients lista.csv -o postales \
    --lang es --set first-name=Ana --set town=Springfield --set zip=62701 \
    --set "own-line=Doy clases y mis estudiantes me preguntan por esto."`,
	},
	Check: help{
		Use:   "check",
		Short: "busca lo falso, dañino o caducado",
		Long: `check lee una campaña y muestra cada problema con archivo, línea, razón y
arreglo: errores en los archivos y luego lo caducado, sin fuente, privado,
tendencioso o que rastrea. Con --build también compone cada imagen y cada texto;
con --pictures además pinta el kit entero y mide lo que se verá.`,
		Example: `  sharekit check --campaign mi-campaña
  sharekit check --campaign mi-campaña --build
  sharekit check --campaign mi-campaña --pictures
  sharekit check --today 2027-01-01 --json`,
	},
	Verify: help{
		Use:   "verify CARPETA | ARCHIVO.zip",
		Short: "dice si un kit fue alterado",
		Long: `verify compara cada archivo de un kit, carpeta o zip, con las sumas hechas con
él.`,
		Example: `  sharekit verify shutdowncecot-kit
  sharekit verify shutdowncecot-kit.zip --json`,
	},
	Diff: help{
		Use:   "diff ANTERIOR NUEVO",
		Short: "dice qué cambió de un kit a otro",
		Long: `diff compara dos kits de una campaña, carpetas o zips, por los datos y las sumas
hechos con ellos: primero los datos nuevos, retirados o cambiados, para quienes
difundieron el kit anterior, y luego los archivos. Si los archivos están como se
hicieron lo dice verify.`,
		Example: `  sharekit diff kit-marzo shutdowncecot-kit
  sharekit diff kit-marzo.zip shutdowncecot-kit.zip --json`,
	},
	Correct: help{
		Use:   "correct DATO",
		Short: "hace lo que corrige un dato ya difundido",
		Long: `correct escribe las imágenes y los textos que retiran lo que estaba mal en un
dato, una entrada para el registro de cambios y una lista de los archivos que ya
no deben difundirse. Los textos se dan una vez por idioma.`,
		Example: `  sharekit correct classes --campaign mi-campaña \
    --was "es=62 clases" --now "es=60 clases usaron la biblioteca."`,
	},
	Redact: help{
		Use:   "redact FOTO",
		Short: "tapa con negro partes de una foto",
		Long: `redact dibuja cajas negras en los píxeles de una foto, de modo que nada debajo
se recupera, y quita el lugar, la hora y toda otra nota oculta. Sin --box solo
quita las notas.`,
		Example: `  sharekit redact marcha.jpg --box 120,80,200,260
  sharekit redact marcha.jpg --box 10%,5%,8%,12% --box 40%,6%,8%,12% -o a.jpg`,
	},
	List: help{
		Use:   "list [TIPO]",
		Short: "muestra de qué se puede elegir",
		Long: `list muestra formatos (formats), temas (themes), plataformas (platforms),
idiomas (languages), datos (facts), hilos (threads), o cartas (letters) con sus
huecos (* hay que llenarlo); sin decir cuál, todo.`,
		Example: `  sharekit list
  sharekit list facts --lang es
  sharekit list platforms --json`,
	},
	New: help{
		Use:   "new CARPETA",
		Short: "escribe una carpeta de campaña para empezar",
		Long: `new escribe una carpeta con una campaña pequeña que se explica sola. Su ejemplo
es inventado y lleva la marca EXAMPLE: cámbialo por lo que sea cierto. En una
terminal pregunta lo que ninguna opción diga.`,
		Example: `  sharekit new mi-campaña
  sharekit new mi-campaña --title "La piscina se queda" --tag LaPiscina`,
	},
	Preview: help{
		Use:   "preview",
		Short: "muestra el kit en el navegador mientras escribes",
		Long: `preview hace el kit en la memoria, lo sirve solo a esta computadora y abre el
navegador. Si cambia un archivo de la campaña, la página se recarga. Ctrl-C
acaba.`,
		Example: `  sharekit preview --campaign mi-campaña
  sharekit preview --no-open --port 8080`,
	},
	GroupMake:     "Hacer",
	GroupCheck:    "Revisar",
	GroupCampaign: "Campañas",
	GroupOther:    "Otros",
	Statuses:      "Estado de salida",
	StatusList: `  0  hecho
  1  hubo problemas
  2  no se entendió la orden
  3  no se pudo escribir
`,
	Usage: "Uso", Examples: "Ejemplos", UseFlags: "[OPCIONES]",
	Flags: "Opciones", FlagsAll: "Opciones de todos los verbos", Default: "si no:",
	Flag: flagWords{
		UILang:        "`idioma` de estos mensajes: en o es (si no: el del sistema)",
		Help:          "muestra esta página",
		Version:       "muestra de qué fuente y de qué campaña es este programa",
		Campaign:      "`carpeta` de campaña (si no: #ShutDownCECOT, incluida)",
		Today:         "revisa como si hoy fuera este `día`, AAAA-MM-DD",
		JSON:          "escribe JSON",
		Langs:         "`idiomas` del kit, con comas (si no: los de la campaña)",
		OneLang:       "`idioma` (si no: el primero de la campaña)",
		NewLangs:      "`idiomas`, con comas (si no: es)",
		Out:           "`carpeta` que se escribe (si no: ./NOMBRE-kit)",
		OutPicture:    "`archivo` que se escribe, o - (si no: DATO.png)",
		OutCode:       "`archivo` que se escribe, o -",
		Zip:           "escribe también el zip (--zip=false: solo la carpeta)",
		Cache:         "`carpeta` que guarda lo dibujado, para dibujar después solo lo que cambió",
		Force:         "reemplaza la carpeta aunque tenga cambios o no sea un kit",
		ForceFile:     "reemplaza el archivo",
		Type:          "`tipo` de imagen: png, jpg, svg, pdf, gif (si no: por el nombre del archivo)",
		CodeType:      "`tipo` de código: png o svg (si no: por el nombre del archivo)",
		Format:        "`formato`: mira sharekit list formats (si no: portrait)",
		Theme:         "`tema`: mira sharekit list themes (si no: el de la campaña)",
		Alt:           "escribe qué muestra la imagen, con palabras",
		Kicker:        "`texto` sobre el titular",
		Headline:      "`texto` del titular",
		Body:          "`texto` bajo el titular",
		Figure:        "`número` dibujado en grande",
		FigureLabel:   "`texto` junto al número",
		Attribution:   "`texto` que dice quién lo afirma",
		Source:        "`texto` de la línea de fuente",
		Ask:           "`texto` que pide actuar",
		CardLink:      "`dirección` adonde lleva el código",
		Tag:           "`etiquetas`, con comas",
		Platform:      "`plataforma`: mira sharekit list platforms",
		Platforms:     "`plataformas`, con comas",
		Caption:       "`número` del texto (si no: el primero que quepa)",
		Text:          "`texto` que se publica, en vez del de un dato",
		Link:          "`dirección` al final",
		PostTag:       "`etiquetas`, con comas, la más importante primero",
		OpenLinks:     "escribe solo los enlaces que abren cada editor",
		Set:           "`hueco=palabras`; una vez por hueco",
		To:            "`nombre` de quien la recibe",
		Office:        "`clase` de cargo de quien la recibe: senator, representative",
		Mail:          "`dirección` de correo de quien la recibe",
		Recipients:    "`tabla` de destinatarios, un archivo CSV",
		Was:           "`es=palabras` difundidas, que se tachan",
		Now:           "`es=palabras` ciertas, como una oración",
		Date:          "`día` de la corrección, AAAA-MM-DD (si no: hoy)",
		SourceURL:     "`dirección` donde se comprueba (si no: la del dato)",
		Publisher:     "`nombre` de quien lo publica",
		OutCorrection: "`carpeta` que se escribe (si no: DATO-correction)",
		Formats:       "`formatos`, con comas (si no: los del kit)",
		Box:           "`x,y,ancho,alto` que se tapa, en px o %; las veces que haga falta",
		OutPhoto:      "`archivo` que se escribe, png o jpg (si no: FOTO-redacted.png; sin --box, FOTO-clean.png)",
		OutLetter:     "`archivo`, o con --recipients carpeta, que se escribe (si no: -)",
		LetterType:    "`tipo`: txt o eml (si no: por el nombre del archivo)",
		Module:        "`píxeles` por módulo de un PNG",
		Print:         "para imprimir: puede perderse un cuarto del código",
		Build:         "compone también cada imagen y cada texto",
		Pictures:      "pinta y mide también cada imagen, lo que tarda un poco",
		Title:         "`título` de la campaña",
		MainTag:       "su `etiqueta` principal",
		Page:          "`dirección` de su propia página",
		Port:          "`puerto` en que escucha (si no: uno libre)",
		NoOpen:        "no abre el navegador",
	},

	Fact: "ningún dato", Format: "ningún formato", Theme: "ningún tema", Platform: "ninguna plataforma", Language: "ningún idioma",
	Kind: "ningún tipo", Listing: "ninguna lista", Shell: "ningún shell", ThreadKind: "ningún hilo", LetterKind: "ninguna carta", Slot: "ningún hueco",
	NoSuch:     "no hay %s %q",
	ChooseFrom: "%w; elige entre %s",
	DidYouMean: "%w; ¿quisiste decir %q?",

	Checking:     "revisando",
	Inspecting:   "midiendo",
	Writing:      "escribiendo",
	OnPage:       "página %d: %s",
	DoneKit:      "%d archivos en %s",
	DoneZip:      "y un zip para pasar a otras personas: %s (%.1f MB)",
	Open:         "abre %s en un navegador para empezar",
	Wrote:        "se escribió %s",
	Count:        "%d de %d %s",
	CountFree:    "%d %s",
	NoLimit:      "sin límite",
	LeftOut:      "no cupo:",
	ShortText:    "va el texto corto",
	PostCount:    "%d partes",
	Corrected:    "imágenes: %d, textos: %d, en %s\narchivos que ya no deben difundirse: %d, mira %s",
	Redacted:     "se escribió %s; cajas en negro: %d; solo quedan los píxeles",
	DoneLetters:  "cartas: %d, en %s",
	LeftOpen:     "entre corchetes, para tachar:",
	NothingFound: "no se encontró nada",
	Found:        "errores: %d, avisos: %d, notas: %d",
	Unaltered:    "%s es un kit sin cambios de %s, versión %s: %d archivos",
	Differ:       "archivos que no son como se hicieron: %d. consigue el kit otra vez de donde vino",
	Altered:      "alterado",
	MissingFile:  "falta",
	Added:        "añadido",
	AskTitle:     "¿cómo se llama la campaña?",
	AskTag:       "¿su etiqueta principal?",
	AskLangs:     "¿sus idiomas, como es,en? (es)",
	AskLink:      "¿la dirección de su propia página, si la hay?",
	NewDone: `%s es una campaña para empezar.
lo inventado lleva la marca EXAMPLE: cámbialo en
  %s
  %s
y después
  sharekit check --campaign %s
  sharekit preview --campaign %s`,
	Serving: "el kit está en %s — Ctrl-C acaba",
	Built:   "hecho: %d archivos",
	Stopped: "se detuvo",

	Warning:       "aviso:",
	Problem:       "problema:",
	Problems:      "problemas: %d. no se escribió nada",
	MoreWarnings:  "… y otros avisos: %d",
	UnknownVerb:   "no existe el verbo %q",
	UnknownFlag:   "no existe la opción %s",
	FlagLacks:     "%s necesita un valor",
	FlagInvalid:   "%s: %q no es un valor posible",
	Missing:       "%s necesita un argumento: %s",
	Unwanted:      "%s recibió %q, que no le sirve",
	OnlyWith:      "%s solo va con %s",
	AFact:         "un dato",
	AThread:       "un hilo de la campaña",
	OutOfRange:    "%s toma un número del %d al %d",
	BadAddress:    "%q no es una dirección https, tel, sms o mailto completa",
	NoFolder:      "--campaign: no existe la carpeta %s",
	CannotRead:    "no se puede leer %s: %v",
	TooLarge:      "%s tiene más de %d MB",
	InWay:         "%s ya existe",
	NotFolder:     "%s no es una carpeta",
	NotEmpty:      "%s no está vacía",
	Binary:        "una imagen no se ve en una terminal",
	NoSubject:     "card necesita un dato, un archivo o --headline",
	TwoSubjects:   "card toma un dato o un archivo, o si no --headline",
	NoPost:        "post necesita un dato o --text",
	TwoPosts:      "post toma un dato, o si no --text",
	TwoAddressees: "letter toma --recipients, o si no --to, --office y --mail",
	NoText:        "no hay texto que partir",
	NotText:       "%s no es un texto en UTF-8",
	LongAddress:   "la dirección es demasiado larga para un código",
	NoCaption:     "%s tiene textos del 1 al %d, no %d",
	NotStanding:   "%s no puede publicarse: caducó, fue reemplazado o retirado",
	NoIntent:      "%s no tiene un enlace que abra su editor con este texto",
	NotKit:        "%s no es un kit: %v",
	TwoCampaigns:  "%s y %s son kits de dos campañas, %q y %q",
	OfCard:        "dato %s, idioma %s, formato %s: ",
	OfPost:        "dato %s, idioma %s, texto para %s: ",
	OfThread:      "hilo %s, idioma %s",
	Part:          ", parte %d",
	OfReel:        "video %s, idioma %s",
	Cue:           ", subtítulo %d",
	OfFact:        "dato %s, campo %s: %s",
	OfLetter:      "carta %s, idioma %s: %s",
	OfSlot:        "%s (%s): %s",
	KitInWay:      "%s ya existe y %s",
	NoContrast:    "%s tiene un contraste de %.1f:1 con su fondo, menos que %.1f:1",
	NotYAML:       "este YAML no se puede leer",
	UnknownKey:    "no existe la clave %q",
	CoversNothing: "una caja no tapa nada de la foto",
	NoRoom:        "%s no cabe en el formato %s",
	DoesNotFit:    "%s no cabe en el formato %s: sobran unos %d caracteres",
	NoGlyph:       "%s tiene %q, que ninguna letra de aquí puede dibujar",
	FewWords:      "%s (%s) quiere al menos %d palabras tuyas; hasta ahora: %d",
	BadSet:        "--set: %q no es de la forma HUECO=PALABRAS",
	SlotsOpen:     "%s necesita palabras para %s",
	NoOut:         "las cartas para una tabla de destinatarios necesitan una carpeta",
	CannotListen:  "no se puede escuchar en el puerto %d: %v",
	CannotOpen:    "no se pudo abrir un navegador: %v",

	Wanted:     "aquí va %s",
	WantText:   "un texto",
	WantNumber: "un número",
	WantBool:   "true o false",
	WantList:   "una lista",
	WantKeys:   "claves con valores",

	Hint:          "pista:",
	HintUsage:     "sharekit --help dice qué sabe hacer",
	HintVerb:      "sharekit help %s explica cómo",
	HintList:      "sharekit list muestra lo que hay",
	HintExists:    "elige otro nombre con --out, o --force para reemplazarlo",
	HintPath:      "elige con --out un lugar en el que puedas escribir",
	HintOther:     "elige otra carpeta",
	HintStopped:   "se detuvo antes del final: no se cambió nada",
	HintBinary:    "nombra un archivo con -o, o pásala con |",
	HintAddress:   "cópiala entera, sin espacios, empezando por https://",
	HintShorter:   "lleva a una página con una dirección más corta",
	HintNew:       "sharekit new CARPETA hace una",
	HintTable:     "empieza con --lang es; añade el otro idioma cuando tenga su tabla",
	HintKit:       "un kit tiene SHA256SUMS y data/manifest.json",
	HintBox:       "la foto mide %d × %d px; las cajas son x,y,ancho,alto en px o %%",
	HintSet:       "escríbelo como --set town=Springfield",
	HintSlot:      "--set %s=… lo llena; sharekit letter muestra los huecos",
	HintRecipient: "--to y --office dicen para quién es",
	HintOutFolder: "nómbrala con --out",
	HintFit:       "acórtalo, o elige con --format uno más amplio, como portrait o story",
	HintGlyph:     "quita ese carácter",
	HintLong:      "acorta el texto; las palabras y los enlaces nunca se cortan",

	Units: map[string]string{
		"characters": "caracteres", "weighted characters": "caracteres ponderados", "UTF-16 units": "unidades UTF-16",
		"characters (emoji as bytes)": "caracteres (emojis en bytes)", "septets or UTF-16 units": "septetos o unidades UTF-16",
	},
	PictureProblems: map[string]string{"size": "texto muy pequeño", "contrast": "poco contraste", "safe": "muy cerca del borde", "qr": "código QR", "glyphs": "letras que faltan"},
	Severities:      map[string]string{"error": "error", "warning": "aviso", "note": "nota"},
	Forms: map[string]string{
		"day": "no es un día de la forma AAAA-MM-DD", "language": "no es un idioma, como en o es-MX",
		"box": "no es x,y,ancho,alto", "mark": "no es solid, hatch, open ni foot",
	},

	Libraries: libraries{
		Sentences: both(spanishSentences, spanishReaders),
		System: []systemWords{
			{fs.ErrPermission, "no tienes permiso"}, {fs.ErrNotExist, "no existe"}, {fs.ErrExist, "ya existe"},
			{syscall.ENOSPC, "no queda espacio en el disco"}, {syscall.EROFS, "el disco es solo de lectura"},
			{syscall.EISDIR, "es una carpeta"}, {syscall.ENOTDIR, "no es una carpeta"}, {syscall.ENOTEMPTY, "la carpeta no está vacía"},
			{syscall.ENAMETOOLONG, "el nombre es demasiado largo"}, {syscall.EXDEV, "está en otro disco"},
			{syscall.EADDRINUSE, "ya lo usa otro programa"}, {syscall.EIO, "el disco falla"},
			{zip.ErrFormat, "no es un zip"}, {io.ErrUnexpectedEOF, "está cortado"},
		},
	},
}
