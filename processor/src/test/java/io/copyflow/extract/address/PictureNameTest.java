package io.copyflow.extract.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureNameTest {

  private static final String SITE = "https://img.example.org/";

  @ParameterizedTest
  @CsvSource({
    "up/misty-bay-gulls.jpg,             up/misty-bay-gulls-1200x630.jpg",
    "up/misty-bay-gulls-scaled.jpg,      up/misty-bay-gulls-150x150.jpg",
    "w640/gulls/16x9/misty-bay.jpg.webp, gulls/teaser/misty-bay.jpg",
    "640/480/q_80/1072476.webp,          1200/630/q_80/s_fb/1072476.jpg",
    "gulls-group/wide__1000x562,         gulls-group/wide__480x270__mobile",
    "media.16x9_700/ferrypier.jpg,       media.16x9_1200/ferrypier.jpg",
    "misty-bay-gulls_v-big_w-576.jpg,    misty-bay-gulls_v-small_zc.jpg",
    "csm_gulls-fly_93268333ee.jpg,       csm_gulls-fly_a395f41217.jpg",
    "44152f97b643491cb91f2aeeac1e25f5/16x9/1280@40.jpg, 44152f97b643491cb91f2aeeac1e25f5/o.jpg",
    "p/74c9cd9c-f3cf-4ea7-8cee-47415c5c6ebc.jpeg, x/74C9CD9C-F3CF-4EA7-8CEE-47415C5C6EBC/9.png",
    "r?url=https%3A%2F%2Fa.example%2Fmisty-bay.jpg&w=9, r/plain/https://a.example/misty-bay.jpg",
    "misty-bay.jpg?w=100&sig=a,          misty-bay.jpg?w=900&sig=b"
  })
  void sizesOfOnePicture_haveOneName(String one, String other) {
    assertThat(PictureName.of(SITE + one)).isEqualTo(PictureName.of(SITE + other));
  }

  @ParameterizedTest
  @CsvSource({
    "up/misty-bay-1.jpg,      up/misty-bay-2.jpg",
    "2031/05/a.jpg,           2031/06/a.jpg",
    "gallery/image001_S.jpg,  gallery/image003_S.jpg",
    "d41586-025-03571-x_51634584.jpg, d41586-025-03571-x_51634582.jpg",
    "picture.php?id=7,        picture.php?id=8",
    "img?id=7,                img?id=8",
    "photo_of_gulls_1.jpg,    photo_of_gulls_2.jpg"
  })
  void twoPictures_haveTwoNames(String one, String other) {
    assertThat(PictureName.of(SITE + one)).isNotEqualTo(PictureName.of(SITE + other));
  }
}
