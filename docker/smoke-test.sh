#!/usr/bin/env bash
# Runs docker-compose.yml for real: up, every sample in the ledger, two processors that Prometheus scrapes and of which
# one is killed, down, and up again with the data kept. Ends with 0, or with 1 and the containers' last words.
#
#   mvn -q -Dquick package && docker/smoke-test.sh
#
# Works in a compose project of its own, with an inbox of its own, and removes both, volumes included. Where no image
# can be pulled, docker/local-images.sh start makes an engine that has them.
#
#   DOCKER_HOST                   the engine (default: docker's)
#   KAFKA_PORT, PROMETHEUS_PORT   ports on 127.0.0.1 (default: 29092, 29090)
#   SMOKE_LIMIT                   seconds that one step may take (default: 180)

set -euo pipefail

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
limit=${SMOKE_LIMIT:-180}
orphans=

say() { printf 'smoke-test: %3d s  %s\n' "$SECONDS" "$1" >&2; }
fail() { say "FAILED: $1"; exit 1; }
compose() { docker compose --ansi never --progress quiet --project-directory "$root" "$@"; }
up() { compose up -d --wait --wait-timeout "$limit" "$@"; }
files() { find "$inbox" -type f | wc -l; }
ledger() { compose run --rm --no-deps -T copyflow ledger -o json 2>"$work/ledger.err" | tr -d ' \n'; }

prometheus() { curl -fsS --max-time 5 --get "http://127.0.0.1:$PROMETHEUS_PORT/api/v1/$1" "${@:2}"; }

check_machine() {
  command -v curl >/dev/null 2>&1 || fail "no curl; apt-get install curl"
  docker compose version >/dev/null 2>&1 ||
    fail "no docker compose plugin (2.20 or later); on Debian 13: apt-get install docker-compose"
  docker info >/dev/null 2>&1 ||
    fail "no engine answers; set DOCKER_HOST, or start one with docker/local-images.sh start"
  ls "$root"/app/target/copyflow/lib/copyflow-app-*.jar >/dev/null 2>&1 ||
    fail "nothing is built; run mvn -q -Dquick package"
  [ -n "$(find "$root/samples" -type f -size +0 -print -quit 2>/dev/null)" ] || fail "no files in $root/samples"
}

prepare() {
  export COMPOSE_PROJECT_NAME=copyflow-smoke KAFKA_PORT=${KAFKA_PORT:-29092} PROMETHEUS_PORT=${PROMETHEUS_PORT:-29090}
  # A user's .env must not lend its settings to the test.
  export COMPOSE_DISABLE_ENV_FILE=1
  work=$(mktemp -d)
  inbox=$work/inbox
  export COPYFLOW_INBOX=$inbox COPYFLOW_INBOX_SOURCE=smoke
  trap finish EXIT
  cp -R "$root/samples" "$inbox"
  # The container's user is nobody on this machine.
  chmod -R a+rX "$work"
}

finish() {
  local code=$?
  if [ "$code" != 0 ]; then
    compose ps --all >&2 || true
    compose logs --no-color --tail 15 >&2 || true
  fi
  compose --profile tools --profile observability down --volumes --timeout 20 >/dev/null 2>&1 || true
  # shellcheck disable=SC2086 # names are words
  [ -z "$orphans" ] || docker volume rm --force $orphans >/dev/null || true
  rm -rf -- "$work"
}

# Another copy of some sample under each of the names given.
add() {
  local sample name
  sample=$(find "$root/samples" -type f -size +0 | sort | head -n 1)
  for name; do
    install -m 0644 "$sample" "$inbox/$name"
  done
}

# Waits until the ledger holds every file of the inbox exactly once, each with its outcome.
await_balance() {
  local wanted deadline=$((SECONDS + limit)) last=
  wanted="\"raw\":$(files),"
  while [ "$SECONDS" -lt "$deadline" ]; do
    last=$(ledger || true)
    if grep -qF "$wanted" <<<"$last" && grep -qF '"pending":0' <<<"$last" && grep -qF '"balanced":true' <<<"$last"; then
      say "$1: balanced, $(files) files"
      return
    fi
    sleep 1
  done
  fail "$1: $(files) files, but after $limit s the ledger says ${last:-$(tail -n 1 "$work/ledger.err")}"
}

# Waits until Prometheus scrapes so many processes, and none in vain.
await_targets() {
  local deadline=$((SECONDS + limit)) all= good=
  while [ "$SECONDS" -lt "$deadline" ]; do
    all=$(prometheus targets --data-urlencode state=active | grep -o '"health":"[a-z]*"' || true)
    good=$(grep -c up <<<"$all" || true)
    if [ "$good" = "$1" ] && [ "$(grep -c health <<<"$all")" = "$1" ]; then
      say "Prometheus: $good targets are up"
      return
    fi
    sleep 1
  done
  fail "Prometheus has not $1 targets that are up, but: ${all:-none}"
}

# What a query's only number is.
measured() { prometheus query --data-urlencode "query=$1" | sed -n 's/.*"value":\[[^,]*,"\([^"]*\)".*/\1/p'; }

check_rules() {
  local rules
  rules=$(prometheus rules)
  grep -q '"health":"err"' <<<"$rules" && fail "Prometheus cannot evaluate a rule: $rules"
  say "Prometheus: $(grep -o '"type":"alerting"' <<<"$rules" | wc -l) alert rules, none of them fails"
}

check_machine
prepare
up
say "up: broker, ingest and processor are healthy"
await_balance "samples"

up --scale processor=2 --no-recreate
[ "$(compose ps --quiet processor | wc -l)" = 2 ] || fail "there are not two processors"
compose up -d --no-deps prometheus
await_targets 3
[ "$(measured 'sum(copyflow_raw_records_total)')" -ge 1 ] || fail "Prometheus has no figures"
check_rules
docker kill "$(compose ps --quiet processor | head -n 1)" >/dev/null
# Enough names for each partition to get some.
add copy-{1..16}.txt
await_balance "two processors, one killed"

# The processors' anonymous volumes outlive their containers.
orphans=$(compose ps --all --quiet processor |
  xargs docker inspect --format '{{range .Mounts}}{{if eq .Type "volume"}}{{.Name}} {{end}}{{end}}' | paste -sd' ' -)
compose --profile observability down --timeout 60
up
compose up -d --no-deps prometheus
add after-the-restart.txt
# A file sent twice or a record lost would leave another count.
await_balance "down and up again"
await_targets 2
[ "$(measured 'max_over_time(count(up{job="copyflow"})[1h:15s])')" = 3 ] || fail "Prometheus has lost what it scraped"
say "passed"
