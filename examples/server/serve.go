package main

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"os"
	"sync"
	"time"

	"golang.org/x/net/netutil"
)

// What one client may take up.
const (
	maxConnections = 1024
	maxHeader      = 16 << 10 // bytes, the query among them
	headerTime     = 5 * time.Second
	requestTime    = 20 * time.Second // to be answered, a wait in the queue included
	writeTime      = 30 * time.Second
	slowWriteTime  = 2 * time.Minute // of a kit's larger files, to a phone
	idleTime       = time.Minute
	stopTime       = 10 * time.Second
)

// serve answers on ln, and reads the campaign again when told, until ctx is done, then finishes what is under way.
func (s *service) serve(ctx context.Context, ln net.Listener, again <-chan os.Signal) error {
	srv := &http.Server{
		Handler:           s.handler(),
		ReadHeaderTimeout: headerTime,
		ReadTimeout:       headerTime,
		WriteTimeout:      writeTime,
		IdleTimeout:       idleTime,
		MaxHeaderBytes:    maxHeader,
		ErrorLog:          slog.NewLogLogger(s.log.Handler(), slog.LevelWarn),
	}
	ctx, stop := context.WithCancel(ctx)
	var background sync.WaitGroup
	defer func() {
		stop()
		background.Wait()
		if err := errors.Join(s.before.close(), s.today.Load().close()); err != nil {
			s.log.Error("files of the kit stay behind", "error", err)
		}
	}()
	background.Go(func() { s.keepUp(ctx, again) })
	failed := make(chan error, 1)
	background.Go(func() { failed <- srv.Serve(netutil.LimitListener(ln, maxConnections)) })
	s.log.Info("listening", "addr", ln.Addr().String(), "campaign", s.today.Load().campaign.Name)
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	s.log.Info("stopping")
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTime)
	defer cancel()
	if err := srv.Shutdown(last); err != nil {
		return errors.Join(err, srv.Close())
	}
	return nil
}
