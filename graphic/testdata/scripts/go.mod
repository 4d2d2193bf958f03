// A module of its own, without code: the cards that the tests of package graphic
// draw stay out of the zip that importers of the toolkit download.
module github.com/shutdowncecot/toolkit/graphic/testdata/scripts

go 1.26.0
