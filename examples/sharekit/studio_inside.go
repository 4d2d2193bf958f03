//go:build studio

package main

import (
	"context"
	_ "embed"

	"github.com/shutdowncecot/toolkit/share"
)

// A release is built with -tags studio after
//
//	examples/wasm/build.sh examples/sharekit/studio
//
// so that those who have no Go get the studio too.
var (
	//go:embed studio/toolkit.wasm
	studioProgram []byte

	//go:embed studio/wasm_exec.js
	studioLoader []byte

	//go:embed studio/NOTICES.txt
	studioNotices []byte
)

func ownStudio(context.Context) (*share.Studio, error) {
	return &share.Studio{Program: studioProgram, Loader: studioLoader, Notices: studioNotices}, nil
}
