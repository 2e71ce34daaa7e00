#!/bin/sh
# Makes sure there is a Chromium for the browser tests: the machine's own, else the distribution's, else Playwright's.
set -u
cd "$(dirname "$0")/.."
have() { .venv/bin/python -m tests.services.browser >/dev/null 2>&1; }
have && exit 0
echo "Fetching a browser for the tests"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get install -y -qq --no-install-recommends chromium >/dev/null 2>&1 ||
        { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null; }
    have && exit 0
fi
.venv/bin/python -m playwright install chromium
have && exit 0
echo "The browser tests need Chromium, and it could not be fetched. Install it, or run: make test-fast" >&2
exit 1
