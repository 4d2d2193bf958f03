// A module of its own, without code: the tables that the tests of package hashtag
// read stay out of the zip that importers of the toolkit download.
module github.com/shutdowncecot/toolkit/hashtag/testdata

go 1.26.0
