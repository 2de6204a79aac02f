package io.copyflow.replay.diff;

import java.util.List;
import java.util.SortedMap;

/**
 * What a generation changes. The same for the same topics, whenever it is made.
 *
 * @param rules version of the generation's rules
 * @param liveRules by version of the rules, how many live outcomes they judged
 * @param compared raw records that have an outcome on both sides
 * @param pending raw records without a live outcome
 * @param otherReading raw records that the rules read otherwise
 * @param otherVerdict raw records that come out otherwise only because others do
 * @param changed articles that both sides show, with other fields
 * @param appeared articles that only the generation shows
 * @param vanished articles that only the live side shows
 * @param fields how often each field changes, by its path in the schema
 * @param byPublisher the same by the publisher's domain; empty for articles without one
 * @param flips outcomes that would become others
 * @param worst the articles that change most, most first
 */
public record DiffReport(
    String rules,
    SortedMap<String, Long> liveRules,
    long compared,
    long pending,
    long otherReading,
    long otherVerdict,
    long changed,
    long appeared,
    long vanished,
    SortedMap<String, FieldCount> fields,
    SortedMap<String, SortedMap<String, FieldCount>> byPublisher,
    List<Flip> flips,
    List<ArticleChange> worst) {

  /** Raw records that come out otherwise in any way. */
  public long differing() {
    return otherReading + otherVerdict;
  }

  /**
   * An article that consumers would see with other fields.
   *
   * @param document the file that gives it
   * @param publisher domain, or empty
   * @param fields what each field that changes loses and gains
   */
  public record ArticleChange(String document, String publisher, List<FieldChange> fields) {}

  /**
   * What a field loses and gains.
   *
   * @param name its path in the schema
   * @param lost lines that only the live article has
   * @param gained lines that only the generation's article has
   */
  public record FieldChange(String name, List<String> lost, List<String> gained) {}
}
