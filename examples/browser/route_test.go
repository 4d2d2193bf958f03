package browser_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// phone makes the tab a phone whose owner reads a language.
func (b *tab) phone(lang string) {
	b.Helper()
	tell(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: 360, Height: 780, DeviceScaleFactor: 2, Mobile: true})
	tell(b, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true})
	tell(b, emulation.SetUserAgentOverride, emulation.SetUserAgentOverrideParams{
		UserAgent: "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36", AcceptLanguage: lang,
	})
}

// tap touches the middle of the first element that is shown, where a finger
// meets nothing else.
func (b *tab) tap(selector string) {
	b.Helper()
	at := eval[[]float64](b, fmt.Sprintf(`(async () => {
		let e = [...document.querySelectorAll(%q)].find(e => e.getClientRects().length);
		if (!e) return [];
		if (e.matches("input[type=radio]")) e = e.closest("label");
		e.scrollIntoView({block: "center"});
		await new Promise(requestAnimationFrame);
		const r = e.getClientRects()[0], x = r.left + r.width / 2, y = r.top + Math.min(r.height / 2, 40);
		return e.contains(document.elementFromPoint(x, y)) ? [x, y] : [];
	})()`, selector))
	if len(at) == 0 {
		b.Fatalf("nothing to touch: %s", selector)
	}
	tell(b, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: input.DispatchTouchEventTypeTouchStart,
		TouchPoints: []*input.TouchPoint{{X: at[0], Y: at[1]}}})
	tell(b, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: input.DispatchTouchEventTypeTouchEnd, TouchPoints: []*input.TouchPoint{}})
}

// turn goes to a view by its tab.
func (b *tab) turn(view string) {
	b.Helper()
	b.tap(`.tabs a[href="#` + view + `"]`)
	b.until(`!document.getElementById("` + view + `").hidden`)
}

// write taps a field and types at its end.
func (b *tab) write(selector, text string) {
	b.Helper()
	b.tap(selector)
	b.until(`document.activeElement.matches(` + fmt.Sprintf("%q", selector) + `)`)
	b.run(`const e = document.activeElement; e.setSelectionRange(e.value.length, e.value.length)`)
	tell(b, input.InsertText, input.InsertTextParams{Text: text})
}

// station is a place on the way: all of it reads in the one language, fits the
// screen, and is drawn to the folder named by SAVE_PAGES, if any.
func (b *tab) station(name string) {
	b.Helper()
	b.laidOut(name)
	if stray := eval[string](b, `[...document.querySelectorAll(".t, .p")].filter(e => e.getClientRects().length && !e.classList.contains("es") && e.innerText.trim()).map(e => e.innerText).join("|")`); stray != "" {
		b.Errorf("%s: not in Spanish: %s", name, stray)
	}
	dir := os.Getenv("SAVE_PAGES")
	if dir == "" {
		return
	}
	for _, whole := range []bool{false, true} {
		shot := tell(b, page.CaptureScreenshot, page.CaptureScreenshotParams{CaptureBeyondViewport: &whole})
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%s-%t.png", name, whole)), shot.Data, 0o600); err != nil {
			b.Fatal(err)
		}
	}
}

// browserRoute goes the whole way of a volunteer who reads Spanish, by touch
// on a phone, in one go: 60 seconds, 10 minutes, an hour.
func browserRoute(t *testing.T, c chrome) {
	dir := cecotDir(t)
	b := c.open(t, dir, 360, 780)
	b.phone("es-MX,es")
	b.visit("")
	b.until(`document.documentElement.lang === "es"`)
	b.tap("#l-en")
	b.until(`document.documentElement.lang === "en"`)
	b.tap("#l-es")
	b.until(`document.documentElement.lang === "es"`)
	b.station("01-inicio")
	b.sixtySeconds(dir)
	b.tenMinutes()
	b.anHour()
	b.quiet()
}

// sixtySeconds shares the picture that the page picks.
func (b *tab) sixtySeconds(dir string) {
	b.tap(".tile.red")
	b.until(`location.hash.startsWith("#card-") && document.getElementById("picture").naturalWidth === 1080`)
	for !eval[bool](b, `document.getElementById("another").offsetParent !== null`) { // a card with one wording: another, please
		before := eval[string](b, `location.hash`)
		b.tap("#another-card")
		b.until(`location.hash !== ` + fmt.Sprintf("%q", before))
	}
	id := eval[string](b, `location.hash.slice("#card-".length)`)
	b.station("02-ficha")
	b.tap(`#platforms input[value="facebook"]`)
	b.until(`document.querySelector("#platforms :checked").value === "facebook"`)
	before := b.textOf("post")
	b.tap("#another")
	b.until(`document.getElementById("post").textContent !== ` + fmt.Sprintf("%q", before))
	b.tap("#own-sentence > summary")
	b.write("#own", "Lo cuento porque importa.")
	b.tap("[data-copy=post]")
	if said, got := b.said("post"), b.clipboard(); got != b.textOf("post") || !strings.HasPrefix(got,
		"Lo cuento porque importa.\n\n") || !strings.Contains(got, "#ShutDownCECOT") || said != "Copiado. Ahora pégalo en la aplicación." {
		b.Errorf("%s copied as %q", said, got)
	}
	b.tap("#alt-text > summary")
	b.tap("[data-copy=alt]")
	if b.said("alt"); b.clipboard() != b.textOf("alt") || b.textOf("alt") == "" {
		b.Errorf("the description was copied as %q", b.clipboard())
	}
	b.keeps(filepath.Join(dir, "pictures/es", id+"-portrait.png"), "ShutDownCECOT-"+id+"-es-portrait.png")
	b.station("03-copiado")
	b.leaves("#open", "https://www.facebook.com/")
	b.until(`!document.getElementById("item").hidden`)
	b.tap("#item .back-to")
	b.until(`!document.getElementById("start").hidden`)
}

