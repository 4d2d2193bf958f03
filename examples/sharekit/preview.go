package main

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// previewFlags are the choices of the verb preview.
type previewFlags struct {
	campaign string
	langs    []string
	port     int
	noOpen   bool
	site     bool
}

func previewCommand(a *app) *cobra.Command {
	var f previewFlags
	c := a.verb(groupCampaign, "preview", a.args(0, 0), func(c *cobra.Command, _ []string) error {
		return a.preview(c.Context(), &f)
	})
	c.Flags().StringSliceVar(&f.langs, "lang", nil, "")
	c.Flags().IntVar(&f.port, "port", 0, "")
	c.Flags().BoolVar(&f.noOpen, "no-open", false, "")
	c.Flags().BoolVar(&f.site, "site", false, "")
	campaignFlag(c, &f.campaign)
	completes(c, "lang", func() []string { return quietly(f.campaign).Languages })
	return c
}

// preview serves the kit on loopback until it is stopped.
func (a *app) preview(ctx context.Context, f *previewFlags) error {
	if err := isFolder(f.campaign); err != nil {
		return err
	}
	if f.port < 0 || f.port > 65535 {
		return refuse(usage, "number-range", with{"flag": "--port", "least": 0, "most": 65535})
	}
	l, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", f.port))
	if err != nil {
		return refuse(unwriteable, "listen", with{"port": f.port, "cause": err})
	}
	s := &stage{host: l.Addr().String(), page: "/kit/START-HERE.html"}
	if f.site {
		s.page = "/kit/"
	}
	seen := look(f.campaign) // before it is read, which takes a while
	a.show(ctx, f, s)
	srv := &http.Server{Handler: s.handler(), ReadHeaderTimeout: 5 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	url := "http://" + s.host + "/"
	a.report("serving", with{"url": url})
	if !f.noOpen && a.Is(a.Out) {
		if err := a.browse(url); err != nil {
			a.note("browser-none", with{"cause": err})
		}
	}
	if f.campaign != "" {
		go watch(ctx, f.campaign, seen, func() { a.show(ctx, f, s) })
	}
	failed := make(chan error, 1)
	go func() { failed <- srv.Serve(l) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	end, cancel := context.WithTimeout(context.Background(), 3*time.Second)
	defer cancel()
	if err := srv.Shutdown(end); errors.Is(err, context.DeadlineExceeded) {
		srv.Close() // somebody reads slowly
	}
	a.note("stopped", nil)
	return nil
}

// show builds the campaign's kit and puts it on the stage; what is wrong with
// it is shown there too, over the kit that was there before.
func (a *app) show(ctx context.Context, f *previewFlags, s *stage) {
	kit, err := a.buildKit(ctx, f)
	switch {
	case ctx.Err() != nil:
	case err != nil:
		a.problem(a.explain(err))
		s.set(nil, a.explain(err))
	default:
		a.note("built", with{"n": len(kit.Names())})
		s.set(kit, "")
	}
}

// noHost is where the site of a preview would lie: nowhere but here.
const noHost = "https://preview.invalid/kit/"

// buildKit builds the kit or site of today. What must not leave is not shown
// either.
func (a *app) buildKit(ctx context.Context, f *previewFlags) (shown, error) {
	c, err := readCampaign(f.campaign)
	if err != nil {
		return nil, err
	}
	for _, found := range c.Check(a.today) {
		if found.Severity == campaign.Error {
			return nil, found
		}
	}
	opt := share.Options{Languages: once(f.langs)}
	var made interface {
		shown
		speaker
	}
	if f.site {
		made, err = share.NewSite(ctx, c, noHost, &share.SiteOptions{Options: opt})
	} else {
		made, err = share.Build(ctx, c, &opt)
	}
	if err != nil {
		return nil, err
	}
	found, err := made.Judge(ctx)
	for _, one := range found {
		if one.Severity == campaign.Error {
			return nil, one
		}
	}
	return made, err
}

//go:embed preview.html
var previewPage []byte

// handler serves a frame around the kit's own page, which allows no script but
// its own: the frame hears of changes and loads the page again.
func (s *stage) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Content-Security-Policy", "default-src 'self'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; frame-ancestors 'none'")
		w.Write(previewPage)
	})
	mux.HandleFunc("GET /changes", s.changes)
	mux.HandleFunc("GET /kit/", func(w http.ResponseWriter, r *http.Request) {
		kit, _, _ := s.now()
		if kit == nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Cache-Control", "no-store")
		http.StripPrefix("/kit/", http.FileServerFS(kit)).ServeHTTP(w, r)
	})
	return s.onlyHere(mux)
}

// onlyHere answers only requests that name the preview's own address: a page
// elsewhere cannot read the kit by a name of its own that leads here.
func (s *stage) onlyHere(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Host != s.host && r.Host != strings.Replace(s.host, "127.0.0.1", "localhost", 1) {
			http.Error(w, "not here", http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// changes tells the frame, as server-sent events, of every kit and every
// problem.
func (s *stage) changes(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	out := http.NewResponseController(w)
	for {
		kit, problem, next := s.now()
		data, _ := json.Marshal(struct {
			Ready   bool   `json:"ready"`
			Problem string `json:"problem"`
			Page    string `json:"page"`
		}{kit != nil, problem, s.page})
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
