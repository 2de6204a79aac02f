package io.copyflow.eval;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One file of labels, a JSON object a line.
 *
 * @param folder the data folder
 * @param name the file's name without its ending
 * @param layout how it is written
 */
record JsonDataset(Path folder, String name, Layout layout) implements Dataset {

  /** What files of labels end in. */
  static final String ENDING = ".jsonl";

  /** Labels come from Python too, which writes a missing number as {@code NaN}. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  @Override
  public Rows rows() throws IOException {
    return new Lines(Files.newBufferedReader(labels(), UTF_8));
  }

  private Path labels() {
    return folder.resolve(name + ENDING);
  }

  private Row row(int number, String line) {
    try {
      var label = new Label(JSON.readTree(line));
      return label.json().isObject() ? layout.read(folder, name, label) : notJson(number);
    } catch (JsonProcessingException e) {
      return notJson(number);
    }
  }

  private Skipped notJson(int number) {
    String where = labels().getFileName() + ":" + number;
    return new Skipped(name, where, where + ": is no JSON object; write one a line");
  }

  /** Blank lines count and say nothing. */
  private final class Lines implements Rows {

    private final BufferedReader lines;
    private int number;

    private Lines(BufferedReader lines) {
      this.lines = lines;
    }

    @Override
    public @Nullable Row next() throws IOException {
      String line = lines.readLine();
      number++;
      while (line != null && line.isBlank()) {
        line = lines.readLine();
        number++;
      }
      return line == null ? null : row(number, line);
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