// keeps saves the picture shown: one that the page carries arrives under its
// name, one of the kit's folder opens.
func (b *tab) keeps(file, name string) {
	b.Helper()
	if eval[bool](b, `!document.getElementById("save").hasAttribute("download")`) {
		b.leaves("#save", "file://"+filepath.ToSlash(file))
		b.said("save")
		return
	}
	saved := b.downloads()
	b.tap("#save")
	b.said("save")
	want, err := os.ReadFile(file)
	if err != nil {
		b.Fatal(err)
	}
	b.arrives(filepath.Join(saved, name), want)
}

// leaves taps a link out of the page, looks where it leads, and comes back.
func (b *tab) leaves(selector, to string) {
	b.Helper()
	b.tap(selector)
	for range 500 {
		all, err := chromedp.CallBrowser(b.ctx, target.GetTargets, target.GetTargetsParams{})
		if err != nil {
			b.Fatal(err)
		}
		for _, other := range all.TargetInfos {
			if strings.HasPrefix(other.URL, to) {
				if _, err := chromedp.CallBrowser(b.ctx, target.CloseTarget, target.CloseTargetParams{TargetID: other.TargetID}); err != nil {
					b.Fatal(err)
				}
				return
			}
		}
		b.run(`await new Promise(r => setTimeout(r, 10))`)
	}
	b.Errorf("%s does not lead to %s", selector, to)
}

// tenMinutes writes to a representative, in haste at first.
func (b *tab) tenMinutes() {
	const (
		copyIt = `[data-copy="text-email-representative"]`
		field  = "#email-representative-"
		needed = "#needed-email-representative"
	)
	b.tap(".tile.navy")
	b.until(`!document.getElementById("act").hidden`)
	b.station("04-congreso")
	if folded := "details#letter-email-representative > summary"; eval[bool](b, `document.querySelector("`+folded+`") !== null`) {
		b.tap(folded)
		b.until(`document.querySelector("details#letter-email-representative").open`)
	}
	b.write(field+"town", "Tucson")
	b.write(field+"zip", "85701")
	b.write(field+"their-name", "Ejemplo")
	b.write(field+"why", "Mi vecino vino de Venezuela.")
	b.write(field+"question", "¿Pedirá usted una audiencia pública antes de que termine el año?")
	b.write(field+"district-office", "Tucson")
	b.write(field+"full-name", "Ana Lectora")
	b.run(`navigator.clipboard.writeText("nada")`)
	b.tap(copyIt)
	b.until(`document.activeElement.matches("[aria-invalid]")`)
	b.station("05-falta")
	if got := b.textOf("email-representative-why-error"); got != "Agrega al menos 8 palabras tuyas." || b.clipboard() != "nada" {
		b.Errorf("five words of one's own: %q, copied %q", got, b.clipboard())
	}
	b.write(field+"why", " Él tiene miedo y yo también.")
	b.until(`document.querySelector("` + needed + `").textContent === "Lista para copiar."`)
	b.tap(copyIt)
	if said := b.said("text-email-representative"); said != "Copiada. Ahora pégala en el formulario o en el correo." {
		b.Errorf("a whole letter: %q", said)
	}
	got := b.clipboard()
	for _, want := range []string{"Asunto: ", "Ejemplo", "Mi vecino vino de Venezuela. Él tiene miedo y yo también.", "Tucson", "Ana Lectora"} {
		if !strings.Contains(got, want) || strings.ContainsAny(got, "[]{}") {
			b.Errorf("the letter lacks %q or has a blank:\n%s", want, got)
		}
	}
	b.station("06-carta")
	b.tap(".sole .back-to")
	b.until(`document.querySelector(".sole") === null && document.activeElement.matches("#letter-email-representative > summary")`)
}

// anHour reads pages, then looks for a picture.
func (b *tab) anHour() {
	b.turn("start")
	b.tap(".tile.gold")
	b.until(`!document.getElementById("more").hidden`)
	b.station("07-mas")
	if eval[bool](b, `document.querySelector(".fold[open]") !== null`) {
		b.Error("a part of More stands open before it was opened")
	}
	for i, id := range []string{"steps", "print", "get-informed", "words-to-use", "support-groups", "foia-request", "tags"} {
		b.tap("#" + id + " > summary")
		b.until(`document.getElementById("` + id + `").open`)
		b.station(fmt.Sprintf("%02d-%s", 8+i, id))
		b.tap("#" + id + " > summary")
	}
	b.turn("share")
	b.station("20-difundir")
	b.write("#search", "venezolanos")
	b.until(`document.querySelectorAll(".grid > .card:not([hidden])").length < 24`)
	all := b.found()
	b.station("21-buscar")
	b.tap("#topics > summary")
	b.tap(`#topics .chip:nth-of-type(3) input`)
	b.until(`document.querySelectorAll(".grid > .card:not([hidden])").length < ` + fmt.Sprint(len(all)))
	b.station("22-tema")
	b.tap(".filters > .drawer:last-of-type > summary")
	b.fill("#by-platform", "tiktok")
	b.fill("#by-format", "story")
	if len(b.found()) == 0 {
		b.Error("no picture for TikTok, as a story")
	}
	b.station("23-filtros")
	b.tap(".filters [data-clear]")
	b.until(`document.querySelectorAll(".grid > .card:not([hidden])").length === 24`)
	b.turn("more")
}
