package main

// spanishSentences say what the libraries find wrong, by the English or by the
// format of package fmt that it is made of. A test holds that none is missing
// and that each is still said.
var spanishSentences = map[string]string{
	"is empty": "está vacía",

	// share.FactError, PageError and ThreadError
	"is missing": "falta",
	"cannot be part of a file's name: write small letters, digits and hyphens": "no puede formar parte del nombre de un archivo: escribe minúsculas, dígitos y guiones",
	"is missing, and a fact without it is not published":                       "falta, y un dato sin eso no se publica",
	"is missing; a correction has a day":                                       "falta; una corrección tiene un día",
	"is missing; say what was shared":                                          "falta; di qué se difundió",
	"is missing; say what is true":                                             "falta; di qué es cierto",
	"is what was said before":                                                  "es lo mismo que se dijo antes",
	"is missing, and what has no source is not published":                      "falta, y lo que no tiene fuente no se publica",
	"must begin with https://":                                                 "debe empezar con https://",
	"is no fact of the campaign":                                               "no es un dato de la campaña",
	"does not stand on %s: it has expired or was replaced or withdrawn":        "no vale el %s: caducó, fue reemplazado o retirado",
	"there is no such thread":                                                  "no hay tal hilo",

	// share.LetterError and SlotError
	"there is no such letter":                                   "no hay tal carta",
	"is not there in the language it is sent in":                "no está en el idioma en que se envía",
	"rests on the fact %s, which no longer stands":              "se apoya en el dato %s, que ya no vale",
	"is for the office %q, not for %q":                          "es para el cargo %s, no para %s",
	"%q is not a mail address; write it as name@example.org":    "%s no es una dirección de correo; escríbela como nombre@example.org",
	"the recipient's name %w":                                   "el nombre de quien recibe: %s",
	"the recipient has no name":                                 "quien recibe no tiene nombre",
	"has no word for the recipient's office %q; give one of %s": "no tiene palabra para el cargo %s de quien recibe; da uno de estos: %s",
	"needs the recipient's office: one of %s":                   "necesita el cargo de quien recibe: uno de estos: %s",
	"has more than one line":                                    "tiene más de una línea",
	"has %d characters, at most %d are taken":                   "tiene %d caracteres; caben %d",
	"contains the invisible character U+%04X":                   "contiene el carácter invisible U+%s",
	"is not UTF-8": "no está en UTF-8",
	"wants at least %d words of your own; words so far: %d": "quiere al menos %d palabras tuyas; hasta ahora: %d",

	// share.PageError
	"is not an address":                           "no es una dirección",
	"only https, tel, sms and mailto are allowed": "no puede llevar más que a https, tel, sms o mailto",
	"needs https:":                                "necesita https:",
	"must be a plain path relative to the kit":    "debe ser un archivo del kit, como print/es/cards.pdf",
	"must stay inside the kit":                    "sale del kit",
	"has a brace without its partner":             "tiene una llave sin su pareja; escribe {hueco} o quítala",
	"no word is called %q":                        "no hay una palabra %s en la página de inicio",

	// share.ReelError
	"is not after the one before it": "no va después del anterior",
	"asks its readers for %.1f characters a second, at most %.0f can be read; give it more time or fewer words": "pide leer %s caracteres por segundo, y se leen %s como mucho; dale más tiempo o menos palabras",
	"has %d bytes of captions, at most %d are taken":                                                            "tiene %d bytes de subtítulos; caben %d",

	// share.ExistsError
	"was changed since it was made: %w": "se cambió después de hacerse; sharekit verify dice en qué",
	"is not a folder":                   "no es una carpeta",
	"is not a kit":                      "no es un kit",
	"is a kit of %q":                    "es un kit de %s",
	"is not the zip of a kit":           "no es el zip de un kit",
	"is the zip of a kit of %q":         "es el zip de un kit de %s",
	"is a folder":                       "es una carpeta",
	"cannot be replaced as a whole; name a folder in it":                            "no se puede reemplazar entera; indica una carpeta dentro",
	"was set aside from %s and something else came there; move it where it belongs": "se apartó de %s, y allí hay ahora otra cosa; muévelo adonde va",
	"%s: the zip of a kit cannot lie in the kit's folder %s":                        "%s: el zip de un kit no puede estar en la carpeta %s del kit",
	"%s: not a line of sums: %q":                                                    "%s: esta línea no es una suma: %s",
	"%s: larger than any kit's":                                                     "%s: es más grande que el de cualquier kit",
	"the old kit: %w":                                                               "el kit anterior: %s",
	"the new kit: %w":                                                               "el kit nuevo: %s",

	"fonts: %w": "fonts: %s",

	// share.Options and what a campaign's folder holds
	"%q cannot be the name of a file": "%s no puede ser el nombre de un archivo",
	"two files of the kit would be called %s: give the fact or what else is called so another id": "dos archivos del kit se llamarían %s: da otro id al dato o a lo demás que se llame así",
	"the language %q is chosen twice": "el idioma %s está elegido dos veces",
	"the format %q is chosen twice":   "el formato %s está elegido dos veces",
	"the format %q cannot be part of a file's name: write small letters, digits and hyphens": "el formato %s no puede formar parte del nombre de un archivo: escribe minúsculas, dígitos y guiones",
	"format %d has no name": "el formato %d no tiene nombre",
	"theme: there is no theme %q: choose from %s, or write themes/%s.json": "theme: no hay un tema %s: elige entre %s, o escribe themes/%s.json",
	"not a regular file": "no es un archivo común",

	// graphic.LoadTheme
	"theme %s: %w":                                     "tema %s: %s",
	"line %d: %w":                                      "línea %d: %s",
	"name: is missing":                                 "name: falta",
	"schemes.%s: is empty":                             "schemes.%s: no tiene nada",
	"schemes.%s: %w":                                   "schemes.%s: %s",
	"grounds: a theme has at least one":                "grounds: un tema tiene al menos uno",
	"grounds: one has no name":                         "grounds: uno no tiene nombre",
	"ground %q: there is no scheme %q":                 "ground %s: no hay un scheme %s",
	"carousel.inner: names at least one ground":        "carousel.inner: nombra al menos un fondo (ground)",
	"carousel: there is no ground %q":                  "carousel: no hay un fondo (ground) %s",
	"extends: there is no theme %q":                    "extends: no hay un tema %s",
	"type.%s: %w":                                      "type.%s: %s",
	"type.%s.leading: %g is not between 0.8 and 2.5":   "type.%s.leading: %s no está entre 0.8 y 2.5",
	"type.%s.tracking: %g is not between -0.1 and 0.1": "type.%s.tracking: %s no está entre -0.1 y 0.1",
	"type.%s.size: only display has one":               "type.%s.size: solo display lo tiene",
	"type.display.size: %g is not between 0.7 and 1.6": "type.display.size: %s no está entre 0.7 y 1.6",
	"type.%s.font: is missing":                         "type.%s.font: falta",
	"air: %g is not between 0 and 1":                   "air: %s no está entre 0 y 1",
	"rule.%s: %g is not between 0 and 24":              "rule.%s: %s no está entre 0 y 24",
	"%s: there is no colour %q":                        "%s: no hay un color %s",
	"colors.%s: %w":                                    "colors.%s: %s",
	"%q is not a colour of the form #RRGGBB":           "%s no es un color de la forma #RRGGBB",
	"%s on %s is %.1f:1, below %.1f:1":                 "%s sobre %s da %s:1, menos que %s:1",
	"%s on %s is %.1f:1 for a reader without green cones, too little below %.1f:1": "%s sobre %s da %s:1 para quien no distingue el verde, muy por debajo de %s:1",
	"no folder to load a theme from":                                               "no hay carpeta de la que leer un tema",

	// graphic.LoadFonts
	"no folder to load fonts from":                                               "no hay carpeta de la que leer tipos de letra",
	"no .ttf, .otf or .ttc file among the fonts":                                 "entre los tipos de letra no hay ningún archivo .ttf, .otf ni .ttc",
	"none of the known fonts is installed: give a folder of fonts to LoadFonts":  "no está instalado ninguno de los tipos de letra conocidos: pon los tuyos en fonts/",
	"%s: is larger than %d MB":                                                   "%s: tiene más de %d MB",
	"%s: damaged font: %v":                                                       "%[1]s: el tipo de letra está dañado",
	"%s: damaged font: no units per em":                                          "%s: el tipo de letra está dañado: no dice su medida",
	"damaged font: it ends within its header":                                    "el tipo de letra está dañado: acaba en la cabecera",
	"damaged font: it ends within its list of tables":                            "el tipo de letra está dañado: acaba en la lista de tablas",
	"damaged font: its table %q goes beyond the end of the file":                 "el tipo de letra está dañado: la tabla %s pasa del final del archivo",
	"damaged font: the file is empty or nearly so":                               "el tipo de letra está dañado: el archivo está vacío o casi",
	"damaged font: its list of fonts is too long for the file":                   "el tipo de letra está dañado: su lista no cabe en el archivo",
	"not a TrueType or OpenType font: WOFF and others are to be converted first": "no es un tipo de letra TrueType ni OpenType: convierte antes los WOFF y otros",

	// of packages beside graphic
	"%q is there twice": "%s está dos veces",

	// graphic/inspect.Problem
	"%d of %d characters are not in the font":                       "%d de %d caracteres no están en el tipo de letra",
	"%q shows nothing":                                              "%s no muestra nada",
	"%.1f px is below the floor of %.0f px":                         "%s px son menos que los %s que se leen",
	"%.1f:1 on the painted pixels, below 4.5:1":                     "%s:1 en los píxeles pintados, menos que 4.5:1",
	"%v leaves the safe area %v":                                    "%s sale de la zona segura %s",
	"the code cannot be read from the card: %v":                     "el código no se puede leer en la imagen",
	"the code cannot be read at a third of its size in a poor JPEG": "el código no se puede leer a un tercio de su tamaño en un mal JPEG",
}

