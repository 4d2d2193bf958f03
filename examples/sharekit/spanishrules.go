package main

import (
	"github.com/shutdowncecot/toolkit/hashtag"
	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// spanishProblems say what would go wrong with a text on a platform: formats
// over the piece, the platform's name and its limits of tags and links.
var spanishProblems = map[hashtag.Code]fault.Words{
	hashtag.TooLong:          {Message: "es demasiado largo para %[2]s", Fix: "acórtalo"},
	hashtag.TooManyTags:      {Message: "tiene más etiquetas que las %[3]d que toma %[2]s", Fix: "deja las más importantes"},
	hashtag.TooManyLinks:     {Message: "tiene más enlaces que los %[4]d que toma %[2]s", Fix: "quita los que sobran"},
	hashtag.TooManyEmoji:     {Message: "tiene muchos emojis, y un lector de pantalla dice el nombre de cada uno", Fix: "deja uno o dos, al final"},
	hashtag.TagNotLinked:     {Message: "%[2]s no enlaza %[1]s", Fix: "pon un espacio antes y después, y al menos una letra"},
	hashtag.TagDiffers:       {Message: "%[2]s enlaza otra etiqueta que %[1]s", Fix: "pon un espacio o puntuación común tras la palabra"},
	hashtag.TagHardToRead:    {Message: "%[1]s se lee con dificultad, sobre todo al escucharlo", Fix: "empieza cada palabra con mayúscula: #AsíSeLee"},
	hashtag.LinkNotLinked:    {Message: "%[2]s no enlaza entero %[1]s", Fix: "escríbelo con https://, entre espacios"},
	hashtag.BrokenLink:       {Message: "%[1]s no es una dirección bien escrita", Fix: "cópiala otra vez del navegador"},
	hashtag.NotifiesAccount:  {Message: "%[1]s avisa a la cuenta de ese nombre en %[2]s", Fix: "si no es lo que quieres, quita la @"},
	hashtag.HiddenCharacter:  {Message: "%[1]U no se ve, o cambia la dirección del texto", Fix: "quítalo"},
	hashtag.StyledLetters:    {Message: "%[1]s no es texto para un lector de pantalla ni para una búsqueda", Fix: "escríbelo con letras comunes"},
	hashtag.RefusedCharacter: {Message: "%[2]s no acepta una publicación con %[1]q", Fix: "escríbelo de otra manera"},
	hashtag.Heading:          {Message: "# al comienzo de una línea hace un título en %[2]s", Fix: `escribe \#`},
	hashtag.ManySegments:     {Message: "%[1]q hace que cueste más mensajes de texto", Fix: "usa letras de GSM-7: é ñ ü ¿ ¡ lo son; á í ó ú y las comillas curvas, no"},
	hashtag.NotUTF8:          {Message: "aquí el texto no está en UTF-8", Fix: "guárdalo como UTF-8"},
}
