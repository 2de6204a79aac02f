#!/usr/bin/env bash
# What the Kafka image runs: formats the storage on the first start, then becomes the broker.
set -euo pipefail

config=/opt/kafka/config
java_kafka=(java -cp '/opt/kafka/logging:/opt/kafka/libs/*')

# The wrapper copies these three; this image logs through logback and leaves them empty.
touch /etc/kafka/docker/{server.properties,log4j2.yaml,tools-log4j2.yaml}

export CLUSTER_ID=${CLUSTER_ID:-5L6g3nShT-eMCtK--X86sw}
if ! said=$("${java_kafka[@]}" kafka.docker.KafkaDockerWrapper setup \
  --default-configs-dir /etc/kafka/docker \
  --mounted-configs-dir /mnt/shared/config \
  --final-configs-dir "$config" 2>&1); then
  # A second start on the same volume.
  grep -qi 'already formatted' <<<"$said" || { printf '%s\n' "$said" >&2; exit 1; }
fi

# shellcheck disable=SC2086 # options are words
exec "${java_kafka[@]:0:1}" ${KAFKA_HEAP_OPTS:--Xmx1G -Xms1G} "${java_kafka[@]:1}" \
  kafka.Kafka "$config/server.properties"
