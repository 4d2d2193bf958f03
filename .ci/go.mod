// A module of its own, without code: what checks and releases the toolkit stays
// out of the zip that importers download.
module github.com/shutdowncecot/toolkit/ci

go 1.26.0
