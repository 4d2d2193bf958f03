// A module of its own, without code: what lies here is 7 MB of pictures and a font that
// the tests of package graphic compare with, and stays out of the zip that
// importers of the toolkit download.
module github.com/shutdowncecot/toolkit/graphic/testdata/pictures

go 1.26.0
