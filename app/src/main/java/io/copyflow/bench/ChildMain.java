package io.copyflow.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The child processes' entry: {@code broker FOLDER} or {@code worker JOB}. Reads requests from
 * standard input, one JSON object a line, and answers each with one; ends with its input, so that
 * none outlives the parent.
 */
public final class ChildMain {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ChildMain() {}

  /** Runs until standard input ends. */
  public static void main(String[] arguments) throws Exception {
    // Nothing but answers may stand on standard output.
    var answers = new PrintStream(System.out, true, UTF_8);
    System.setOut(System.err);
    try (Part part = part(arguments)) {
      serve(part, answers);
    }
    System.exit(0);
  }

  private static Part part(String[] arguments) throws Exception {
    return arguments[0].equals("broker")
        ? new BrokerPart(Path.of(arguments[1]))
        : new WorkerPart(Job.valueOf(arguments[1].toUpperCase(Locale.ROOT).replace('-', '_')));
  }

  private static void serve(Part part, PrintStream answers) throws IOException {
    var requests = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      answers.println(answer(part, line));
    }
  }

  private static ObjectNode answer(Part part, String line) {
    try {
      return part.answer(JSON.readTree(line));
    } catch (Exception e) {
      e.printStackTrace();
      return JSON.createObjectNode().put("error", String.valueOf(e));
    }
  }
}
