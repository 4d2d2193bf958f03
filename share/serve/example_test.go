package serve_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing/fstest"

	"github.com/shutdowncecot/toolkit/share/serve"
)

// A kit of [share.Build] is served under /kit/. Who has a file already is told
// so.
func Example() {
	kit := fstest.MapFS{"START-HERE.html": {Data: []byte("<!doctype html>")}}
	h, err := serve.New(kit)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer h.Close()
	mux := http.NewServeMux()
	mux.Handle("/kit/", http.StripPrefix("/kit/", h))

	first := httptest.NewRecorder()
	mux.ServeHTTP(first, httptest.NewRequest(http.MethodGet, "/kit/", nil))
	fmt.Println(first.Code, first.Header().Get("Content-Type"), first.Body)

	again := httptest.NewRequest(http.MethodGet, "/kit/", nil)
	again.Header.Set("If-None-Match", first.Header().Get("ETag"))
	second := httptest.NewRecorder()
	mux.ServeHTTP(second, again)
	fmt.Println(second.Code)
	// Output:
	// 200 text/html; charset=utf-8 <!doctype html>
	// 304
}
