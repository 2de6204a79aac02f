package io.copyflow.action;

import java.util.List;

/**
 * What came of an action.
 *
 * @param summary one sentence
 * @param tables for whoever wants to know more
 * @param stopped whether it was ended before it was through
 */
record Result(String summary, List<Table> tables, boolean stopped) {

  /**
   * Rows of texts, which may be anybody's: an article's lines.
   *
   * @param figures how many of the columns, from the last one, hold numbers
   */
  record Table(String title, List<String> columns, List<List<String>> rows, int figures) {}

  static Result of(String summary, List<Table> tables) {
    return new Result(summary, tables, false);
  }
}
