#!/bin/sh
# Makes .venv from uv.lock. The first word says for what: "run" (what the portal needs) or "dev" (and the tools).
# Node comes along from the Python package index where the machine has none of version 18 or newer.
set -eu
cd "$(dirname "$0")/.."
python=$(sh workshop/python.sh)
uv=$(command -v uv 2>/dev/null || echo .venv-uv/bin/uv)
if [ ! -x "$uv" ]; then
    echo "Fetching uv"
    "$python" -m venv .venv-uv || {
        echo "Python's venv module does not work here (on Debian and Ubuntu: apt-get install python3-venv)." >&2
        exit 1
    }
    .venv-uv/bin/python -m pip install --quiet --disable-pip-version-check uv
    uv=.venv-uv/bin/uv
fi
# uv reads no pip configuration: hand it the index and the certificates that pip is set up with, if any.
setting() { "$python" -m pip config get "global.$1" 2>/dev/null || true; }
[ -n "${UV_DEFAULT_INDEX:-}${UV_INDEX_URL:-}" ] || UV_DEFAULT_INDEX=${PIP_INDEX_URL:-$(setting index-url)}
[ -n "${SSL_CERT_FILE:-}" ] || SSL_CERT_FILE=${PIP_CERT:-$(setting cert)}
[ -z "${UV_DEFAULT_INDEX:-}" ] || export UV_DEFAULT_INDEX
if [ -n "$SSL_CERT_FILE" ]; then export SSL_CERT_FILE; else unset SSL_CERT_FILE; fi

groups="--no-default-groups --inexact"
[ "$1" = run ] || groups="--group dev"
sh workshop/node.sh --version >/dev/null 2>&1 || groups="$groups --group node"
# A .venv that is there and recent enough stays: uv would make it anew for a Python of another path.
if .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python=.venv/bin/python; fi
echo "Making .venv"
# shellcheck disable=SC2086
UV_PYTHON_DOWNLOADS=never UV_PROJECT_ENVIRONMENT=.venv "$uv" sync --quiet --frozen --python "$python" $groups
touch ".venv/.$1"
