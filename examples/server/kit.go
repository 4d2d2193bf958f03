package main

import (
	"errors"
	"io/fs"
	"net/http"
	"time"

	"github.com/shutdowncecot/toolkit/share/serve"
)

// kinds are the content types of what the service makes itself, by extension.
var kinds = map[string]string{
	".html": "text/html; charset=utf-8", ".json": "application/json; charset=utf-8", ".png": "image/png", ".jpg": "image/jpeg", ".svg": "image/svg+xml",
}

// kitFile answers /kit/NAME, and /kit/ with the landing page. Files are made
// when they are first asked for, and those that take long never hold up others.
func (s *service) kitFile(w http.ResponseWriter, r *http.Request) error {
	name := r.PathValue("name")
	if name == "" {
		name = serve.Start
	}
	if _, err := values(r.URL.RawQuery, func(string) bool { return false }); err != nil {
		return err
	}
	file, err := s.today.Load().files.File(r.Context(), name)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid) {
		return refuse("kit-no-file", "path", nil).as(http.StatusNotFound)
	}
	if err != nil {
		return err
	}
	return s.sending.do(r.Context(), func() error {
		if name == serve.Start { // brings its own content policy
			w.Header().Set("Content-Security-Policy", "frame-ancestors 'none'")
		}
		// A writer that knows no deadline has none to lengthen.
		_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(slowWriteTime))
		file.ServeHTTP(w, r)
		return nil
	})
}
