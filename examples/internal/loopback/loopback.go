// Package loopback serves pages that only this computer can open.
package loopback

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"time"
)

// A Server listens on 127.0.0.1. It is safe for concurrent use.
type Server struct{ listener net.Listener }

// Listen begins to listen on a port; 0 is one that is free.
func Listen(port int) (*Server, error) {
	l, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		return nil, err
	}
	return &Server{l}, nil
}

// URL is the address of the pages, with a slash at its end.
func (s *Server) URL() string { return "http://" + s.host() + "/" }

func (s *Server) host() string { return s.listener.Addr().String() }

// Called reports whether a request names the server by its own address: a page
// elsewhere can reach it by a name of its own that leads to this computer.
func (s *Server) Called(r *http.Request) bool {
	return r.Host == s.host() || r.Host == strings.Replace(s.host(), "127.0.0.1", "localhost", 1)
}

// patience is how long those who read slowly have when the server ends.
const patience = 3 * time.Second

// Serve answers until done is closed or ctx is done. Its error is why it could
// not go on.
func (s *Server) Serve(ctx context.Context, h http.Handler, done <-chan struct{}) error {
	srv := &http.Server{Handler: h, ReadHeaderTimeout: 5 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	failed := make(chan error, 1)
	go func() { failed <- srv.Serve(s.listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	case <-done:
	}
	end, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if err := srv.Shutdown(end); errors.Is(err, context.DeadlineExceeded) {
		srv.Close()
	}
	return nil
}
