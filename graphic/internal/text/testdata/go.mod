// A module of its own, without code: the tables that the tests of package text
// read stay out of the zip that importers of the toolkit download.
module github.com/shutdowncecot/toolkit/graphic/internal/text/testdata

go 1.26.0
