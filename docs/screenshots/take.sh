#!/usr/bin/env bash
# Takes docs/pictures anew from a running demonstration. ./check and ./run first; then: docs/screenshots/take.sh [http://127.0.0.1:8080]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source "$here/../../scripts/need.sh"
need_node
need_debian chromium:chromium pdftoppm:poppler-utils pngquant:pngquant
pictures=$here/../pictures
mkdir -p "$pictures"
node "$here/take.mjs" "${1:-http://127.0.0.1:8080}" "$pictures" "$(command -v chromium)"
for page in print print-fa; do
  pdftoppm -r 90 -f 1 -l 1 -singlefile -png "$pictures/$page.pdf" "$pictures/$page"
  rm "$pictures/$page.pdf"
done
for picture in "$pictures"/*.png; do
  pngquant 64 --force --ext .png --strip "$picture"
done
