package io.copyflow.extract.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class PageAddressTest {

  private static final String FETCHED = "https://news.example.org/harbour/ferry?page=1";

  @Test
  void canonicalLink_winsOverWhereItWasFetched() {
    var address = in("<link rel=canonical href='https://news.example.org/harbour/ferry'>");

    assertThat(address.url()).isEqualTo("https://news.example.org/harbour/ferry");
    assertThat(address.base()).isEqualTo(FETCHED);
  }

  @Test
  void relativeCanonicalLink_isResolved() {
    assertThat(in("<link rel=canonical href='/harbour/ferry'>").url())
        .isEqualTo("https://news.example.org/harbour/ferry");
  }

  @Test
  void canonicalLinkToFrontPage_isNotTheArticles() {
    var address =
        in(
            "<link rel=canonical href='https://news.example.org/'>"
                + "<meta property=og:url content='https://news.example.org/harbour/ferry'>");

    assertThat(address.url()).isEqualTo("https://news.example.org/harbour/ferry");
  }

  @Test
  void pageWithoutAddress_isWhereItWasFetched() {
    assertThat(in("").url()).isEqualTo(FETCHED);
  }

  @Test
  void unknownAddress_isNone() {
    var address = address(Jsoup.parse("<link rel=canonical href='/harbour/ferry'>"));

    assertThat(address.url()).isNull();
    assertThat(address.base()).isNull();
  }

  @Test
  void baseElement_movesTheBaseOnly() {
    var address = in("<base href='//cdn.example.org/files/'>");

    assertThat(address.base()).isEqualTo("https://cdn.example.org/files/");
    assertThat(address.url()).isEqualTo(FETCHED);
  }

  private static PageAddress in(String head) {
    return address(Jsoup.parse(head, FETCHED));
  }

  private static PageAddress address(org.jsoup.nodes.Document page) {
    PageIndex index = PageIndex.of(page);
    return PageAddress.of(index, JsonLd.of(index), MetaTags.of(index));
  }
}
