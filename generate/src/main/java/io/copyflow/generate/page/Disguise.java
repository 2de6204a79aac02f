package io.copyflow.generate.page;

import java.util.function.UnaryOperator;

/**
 * A change that no reader sees, or that is no part of the article: the content stays the same. Each
 * happens in one step of making a file.
 */
public enum Disguise {
  /** Spaces and line breaks between tags and around text. */
  WHITE_SPACE(Step.MARKUP, Cosmetics::airy),
  /** Letters as numeric character references. */
  ENTITIES(Step.ESCAPED_TEXT, Cosmetics::entities),
  /** Class names, as every build of a site changes them. */
  CLASS_NAMES(Step.MARKUP, Cosmetics::classNames),
  /** Pictures through a proxy. */
  IMAGE_PROXY(Step.MARKUP, Cosmetics::proxied),
  /** Tracking parameters in the address. */
  TRACKING(Step.URL, Cosmetics::tracked),
  /** Buttons to share the article, below it. */
  SHARE_BLOCK(Step.BODY, Cosmetics::shareBlock),
  /** The advertisement of a feed service, below it. */
  FOOTER_AD(Step.BODY, Cosmetics::footerAd),
  /** A copyright line below it. */
  COPYRIGHT_LINE(Step.BODY, Cosmetics::copyright),
  /** A picture with a caption between two paragraphs. */
  CAPTION(Step.BODY, Cosmetics::caption),
  /** Another character encoding, or a byte order mark. */
  CHARSET(Step.ENCODING, UnaryOperator.identity()),
  /** Digits and Latin letters in their full-width forms. */
  FULL_WIDTH(Step.TEXT, Cosmetics::fullWidth),
  /** Letters taken apart into base letter and accent (NFD). */
  DECOMPOSED(Step.TEXT, Cosmetics::decomposed),
  /** Attributes in another order. */
  ATTRIBUTE_ORDER(Step.MARKUP, Cosmetics::attributesReversed),
  /** Comments between the paragraphs. */
  COMMENT(Step.BODY, Cosmetics::comments),
  /** Another time in the header, as each fetch has its own. */
  EPOCH(Step.EPOCH, Cosmetics::later);

  /** Where in the making of a file a disguise takes place. */
  enum Step {
    TEXT,
    ESCAPED_TEXT,
    BODY,
    MARKUP,
    URL,
    EPOCH,
    ENCODING
  }

  private final Step step;
  private final UnaryOperator<String> change;

  Disguise(Step step, UnaryOperator<String> change) {
    this.step = step;
    this.change = change;
  }

  /** What comes out of a step. */
  String at(Step now, String value) {
    return now == step ? change.apply(value) : value;
  }
}
