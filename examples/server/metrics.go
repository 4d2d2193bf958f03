package main

import (
	"net/http"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// metrics are what /metrics tells.
type metrics struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec   // by route and status
	seconds  *prometheus.HistogramVec // by route
}

func newMetrics(s *service) *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "share_requests_total", Help: "Requests answered."}, []string{"route", "status"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "share_request_seconds", Help: "Time from request to answer.", Buckets: []float64{.002, .005, .01, .02, .04, .06, .1, .25, 1, 5},
		}, []string{"route"}),
	}
	m.registry.MustRegister(m.requests, m.seconds, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		depth("drawing", s.drawing), depth("sending", s.sending), about{s})
	return m
}

// about says which program serves which edition.
type about struct{ *service }

var (
	aboutProgram = prometheus.NewDesc("share_build_info", "The program and the edition that it serves: always 1.",
		[]string{"version", "campaign", "edition", "as_of"}, nil)
	aboutFacts = prometheus.NewDesc("share_facts", "Facts that are published today.", nil, nil)
	aboutTime  = prometheus.NewDesc("share_edition_timestamp_seconds", "When the edition was made.", nil, nil)
	aboutLast  = prometheus.NewDesc("share_edition_last_attempt_successful", "1 where it is the last that was to be made, 0 where a later one failed.", nil, nil)
)

func (about) Describe(to chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{aboutProgram, aboutFacts, aboutTime, aboutLast} {
		to <- d
	}
}

func (a about) Collect(to chan<- prometheus.Metric) {
	e := a.today.Load()
	to <- prometheus.MustNewConstMetric(aboutProgram, prometheus.GaugeValue, 1, version(), e.campaign.Name, e.campaign.Version(), e.day)
	to <- prometheus.MustNewConstMetric(aboutFacts, prometheus.GaugeValue, float64(len(e.facts)))
	to <- prometheus.MustNewConstMetric(aboutTime, prometheus.GaugeValue, float64(e.made.Unix()))
	whole := 1.0
	if a.failed.Load() {
		whole = 0
	}
	to <- prometheus.MustNewConstMetric(aboutLast, prometheus.GaugeValue, whole)
}

// depth is how many are at work or waiting at a gate.
func depth(name string, g *gate) prometheus.Collector {
	return prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "share_queue", Help: "Requests being worked on or waiting for it.", ConstLabels: prometheus.Labels{"gate": name},
	}, func() float64 { return float64(len(g.places)) })
}

func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}
