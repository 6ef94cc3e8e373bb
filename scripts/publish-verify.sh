#!/usr/bin/env bash
# Builds storyprint-verify, the checker for whoever has no server of ours: one file, runtime and all.
# scripts/publish-verify.sh [FOLDER] [RUNTIME]   RUNTIME as .NET names it (linux-x64, linux-arm64, win-x64, osx-arm64); this machine's if none is named.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source "$here/need.sh"
need_dotnet
folder=$(realpath -m "${1:-$here/../artifacts/verify}")
runtime=${2:-$(runtime_id)}
cd "$here/.."
build=artifacts/publish/verify-$runtime
rm -rf "$build"
dotnet publish src/Storyprint.Verify --nologo -v quiet -c Release -r "$runtime" -o "$build"
mkdir -p "$folder"
name=storyprint-verify
[[ $runtime != win-* ]] || name=storyprint-verify.exe
# Under another name first: the old one may be running.
cp "$build/$name" "$folder/$name.new"
mv "$folder/$name.new" "$folder/$name"
echo "$folder/$name ($(($(wc -c <"$folder/$name") / 1000000)) MB)"