// spanishReaders say what the readers of YAML and JSON find wrong, and what
// follows the name of a file.
var spanishReaders = map[string]string{
	"none": "ninguna", "one": "una", "two": "dos", // of "%d rows: %s to six fit a card"

	"sequence end token ']' not found":                                   "falta el corchete ] que cierra",
	"',' or ']' must be specified":                                       "falta una coma o el corchete ]",
	"',' or '}' must be specified":                                       "falta una coma o la llave }",
	"could not find flow mapping end token '}'":                          "falta la llave } que cierra",
	"could not find flow map content":                                    "falta lo que va entre las llaves",
	"could not find '[' character corresponding to ']'":                  "sobra un corchete ]",
	"could not find '{' character corresponding to '}'":                  "sobra una llave }",
	"could not find map value":                                           "falta el valor de una clave",
	"could not find end character of double-quoted text":                 "faltan las comillas que cierran",
	"could not find end character of single-quoted text":                 "falta la comilla que cierra",
	"expected map key-value delimiter ':'":                               "faltan los dos puntos tras la clave",
	"found an invalid key for this map":                                  "aquí no puede haber esta clave",
	"map key definition includes an implicit line break":                 "una clave se parte en dos líneas",
	"mapping value is not allowed in this context":                       "aquí no puede haber otra clave; pon el texto entre comillas",
	"block sequence entries are not allowed in this context":             "aquí no puede empezar una lista",
	"found character '\t' that cannot start any token":                   "hay un tabulador; sangra con espacios",
	"found a tab character where an indentation space is expected":       "hay un tabulador; sangra con espacios",
	"%s was used where mapping is expected":                              "aquí van claves con valores",
	"%s was used where sequence is expected":                             "aquí va una lista",
	"could not find alias %q":                                            "aquí no se usan alias; pon el texto entre comillas",
	"mapping key %q already defined at [%d:%d]":                          "la clave %[1]s ya está en la línea %[2]s",
	"%s was used where %s is expected":                                   "este valor no puede estar aquí; mira la sangría",
	"non-map value is specified":                                         "aquí van claves con valores",
	"unexpected key name":                                                "aquí no puede haber una clave",
	"unexpected map key":                                                 "aquí no puede haber una clave",
	"unexpected scalar value":                                            "sobra un valor",
	"unexpected scalar value type":                                       "este valor no puede estar aquí",
	"tab character cannot use as a map key directly":                     "hay un tabulador; sangra con espacios",
	"undefined map key":                                                  "falta una clave",
	"value is not allowed in this context":                               "este valor no puede estar aquí; mira la sangría",
	"value is not allowed in this context. map key-value is pre-defined": "este valor no puede estar aquí; mira la sangría",

	"unexpected end of JSON input":                                    "el archivo se corta",
	"json: unknown field %q":                                          "no existe la clave %s",
	"json: cannot unmarshal %s into Go %s":                            "un valor de tipo %[1]s no puede estar aquí",
	"invalid character %s looking for beginning of value":             "aquí va un valor, no %s",
	"invalid character %s looking for beginning of object key string": "aquí va una clave entre comillas, no %s",
	"invalid character %s after object key":                           "aquí van dos puntos, no %s",
	"invalid character %s after object key:value pair":                "aquí va una coma o una llave }, no %s",
	"invalid character %s after array element":                        "aquí va una coma o un corchete ], no %s",
	"invalid character %s after top-level value":                      "sobra %s",
	"invalid character %s in string literal":                          "el carácter %s no puede estar en un texto",
	"invalid character %s in numeric literal":                         "el carácter %s no puede estar en un número",
	"%s: %w": "%s: %s",
}
