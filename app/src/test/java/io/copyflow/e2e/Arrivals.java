package io.copyflow.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.copyflow.avro.Document;
import io.copyflow.avro.RawArticle;
import io.copyflow.generate.Archive;
import io.copyflow.generate.page.BadFile;
import io.copyflow.topics.Keys;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The files of a generated archive as raw records that arrive in any order. A record's timestamp
 * tells its place in the archive's own order, whenever it is sent: as if several ingests had worked
 * through the archive, and one had been slow or had come back. So the set of (timestamp, document)
 * is always the same, and with it every verdict. Three files in a row share a timestamp: then the
 * document decides.
 */
final class Arrivals implements AutoCloseable {

  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final int SAME_TIMESTAMP = 3;
  private static final int EVERY_REASON = BadFile.values().length;

  private final Path archive;
  private final Topics topics;
  private final Wire wire = Wire.singleObject();
  private final KafkaProducer<String, byte[]> producer;

  Arrivals(Path archive, String bootstrapServer, String topicPrefix) {
    this.archive = archive;
    this.topics = new Topics(topicPrefix, 1);
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServer,
                "max.request.size",
                Topics.MAX_RECORD_BYTES,
                "linger.ms",
                20),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** The paths of an archive in its own order. */
  static List<String> paths(Path archive) throws IOException {
    try (var lines = Files.lines(archive.resolve(Archive.MANIFEST), UTF_8)) {
      return lines.map(Commands::json).map(line -> line.get("path").asText()).toList();
    }
  }

  static Path manifest(Path archive) {
    return archive.resolve(Archive.MANIFEST);
  }

  /** Generates an archive in the proportions of a real one. */
  static Path generate(Path directory, int files, long seed) {
    Path archive = directory.resolve("archive");
    var commands = Commands.without(directory);
    JsonNode made =
        Commands.json(
            commands.ok(
                "generate",
                "-o",
                "json",
                "--files",
                files + "",
                "--duplicates",
                files * 3 / 20 + "",
                "--revisions",
                files / 20 + "",
                "--bad",
                Math.max(EVERY_REASON, files * 3 / 200) + "",
                "--seed",
                seed + "",
                archive.toString()));
    System.out.printf("archive: seed %d, %s%n", seed, made.get("outcomes"));
    return archive;
  }

  /** Sends files; {@code places} are their places in the archive's order. */
  void send(List<String> paths, List<Integer> places) throws Exception {
    for (int place : places) {
      String path = paths.get(place);
      var document = new Document(String.valueOf(archive.getFileName()), path);
      byte[] value =
          wire.serde(RawArticle.class)
              .serializer()
              .serialize(topics.raw().name(), raw(document, archive.resolve(path)));
      long timestamp = FIRST.toEpochMilli() + place / SAME_TIMESTAMP;
      var unused =
          producer.send(
              new ProducerRecord<>(topics.raw().name(), null, timestamp, Keys.of(document), value));
    }
    producer.flush();
  }

  private static RawArticle raw(Document document, Path file) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    boolean tooLarge = bytes.length > Topics.DEFAULT_MAX_FILE_BYTES;
    return RawArticle.newBuilder()
        .setDocument(document)
        .setContent(tooLarge ? null : ByteBuffer.wrap(bytes))
        .setBytes(bytes.length)
        .setSha256(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
        .build();
  }

  @Override
  public void close() {
    producer.close();
  }
}
