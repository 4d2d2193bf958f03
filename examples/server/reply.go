package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/shutdowncecot/toolkit/hashtag/fault"
)

// A reply is a whole answer, held in memory until it is sent. Once made it is
// not changed: several requests may get the same one.
type reply struct {
	body    []byte
	tag     string        // ETag
	kind    string        // Content-Type
	keep    time.Duration // for how long caches may use it without asking
	warned  []string      // rules that a person has to judge the answer by
	omitted []string      // what has no place on the card, as parameters or the campaign's files call it
	html    bool          // a page of the service's own, with its style in it
}

// kept is for how long caches keep what the campaign says. A correction
// reaches readers within it.
const kept = time.Hour

// newReply holds content that caches may keep.
func newReply(body []byte, kind string) *reply {
	sum := sha256.Sum256(body)
	return &reply{body: body, tag: `"` + base64.RawURLEncoding.EncodeToString(sum[:16]) + `"`, kind: kind, keep: kept}
}

func jsonReply(v any) (*reply, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return newReply(b.Bytes(), kinds[".json"]), err
}

// statusLeft is what logs call a request whose client did not wait.
const statusLeft = 499

// answer is the handler that sends what f makes.
func (s *service) answer(f func(*http.Request) (*reply, error)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rep, err := f(r)
		if err != nil {
			s.refuse(w, r, err)
			return
		}
		h := w.Header()
		h.Set("Content-Type", rep.kind)
		h.Set("Cache-Control", "no-store")
		if rep.keep > 0 {
			h.Set("Cache-Control", fmt.Sprintf("public, max-age=%d", int(rep.keep.Seconds())))
		}
		if rep.html {
			h.Set("Content-Security-Policy", "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'")
		}
		if len(rep.warned) > 0 {
			h.Set("Card-Warnings", strings.Join(rep.warned, ", "))
		}
		if len(rep.omitted) > 0 {
			h.Set("Card-Omits", strings.Join(rep.omitted, ", "))
		}
		h.Set("ETag", rep.tag)
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(rep.body))
	})
}

// refuse says in JSON what is wrong.
func (s *service) refuse(w http.ResponseWriter, r *http.Request, err error) {
	p := problemOf(err, parameter)
	switch {
	case p != nil:
	case errors.Is(err, context.Canceled):
		p = refuse("service-left", "", nil).as(statusLeft)
	case errors.Is(err, errGreedy):
		w.Header().Set("Retry-After", "1")
		p = refuse("service-share", "", nil).as(http.StatusTooManyRequests)
	case errors.Is(err, errBusy), errors.Is(err, context.DeadlineExceeded):
		w.Header().Set("Retry-After", "1")
		p = refuse("service-busy", "", nil).as(http.StatusServiceUnavailable)
	default:
		s.log.Error("not made", "route", r.Pattern, "error", err)
		p = refuse("service-failed", "", nil).as(http.StatusInternalServerError)
	}
	p.write(w)
}

func (p *problem) write(w http.ResponseWriter) {
	w.Header().Set("Content-Type", kinds[".json"])
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(p.status)
	_ = json.NewEncoder(w).Encode(p) // a client that left needs no answer
}

// problemOf is what the request did wrong, nil if it did nothing. name is how
// the request calls a field of a card.
func problemOf(err error, name func(field string) string) *problem {
	var own *problem
	var ofCard interface {
		fault.Fault
		About(field string) fault.Data
	}
	switch {
	case errors.As(err, &own):
		return own
	case errors.As(err, &ofCard):
		return &problem{ofCard.About(name(ofCard.Field())), http.StatusBadRequest}
	}
	return nil
}
