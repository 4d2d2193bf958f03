// Package preview shows a kit or a site in a browser of this computer, and
// shows it anew when it is built again.
package preview

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"

	"github.com/shutdowncecot/toolkit/examples/internal/loopback"
)

// A Preview serves what was last given to Show. It is safe for concurrent use.
type Preview struct {
	*loopback.Server
	stage stage
	page  string
}

// Listen begins to listen on a port, 0 for any. Page is the file that is seen
// first, "" the folder.
func Listen(port int, page string) (*Preview, error) {
	s, err := loopback.Listen(port)
	if err != nil {
		return nil, err
	}
	return &Preview{Server: s, page: "/kit/" + page}, nil
}

// Show shows a kit.
func (p *Preview) Show(kit fs.FS) { p.stage.set(kit, "") }

// Blame shows what is wrong, over the kit that was there before.
func (p *Preview) Blame(problem string) { p.stage.set(nil, problem) }

// Serve answers until ctx is done.
func (p *Preview) Serve(ctx context.Context) error { return p.Server.Serve(ctx, p.handler(), nil) }

//go:embed preview.html
var frame []byte

// handler serves a frame around the kit's own page, which allows no script but
// its own: the frame hears of changes and loads the page again.
func (p *Preview) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Content-Security-Policy", "default-src 'self'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; frame-ancestors 'none'")
		w.Write(frame)
	})
	mux.HandleFunc("GET /changes", p.changes)
	mux.HandleFunc("GET /kit/", func(w http.ResponseWriter, r *http.Request) {
		kit, _, _ := p.stage.now()
		if kit == nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Cache-Control", "no-store")
		http.StripPrefix("/kit/", http.FileServerFS(kit)).ServeHTTP(w, r)
	})
	return p.onlyHere(mux)
}

// onlyHere answers only requests that name the preview's own address: a page
// elsewhere cannot read the kit by a name of its own that leads here.
func (p *Preview) onlyHere(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !p.Called(r) {
			http.Error(w, "not here", http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// changes tells the frame, as server-sent events, of every kit and every
// problem.
func (p *Preview) changes(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	out := http.NewResponseController(w)
	for {
		kit, problem, next := p.stage.now()
		data, _ := json.Marshal(struct {
			Ready   bool   `json:"ready"`
			Problem string `json:"problem"`
			Page    string `json:"page"`
		}{kit != nil, problem, p.page})
		if _, err := fmt.Fprintf(w, "data: %s\n\n", data); err != nil || out.Flush() != nil {
			return
		}
		select {
		case <-next:
		case <-r.Context().Done():
			return
		}
	}
}
