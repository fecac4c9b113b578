#!/usr/bin/env bash
# Writes the lock files: every version and its hashes, for every Python and platform we support.
# Each file is resolved under the ones before it, so that one environment can hold them all.
# `tools/lock.sh --upgrade` takes newer versions. Bench, lowest and spark stand alone, each in its own environment.
set -euo pipefail
cd "$(dirname "$0")/.."
[ -x .venv-lock/bin/uv ] || { python3 -m venv .venv-lock && .venv-lock/bin/pip install --quiet uv; }
compile() {
    local name=$1; shift
    .venv-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --custom-compile-command tools/lock.sh \
        "$@" "requirements/$name.in" --output-file "requirements/$name.txt"
}
compile test "$@"
for name in runtime build lint docs docs-test; do compile "$name" --constraint requirements/test.txt "$@"; done
compile bench "$@"
compile lowest "$@"
compile spark --constraint requirements/test.txt "$@"
