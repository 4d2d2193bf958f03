// A module of its own, without code: the sentences that the tests of package
// campaign read stay out of the zip that importers of the toolkit download.
module github.com/shutdowncecot/toolkit/share/campaign/testdata/sentences

go 1.26.0
