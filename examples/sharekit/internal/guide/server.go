package guide

import (
	"bytes"
	"context"
	"crypto/rand"
	"embed"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"html/template"
	"net/http"
	"strings"
	"sync"

	"github.com/shutdowncecot/toolkit/examples/internal/loopback"
)

//go:embed page.tmpl page.css page.js
var assets embed.FS

var pages = sync.OnceValue(func() *template.Template { return template.Must(template.ParseFS(assets, "page.tmpl")) })

// A Server asks the questions on a page that only this computer can open: it
// listens on loopback, its address has a secret in it, and it answers nobody who
// calls it by another name.
type Server struct {
	*loopback.Server
	secret string
	done   chan struct{}
	end    sync.Once

	mu    sync.Mutex // the draft is for one at a time
	draft *Draft
}

// Listen begins to listen on a free port.
func Listen(d *Draft) (*Server, error) {
	l, err := loopback.Listen(0)
	if err != nil {
		return nil, err
	}
	var secret [16]byte
	rand.Read(secret[:])
	return &Server{Server: l, secret: hex.EncodeToString(secret[:]), draft: d, done: make(chan struct{})}, nil
}

// URL is the address of the page.
func (s *Server) URL() string { return s.Server.URL() + s.secret + "/" }

// Serve answers until somebody says on the page that all is done, or ctx is.
func (s *Server) Serve(ctx context.Context) error {
	if err := s.Server.Serve(ctx, s.Handler(), s.done); err != nil {
		return err
	}
	return ctx.Err()
}

// pagePolicy lets a page load what lies beside it and send its form there.
const pagePolicy = "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; " +
	"base-uri 'none'; frame-ancestors 'none'"

// Handler is what answers, for tests.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	at := "/" + s.secret + "/"
	for name, kind := range map[string]string{"page.css": "text/css; charset=utf-8", "page.js": "text/javascript; charset=utf-8"} {
		mux.HandleFunc("GET "+at+name, func(w http.ResponseWriter, _ *http.Request) {
			data, _ := assets.ReadFile(name) // it is part of the program
			w.Header().Set("Content-Type", kind)
			w.Write(data)
		})
	}
	mux.HandleFunc("GET "+at+"{$}", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, at+"title", http.StatusSeeOther) })
	mux.HandleFunc("GET "+at+"check", s.locked(s.check))
	mux.HandleFunc("GET "+at+"{step}", s.locked(s.question))
	mux.HandleFunc("POST "+at+"{step}", s.locked(s.answer))
	mux.HandleFunc("POST "+at+"draw/{step}", s.locked(s.draw))
	mux.HandleFunc("GET "+at+"card/{step}", s.locked(s.card))
	mux.HandleFunc("POST "+at+"done", s.locked(s.finish))
	return s.guarded(mux)
}

// mostForm bounds what a form may send.
const mostForm = 16 << 20

// guarded answers only those who call the page by its own address, and takes
// forms of no other page.
func (s *Server) guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		from := r.Header.Get("Origin")
		if !s.Called(r) || r.Method == http.MethodPost && from != "" && from != "http://"+r.Host {
			http.Error(w, "not here", http.StatusForbidden)
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, mostForm)
		for name, value := range map[string]string{
			"Content-Security-Policy": pagePolicy, "X-Content-Type-Options": "nosniff", "Cache-Control": "no-store",
			"Referrer-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
		} {
			w.Header().Set(name, value)
		}
		next.ServeHTTP(w, r)
	})
}

func (s *Server) locked(f http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		defer s.mu.Unlock()
		f(w, r)
	}
}

// values are the answers of a form; boxes of one name are joined.
func values(r *http.Request) (Values, error) {
	if err := r.ParseForm(); err != nil {
		return nil, err
	}
	v := make(Values)
	for name, all := range r.PostForm {
		v[name] = strings.Join(all, ",")
	}
	for name := range v {
		if of, ok := strings.CutSuffix(name, "-none"); ok { // a file that was taken away
			v[of] = ""
		}
	}
	if pair := v["pair"]; pair != "" { // an ink that was offered
		v["ink"] = pair
	}
	return v, nil
}

// draw says what is wrong with answers, and has the card that they would make.
func (s *Server) draw(w http.ResponseWriter, r *http.Request) {
	step, n, v, ok := s.answered(w, r)
	if !ok {
		return
	}
	var got struct {
		Image    string    `json:"image"`
		Example  bool      `json:"example"`
		Problems []Problem `json:"problems"`
	}
	got.Problems = []Problem{}
	problems, err := s.draft.Try(r.Context(), step, n, v)
	if err == nil {
		got.Problems = append(got.Problems, problems...)
		var b bytes.Buffer
		if got.Example, err = s.draft.Show(r.Context(), &b, step, n, v); b.Len() > 0 {
			got.Image = "data:image/png;base64," + base64.StdEncoding.EncodeToString(b.Bytes())
		}
	}
	if err != nil {
		s.failed(w, err)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(got)
}

// card is the card of what is saved.
func (s *Server) card(w http.ResponseWriter, r *http.Request) {
	step, n, ok := s.asked(w, r)
	if !ok {
		return
	}
	v, err := s.draft.saved(r.Context(), step, n)
	var b bytes.Buffer
	if err == nil {
		_, err = s.draft.Show(r.Context(), &b, step, n, v)
	}
	if err != nil {
		s.failed(w, err)
		return
	}
	w.Header().Set("Content-Type", "image/png")
	w.Write(b.Bytes())
}

func (s *Server) finish(w http.ResponseWriter, _ *http.Request) {
	s.render(w, http.StatusOK, "done", view{d: s.draft, Folder: s.draft.Dir})
	s.end.Do(func() { close(s.done) })
}

// failed says what is wrong with the folder.
func (s *Server) failed(w http.ResponseWriter, err error) {
	http.Error(w, s.draft.explain(err), http.StatusInternalServerError)
}

func (s *Server) render(w http.ResponseWriter, status int, name string, v view) {
	var b bytes.Buffer
	if err := pages().ExecuteTemplate(&b, name, v); err != nil {
		s.failed(w, err)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	w.Write(b.Bytes())
}
