package io.copyflow.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Writes a folder of small article files, the same for the same seed: new articles, copies under
 * other addresses, re-crawls, revisions, files without text and files that are no articles.
 */
final class NewsFolder {

  private static final int DESKS = 7;
  private static final List<String> WORDS =
      List.of(
          "harbour",
          "ferry",
          "council",
          "bridge",
          "orchard",
          "railway",
          "winter",
          "library",
          "festival",
          "engineer",
          "market",
          "river",
          "lighthouse",
          "teacher",
          "garden",
          "season");

  private final Path folder;
  private final Random random;
  private final List<Page> pages = new ArrayList<>();
  private int written;

  private record Page(String title, String url, String text) {}

  private NewsFolder(Path folder, long seed) {
    this.folder = folder;
    this.random = new Random(seed);
  }

  static Path write(Path folder, int files, long seed) throws IOException {
    var news = new NewsFolder(folder, seed);
    while (news.written < files) {
      news.writeNext();
    }
    return folder;
  }

  private void writeNext() throws IOException {
    int draw = pages.isEmpty() ? 0 : random.nextInt(100);
    if (draw < 55) {
      write(publish(new Page("News " + written, url(), text())));
    } else if (draw < 67) {
      Page copied = anyPage();
      write(new Page("Reprint: " + copied.title, url(), copied.text));
    } else if (draw < 77) {
      write(anyPage());
    } else if (draw < 88) {
      Page page = anyPage();
      write(publish(new Page(page.title, page.url, page.text + "\n" + sentence())));
    } else if (draw < 94) {
      write(new Page("Video " + written, url(), ""));
    } else {
      write("{\"not\": \"an article\", \"number\": " + written + "}");
    }
  }

  private Page publish(Page page) {
    pages.add(page);
    return page;
  }

  private Page anyPage() {
    return pages.get(random.nextInt(pages.size()));
  }

  private String url() {
    return "https://paper-%d.example/%d/story-%d"
        .formatted(random.nextInt(5), 2000 + random.nextInt(30), written);
  }

  private String text() {
    return random
        .ints(2 + random.nextInt(4))
        .mapToObj(i -> sentence())
        .collect(Collectors.joining("\n"));
  }

  private String sentence() {
    String words =
        random.ints(12, 0, WORDS.size()).mapToObj(WORDS::get).collect(Collectors.joining(" "));
    return "The %s, said number %d.".formatted(words, random.nextInt(1_000_000));
  }

  private void write(Page page) throws IOException {
    String body =
        page.text.isEmpty()
            ? "<video src=\"https://media.example/%d.mp4\"></video>".formatted(written)
            : page.text.lines().map(line -> "<p>" + line + "</p>").collect(Collectors.joining());
    long epoch = 1_900_000_000_000L + random.nextInt(1_000_000_000);
    write("<!--%d-->\n[%s](%s)\n------\n\n%s\n".formatted(epoch, page.title, page.url, body));
  }

  // Names are drawn, so that copies come before and after what they copy.
  private void write(String content) throws IOException {
    Path desk = Files.createDirectories(folder.resolve("desk-" + random.nextInt(DESKS)));
    Files.writeString(
        desk.resolve("%06d-%d.txt".formatted(random.nextInt(1_000_000), written++)), content);
  }
}
