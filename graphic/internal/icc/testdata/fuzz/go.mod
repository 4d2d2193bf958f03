// A module of its own, without code: seeds of fuzzing stay out of the zip that
// importers of the toolkit download.
module github.com/shutdowncecot/toolkit/graphic/internal/icc/testdata/fuzz

go 1.26.0
