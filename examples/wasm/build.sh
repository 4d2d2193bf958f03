#!/bin/sh
# Makes the npm package in a folder (default: dist/npm). Nothing built is kept
# in git: whoever makes the package has the Go that fits its wasm_exec.js.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=${1:-dist/npm}
mkdir -p "$out"
GOOS=js GOARCH=wasm go build -C "$here" -trimpath -buildvcs=false -ldflags='-s -w' -o toolkit.wasm.new .
mv "$here/toolkit.wasm.new" "$out/toolkit.wasm"
cp "$(go env GOROOT)/lib/wasm/wasm_exec.js" "$here/index.mjs" "$here/index.d.ts" "$here/package.json" "$here/README.md" "$here/../../LICENSE" "$out"
GOOS=js GOARCH=wasm "$here/../../.ci/notices" ./examples/wasm >"$out/NOTICES.txt"
