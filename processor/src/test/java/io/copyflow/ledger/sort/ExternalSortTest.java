package io.copyflow.ledger.sort;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalSortTest {

  private static final long ONE_RECORD = 1;
  private static final long AMPLE = 1 << 20;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {ONE_RECORD, 200, 5_000, AMPLE})
  void records_comeInOrderWhateverTheMemory(long memoryBytes) {
    var records = records(2_000);
    try (var sort = new ExternalSort(memoryBytes, space())) {
      records.forEach(sort::add);

      var expected = new ArrayList<>(records);
      expected.sort(Arrays::compareUnsigned);
      assertThat(sorted(sort)).usingElementComparator(Arrays::compare).isEqualTo(expected);
    }
  }

  @Test
  void whatFits_staysInMemory() {
    var space = space();
    try (var sort = new ExternalSort(AMPLE, space)) {
      records(100).forEach(sort::add);

      assertThat(sorted(sort)).hasSize(100);
    }
    assertThat(space.peakBytes()).isZero();
  }

  @Test
  void temporaryFiles_areCountedAndNotLeftBehind() throws Exception {
    var space = space();
    try (var sort = new ExternalSort(ONE_RECORD, space)) {
      sort.add(new byte[10]);
      sort.add(new byte[20]);

      assertThat(space.peakBytes()).isEqualTo(10 + 20 + 2 * Integer.BYTES);
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void emptySort_hasNothing() {
    try (var sort = new ExternalSort(AMPLE, space())) {
      assertThat(sort.sorted()).isExhausted();
    }
  }

  @Test
  void moreThanTheDiskHas_isRefusedWithTheRemedy() {
    assertThatThrownBy(() -> space().require(Long.MAX_VALUE / 2))
        .isInstanceOf(TempSpaceException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("set the.setting to a folder");
  }

  @Test
  void folderThatIsNotThere_isNamed() {
    var nowhere = new TempSpace(folder.resolve("nowhere"), "the.setting");
    try (var sort = new ExternalSort(ONE_RECORD, nowhere)) {
      assertThatThrownBy(() -> sort.add(new byte[1]))
          .isInstanceOf(TempSpaceException.class)
          .hasMessageContaining("nowhere")
          .hasMessageContaining("set the.setting");
    }
  }

  private TempSpace space() {
    return new TempSpace(folder, "the.setting");
  }

  private static List<byte[]> records(int count) {
    var random = new Random(7);
    var records = new ArrayList<byte[]>();
    for (int i = 0; i < count; i++) {
      records.add(
          Integer.toString(random.nextInt(count)).repeat(random.nextInt(4)).getBytes(UTF_8));
    }
    return records;
  }

  private static List<byte[]> sorted(ExternalSort sort) {
    var all = new ArrayList<byte[]>();
    sort.sorted().forEachRemaining(all::add);
    return all;
  }
}
