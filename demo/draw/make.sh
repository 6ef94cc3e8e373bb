#!/bin/sh
# SVG -> PNG (Chromium) -> small palette (pngquant). Usage: ./make.sh [name ...]
set -e
cd "$(dirname "$0")"
work=${WORK:-$(mktemp -d)}
node draw.mjs "$work" "$@"
profile=$(mktemp -d)
for svg in "$work"/*.svg; do
  name=$(basename "$svg" .svg)
  size=$(head -c 300 "$svg" | sed -n '1s/^<svg[^>]* width="\([0-9]*\)" height="\([0-9]*\)".*/\1,\2/p')
  chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --user-data-dir="$profile" --hide-scrollbars \
    --window-size="$size" --screenshot="$work/$name.png" "file://$svg" >/dev/null 2>&1
  pngquant --force --nofs --speed 1 --output "../pictures/$name.png" "${COLOURS:-8}" "$work/$name.png"
  [ "$(wc -c < "../pictures/$name.png")" -lt 122000 ] || pngquant --force --nofs --speed 1 --output "../pictures/$name.png" 6 "$work/$name.png"
done
rm -rf "$profile"
[ -n "$WORK" ] || rm -rf "$work"
