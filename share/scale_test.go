package share_test

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime/debug"
	"runtime/metrics"
	"strconv"
	"testing"
	"time"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/share"
	"github.com/shutdowncecot/toolkit/share/campaign"
)

// manyFacts is the mill with n facts, each with words of its own.
func manyFacts(t testing.TB, n int) *campaign.Campaign {
	c := mill(t)
	two := c.Facts
	c.Facts = nil
	for i := range n {
		f := two[i%len(two)]
		f.ID = fmt.Sprintf("%s-%d", f.ID, i)
		f.Claim = maps.Clone(f.Claim)
		for lang := range f.Claim {
			f.Claim[lang] += fmt.Sprintf(" (%d)", i)
		}
		c.Facts = append(c.Facts, f)
	}
	return c
}

// peak is the largest live heap, in bytes, that a collection finds while f
// runs.
func peak(f func()) uint64 {
	defer debug.SetGCPercent(debug.SetGCPercent(20))
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	var most uint64
	done, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for {
			metrics.Read(live)
			most = max(most, live[0].Value.Uint64())
			select {
			case <-done:
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	f()
	close(done)
	<-stopped
	return most
}

// BenchmarkManyFacts writes kits of more and more facts and reports the most
// memory that was in use. SHARE_FACTS=2000 writes one of that many alone, in
// every language and format, to be measured from outside.
func BenchmarkManyFacts(b *testing.B) {
	if n, err := strconv.Atoi(os.Getenv("SHARE_FACTS")); err == nil {
		writeMany(b, n, nil)
		return
	}
	for _, n := range []int{20, 200, 2000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			writeMany(b, n, &share.Options{Formats: graphic.Formats()[4:5], Languages: []string{"en"}})
		})
	}
}

func writeMany(b *testing.B, facts int, o *share.Options) {
	c := manyFacts(b, facts)
	var most uint64
	for b.Loop() {
		dir := filepath.Join(b.TempDir(), "kit")
		most = max(most, peak(func() {
			k, err := share.Build(context.Background(), c, o)
			if err == nil {
				err = k.WriteDir(context.Background(), dir)
			}
			if err != nil {
				b.Fatal(err)
			}
		}))
	}
	b.ReportMetric(float64(most)/1e6, "MB-peak")
}
