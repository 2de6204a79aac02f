package io.copyflow.bench;

/** Files to articles: ingest and processor at work at the same time, in one process. */
final class WholeLine implements Work {

  private final IngestAlone ingest = new IngestAlone();
  private final PipelineAlone pipeline = new PipelineAlone();

  @Override
  public void open(Round round) throws InterruptedException {
    pipeline.open(round);
    ingest.open(round);
  }

  @Override
  public void finish() throws InterruptedException {
    ingest.finish();
    pipeline.finish();
  }

  @Override
  public void close() {
    ingest.close();
    pipeline.close();
  }
}
