# A stand-in for apache/kafka, built from Maven's jars where nothing can be pulled: the same entry class
# (kafka.docker.KafkaDockerWrapper), hence the same KAFKA_* variables, the same paths and the same user.
# For tests only. Built by docker/local-images.sh, whose build context holds libs/ and this folder's files.
ARG JRE_IMAGE
FROM ${JRE_IMAGE}
RUN groupadd --gid 1000 appuser \
 && useradd --uid 1000 --gid 1000 --create-home appuser \
 && install -d -o appuser -g appuser /opt/kafka/config /etc/kafka/docker /mnt/shared/config \
      /etc/kafka/secrets /var/lib/kafka/data
COPY libs/ /opt/kafka/libs/
COPY logback.xml /opt/kafka/logging/
COPY kafka-run.sh /etc/kafka/docker/run
USER appuser
EXPOSE 9092
VOLUME ["/etc/kafka/secrets", "/var/lib/kafka/data", "/mnt/shared/config"]
CMD ["bash", "/etc/kafka/docker/run"]
