package io.copyflow.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copyflow.bench.Figure.Better;
import io.copyflow.bench.Figures.Sample;
import io.copyflow.ingest.Ingest;
import io.copyflow.ingest.Root;
import io.copyflow.ingest.progress.Progress;
import io.copyflow.topics.TopicAdmin;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A broker with the corpus on it, and one worker for each job. Used by one thread. */
final class TestStand implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double MICROS = 1e3;
  private static final double MEGA = 1 << 20;

  private final BenchPlan plan;
  private final BenchFolders folders;
  private final Child broker;
  private final String bootstrap;
  private final Admin admin;
  private final List<ConsumerRecord<byte[], byte[]>> records;
  private final Map<Job, Child> workers = new EnumMap<>(Job.class);
  private int rounds;

  private TestStand(BenchPlan plan, BenchFolders folders, Child broker, String bootstrap) {
    this.plan = plan;
    this.folders = folders;
    this.broker = broker;
    this.bootstrap = bootstrap;
    this.admin = Admin.create(plan.settings().client(bootstrap));
    this.records = load();
  }

  static TestStand start(BenchPlan plan, BenchFolders folders) throws IOException {
    Child broker = Child.start(folders.log("broker"), "broker", folders.broker().toString());
    String address = broker.ask("address").required("address").asText();
    return new TestStand(plan, folders, broker, address);
  }

  /** The real ingest brings the corpus in, so that floors move the very records that ours move. */
  private List<ConsumerRecord<byte[], byte[]>> load() {
    var corpus = Round.settings(Round.texts(plan.settings(), Round.SEED));
    create(corpus.topics());
    try (var ingest =
        new Ingest(
            corpus.ingest(bootstrap), corpus.topics(), Wire.singleObject(), Progress.silent())) {
      var unused = ingest.once(List.of(Root.of(folders.files(), "bench", false)));
    }
    return RawRecords.read(bootstrap, corpus);
  }

  int articles() {
    return records.size();
  }

  long bytes() {
    return records.stream().mapToLong(record -> record.value().length).sum();
  }

  /** One round of one job: what it and the broker used. */
  Sample round(Job job) throws IOException {
    Round round = next(job);
    create(round.work().topics());
    Child worker = worker(job);
    worker.open(round);
    try (var tap = job.isFed() ? Tap.fill(round, records) : null) {
      var unused = mark(worker, false);
      broker.ask("mark");
      if (tap != null) {
        tap.open();
      }
      Usage used = worker.usage("finish");
      return new Sample(used, broker.usage("usage"));
    } finally {
      worker.ask("close");
      clear(round);
    }
  }

  /** One more round of the pipeline, under Flight Recorder: where its time goes, what stays. */
  List<Figure> stages() throws IOException {
    Round round = next(Job.PIPELINE);
    create(round.work().topics());
    Child worker = worker(Job.PIPELINE);
    worker.open(round);
    try (var tap = Tap.fill(round, records)) {
      var unused = mark(worker, true);
      tap.open();
      JsonNode answer = worker.ask("finish");
      var figures = new ArrayList<Figure>();
      add(figures, "stage.cpu.", "µs/article", answer.at("/stages/cpuNanos"), MICROS);
      add(figures, "stage.allocation.", "bytes/article", answer.at("/stages/allocated"), 1);
      worker.ask("close");
      figures.addAll(Disk.figures(round, folders, articles()));
      return figures;
    } finally {
      clear(round);
    }
  }

  List<Figure> latency(double rate, Duration time) throws IOException {
    Round round = next(Job.PIPELINE);
    create(round.work().topics());
    Child worker = worker(Job.PIPELINE);
    worker.open(round);
    try {
      List<Long> millis = new Latency(round, rate).measure(records, time);
      return List.of(
          Figure.single("latency.load", "articles/s", Better.NEITHER, rate),
          Figure.single("latency.p50", "ms", Better.NEITHER, quantile(millis, 0.5)),
          Figure.single("latency.p99", "ms", Better.NEITHER, quantile(millis, 0.99)),
          Figure.single("latency.articles", "articles", Better.NEITHER, millis.size()));
    } finally {
      worker.ask("close");
      clear(round);
    }
  }

  /** Whole commands: what they take with all that starting costs. */
  List<Figure> commands() throws IOException, InterruptedException {
    var help = CommandRun.of(folders.log("help"), "--help");
    String data = folders.root().resolve("run").toString();
    var run =
        CommandRun.of(
            folders.log("run"), "run", "--once", "--data-dir", data, folders.files().toString());
    return List.of(
        Figure.single("help.seconds", "s", Better.NEITHER, help.seconds()),
        Figure.single("help.cpu", "s", Better.NEITHER, help.cpuSeconds()),
        Figure.single("run.seconds", "s", Better.NEITHER, run.seconds()),
        Figure.single("run.cpu", "s", Better.NEITHER, run.cpuSeconds()),
        Figure.single("run.rss", "MiB", Better.NEITHER, run.peakResident() / MEGA));
  }

  private Round next(Job job) {
    String prefix = job.word() + "-" + rounds++ + ".";
    return Round.of(prefix, plan.settings(), bootstrap, folders, articles());
  }

  private Child worker(Job job) throws IOException {
    Child worker = workers.get(job);
    if (worker == null) {
      worker = Child.start(folders.log(job.word()), "worker", job.word());
      workers.put(job, worker);
    }
    return worker;
  }

  private static JsonNode mark(Child worker, boolean profiled) {
    ObjectNode request = JSON.createObjectNode().put("do", "mark").put("profiled", profiled);
    return worker.ask(request);
  }

  private void create(Topics topics) {
    try (var topicAdmin = TopicAdmin.connect(topics, plan.settings().client(bootstrap))) {
      var unused = topicAdmin.create();
    }
  }

  /** Topics and state of a round that is over. */
  private void clear(Round round) throws IOException {
    String prefix = round.work().topics().raw().name().replace("articles.raw", "");
    try {
      var gone =
          admin.listTopics().names().get().stream().filter(t -> t.startsWith(prefix)).toList();
      admin.deleteTopics(gone).all().get();
    } catch (ExecutionException e) {
      throw new BenchException(
          "deleting topics", String.valueOf(e.getCause()), folders.log("broker"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    BenchFolders.delete(Path.of(round.state()));
  }

  private void add(
      List<Figure> figures, String prefix, String unit, JsonNode stages, double divisor) {
    for (var stage : stages.properties()) {
      double value = stage.getValue().asDouble() / divisor / articles();
      figures.add(Figure.single(prefix + stage.getKey(), unit, Better.NEITHER, value));
    }
  }

  private static double quantile(List<Long> ascending, double share) {
    return ascending.isEmpty()
        ? Double.NaN
        : ascending.get((int) Math.min(ascending.size() - 1, ascending.size() * share));
  }

  @Override
  public void close() {
    workers.values().forEach(Child::close);
    admin.close();
    broker.close();
  }
}
