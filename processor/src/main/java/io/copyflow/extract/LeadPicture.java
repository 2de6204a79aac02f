package io.copyflow.extract;

import io.copyflow.extract.ArticleDraft.Image;
import io.copyflow.extract.address.PictureName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the picture that stands for an article before those of its text, none twice. */
final class LeadPicture {

  private LeadPicture() {}

  /**
   * The pictures with the leading one first. Other sizes of it in the text are the same picture:
   * they give their caption and go.
   *
   * @param images those of the text, in order
   * @param lead address of the leading picture, absolute
   */
  static List<Image> before(List<Image> images, String lead) {
    String name = PictureName.of(lead);
    var all = new ArrayList<Image>();
    @Nullable Image same = null;
    for (Image image : images) {
      if (!PictureName.of(image.url()).equals(name)) {
        all.add(image);
      } else if (same == null || same.caption() == null) {
        same = image;
      }
    }
    all.add(
        0,
        same == null ? new Image(lead, null, null) : new Image(lead, same.caption(), same.alt()));
    return all;
  }
}
