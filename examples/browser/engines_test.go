package browser_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/shutdowncecot/toolkit/share"
)

// TestOtherEngines opens the page in Firefox and in WebKitGTK, which is what
// Safari is made of: its screens, its studio, what it saves.
func TestOtherEngines(t *testing.T) {
	t.Parallel()
	whole.hold(t)
	for _, engine := range []struct {
		name  string
		start func(*testing.T, string) driver
		saved string // where in its folder it saves
	}{{"Firefox", startFirefox, ""}, {"WebKitGTK", startWebKit, "Downloads"}} {
		t.Run(engine.name, func(t *testing.T) {
			home := t.TempDir()
			saves := filepath.Join(home, engine.saved)
			if err := os.MkdirAll(saves, 0o700); err != nil {
				t.Fatal(err)
			}
			d := engine.start(t, home)
			made := studioStand(t)
			kit := made.kit
			d.size(t, 360, 780)
			d.open(t, "file://"+filepath.ToSlash(filepath.Join(made.dir, "START-HERE.html")))
			d.run(t, engineWatch)
			engineScreens(t, d)
			engineStudio(t, d, kit)
			engineSaves(t, d, kit, saves)
			heard := listOf(t, d.run(t, `const loaded = performance.getEntriesByType("resource").map(e => e.name);
				return window.heard.concat(loaded.filter(n => !/^(data|blob):/.test(n)))`))
			if len(heard) > 0 {
				t.Errorf("the page complains or asks for: %q", heard)
			}
		})
	}
}

// engineWatch listens for what goes wrong from now on, and has ways to wait.
const engineWatch = `window.heard = [];
	addEventListener("error", e => heard.push(e.message));
	addEventListener("unhandledrejection", e => heard.push(String(e.reason)));
	addEventListener("securitypolicyviolation", e => heard.push(e.violatedDirective + " " + e.blockedURI));
	window.comes = async (is, what) => {
		for (let n = 0; n < 1200; n++) { const v = is(); if (v) return v; await new Promise(r => setTimeout(r, 50)) }
		throw new Error("never came: " + (what || is));
	};`

// engineScreens goes to each screen: it is shown, in both languages, and fits.
func engineScreens(t *testing.T, d driver) {
	for _, screen := range []string{"start", "what", "share", "act", "more", "make", "kept", "card-sale"} {
		problems := listOf(t, d.run(t, `location.hash = "`+screen+`";
			const view = "`+strings.Replace(screen, "card-sale", "item", 1)+`", wrong = [];
			if (!document.getElementById(view)) return [];
			await comes(() => !document.getElementById(view).hidden, view);
			for (const lang of ["es", "en"]) {
				const tongue = [...document.querySelectorAll("[data-tongue=" + lang + "], #l-" + lang)].find(e => e.getClientRects().length || e.matches("input"));
				tongue.click();
				await comes(() => document.documentElement.lang === lang, lang);
				const wide = document.documentElement.scrollWidth;
				if (wide > innerWidth) wrong.push(lang + ": " + wide + " px wide on a screen of " + innerWidth);
				if (!document.querySelector(".view:not([hidden]) h1").innerText) wrong.push(lang + ": no heading");
			}
			return wrong`))
		for _, p := range problems {
			t.Errorf("%s: %s", screen, p)
		}
	}
}

// engineStudio holds every picture of the kit to what the page draws, by its sum.
func engineStudio(t *testing.T, d driver, kit *share.Kit) {
	drawn := 0
	for _, f := range kitPictures(t, kit, "classes", "sale") {
		var got string
		if err := json.Unmarshal(d.run(t, drawSum(f)), &got); err != nil {
			t.Fatal(err)
		}
		if got != f.sum {
			t.Errorf("%s, %s, %s: the page draws %.12s, the kit has %.12s", f.id, f.lang, f.format, got, f.sum)
		}
		drawn++
	}
	if drawn < 16 {
		t.Errorf("%d pictures were drawn", drawn)
	}
}

// A kitPicture is a picture of a fact in a kit.
type kitPicture struct {
	id, lang, format, sum string
}

// kitPictures are those of the facts that may be changed.
func kitPictures(t *testing.T, kit *share.Kit, facts ...string) (all []kitPicture) {
	t.Helper()
	names, err := fs.Glob(kit, "pictures/*/*.png")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		parts := strings.Split(strings.TrimSuffix(name, ".png"), "/")
		at := strings.LastIndex(parts[2], "-")
		if !slices.Contains(facts, parts[2][:at]) {
			continue // an event's, or a carousel's
		}
		data, err := fs.ReadFile(kit, name)
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(data)
		all = append(all, kitPicture{parts[2][:at], parts[1], parts[2][at+1:], hex.EncodeToString(sum[:])})
	}
	return all
}

// drawSum has the studio save a picture, catches the file on its way and sums it
// up.
func drawSum(f kitPicture) string {
	return `location.hash = "edit-` + f.id + `";
		const id = n => document.getElementById(n), picture = id("studio-picture");
		await comes(() => !id("studio").hidden && id("studio-card").value === "` + f.id + `", "the studio");
		document.querySelector("#studio [data-tongue=` + f.lang + `]").click();
		await comes(() => id("studio-headline").lang === "` + f.lang + `", "the language");
		(await comes(() => document.querySelector("#studio-formats input[value=` + f.format + `]"), "the size")).click();
		await comes(() => picture.dataset.drawn === "yes" && !id("studio-save").disabled, "the picture");
		const make = URL.createObjectURL, click = HTMLAnchorElement.prototype.click;
		let file = null;
		URL.createObjectURL = b => { file = b; return make.call(URL, b) };
		HTMLAnchorElement.prototype.click = () => {};
		document.querySelector("[data-panel=post] [data-save=png]").click();
		await comes(() => file, "the file");
		URL.createObjectURL = make;
		HTMLAnchorElement.prototype.click = click;
		const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
		return [...sum].map(b => b.toString(16).padStart(2, "0")).join("")`
}

// engineSaves saves a picture as readers do: the file arrives.
func engineSaves(t *testing.T, d driver, kit *share.Kit, dir string) {
	want, err := fs.ReadFile(kit, "pictures/en/classes-portrait.png")
	if err != nil {
		t.Fatal(err)
	}
	d.run(t, `location.hash = "edit-classes"; await comes(() => !document.getElementById("studio").hidden);
		document.querySelector("#studio [data-tongue=en]").click();
		(await comes(() => document.querySelector("#studio-formats input[value=portrait]"))).click();
		await comes(() => document.getElementById("studio-picture").dataset.drawn === "yes" && !document.getElementById("studio-save").disabled);
		document.getElementById("studio-save").click()`)
	if got := download(t, filepath.Join(dir, "SaveOldMill-classes-en-portrait.png")); !bytes.Equal(got, want) {
		t.Errorf("saved %d bytes, the kit has %d", len(got), len(want))
	}
}

func listOf(t *testing.T, data json.RawMessage) (all []string) {
	t.Helper()
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatalf("%.200s: %v", data, err)
	}
	return all
}
