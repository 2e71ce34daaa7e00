#!/bin/sh
# Prints a Python of version 3.11 or newer, or says what is missing.
set -eu
for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do
    found=$(command -v "$name" 2>/dev/null) || continue
    if "$found" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        echo "$found"
        exit 0
    fi
done
echo "RAG Portal needs Python 3.11 or newer. Install it, or name one: make run PYTHON=/path/to/python3" >&2
exit 1
