// A module of its own, without code: what is for those who work on the toolkit
// stays out of the zip that importers download.
module github.com/shutdowncecot/toolkit/github

go 1.26.0
