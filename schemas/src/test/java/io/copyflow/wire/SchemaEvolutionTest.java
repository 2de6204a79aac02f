package io.copyflow.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.copyflow.wire.SchemaEvolution.Broken;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** The compatibility check can fail, and says who breaks. */
class SchemaEvolutionTest {

  private static final String TITLE = "{\"name\": \"title\", \"type\": \"string\"}";
  private static final String KIND =
      "{\"name\": \"kind\", \"type\": {\"type\": \"enum\", \"name\": \"Kind\", \"symbols\": [%s]}}";

  @Test
  void fieldWithDefaultAdded_breaksNobody() {
    assertThat(broken(TITLE, TITLE + ", {\"name\": \"n\", \"type\": \"int\", \"default\": 0}"))
        .isEmpty();
  }

  @Test
  void fieldWithoutDefaultAdded_breaksTheNewReader() {
    assertThat(broken(TITLE, TITLE + ", {\"name\": \"n\", \"type\": \"int\"}"))
        .containsExactly(
            new Broken(
                "Thing",
                "version 2",
                "version 1",
                "/fields/1",
                "READER_FIELD_MISSING_DEFAULT_VALUE n"));
  }

  @Test
  void fieldWithoutDefaultRemoved_breaksTheOldReader() {
    assertThat(broken(TITLE + ", {\"name\": \"n\", \"type\": \"int\"}", TITLE))
        .singleElement()
        .hasToString(
            "Thing: version 1 cannot read what version 2 writes, at /fields/1:"
                + " READER_FIELD_MISSING_DEFAULT_VALUE n");
  }

  @Test
  void symbolAddedToEnumWithoutDefault_breaksTheOldReader() {
    assertThat(broken(KIND.formatted("\"A\""), KIND.formatted("\"A\", \"B\"")))
        .extracting(Broken::reader, Broken::path)
        .containsExactly(tuple("version 1", "/fields/0/type/symbols"));
  }

  @Test
  void typeChanged_breaksBothReaders() {
    assertThat(broken(TITLE, TITLE.replace("string", "long")))
        .extracting(Broken::reader)
        .containsExactlyInAnyOrder("version 1", "version 2");
  }

  @Test
  void unitOfTimestampChanged_breaksBothReaders() {
    var time =
        "{\"name\": \"at\", \"default\": null, \"type\": [\"null\", {\"type\": \"long\","
            + " \"logicalType\": \"timestamp-%s\"}]}";

    assertThat(broken(time.formatted("millis"), time.formatted("micros")))
        .extracting(Broken::path)
        .containsExactly("/at", "/at");
  }

  @Test
  void versionThatOnlyTheThirdBreaks_isNamed() {
    var versions =
        Map.of(
            "version 1", schema(TITLE + ", {\"name\": \"n\", \"type\": \"int\"}"),
            "version 2", schema(TITLE + ", {\"name\": \"n\", \"type\": \"int\", \"default\": 0}"),
            "version 3", schema(TITLE));

    assertThat(SchemaEvolution.broken("Thing", versions))
        .extracting(Broken::reader, Broken::writer)
        .containsExactly(tuple("version 1", "version 3"));
  }

  private static List<Broken> broken(String oldFields, String newFields) {
    return SchemaEvolution.broken(
        "Thing", Map.of("version 1", schema(oldFields), "version 2", schema(newFields)));
  }

  private static Schema schema(String fields) {
    return new Schema.Parser()
        .parse("{\"type\": \"record\", \"name\": \"Thing\", \"fields\": [" + fields + "]}");
  }
}
