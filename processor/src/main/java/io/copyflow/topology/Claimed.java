package io.copyflow.topology;

import io.copyflow.identity.RawRef;
import java.nio.ByteBuffer;

/**
 * That an article shows a content, as the store of contents keeps it.
 *
 * @param raw the raw record that shows it
 * @param articleId the article
 */
record Claimed(RawRef raw, String articleId) implements GroupStore.Entry {

  static final GroupStore.Form<Claimed> FORM =
      new GroupStore.Form<>() {
        @Override
        public void write(Claimed claimed, ByteBuffer to) {
          RawRefs.write(claimed.raw, to);
          to.put(ArticleKeys.bytes(claimed.articleId));
        }

        @Override
        public Claimed read(ByteBuffer from) {
          return new Claimed(RawRefs.read(from), ArticleKeys.read(from));
        }
      };
}
