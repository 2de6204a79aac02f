package io.copyflow.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Does one job, round after round, in a process that the compilers have warmed up to it. */
final class WorkerPart implements Part {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Job job;
  private @Nullable Work work;
  private @Nullable StageProfile profile;
  private Usage.Mark mark = Usage.Mark.now();

  WorkerPart(Job job) {
    this.job = job;
  }

  @Override
  public ObjectNode answer(JsonNode request) throws Exception {
    return switch (request.path("do").asText()) {
      case "open" -> open(JSON.treeToValue(request.required("round"), Round.class));
      case "mark" -> mark(request.path("profiled").asBoolean());
      case "finish" -> finish();
      default -> end();
    };
  }

  private ObjectNode open(Round round) throws Exception {
    // What is measured remembers what it read of the corpus, so it stays from round to round.
    work = work == null ? job.work() : work;
    work.open(round);
    return JSON.createObjectNode();
  }

  private ObjectNode mark(boolean profiled) throws IOException {
    profile = profiled ? StageProfile.start() : null;
    mark = Usage.Mark.now();
    return JSON.createObjectNode();
  }

  private ObjectNode finish() throws Exception {
    if (work != null) {
      work.finish();
    }
    Usage usage = mark.until();
    ObjectNode answer = JSON.valueToTree(usage);
    if (profile != null) {
      answer.set("stages", JSON.valueToTree(profile.stop(usage)));
    }
    return answer;
  }

  private ObjectNode end() throws Exception {
    if (work != null) {
      work.close();
    }
    // Whatever is garbage now is not the next round's to collect.
    System.gc();
    return JSON.createObjectNode();
  }

  @Override
  public void close() {}
}
