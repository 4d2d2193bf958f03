package main

import (
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

var (
	loadTime = flag.Duration("load", 2*time.Second, "how long TestUnderLoad goes on; over ten seconds it holds the service to its times")
	loadRate = flag.Int("rate", 0, "new cards a second of TestUnderLoad; 0: 100, or 10 where it is short")
)

// connections are those of TestUnderLoad, each with its own client.
const connections = 200

// A dueAt is one request and when it has to leave, however busy the service is.
type dueAt struct {
	n  int
	at time.Time
}

// An answer is how long one took from when it was due, whatever came before it.
type answer struct {
	took time.Duration
	err  error
}

// TestUnderLoad asks for cards that nobody asked for before, at a steady rate
// that does not wait for answers. On a quiet computer of two cores:
//
//	go test ./examples/server -run UnderLoad -v -load 10m
func TestUnderLoad(t *testing.T) {
	long, rate := *loadTime > 10*time.Second, *loadRate
	if rate == 0 {
		rate = 10
		if long {
			rate = 100
		}
	}
	s := mill(t)
	addr, stop, stopped := started(t, s)
	defer func() { stop(); <-stopped }()

	due, answers := make(chan dueAt, int(loadTime.Seconds()+1)*rate), make(chan answer, connections)
	var clients sync.WaitGroup
	for range connections {
		clients.Go(func() {
			client := &http.Client{Transport: new(http.Transport)}
			defer client.CloseIdleConnections()
			for d := range due {
				err := drawCard(client, "http://"+addr+card("png", "headline", "Read with us on "+word(d.n)+" street"))
				answers <- answer{time.Since(d.at), err}
			}
		})
	}
	go func() { clients.Wait(); close(answers) }()
	go func() {
		defer close(due)
		start := time.Now()
		for n := range int(loadTime.Seconds() * float64(rate)) {
			at := start.Add(time.Duration(n) * time.Second / time.Duration(rate))
			time.Sleep(time.Until(at))
			due <- dueAt{n, at}
		}
	}()

	took, resident := burdened(t, answers)
	nth := func(share float64) time.Duration {
		return took[int(share*float64(len(took)-1))].Round(time.Millisecond)
	}
	t.Logf("%d new cards at %d connections: half within %v, 99 %% within %v, the slowest %v; memory of service and clients %v MB",
		len(took), connections, nth(0.5), nth(0.99), nth(1), resident)
	if !long {
		return
	}
	if got := nth(0.99); got > 60*time.Millisecond {
		t.Errorf("99 %% within %v, want 60 ms", got)
	}
	if first, last := resident[len(resident)/4], resident[len(resident)-1]; last > first+first/4 {
		t.Errorf("memory grew from %d to %d MB", first, last)
	}
}

// burdened gathers how long answers took, in order, and how much memory was
// resident each tenth of the time.
func burdened(t *testing.T, answers <-chan answer) (took []time.Duration, resident []int) {
	sample := time.NewTicker(*loadTime / 10)
	defer sample.Stop()
	for {
		select {
		case <-sample.C:
			resident = append(resident, residentMB())
		case a, ok := <-answers:
			if !ok {
				slices.Sort(took)
				if len(took) == 0 {
					t.Fatal("nothing was answered")
				}
				return took, append(resident, residentMB())
			}
			if a.err != nil {
				t.Error(a.err)
			}
			took = append(took, a.took)
		}
	}
}

// word is a name for a number, in letters.
func word(n int) string {
	name := "Q"
	for ; n > 0; n /= 26 {
		name += string(rune('a' + n%26))
	}
	return name
}

// drawCard asks for a card and reads it.
func drawCard(client *http.Client, target string) error {
	r, err := client.Get(target)
	if err != nil {
		return err
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err == nil && (r.StatusCode != 200 || !strings.HasPrefix(string(body), "\x89PNG")) {
		err = fmt.Errorf("%s: %d %.200s", target, r.StatusCode, body)
	}
	return err
}

// residentMB is the memory of this process, where the system tells it.
func residentMB() (mb int) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int(m.Sys >> 20)
	}
	_, after, _ := strings.Cut(string(status), "VmRSS:")
	fmt.Sscan(after, &mb)
	return mb >> 10
}

// TestZipsUnderLoad: 200 connections, of which 40 download small zips again and
// again and the others ask for the start page. On a quiet computer of two cores 99
// of 100 have it within 300 ms:
//
//	go test ./examples/server -run ZipsUnderLoad -v -load 1m
func TestZipsUnderLoad(t *testing.T) {
	if testing.Short() {
		t.Skip("makes and downloads forty zips")
	}
	const downloading, soon = 40, 300 * time.Millisecond
	s := mill(t)
	addr, stop, stopped := started(t, s)
	defer func() { stop(); <-stopped }()
	start := "http://" + addr + "/kit/START-HERE.html"
	if err := fetch(new(http.Client), start); err != nil { // as /readyz waits for
		t.Fatal(err)
	}
	var zips []string
	for _, name := range s.today.Load().kit.Names() {
		if strings.HasSuffix(name, ".zip") {
			zips = append(zips, "http://"+addr+"/kit/"+name)
		}
	}
	end := time.Now().Add(*loadTime)
	answers := make(chan answer, connections)
	var clients, downloads sync.WaitGroup
	for i := range connections {
		client := &http.Client{Transport: new(http.Transport)}
		if i < downloading {
			downloads.Go(func() {
				defer client.CloseIdleConnections()
				for n := i; time.Now().Before(end); n++ {
					if err := fetch(client, zips[n%len(zips)]); err != nil {
						t.Error(err)
						return
					}
				}
			})
			continue
		}
		clients.Go(func() {
			defer client.CloseIdleConnections()
			const every = time.Second // as people turn pages, and not all at once
			time.Sleep(every * time.Duration(i) / connections)
			for time.Now().Before(end) {
				begun := time.Now()
				err := fetch(client, start)
				answers <- answer{time.Since(begun), err}
				time.Sleep(every - time.Since(begun))
			}
		})
	}
	go func() { clients.Wait(); downloads.Wait(); close(answers) }()
	took, _ := burdened(t, answers)
	p99 := took[int(0.99*float64(len(took)-1))]
	t.Logf("%d times the start page beside %d downloads: half within %v, 99 %% within %v", len(took), downloading, took[len(took)/2], p99)
	if *loadTime > 10*time.Second && p99 > soon {
		t.Errorf("99 %% within %v, want %v", p99, soon)
	}
}
