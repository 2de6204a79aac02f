package io.copyflow.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.copyflow.avro.Document;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  static List<SpecificRecord> records() {
    return Records.all();
  }

  @Test
  void rawArticle_isPlainJsonInTheSchemasOrder() {
    assertThat(Json.line(Records.raw()))
        .isEqualTo(
            "{\"document\":{\"source\":\"samples\",\"path\":\"2024/渡轮.txt\"},"
                + "\"content\":\"PHA+5rih6L2u5aSN6IiqPC9wPg==\",\"bytes\":19,\"sha256\":\""
                + "ab".repeat(32)
                + "\",\"mediaType\":null,\"charset\":null,\"url\":null,\"fileTime\":\"2023-09-13T09:13:00Z\"}");
  }

  @Test
  void content_isStillThereAfterwards() {
    var raw = Records.raw();
    Json.toJson(raw);

    assertThat(raw).isEqualTo(Records.raw());
  }

  @Test
  void milliseconds_areWrittenWhereThereAreAny() {
    var raw = Records.raw();
    raw.setFileTime(Instant.parse("2023-09-13T09:13:00.120Z"));

    assertThat(Json.toJson(raw).path("fileTime").asText()).isEqualTo("2023-09-13T09:13:00.120Z");
  }

  @ParameterizedTest
  @MethodSource("records")
  void stream_isTheTree(SpecificRecord record) throws IOException {
    var out = new StringWriter();
    try (var generator = new JsonFactory().createGenerator(out)) {
      Json.write(record, generator);
    }

    assertThat(out).hasToString(Json.toJson(record).toString());
  }

  @Test
  void everyKindOfValue_hasAPlainForm() throws IOException {
    var schema =
        new Schema.Parser()
            .parse(
                """
                {"type": "record", "name": "R", "fields": [
                 {"name": "m", "type": {"type": "map", "values": "int"}},
                 {"name": "x", "type": {"type": "fixed", "name": "F", "size": 2}},
                 {"name": "d", "type": "double"}, {"name": "b", "type": "boolean"},
                 {"name": "t", "type": ["null", {"type": "long", "logicalType": "timestamp-millis"}]}]}
                """);
    var record = new GenericRecordBuilder(schema).set("m", Map.of("k", 1)).set("d", Double.NaN);
    record.set("x", new GenericData.Fixed(schema.getField("x").schema(), new byte[] {1, 2}));
    record.set("b", true).set("t", 0L);

    assertThat(Json.line(record.build()))
        .isEqualTo(
            "{\"m\":{\"k\":1},\"x\":\"AQI=\",\"d\":\"NaN\",\"b\":true,\"t\":\"1970-01-01T00:00:00Z\"}");
  }

  @Test
  void charactersThatATerminalObeys_areEscaped() {
    var hostile = new Document("s", "\u001b[2J\u009b\u202e\u2028\ud83d\u0085x\n");

    assertThat(Json.line(hostile))
        .isEqualTo(
            "{\"source\":\"s\",\"path\":"
                + "\"\\u001B[2J\\u009b\\u202e\\u2028\\ud83d\\u0085x\\n\"}");
  }

  @Property
  void anyText_comesBackFromTheLine(@ForAll String text) throws IOException {
    JsonNode read = MAPPER.readTree(Json.line(new Document("s", text)));

    assertThat(read.path("path").asText()).isEqualTo(text);
  }

  @Property
  void anyBytes_comeBackFromTheLine(@ForAll byte[] bytes) throws IOException {
    var raw = Records.raw();
    raw.setContent(ByteBuffer.wrap(bytes));

    assertThat(MAPPER.readTree(Json.line(raw)).path("content").binaryValue()).isEqualTo(bytes);
  }
}
