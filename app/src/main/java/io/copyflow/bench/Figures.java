package io.copyflow.bench;

import io.copyflow.bench.Figure.Better;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** From what rounds used to figures. */
final class Figures {

  private static final double MICROS = 1e3;
  private static final double MEGA = 1 << 20;

  /**
   * What one job used in one round.
   *
   * @param worker the process that did it
   * @param broker the broker in that time
   */
  record Sample(Usage worker, Usage broker) {}

  private final int articles;
  private final Map<Job, List<Sample>> samples = new EnumMap<>(Job.class);

  Figures(int articles) {
    this.articles = articles;
  }

  void add(Job job, Sample sample) {
    samples.computeIfAbsent(job, j -> new ArrayList<>()).add(sample);
  }

  /** The middle of a job's rounds, articles a second. */
  double rate(Job job) {
    return figure(job, ".rate", "articles/s", Better.HIGHER, this::rate).median();
  }

  List<Figure> all() {
    var all = new ArrayList<Figure>();
    ratio(all, Job.PIPELINE, Job.PASS_THROUGH_PARSE);
    ratio(all, Job.PIPELINE, Job.PASS_THROUGH);
    ratio(all, Job.EXTRACTION, Job.JSOUP);
    ratio(all, Job.INGEST, Job.PRODUCER);
    for (Job job : samples.keySet()) {
      all.add(figure(job, ".cpu", "µs/article", Better.NEITHER, this::cpu));
      all.add(figure(job, ".cpu-of-broker", "µs/article", Better.NEITHER, this::brokerCpu));
      all.add(figure(job, ".cpu-of-jvm", "µs/article", Better.NEITHER, this::jvmCpu));
      all.add(figure(job, ".rate", "articles/s", Better.HIGHER, this::rate));
      all.add(figure(job, ".allocation", "bytes/article", Better.LOWER, this::allocation));
      all.add(figure(job, ".heap", "MiB", Better.NEITHER, s -> s.worker().peakHeap() / MEGA));
      all.add(figure(job, ".rss", "MiB", Better.NEITHER, s -> s.worker().peakResident() / MEGA));
    }
    return all;
  }

  private void ratio(List<Figure> all, Job job, Job floor) {
    List<Sample> above = samples.getOrDefault(job, List.of());
    List<Sample> below = samples.getOrDefault(floor, List.of());
    if (above.isEmpty() || below.isEmpty()) {
      return;
    }
    var ratios = new ArrayList<Double>();
    for (int i = 0; i < above.size(); i++) {
      ratios.add(cpu(above.get(i)) / cpu(below.get(i)));
    }
    all.add(new Figure(job.word() + ".per-" + floor.word(), "×", Better.LOWER, ratios));
  }

  private Figure figure(
      Job job, String what, String unit, Better better, ToDoubleFunction<Sample> value) {
    return new Figure(
        job.word() + what,
        unit,
        better,
        samples.getOrDefault(job, List.of()).stream().map(value::applyAsDouble).toList());
  }

  private double cpu(Sample sample) {
    return (sample.worker().cpuNanos() + sample.broker().cpuNanos()) / MICROS / articles;
  }

  private double brokerCpu(Sample sample) {
    return sample.broker().cpuNanos() / MICROS / articles;
  }

  /** Of the worker's compilers and collector. */
  private double jvmCpu(Sample sample) {
    return (sample.worker().cpuNanos() - sample.worker().threadNanos()) / MICROS / articles;
  }

  private double rate(Sample sample) {
    return articles / sample.worker().seconds();
  }

  private double allocation(Sample sample) {
    return (double) sample.worker().allocated() / articles;
  }
}
