package io.copyflow.topology;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * RocksDB as our stores need it. Memory: one bounded block cache and write buffer for all stores of
 * the process, where by default each store of each partition has 50 MB and 48 MB of its own. Disk:
 * half of an entry is hashes, which nothing compresses; zstd takes away a quarter all the same (106
 * to 80 bytes an article, for 1 µs of CPU; lz4: to 95). Called by Streams, from any stream thread.
 *
 * @see <a
 *     href="https://kafka.apache.org/43/documentation/streams/developer-guide/memory-mgmt.html">
 *     Kafka Streams, memory management</a>
 */
public final class StoreTuning implements RocksDBConfigSetter {

  private static final long CACHE_BYTES = 96L << 20;
  private static final long WRITE_BUFFER_BYTES = 32L << 20;
  private static final long MEMTABLE_BYTES = 4L << 20;

  /** Four times the default: fewer index entries, and more for the compressor to see. */
  private static final long BLOCK_BYTES = 16L << 10;

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
    table.setBlockSize(BLOCK_BYTES);
    options.setCompressionType(CompressionType.ZSTD_COMPRESSION);
    options.setTableFormatConfig(table);
  }

  @Override
  public void close(String storeName, Options options) {
    // The cache and the buffers belong to all stores and live as long as the process.
  }
}
