# Sourced by the benches: build_bench and build_program publish what is measured as it is given to people, into artifacts/bench and artifacts/run.
source scripts/need.sh
source scripts/publish.sh

build_bench() { publish bench/harness artifacts/bench; }

build_program() { publish src/Storyprint artifacts/run; }
