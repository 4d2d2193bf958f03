package campaign

import (
	"strings"
	"testing"
)

// innocents are sentences in which there is nothing to find.
var innocents = map[string]string{
	"en": `
The library lent 1,200 books in 2025.
About 300 people walked down the avenue on March 15.
In 2025, 40 men and 150 other people were interviewed.
The U.S. Supreme Court ruled on April 7, 2025.
The 9th Circuit Court heard it.
A district court in Maryland heard case 8:25-cv-00951.
Docket 1:25-cv-00766 is public.
The agreement is worth $4.76 million.
The prison was built for 40,000 people.
See 22 U.S.C. 2378d and 10 U.S.C. 362.
See 8 CFR 208.16 to 208.18.
The law is 5 U.S.C. 552(a)(6)(E).
Between 2022 and 2025 the number rose.
The report covers 2024-2025.
Between 2000-3000 people came.
The count went from 123 to 252.
It was founded in 1998.
The library was born in 1998.
She was born in Maryland.
He was born 40 miles away.
They were born into the same village.
Half of them were born abroad.
Write to your own members.
Call the desk: (555) 010-0199.
Mail desk@oldmill.example.
Follow @friends@example.org there.
Take route 12 to the mill.
Open Monday to Friday, 9 to 5.
The meeting is at 18:00 on 4 December.
Bring 2 candles and 1 sign.
The loan was illegal.
The transfers were illegal, lawyers argue.
They asked whether the order was an illegal act.
It was an illegal and unethical policy, the paper wrote.
Illegal logging is another matter.
The court found no criminal record.
It was not a criminal case.
They had no criminal convictions.
There was no criminal investigation.
This is not a criminal matter.
None of it was a criminal trial.
He is not accused of anything.
Nobody says that they are innocent.
Are they innocent?
No person is called guilty or innocent.
The jury did not find him guilty.
Researchers found abuse.
Human Rights Watch and Cristosal concluded that abuse was systematic.
Human Rights Watch was a co-author.
United Nations experts raised it.
El Salvador was the first to reply.
The Supreme Court was divided.
Ask your senators to vote for the resolution.
The Senate voted 51 to 45.
Members who vote for a hearing deserve thanks.
The committee will vote on Tuesday.
The House vote was close.
We do not tell people how to vote.
The vote count was 12 to 3.
An election is held every four years.
The paper wrote “kidnapped”.
The museum shows a camp from 1940.
Summer camps open in June.
Campers came from 12 towns.
The State Department published its report.
The government contests the ruling.
The president of the club spoke.
Officials declined to comment.
The agency said it had no record.
He read the poem “The Innocents”.
Her dictation was flawless.
The weather regimen changed.
The terror of that night stayed with her.
Counterterrorism funds paid for it.
Terrorism charges were dropped.
The Center for the Confinement of Terrorism is its name.
A terrace overlooks the square.
Place 12 chairs in the court.
We drove 40 miles of road.
More than 2,000 people were in the street.
It took 3 weeks down the road.
Turn left at the old mill road.
The 24 hours' notice was not enough.
Page 12 lists the sources.
Section 1231 forbids it.
Article 3 says so.
Room 4 is free.
Chapter 9 explains verification.
Number the pages 1 to 12.
Version 4 of the code is smaller.
Use 300 ppi and 0.125 in of bleed.
The plate is made of steel.
Number plates are blurred in the picture.
The printing plates cost 300 dollars.
The dinner plates are blue.
Coordinates are removed from pictures.
Its latitude is tropical.
At 13.7 degrees it is mild.
The ratio is 3.14159 to 1.
It measured 1080 by 1350 pixels.
The file is 2.5 MB.
Call 911 in an emergency.
Text a friend first.
Dial the switchboard and ask for your member.
Press 2 for Spanish.
Write your ZIP code at the end.
Use a group address, not a home address.
Never post a phone number.
A-numbers stay out.
Put no A-number in the letter.
A 1798 law was used.
A 30-day rule applies.
A 2019 order barred removal.
A 100-year-old mill stands there.
Passport control was closed.
His passport was returned.
Social security was debated.
Birthdays are private.
The birth dates were removed.
A new date of birth certificate form exists.
The dates are 2025-03-15 and 2025-07-18.
It is dated 12/11/2025.
See https://www.npr.org/2025/12/22/nx-s1-5652187/alien-enemies-act-deportations-case
See https://www.everycrsreport.com/files/2025-01-06_IF10575_fe310e63239cead7ed8e1a04e757037bb3abfed9.html
Open house.gov and senate.gov.
The bulletin is free.
The Alien Enemies Act is a wartime law from 1798.
Alien species spread in the lake.
People without papers may borrow too.
Judge James Example ruled in December.
President Example signed the law.
Senator Example asked for a hearing.
Mr. Example was present.
Robin Example was released in July.
Robin Example was found not guilty.
Ana Example is a teacher.
Robin Example is a criminal lawyer's client.
A criminal defence lawyer explained it.
The Criminal Justice Act applies.
Robin Example committed to a date.
This is a criminal matter.
That was a terrorist attack, the paper wrote.
In 2024 Wall Street rose.
Order no. 2025-0412 was issued.
Docket 2025-0412 is public.
Write to them about FOIA request 2025-0412.
It is file DHS-2025-0412.
Everyone is presumed innocent until a court rules.
The presumption of innocence applies.
The Innocence Project wrote a brief.
The sanctions regime was extended.
Under the tax regime it is due.
The regime of exception began in 2022.
The regime change was bloodless.
The list of foreign terrorist organizations grew.
They were accused of being terrorists.
Terrorist designations are made by the State Department.
They were treated like animals.
Turnout at the polls was high.
Support the campaign for Congress to act.
The judge called the removal illegal.
Half the unit 12 pages long was read.
Look at this dot pattern.
The social is 12 euros.
See https://www.youtube.com/watch?v=abc&t=42s
See https://mill.example/?s=search&t=1
`,
	"es": `
La biblioteca prestó 1.200 libros en 2025.
Unas 300 personas marcharon por la avenida.
Salieron a la calle 500 personas.
Salieron a la calle 2000 personas.
Marcharon por la avenida unas 300.
En la carrera a 2026 nadie habló de esto.
El paseo de 2025 fue largo.
La calle quedó vacía el 15 de marzo de 2025.
La carretera tiene 40 kilómetros.
La colonia tiene 300 habitantes.
El pasaje cuesta 12 dólares.
En casa 5 personas escribieron cartas.
Volvieron a casa 252 hombres.
Se entrevistó a 40 hombres y a otras 150 personas.
La Corte Suprema resolvió el 7 de abril de 2025.
El expediente 1:25-cv-00766 es público.
El acuerdo es de 4,76 millones de dólares.
La cárcel se construyó para 40.000 personas.
Véase 22 U.S.C. 2378d.
Entre 2022 y 2025 la cifra subió.
El informe abarca 2024-2025.
Acudieron entre 2000-3000 personas.
La cuenta pasó de 123 a 252.
La organización nació en 1998.
La idea nació 4 años antes.
Nació en San Salvador.
Nacido en Caracas, vive lejos.
La mitad nació en otro país.
La biblioteca nació de una donación.
Llama al mostrador: (555) 010-0199.
Escribe a desk@oldmill.example.
La reunión es el 4 de diciembre a las 18:00.
Lleva 2 velas y 1 cartel.
El préstamo fue ilegal.
Los envíos fueron ilegales, sostienen.
Una detención ilegal es otra cosa.
La tala ilegal preocupa.
No se hallaron antecedentes penales.
No hay condenas.
No es un caso penal.
No están acusados de nada.
Nadie dice que sean inocentes.
¿Son inocentes?
No se llama culpable ni inocente a nadie.
El jurado no lo declaró culpable.
Human Rights Watch y Cristosal concluyeron que los abusos fueron sistemáticos.
Estados Unidos violó la norma, sostienen.
El Salvador fue el primero en responder.
Pide a tus senadores que voten por la resolución.
El Senado votó 51 a 45.
Pide que voten por una audiencia.
La comisión vota el martes.
No decimos a nadie cómo votar.
Por 5 votos a 4 se levantó el freno.
Hay elecciones cada cuatro años.
El diario escribió «secuestrados».
Los campamentos abren en junio.
El campo de golf cerró.
Los campos de maíz se secaron.
El régimen de excepción empezó en 2022.
El régimen alimenticio cambió.
El gobierno impugna el fallo.
El presidente del club habló.
La fiscalía no comentó.
El terror de esa noche quedó.
El antiterrorismo costó mucho.
El Centro de Confinamiento del Terrorismo es su nombre.
El artículo 3 lo dice.
La sala 4 está libre.
El capítulo 9 explica cómo verificar.
Imprime de la página 1 a la 12.
La placa es de acero.
Las placas se cubren en la foto.
La matrícula escolar abre en enero.
Las coordenadas se quitan de las fotos.
A 13,7 grados hace buen tiempo.
Mide 1080 por 1350 píxeles.
Llama al 911 en una emergencia.
Llama a tus congresistas en 2026.
Llama a las 9 y a las 12.
Marca 2 para español.
Escribe tu código postal al final.
Usa la dirección de un grupo, no la de una casa.
Nunca publiques un teléfono.
Los números A se quitan.
No pongas números A en la carta.
A 1798 se remonta la ley.
A 100 años de distancia sigue en pie.
A 137 hombres se les negó el debido proceso.
A 252 hombres los trasladaron.
El pasaporte fue devuelto.
El seguro social se debatió.
El cumpleaños es privado.
La fecha de nacimiento no se publica.
Está fechado el 12/11/2025.
La fecha es 2025-03-15.
Hubo 15 casos en 2025 y 2026.
Mira https://www.diariocolatino.com/asamblea-aprueba-prorroga-48-del-regimen-de-excepcion/
Abre house.gov y senate.gov.
El juez James Ejemplo resolvió en diciembre.
La senadora Ejemplo pidió una audiencia.
Robin Ejemplo salió en julio.
Robin Ejemplo fue declarado no culpable.
Ana Ejemplo es maestra.
Ana Ejemplo fue la primera en hablar.
El derecho penal es otra materia.
Una persona sin papeles también puede leer.
El buzón recibe cartas.
La vecina de la casa azul leyó 12 libros.
Col y papas, 3 dólares.
El lote 12 llegó tarde.
Eso es un crimen de Estado, dice el informe.
El decreto 2025-0412 sigue.
La ley n.º 2025-0412 entró en vigor.
Se presume inocente a toda persona.
Toda persona es inocente mientras no se pruebe lo contrario.
La presunción de inocencia es un derecho.
El régimen penitenciario es duro.
Fueron acusados de ser terroristas.
La lista de organizaciones terroristas creció.
Los trataron como animales.
Nació el 4 por ciento en otro país.
El barrio tiene 12 casas.
La placa conmemorativa es de 2019.
Caben 612 345 678 libros.
Cumple 12 requisitos.
`,
}

// TestInnocents: nothing is found where there is nothing.
func TestInnocents(t *testing.T) {
	n := 0
	for lang, list := range innocents {
		for _, text := range strings.Split(strings.TrimSpace(list), "\n") {
			n++
			if rules := says(lang, text); len(rules) > 0 {
				t.Errorf("%s: %q: found %v", lang, text, rules)
			}
		}
		if rules := says(lang, strings.TrimSpace(list)); len(rules) > 0 {
			t.Errorf("%s, all in one text: found %v", lang, rules)
		}
	}
	if n < 200 {
		t.Errorf("%d sentences", n)
	}
}
