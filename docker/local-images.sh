#!/usr/bin/env bash
# Base images where nothing can be pulled: a private Docker engine, and stand-ins in it for the images that
# docker-compose.yml and docker/Dockerfile name, made of Debian packages, this machine's JDK and the Kafka jars of
# the build. For tests of the compose file; what they hold is not what the publishers ship.
#
#   docker/local-images.sh start [DIR]   starts an engine in DIR and builds the images in it
#   docker/local-images.sh images        builds the images in the engine that DOCKER_HOST names
#   docker/local-images.sh stop [DIR]    ends that engine and removes DIR
#
# DIR (default /var/tmp/copyflow-docker) must not exist: everything the engine keeps is below it, its socket too
# (DIR/docker.sock). Needs Debian or Ubuntu, root, and what `need` below lists. The engine sets net.ipv4.ip_forward
# and its own iptables chains, as every Docker engine does; they stay until the next boot.
#
#   JAVA_HOME       JDK to make the runtime from, of the real image's version or later (default: the one on the PATH)
#   DEBIAN_SUITE    release to take packages from (default: this machine's)
#   DEBIAN_MIRROR   mirror, or sources.list file, to take them from (default: mmdebstrap's)

set -euo pipefail

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
lib=$root/app/target/copyflow/lib
start_limit=60

say() { printf 'local-images: %s\n' "$1" >&2; }
fail() { say "$1"; exit 1; }
need() { command -v "$1" >/dev/null 2>&1 || fail "no $1 on the PATH; $2"; }

jre_image() { sed -n 's/^ARG JRE_IMAGE=//p' "$root/docker/Dockerfile"; }
# The image of a service, as docker-compose.yml names it.
image_of() { sed -n "s#^ *image: \\($1:.*\\)\$#\\1#p" "$root/docker-compose.yml"; }
kafka_image() { sed -n 's/^ *image: \(apache\/kafka:.*\)$/\1/p' "$root/docker-compose.yml"; }

start() {
  local dir=$1 pid
  [ "$(id -u)" = 0 ] || fail "an engine needs root; run this as root"
  need dockerd "apt-get install docker.io"
  need iptables "apt-get install iptables"
  need docker "apt-get install docker.io (docker-cli on Debian 13)"
  mkdir -m 700 -- "$dir" || fail "$dir must not exist; stop the engine there or name another folder"
  # No default bridge: nothing here uses it, and another engine on this machine may own it.
  setsid dockerd --host "unix://$dir/docker.sock" --data-root "$dir/data" --exec-root "$dir/exec" \
    --pidfile "$dir/docker.pid" --bridge none >"$dir/dockerd.log" 2>&1 </dev/null &
  pid=$!
  export DOCKER_HOST=unix://$dir/docker.sock
  for _ in $(seq "$start_limit"); do
    if docker info >/dev/null 2>&1; then
      say "engine $pid listens at $DOCKER_HOST"
      return
    fi
    kill -0 "$pid" 2>/dev/null || break
    sleep 1
  done
  tail -n 5 "$dir/dockerd.log" >&2
  fail "the engine did not start; its log is $dir/dockerd.log"
}

stop() {
  local dir=$1 pid
  [ -f "$dir/docker.pid" ] || fail "no engine in $dir; name the folder that start was given"
  pid=$(cat "$dir/docker.pid")
  kill "$pid"
  for _ in $(seq "$start_limit"); do
    kill -0 "$pid" 2>/dev/null || break
    sleep 1
  done
  kill -0 "$pid" 2>/dev/null && fail "engine $pid does not end; see $dir/dockerd.log"
  rm -rf -- "$dir"
  say "engine $pid ended, $dir removed"
}

images() {
  local jlink=${JAVA_HOME:+$JAVA_HOME/bin/}jlink
  need docker "apt-get install docker.io (docker-cli on Debian 13)"
  need mmdebstrap "apt-get install mmdebstrap"
  need prometheus "apt-get install prometheus"
  need "$jlink" "install a JDK and set JAVA_HOME"
  check_versions "${jlink%jlink}java"
  docker info >/dev/null 2>&1 || fail "no engine answers; set DOCKER_HOST, or start one with $0 start"
  scratch=$(mktemp -d)
  trap 'rm -rf -- "$scratch"' EXIT
  jre "$(jre_image)" "$jlink"
  kafka "$(kafka_image)"
  prometheus_image "$(image_of prom/prometheus)"
}

# Before the work begins: what the images promise must be there to be put into them.
check_versions() {
  local wanted found kafka
  wanted=$(jre_image | sed 's/^.*:\([0-9]*\).*/\1/')
  found=$("$1" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p')
  [ "${found%%.*}" -ge "$wanted" ] || fail "$1 is Java $found, the image needs $wanted; set JAVA_HOME to a JDK $wanted"
  kafka=$lib/kafka_2.13-$(kafka_image | sed 's/^.*://').jar
  [ -f "$kafka" ] || fail "no $kafka; run mvn -q -Dquick package (and keep the image's tag at the pom's version)"
}

# A minimal Debian with a Java runtime where Temurin's images have it.
jre() {
  local image=$1 java=${2%jlink}java modules suite
  # shellcheck disable=SC1091 # the system's
  suite=${DEBIAN_SUITE:-$(. /etc/os-release && echo "${VERSION_CODENAME:-}")}
  # All modules but the tools: what Temurin's JRE images hold.
  modules=$("$java" --list-modules | cut -d@ -f1 |
    grep -vE '^jdk\.(compiler|hotspot\.agent|incubator\..*|jartool|javadoc|jdeps|jlink|jpackage|jshell)$' | paste -sd, -)
  "$2" --add-modules "$modules" --no-man-pages --no-header-files --output "$scratch/openjdk"
  # shellcheck disable=SC2016,SC2086 # the hook expands $1 itself; without a mirror there is no such argument
  mmdebstrap --quiet --variant=minbase --customize-hook='mkdir -p "$1/opt/java"' \
    --customize-hook="copy-in $scratch/openjdk /opt/java" "$suite" - ${DEBIAN_MIRROR:-} |
    docker import --change 'ENV JAVA_HOME=/opt/java/openjdk' --change 'ENV LANG=C.UTF-8' \
      --change 'ENV PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' \
      - "$image" >/dev/null
  say "built $image: Debian $suite, $("$java" -version 2>&1 | head -n 1)"
}

kafka() {
  local image=$1 context=$scratch/kafka
  mkdir -p "$context/libs"
  cp "$lib"/*.jar "$context/libs"
  rm -f "$context"/libs/copyflow-*.jar
  cp "$root"/docker/local/* "$context"
  docker build --quiet --network none --build-arg "JRE_IMAGE=$(jre_image)" \
    --file "$context/kafka.Dockerfile" --tag "$image" "$context" >/dev/null
  say "built $image"
}

# This machine's Prometheus, where and as whom the official image has it.
prometheus_image() {
  local image=$1 context=$scratch/prometheus
  mkdir -p "$context"
  cp "$(command -v prometheus)" "$root/docker/local/prometheus.Dockerfile" "$context"
  docker build --quiet --network none --build-arg "BASE_IMAGE=$(jre_image)" \
    --file "$context/prometheus.Dockerfile" --tag "$image" "$context" >/dev/null
  say "built $image"
}

dir=${2:-/var/tmp/copyflow-docker}
case ${1:-} in
  start)
    start "$dir"
    images
    echo "export DOCKER_HOST=$DOCKER_HOST"
    ;;
  images) images ;;
  stop) stop "$dir" ;;
  *) sed -n 's/^#   docker/docker/p' "$0" >&2; exit 2 ;;
esac
