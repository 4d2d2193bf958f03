package browser_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
)

// filmDir is the folder of a kit that has a video, made once.
func filmDir(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(scratch, "film")
	if _, err := os.Stat(dir); err == nil {
		return dir
	}
	fsys := fstest.MapFS{}
	for name, file := range map[string]string{"campaign.yaml": "mill/campaign.yaml", "facts.yaml": "mill/facts.yaml", "reels.yaml": "film.yaml"} {
		data, err := os.ReadFile(filepath.Join(testdata, file))
		if err != nil {
			t.Fatal(err)
		}
		fsys[name] = &fstest.MapFile{Data: data}
	}
	k := build(t, load(t, fsys), &share.Options{Formats: graphic.Formats()[:1]})
	if err := k.WriteDir(context.Background(), dir); err != nil {
		t.Fatal(err)
	}
	return dir
}

// reelShows is what the screen of a video says.
const reelShows = `["title", "nth", "at", "says", "note"].map(n => document.getElementById("reel-" + n).innerText).join("|")`

func (b *tab) reelShows(want string) {
	b.Helper()
	b.until(reelShows + ` === ` + fmt.Sprintf("%q", want))
}

// browserReel: a video has a screen on which it plays, stops and is turned scene by
// scene, in both languages.
func browserReel(t *testing.T, c chrome) {
	dir := filmDir(t)
	b := c.open(t, dir, 360, 780)
	b.axe()
	b.show("more")
	b.run(`document.getElementById("video").open = true`)
	b.press(`#video a[href="#reel-open-door"]`)
	b.reelShows("Video: An open door|Scene 1 of 3|0:00 of 0:14.|Sixty-two classes came.|")
	b.holdBoth("reel")
	b.speak("en")
	b.press("#reel [data-reel=next]")
	b.reelShows("Video: An open door|Scene 2 of 3|0:04 of 0:14.|From six schools. All year.|")
	b.press("#reel-play")
	b.until(`(v => v.videoHeight > v.videoWidth && v.currentTime > 4.2)(document.getElementById("reel-film")) &&
		 document.getElementById("reel-play").innerText === "Pause"`)
	b.press("#reel-play")
	b.until(`document.getElementById("reel-film").paused && document.getElementById("reel-play").innerText === "Play"`)
	b.press("#reel [data-reel=next]")
	b.speak("es")
	b.reelShows("Video: Una puerta abierta|Escena 3 de 3|0:10 de 0:14.|El informe del municipio.|")
	b.press("#reel [data-reel=next]")
	b.reelShows("Video: Una puerta abierta|Escena 1 de 3|0:00 de 0:14.|Vinieron sesenta y dos clases.|")
	for id, ends := range map[string]string{"save": "video/es/open-door.mp4", "captions": "video/es/open-door.srt"} {
		if got := eval[string](b, `document.getElementById("reel-`+id+`").href`); !strings.HasSuffix(got, ends) {
			t.Errorf("%s leads to %s", id, got)
		}
	}
	b.press("#reel-play")
	b.until(`!document.getElementById("reel-film").paused`)
	b.show("more")
	b.until(`document.getElementById("reel-film").paused`)
	for _, f := range b.files {
		if !strings.Contains(f, "/video/") {
			t.Errorf("asked for %s", f)
		}
	}
	b.files = nil
	b.quiet()
}

// browserReelCalm: whoever asks for less motion sees each scene as it ends, and
// where the video is not beside the page its words can still be read.
func browserReelCalm(t *testing.T, c chrome) {
	b := c.open(t, filmDir(t), 360, 780)
	b.media("", "prefers-reduced-motion", "reduce")
	b.axe()
	b.run(`location.hash = "reel-open-door"`)
	b.reelShows("Video: An open door|Scene 1 of 3|0:00 of 0:14.|Sixty-two classes came.|Your device asks for less motion, so it shows scene by scene.")
	b.press("#reel [data-reel=next]")
	b.until(`document.getElementById("reel-film").currentTime > 9.8 && document.getElementById("reel-film").paused`)
	b.holdBoth("reel, less motion")
	b.files = nil
	b.quiet()

	b = c.open(t, pageIn(t, os.DirFS(filmDir(t))), 360, 780)
	b.axe()
	b.run(`location.hash = "reel-open-door"`)
	b.reelShows("Video: An open door|Scene 1 of 3|0:00 of 0:14.|Sixty-two classes came.|" +
		"It is not beside this page. Look in the kit folder: video/en/open-door.mp4")
	b.press("#reel [data-reel=next]")
	b.until(`document.getElementById("reel-says").innerText === "From six schools. All year."`)
	b.holdBoth("reel, alone")
}
