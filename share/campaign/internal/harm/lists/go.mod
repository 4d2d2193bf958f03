// A module of its own, without code: what the lists come to stands in the
// folder ready, and importers of the toolkit need not download both.
module github.com/shutdowncecot/toolkit/share/campaign/internal/harm/lists

go 1.26.0
