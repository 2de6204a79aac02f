package io.copyflow.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;

/**
 * One file of labels, a JSON object a line.
 *
 * @param folder the data folder
 * @param name the file's name without its ending
 * @param layout how it is written
 */
record Dataset(Path folder, String name, Layout layout) {

  /** What files of labels end in. */
  static final String ENDING = ".jsonl";

  /** Labels come from Python too, which writes a missing number as {@code NaN}. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  /** Where the labels are. */
  Path labels() {
    return folder.resolve(name + ENDING);
  }

  /**
   * Reads a line.
   *
   * @param number of the line, from 1
   */
  Row row(int number, String line) {
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
}
