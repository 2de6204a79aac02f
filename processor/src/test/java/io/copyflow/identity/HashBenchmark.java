package io.copyflow.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * How fast texts become hashes: normalisation, the content hash and the folded hash of articles of
 * about 5 KB, in CPU time of one thread. Prints the median of the second half of the rounds, in
 * megabytes of UTF-8 a second.
 *
 * <pre>HashBenchmark [ROUNDS]</pre>
 */
public final class HashBenchmark {

  private static final int ARTICLES = 400;
  private static final int WORDS = 800;

  private static final String ENGLISH =
      "The harbour ferry returned to service on Monday after eleven weeks in the yard, said the"
          + " council. “It cost 7.06 million,” a spokesman added; nobody had expected less.";

  private static final String SIMPLIFIED = "果园今年提前两周开摘，干旱没有发生。码头上挤满了等着看热闹的人，议会在12月通过了预算。";
  private static final String TRADITIONAL = "果園今年提前兩週開摘，乾旱沒有發生。碼頭上擠滿了等著看熱鬧的人，議會在12月通過了預算。";

  /** Nobody reads it; results that are used nowhere would be optimised away. */
  private static volatile int sink;

  private HashBenchmark() {}

  /** Runs it. */
  public static void main(String[] arguments) {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40;
    measure("English", articles(ENGLISH.split(" "), " "), rounds);
    measure("Chinese, Simplified", articles(SIMPLIFIED.split("(?<=\\G.{3})"), ""), rounds);
    measure("Chinese, Traditional", articles(TRADITIONAL.split("(?<=\\G.{3})"), ""), rounds);
  }

  /** Articles of shuffled words, so that no two are the same. */
  private static List<String> articles(String[] words, String between) {
    var random = new Random(7);
    var articles = new ArrayList<String>();
    for (int i = 0; i < ARTICLES; i++) {
      var article = new StringBuilder();
      for (int word = 0; word < WORDS; word++) {
        article.append(words[random.nextInt(words.length)]).append(between);
      }
      articles.add(article.toString());
    }
    return articles;
  }

  private static void measure(String name, List<String> articles, int rounds) {
    long bytes = articles.stream().mapToLong(article -> article.getBytes(UTF_8).length).sum();
    var rates = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      articles.forEach(text -> sink += Hashes.ofText(text, null, null).folded().hashCode());
      long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
      rates[round] = bytes * 1e3 / nanos;
    }
    double[] warm = Arrays.copyOfRange(rates, rounds / 2, rounds);
    Arrays.sort(warm);
    System.out.printf(
        "%-22s %.1f MB/s (%.1f to %.1f), articles of %d bytes%n",
        name, warm[warm.length / 2], warm[0], warm[warm.length - 1], bytes / articles.size());
  }
}
