#!/bin/sh
# One machine with many cores, or a try of what the other files do: the kit in
# 16 parts, four at a time, then joined.
#
#	examples/batch/xargs.sh [--campaign FOLDER]
set -eu
parts=${PARTS:-16}
sharekit=${SHAREKIT:-sharekit}
mkdir -p parts
seq "$parts" | xargs -P "${AT_ONCE:-4}" -I N "$sharekit" kit --part "N/$parts" --out "parts/N" "$@"
"$sharekit" join parts/* --out kit "$@"
