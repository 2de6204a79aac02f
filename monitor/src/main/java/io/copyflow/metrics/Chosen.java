package io.copyflow.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The metrics of Kafka and of the JVM that are exported, of about 400 that there are: all of them
 * make 380 KB for each scrape, and some lie. Left out on purpose: rates of tasks and stores, which
 * are a constant 0 at Kafka's usual recording level; averages of latencies that say nothing; {@code
 * number-open-files}, whose −1 makes a whole scrape fail; joins and syncs, which vanish with the
 * newer group protocol; restore totals, which are counters that fall.
 */
final class Chosen {

  /**
   * A metric that is exported.
   *
   * @param exported its names as Prometheus has them
   * @param why somebody looks at it
   */
  record Reason(List<String> exported, String why) {}

  /** By Micrometer's name. */
  static final Map<String, Reason> METERS = new TreeMap<>();

  private static final String OURS = "copyflow.";

  static {
    String stream = "kafka.stream.";
    add(
        stream + "client.state",
        "0 created, 1 rebalancing, 2 running, 3 stopping, 4 stopped, 5 failing, 6 failed");
    add(stream + "alive.stream.threads", "stream threads that live");
    add(stream + "failed.stream.threads", "_total", "stream threads that failed");
    add(stream + "thread.process.ratio", "share of its time that a thread works on records");
    add(stream + "thread.commit.ratio", "share of its time that a thread commits");
    add(stream + "thread.poll.ratio", "share of its time that a thread waits for records");
    add(stream + "thread.blocked.time.ns.total", "time for which a thread waited for Kafka, in ns");
    add(stream + "thread.commit.latency.avg", "time of a commit, average, in ms");
    add(stream + "thread.commit.latency.max", "time of a commit, longest, in ms");
    add(stream + "thread.process.total", "records that a thread worked on");
    add(stream + "task.dropped.records.total", "records that Kafka Streams dropped; must stay 0");
    add(stream + "topic.records.consumed.total", "records read, by topic");
    add(stream + "topic.records.produced.total", "records written, by topic");
    add(stream + "topic.bytes.consumed.total", "bytes read, by topic");
    add(stream + "topic.bytes.produced.total", "bytes written, by topic");
    add(stream + "state.updater.active.restoring.tasks", "tasks that are being restored");
    add(stream + "state.updater.standby.updating.tasks", "standby tasks that follow");
    add(stream + "state.total.sst.files.size", "bytes of a store on disk");
    add(stream + "state.estimate.num.keys", "keys of a store, estimated");
    add(stream + "state.size.all.mem.tables", "bytes of a store's write buffers");
    add(stream + "state.block.cache.usage", "bytes of the block cache in use");
    add(stream + "state.background.errors", "errors of RocksDB in the background; must stay 0");
    add("kafka.consumer.fetch.manager.records.lag", "records that wait in a partition");
    add("kafka.producer.record.error.total", "records that could not be written");
    add("kafka.producer.txn.commit.time.ns.total", "time of transactions' commits, in ns");
    add("jvm.memory.used", "_bytes", "memory in use");
    add("jvm.memory.max", "_bytes", "memory that may be used");
    put(
        "jvm.gc.pause",
        List.of("_seconds_count", "_seconds_sum", "_seconds_max"),
        "pauses of the garbage collector");
    add("jvm.threads.live", "_threads", "threads");
    add("process.cpu.usage", "share of the machine's CPU that this process takes");
    add("process.cpu.time", "_ns_total", "CPU time of this process, in ns");
    add("process.uptime", "_seconds", "age of this process");
    add("process.start.time", "_seconds", "when this process started");
    add("process.files.open", "_files", "open files and connections");
    add("process.files.max", "_files", "files and connections that may be open");
  }

  private Chosen() {}

  private static void add(String meter, String why) {
    add(meter, "", why);
  }

  /** Of a metric whose name gets its unit, or that it is a counter, only when it is exported. */
  private static void add(String meter, String suffix, String why) {
    put(meter, List.of(suffix), why);
  }

  private static void put(String meter, List<String> suffixes, String why) {
    String name = meter.replace('.', '_');
    METERS.put(meter, new Reason(suffixes.stream().map(name::concat).toList(), why));
  }

  /** Keeps everything else out of the registry. */
  static MeterFilter filter() {
    return MeterFilter.denyUnless(Chosen::isChosen);
  }

  private static boolean isChosen(Meter.Id id) {
    return id.getName().startsWith(OURS) || METERS.containsKey(id.getName());
  }
}
