// A module of its own, without code: the two thousand sentences that the tests
// of package truth read stay out of the zip that importers of the toolkit
// download.
module github.com/shutdowncecot/toolkit/share/truth/testdata

go 1.26.0
