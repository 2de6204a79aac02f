package io.copyflow.eval;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of documents by id: {@code id_a}, {@code id_b}, {@code label} and {@code source}; the
 * documents' addresses stand in a packed file of JSON lines beside the table. Pairs of the source
 * {@code pubid} are one article by the publisher's own id. Others are not measured.
 *
 * @param documents JSON lines with {@code id} and {@code url}, packed with gzip
 */
record AddressPairs(Path documents) implements PairLayout {

  private static final ObjectReader JSON = new ObjectMapper().reader();

  @Override
  public Reader open() throws IOException {
    var urls = new HashMap<String, String>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(documents)), UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var document = new Label(JSON.readTree(line));
        urls.put(document.text("id").orElse(""), document.text("url").orElse(""));
      }
    }
    return (dataset, row) -> pair(dataset, row, urls);
  }

  private static @Nullable Row pair(
      String dataset, Map<String, String> row, Map<String, String> urls) {
    String source = row.getOrDefault("source", "");
    return source.equals("pubid")
        ? new LabelledPair(
            dataset,
            source + " " + row.getOrDefault("label", ""),
            member(row, "id_a", urls),
            member(row, "id_b", urls),
            Metric.ONE_ARTICLE)
        : null;
  }

  private static Member member(Map<String, String> row, String column, Map<String, String> urls) {
    String id = row.getOrDefault(column, "");
    return new Member.OfAddress(id, urls.getOrDefault(id, ""));
  }
}
