package io.copyflow.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

/** Writes article files for tests. */
public final class ArticleFile {

  /** A paragraph that is nothing but article text. */
  public static final String PROSE = "<p>渡轮今天恢复通航，码头上挤满了等候多时的居民和学生。</p>";

  private static final Extractor EXTRACTOR = Extractor.standard();

  private ArticleFile() {}

  /** A file in the exact form. */
  public static String exact(String title, String url, String body) {
    return "<!--1694672222000-->\n[" + title + "](" + url + ")\n------\n\n" + body + "\n";
  }

  /** The draft of a body that a site published. */
  public static ArticleDraft draft(String host, String body) {
    return draft(exact("标题", "https://" + host + "/x", body));
  }

  /** The draft of a file that is an article. */
  public static ArticleDraft draft(String file) {
    Extraction extraction = extract(file);
    assertThat(extraction).isInstanceOf(Extraction.Extracted.class);
    return ((Extraction.Extracted) extraction).draft();
  }

  /** What a file gives. */
  public static Extraction extract(String file) {
    return EXTRACTOR.extract(file.getBytes(StandardCharsets.UTF_8), Hints.NONE);
  }

  /** Why a file is rejected. */
  public static RejectReason rejection(byte[] file) {
    Extraction extraction = EXTRACTOR.extract(file, Hints.NONE);
    assertThat(extraction).isInstanceOf(Extraction.Rejected.class);
    return ((Extraction.Rejected) extraction).reason();
  }
}
