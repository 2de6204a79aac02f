package io.copyflow.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.topics.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Node, store and topic names are a contract; {@code -Ddocs.update=true} accepts a change. */
class TopologyDescriptionTest {

  private static final Path GOLDEN = Path.of("..", "docs", "topology.txt");

  @Test
  void description_isTheDocumentedOne() throws Exception {
    String description = Pipeline.describe(Topics.standard());
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(GOLDEN, description);
    }

    assertThat(description)
        .as("a change here is another application: see docs/operations.md before you accept it")
        .isEqualTo(Files.readString(GOLDEN));
  }
}
