package main

import (
	"context"
	"log/slog"
	"net/http"
	"net/url"
	"runtime"
	"sync/atomic"
	"time"
)

// config holds the settings that a service starts with.
type config struct {
	folder    string // of the campaign; "": the built-in one
	freeWords bool   // cards of words that are no fact's
	log       *slog.Logger
	now       func() time.Time
	public    *url.URL // how others reach the service; nil: as they ask for it
	local     bool     // only this computer is answered
}

// service answers requests about one campaign. It is safe for concurrent use.
type service struct {
	config
	today   atomic.Pointer[edition]
	before  *edition    // its files stay for those who asked for them
	failed  atomic.Bool // the last edition that was to be made
	metrics *metrics
	drawing *gate // as many as there are cores
	sending *gate // of the kit, on their way: megabytes each
}

// queue is how many cards may wait, and by that how long: a core draws one in
// about 5 ms.
const queue = 64

// downloads is how many files of the kit may be on their way at once: each takes
// an open file until its client, who may be slow, has it.
const downloads = 512

// newService checks the campaign on today's date, builds its kit and reads what
// that says.
func newService(ctx context.Context, of source, conf config) (*service, error) {
	s := &service{
		config:  conf,
		drawing: newGate(runtime.GOMAXPROCS(0), queue), sending: newGate(downloads, 0),
	}
	s.metrics = newMetrics(s)
	e, err := s.edit(ctx, of)
	if err != nil {
		return nil, err
	}
	return s, s.publish(e)
}

func (s *service) handler() http.Handler {
	mux := http.NewServeMux()
	for ext := range writers {
		mux.Handle("/card."+ext, s.answer(func(r *http.Request) (*reply, error) { return s.card(r, ext) }))
	}
	mux.Handle("/card.json", s.answer(s.judge))
	mux.Handle("/og/{file}", s.answer(s.preview))
	mux.Handle("/posts/{file}", s.answer(s.posts))
	mux.HandleFunc("/kit/{name...}", func(w http.ResponseWriter, r *http.Request) {
		if err := s.kitFile(w, r); err != nil {
			s.refuse(w, r, err)
		}
	})
	mux.Handle("/healthz", s.answer(s.health))
	mux.Handle("/readyz", s.answer(s.ready))
	mux.Handle("/metrics", s.metrics.handler())
	mux.Handle("/facts/{fact}", s.answer(s.fact))
	mux.Handle("/oembed", s.answer(s.oembed))
	mux.Handle("/openapi.json", s.answer(s.described))
	mux.Handle("/", s.answer(s.index))
	return s.guard(mux)
}

// ready says whether the page that most visitors ask for is made. A service that
// is not ready is healthy and answers all the same.
func (s *service) ready(*http.Request) (*reply, error) {
	if !s.today.Load().warmed.Load() {
		return nil, errBusy
	}
	r, err := jsonReply(map[string]any{"ready": true})
	if err == nil {
		r.keep = 0
	}
	return r, err
}

// health says which day's kit is served.
func (s *service) health(*http.Request) (*reply, error) {
	e := s.today.Load()
	r, err := jsonReply(map[string]any{"campaign": e.campaign.Name, "as_of": e.day, "facts": len(e.facts)})
	if err == nil {
		r.keep = 0
	}
	return r, err
}
