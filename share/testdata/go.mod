// A module of its own, without code: what lies here is for the tests of the
// package beside it, and stays out of the zip that importers of the toolkit
// download.
module github.com/shutdowncecot/toolkit/share/testdata

go 1.26.0
