package io.copyflow.extract.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * OpenNLP's model for languages that their script alone does not tell. The model takes about 0.4 s
 * and 10 MB, so it is loaded at first use.
 */
final class StatisticalLanguage {

  private static final String MODEL = "/langdetect-183.bin";
  private static final int SAMPLE = 1_000;

  private StatisticalLanguage() {}

  /** The tag of the likeliest language. */
  static String of(String prose) {
    String sample = prose.substring(0, Math.min(prose.length(), SAMPLE));
    // A detector is cheap and not thread-safe, the model is the opposite.
    String code = new LanguageDetectorME(Loaded.MODEL).predictLanguage(sample).getLang();
    return Loaded.TWO_LETTERS.getOrDefault(code, code);
  }

  /** Holder: the JVM runs it once, at first use, for whichever thread comes first. */
  private static final class Loaded {

    static final LanguageDetectorModel MODEL = load();
    static final Map<String, String> TWO_LETTERS = twoLetters();

    private static LanguageDetectorModel load() {
      try (InputStream in = Language.class.getResourceAsStream(StatisticalLanguage.MODEL)) {
        if (in == null) {
          throw new IllegalStateException("no language model on the class path");
        }
        return new LanguageDetectorModel(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** BCP 47 asks for the two-letter code where there is one; the model speaks ISO 639-3. */
    private static Map<String, String> twoLetters() {
      var codes = new HashMap<String, String>();
      for (String language : Locale.getISOLanguages()) {
        codes.put(Locale.forLanguageTag(language).getISO3Language(), language);
      }
      codes.put("cmn", "zh");
      return codes;
    }
  }
}
