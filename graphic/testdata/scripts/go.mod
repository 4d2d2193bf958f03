// A module of its own, without code: what the tests of package graphic write in
// all scripts stays out of the zip that importers of the toolkit download.
module github.com/shutdowncecot/toolkit/graphic/testdata/scripts

go 1.26.0
