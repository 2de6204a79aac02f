package io.copyflow.ingest.archive;

import io.copyflow.ingest.files.Fault;
import io.copyflow.ingest.files.FileNames;
import io.copyflow.ingest.files.ReadResult;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Hands an archive's items to a visitor under the names that they have as documents.
 *
 * @param archive where the archive lies, safe to print
 * @param names of its members
 * @param visitor meets them
 * @param maxBytes most bytes of a member that are held
 */
record Members(String archive, MemberNames names, MemberVisitor visitor, int maxBytes) {

  /** Hands over all items; ends early when the visitor wants it. */
  void hand(Items items, Budget budget) throws IOException {
    while (!visitor.stopped()) {
      Item item = next(items);
      if (item == null) {
        return;
      }
      hand(item, items);
      budget.check();
    }
  }

  private static @Nullable Item next(Items items) throws IOException {
    try {
      return items.next();
    } catch (RuntimeException e) {
      throw Damage.in(e);
    }
  }

  private void hand(Item item, Items items) {
    if (item instanceof Item.Document document) {
      hand(document, items);
    } else if (item instanceof Item.LeftOut leftOut) {
      visitor.leftOut(place(leftOut.name()), Fault.lasting(leftOut.reason()));
    } else {
      visitor.ignored();
    }
  }

  private void hand(Item.Document document, Items items) {
    MemberNames.Named named = names.of(document.name());
    if (named instanceof MemberNames.Path path) {
      visitor.member(new Found(path.path(), archive, document, items, maxBytes));
    } else if (named instanceof MemberNames.Refused refused) {
      visitor.leftOut(place(document.name().text()), Fault.lasting(refused.reason()));
    } else {
      visitor.ignored();
    }
  }

  private String place(String name) {
    return place(archive, name);
  }

  private static String place(String archive, String name) {
    return archive + "/" + FileNames.text(name);
  }

  private record Found(
      String path, String archive, Item.Document document, Items items, int maxBytes)
      implements Member {

    @Override
    public String place() {
      return Members.place(archive, document.name().text());
    }

    @Override
    public long position() {
      return items.position();
    }

    @Override
    public long bytes() {
      return document.bytes();
    }

    @Override
    public ReadResult read() {
      try {
        return document.body().read(maxBytes);
      } catch (IOException | RuntimeException e) {
        return new ReadResult.Failed(Damage.of(e));
      }
    }
  }
}
