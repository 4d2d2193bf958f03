package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

// started serves until stop is called, and then says how that went.
func started(t *testing.T, s *service) (addr string, stop func(), stopped <-chan error) {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- s.serve(ctx, ln, nil) }()
	return ln.Addr().String(), stop, done
}

// TestStop serves many clients at once, stops in their midst and looks for
// what is left behind.
func TestStop(t *testing.T) {
	s := mill(t)
	before := runtime.NumGoroutine()
	addr, stop, stopped := started(t, s)

	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 20}}
	var all, answered sync.WaitGroup
	for i := range 20 {
		answered.Add(1)
		all.Go(func() {
			targets := []string{"/og/sale.png", "/card.jpg?fact=classes", "/posts/sale.json", "/card.png?headline=%00", "/kit/posts/en/x/sale.txt"}
			if err := fetch(client, fmt.Sprint("http://", addr, targets[i%len(targets)])); err != nil {
				t.Error(err)
			}
			answered.Done()
			for fetch(client, fmt.Sprint("http://", addr, "/og/classes.png")) == nil {
			}
		})
	}
	answered.Wait()
	stop()
	if err := <-stopped; err != nil {
		t.Error(err)
	}
	all.Wait()
	client.CloseIdleConnections()
	settle(t, before)
}

// TestLongRequest: a request line beyond all bounds is not read to its end.
func TestLongRequest(t *testing.T) {
	s := mill(t)
	addr, stop, stopped := started(t, s)
	client := &http.Client{Transport: &http.Transport{}}
	resp, err := client.Get(fmt.Sprint("http://", addr, "/card.png?headline=", strings.Repeat("a", 4*maxHeader)))
	if err != nil || resp.StatusCode != http.StatusRequestHeaderFieldsTooLarge {
		t.Error(resp, err)
	}
	if err == nil {
		resp.Body.Close()
	}
	client.CloseIdleConnections()
	stop()
	if err := <-stopped; err != nil {
		t.Error(err)
	}
}

// fetch fails unless a whole answer comes.
func fetch(client *http.Client, target string) error {
	resp, err := client.Get(target)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err == nil && (resp.StatusCode >= 500 || len(body) == 0) {
		err = fmt.Errorf("%s: %s, %d bytes", target, resp.Status, len(body))
	}
	return err
}

// settle waits for goroutines to end.
func settle(t *testing.T, before int) {
	t.Helper()
	for range 500 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	stacks := make([]byte, 1<<16)
	t.Errorf("%d goroutines, %d before:\n%s", runtime.NumGoroutine(), before, stacks[:runtime.Stack(stacks, true)])
}

// TestRun starts the program as its user does.
// TestRun: the service answers at the address that it is told, until it is
// stopped, and does not begin with what it cannot serve.
func TestRun(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	addr := l.Addr().String()
	l.Close()
	ctx, cancel := context.WithCancel(context.Background())
	var out bytes.Buffer
	ended := make(chan error, 1)
	go func() { ended <- run(ctx, []string{"-addr", addr, "-campaign", "../campaign/mill"}, &out) }()
	healthy := false
	for range 200 {
		if resp, err := http.Get("http://" + addr + "/healthz"); err == nil {
			resp.Body.Close()
			healthy = resp.StatusCode == http.StatusOK
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	cancel()
	if err := <-ended; err != nil || !healthy {
		t.Errorf("healthy: %t, ended with %v", healthy, err)
	}
	for _, args := range [][]string{{"-addr", "nowhere:x", "-campaign", "../campaign/mill"}, {"-campaign", t.TempDir()}, {"-unknown"}, {"kit"}} {
		if err := run(context.Background(), args, &out); err == nil {
			t.Errorf("%s is accepted", strings.Join(args, " "))
		}
	}
}

// TestNoFolder checks that the error names the folder that does not exist.
func TestNoFolder(t *testing.T) {
	err := run(context.Background(), []string{"-campaign", "no-such-folder"}, io.Discard)
	if err == nil || !strings.Contains(err.Error(), "no-such-folder") {
		t.Error(err)
	}
}
