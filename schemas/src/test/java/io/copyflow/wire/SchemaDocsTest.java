package io.copyflow.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** Nothing in our schemas is without a word of explanation. */
class SchemaDocsTest {

  @Test
  void everyTypeAndField_hasADoc() throws IOException {
    List<String> silent = new ArrayList<>();
    Sources.all().values().forEach(schema -> collectSilent(schema, silent));

    assertThat(silent).isEmpty();
  }

  @Test
  void everyEnum_hasADefaultForReadersOfOlderVersions() throws IOException {
    assertThat(Sources.all().values())
        .filteredOn(schema -> schema.getType() == Schema.Type.ENUM)
        .isNotEmpty()
        .allSatisfy(schema -> assertThat(schema.getEnumDefault()).as(schema.getName()).isNotNull());
  }

  @Test
  void undocumentedField_isFound() {
    var schema =
        new Schema.Parser()
            .parse(
                "{\"type\": \"record\", \"name\": \"R\", \"doc\": \"D\", \"fields\":"
                    + " [{\"name\": \"f\", \"type\": \"int\", \"doc\": \" \"}]}");
    List<String> silent = new ArrayList<>();
    collectSilent(schema, silent);

    assertThat(silent).containsExactly("R.f");
  }

  private static void collectSilent(Schema schema, List<String> silent) {
    if (isBlank(schema.getDoc())) {
      silent.add(schema.getName());
    }
    if (schema.getType() == Schema.Type.RECORD) {
      schema.getFields().stream()
          .filter(field -> isBlank(field.doc()))
          .forEach(field -> silent.add(schema.getName() + "." + field.name()));
    }
  }

  private static boolean isBlank(String doc) {
    return doc == null || doc.isBlank();
  }
}
