package io.copyflow.generate.page;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The changes that disguises make. Pure functions of text. */
final class Cosmetics {

  private static final String COPYRIGHT = "<p>© 2031 Example Media. All rights reserved.</p>";

  private static final String CAPTION =
      "</p><figure><img src=\"https://media.example/pictures/inset.jpg\" alt=\"\">"
          + "<figcaption>The sea wall at low tide, seen from the pier.</figcaption></figure>";

  private static final String SHARE_BLOCK =
      "<div><div>分享 :</div><div><a href=\"https://www.facebook.com/dialog/share?app_id=1\""
          + " target=\"_blank\" rel=\"noopener nofollow\"><span></span></a>"
          + "<a href=\"whatsapp://send?text=x\" rel=\"noopener nofollow\"><span></span></a>"
          + "<a href=\"https://twitter.com/intent/tweet?lang=zh-cn\"><span></span></a></div></div>";

  private static final String FOOTER_AD =
      "<br><hr><div>获取更多RSS：<br><a href=\"https://feedx.net\" style=\"color:orange\">"
          + "https://feedx.net</a> <br><a href=\"https://feedx.xyz\" style=\"color:orange\">"
          + "https://feedx.xyz</a><br></div>";

  private static final Pattern PICTURE = Pattern.compile("(<img [^>]*?src=\")https://");
  private static final Pattern TAG =
      Pattern.compile("<(img|a|div|span|time)((?: [\\w-]+=\"[^\"]*\"){2,})>");
  private static final Pattern ATTRIBUTE = Pattern.compile(" [\\w-]+=\"[^\"]*\"");
  private static final int EVERY = 7;
  private static final long SOME_TIME_MS = 1_900_000_000_000L;
  private static final long HOUR_MS = 3_600_000;

  private Cosmetics() {}

  static String airy(String markup) {
    return markup.replace("<p>", "\n  <p>\n    &nbsp;").replace("</p>", "  \n  </p>\n");
  }

  static String entities(String escaped) {
    var out = new StringBuilder();
    int[] points = escaped.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      if (i % EVERY == 0 && points[i] > 0x7F) {
        out.append("&#").append(points[i]).append(';');
      } else if (i % EVERY == 0 && Character.isDigit(points[i])) {
        out.append("&#x").append(Integer.toHexString(points[i])).append(';');
      } else {
        out.appendCodePoint(points[i]);
      }
    }
    return out.toString();
  }

  static String classNames(String markup) {
    return markup.replace("<p>", "<p class=\"css-1x2y3z-Paragraph e1j2237y4\" dir=\"ltr\">");
  }

  static String proxied(String markup) {
    return PICTURE.matcher(markup).replaceAll("$1https://images.weserv.nl/?url=");
  }

  static String tracked(String url) {
    return url + (url.contains("?") ? "&" : "?") + "utm_source=rss&utm_medium=feed&fbclid=IwAR0x1";
  }

  static String shareBlock(String body) {
    return body + SHARE_BLOCK;
  }

  static String footerAd(String body) {
    return body + FOOTER_AD;
  }

  static String copyright(String body) {
    return body + COPYRIGHT;
  }

  static String caption(String body) {
    return body.replaceFirst("</p>", CAPTION);
  }

  static String comments(String body) {
    return body.replace("</p>", "</p><!-- rendered by node 7 in 12 ms -->");
  }

  static String fullWidth(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .map(point -> point < 0x80 && Character.isLetterOrDigit(point) ? point + 0xFEE0 : point)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  static String decomposed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD);
  }

  static String attributesReversed(String markup) {
    return TAG.matcher(markup)
        .replaceAll(
            tag -> Matcher.quoteReplacement("<" + tag.group(1) + reversed(tag.group(2)) + ">"));
  }

  static String later(String epoch) {
    long millis = epoch.matches("\\d{13}") ? Long.parseLong(epoch) : SOME_TIME_MS;
    return Long.toString(millis + HOUR_MS);
  }

  private static String reversed(String attributes) {
    var all =
        new ArrayList<>(ATTRIBUTE.matcher(attributes).results().map(MatchResult::group).toList());
    Collections.reverse(all);
    return String.join("", all);
  }
}
