package io.copyflow.bench;

import io.copyflow.bench.Figure.Better;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What a round has left on disk, article by article. */
final class Disk {

  private Disk() {}

  /** Local state, and each topic of the round with its indexes. */
  static List<Figure> figures(Round round, BenchFolders folders, int articles) throws IOException {
    var figures = new ArrayList<Figure>();
    figures.add(perArticle("disk.state", BenchFolders.bytes(round.stateFolder()), articles));
    String prefix = round.work().topics().raw().name().replace("articles.raw", "");
    var topics = new TreeMap<String, Long>();
    try (var partitions = Files.list(folders.broker().resolve("kafka"))) {
      partitions
          .filter(folder -> name(folder).startsWith(prefix))
          .forEach(folder -> topics.merge(topic(name(folder)), bytesOfLogs(folder), Long::sum));
    }
    topics.forEach((topic, bytes) -> {
      String word = topic.substring(prefix.length()).replaceFirst("^app-", "");
      figures.add(perArticle("disk." + word, bytes, articles));
    });
    return figures;
  }

  private static Figure perArticle(String name, long bytes, int articles) {
    return Figure.single(name, "bytes/article", Better.NEITHER, (double) bytes / articles);
  }

  private static String name(Path folder) {
    return folder.getFileName().toString();
  }

  private static String topic(String partition) {
    return partition.substring(0, partition.lastIndexOf('-'));
  }

  /** Without the indexes, whose files are as large as they may become. */
  private static long bytesOfLogs(Path partition) {
    try (var files = Files.list(partition)) {
      return files.filter(file -> name(file).endsWith(".log")).mapToLong(BenchFolders::bytes).sum();
    } catch (IOException e) {
      return 0;
    }
  }
}
