#!/bin/sh
# Every check but the tests. All of them run, so that one look shows all that is wrong.
set -u
cd "$(dirname "$0")/.."
bin=.venv/bin
RAG_DATA_DIR=$(mktemp -d)
export RAG_DATA_DIR
unset DATABASE_URL REDIS_URL RAG_MODE
trap 'rm -rf "$RAG_DATA_DIR"' EXIT
failed=""
check() {
    name=$1
    shift
    echo "== $name"
    "$@" || failed="$failed, $name"
}
check "style" $bin/ruff check .
check "format" $bin/ruff format --check .
check "types" $bin/mypy
check "imports" $bin/lint-imports --no-logo
check "templates" $bin/djlint templates --lint --quiet
check "migrations" $bin/python manage.py makemigrations --check --dry-run
check "system checks" $bin/python manage.py check --fail-level WARNING
check "service settings" $bin/python -m workshop.service check --deploy --fail-level WARNING
check "documents drawn from the code" $bin/python manage.py write_reference --check
check "lock files" $bin/python -m workshop.locks
check "compose file" $bin/python -m workshop.compose
if [ -n "$failed" ]; then
    echo "Not as it should be:${failed#,}"
    exit 1
fi
echo "All checks passed"
