package io.copyflow.eval;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table of pairs with a head line. Rows whose relation is not measured say nothing.
 *
 * @param name of the dataset
 * @param table the file
 * @param separator between columns: a comma or a tab
 * @param layout what the columns mean
 */
record PairDataset(String name, Path table, char separator, PairLayout layout) implements Dataset {

  @Override
  public Rows rows() throws IOException {
    ObjectReader reader =
        new CsvMapper()
            .readerFor(Map.class)
            .with(CsvSchema.emptySchema().withHeader().withColumnSeparator(separator));
    return new Table(layout.open(), reader.readValues(table.toFile()));
  }

  /** The rows that are measured. */
  private final class Table implements Rows {

    private final PairLayout.Reader pairs;
    private final MappingIterator<Map<String, String>> rows;

    private Table(PairLayout.Reader pairs, MappingIterator<Map<String, String>> rows) {
      this.pairs = pairs;
      this.rows = rows;
    }

    @Override
    public @Nullable Row next() throws IOException {
      Row row = null;
      while (row == null && rows.hasNextValue()) {
        row = pairs.read(name, rows.nextValue());
      }
      return row;
    }

    @Override
    public void close() throws IOException {
      rows.close();
    }
  }
}
