package io.copyflow.topology;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * One bounded block cache and write buffer for all stores of the process: by default each store of
 * each partition has 50 MB and 48 MB of its own. Called by Streams, from any stream thread.
 *
 * @see <a
 *     href="https://kafka.apache.org/43/documentation/streams/developer-guide/memory-mgmt.html">
 *     Kafka Streams, memory management</a>
 */
public final class SharedRocksMemory implements RocksDBConfigSetter {

  private static final long CACHE_BYTES = 96L << 20;
  private static final long WRITE_BUFFER_BYTES = 32L << 20;
  private static final long MEMTABLE_BYTES = 4L << 20;

  static {
    org.rocksdb.RocksDB.loadLibrary();
  }

  private static final Cache CACHE = new LRUCache(CACHE_BYTES);
  private static final WriteBufferManager WRITE_BUFFERS =
      new WriteBufferManager(WRITE_BUFFER_BYTES, CACHE);

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    var table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    options.setWriteBufferManager(WRITE_BUFFERS);
    options.setWriteBufferSize(MEMTABLE_BYTES);
    options.setTableFormatConfig(table);
  }

  @Override
  public void close(String storeName, Options options) {
    // The cache and the buffers belong to all stores and live as long as the process.
  }
}
