package io.copyflow.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copyflow.broker.DataDirectory;
import io.copyflow.broker.DataDirectoryException;
import io.copyflow.broker.EmbeddedBroker;
import io.copyflow.broker.PortInUseException;
import java.nio.file.Path;

/** The broker of {@code run}, alone in its process. Answers with its address and what it uses. */
final class BrokerPart implements Part {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final DataDirectory data;
  private final EmbeddedBroker broker;
  private Usage.Mark mark = Usage.Mark.now();

  BrokerPart(Path folder) throws DataDirectoryException, PortInUseException {
    data = DataDirectory.open(folder);
    broker = EmbeddedBroker.start(data, 0, line -> Runtime.getRuntime().halt(1));
  }

  @Override
  public ObjectNode answer(JsonNode request) {
    switch (request.path("do").asText()) {
      case "mark" -> mark = Usage.Mark.now();
      case "usage" -> {
        return JSON.valueToTree(mark.until());
      }
      default -> {
        return JSON.createObjectNode().put("address", broker.bootstrapServer());
      }
    }
    return JSON.createObjectNode();
  }

  @Override
  public void close() {
    broker.close();
    data.close();
  }
}
