package main

import (
	"context"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// guard bounds, protects, counts and logs every request.
func (s *service) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), requestTime)
		defer cancel()
		r = r.WithContext(withClient(ctx, r))
		secure(w.Header())
		seen, begun := &watched{ResponseWriter: w, status: http.StatusOK}, time.Now()
		switch {
		case !s.known(r):
			refuse("request-host", "host", nil).as(http.StatusForbidden).write(seen)
		case r.Method == http.MethodGet, r.Method == http.MethodHead, r.Method == http.MethodPost && strings.HasPrefix(r.URL.Path, "/card."):
			next.ServeHTTP(seen, r)
		default:
			seen.Header().Set("Allow", "GET, HEAD")
			refuse("request-method", "method", with{"allowed": "GET or HEAD"}).as(http.StatusMethodNotAllowed).write(seen)
		}
		took := time.Since(begun)
		s.metrics.requests.WithLabelValues(r.Pattern, strconv.Itoa(seen.status)).Inc()
		s.metrics.seconds.WithLabelValues(r.Pattern).Observe(took.Seconds())
		s.log.Info("request", "method", method(r), "route", r.Pattern, "status", seen.status, "bytes", seen.bytes, "ms", took.Milliseconds())
	})
}

// known reports a request by a name that is this service's own. One that is
// meant for this computer alone is else reached by any page that its owner
// visits, under a name that leads here (DNS rebinding).
func (s *service) known(r *http.Request) bool {
	if !s.local || s.public != nil && r.Host == s.public.Host {
		return true
	}
	host, _, err := net.SplitHostPort(r.Host)
	if err != nil {
		host = r.Host
	}
	ip := net.ParseIP(strings.Trim(host, "[]"))
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// secure sets what browsers may do with any answer. Pictures may be shown on
// other sites; nothing may be framed, and nothing in a picture may run.
func secure(h http.Header) {
	h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
	h.Set("Cross-Origin-Resource-Policy", "cross-origin")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("X-Content-Type-Options", "nosniff")
}

// method is one of the known ones: logs are not for strangers to write in.
func method(r *http.Request) string {
	switch r.Method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodOptions:
		return r.Method
	}
	return "other"
}

// watched remembers what was answered.
type watched struct {
	http.ResponseWriter
	status int
	bytes  int64
}

func (w *watched) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

func (w *watched) Write(b []byte) (int, error) {
	n, err := w.ResponseWriter.Write(b)
	w.bytes += int64(n)
	return n, err
}

// Unwrap lets a response controller reach the connection.
func (w *watched) Unwrap() http.ResponseWriter { return w.ResponseWriter }
