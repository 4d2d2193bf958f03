package main

import (
	"errors"
	"io/fs"
	"net/http"
	"path"
)

// landing is the page that a kit is opened at.
const landing = "START-HERE.html"

// kinds are the content types of what is served, by extension: what a machine
// has installed does not decide them.
var kinds = map[string]string{
	".html": "text/html; charset=utf-8", ".txt": "text/plain; charset=utf-8", ".md": "text/markdown; charset=utf-8",
	".json": "application/json; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".ics": "text/calendar; charset=utf-8",
	".png": "image/png", ".jpg": "image/jpeg", ".svg": "image/svg+xml", ".pdf": "application/pdf", ".zip": "application/zip",
	".srt": "application/x-subrip; charset=utf-8", ".vtt": "text/vtt; charset=utf-8",
	"": "text/plain; charset=utf-8", // SHA256SUMS
}

// kitFile answers /kit/NAME, and /kit/ with the landing page. Files are made
// when they are asked for, one at a time.
func (s *service) kitFile(r *http.Request) (*reply, error) {
	name := r.PathValue("name")
	if name == "" {
		name = landing
	}
	if _, err := values(r.URL.RawQuery, func(string) bool { return false }); err != nil {
		return nil, err
	}
	var body []byte
	err := s.files.do(r.Context(), func() (err error) {
		e := s.today.Load()
		if name == landing {
			body, err = e.landing()
		} else {
			body, err = e.kit.ReadFile(name)
		}
		return err
	})
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid) {
		err = refuse("kit-no-file", "path", nil).as(http.StatusNotFound)
	}
	if err != nil {
		return nil, err
	}
	rep := newReply(body, kinds[path.Ext(name)])
	rep.html, rep.slow = name == landing, true
	return rep, nil
}
