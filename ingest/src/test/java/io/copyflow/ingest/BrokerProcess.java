package io.copyflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A broker in a process of its own. */
record BrokerProcess(Process process, TestBroker view) {

  static BrokerProcess start(Path data) throws Exception {
    var view = new TestBroker(Files.createDirectories(data));
    view.format();
    return start(view);
  }

  private static BrokerProcess start(TestBroker view) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.addAll(List.of(System.getProperty("java.class.path"), TestBroker.class.getName()));
    command.addAll(view.processArguments());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    assertThat(process.inputReader().readLine()).isEqualTo(TestBroker.STARTED);
    return new BrokerProcess(process, view);
  }

  BrokerProcess killAndRestart() throws Exception {
    kill();
    System.out.println("drill: killed the broker");
    return start(view);
  }

  void freeze(int seconds) throws Exception {
    signal("STOP");
    TimeUnit.SECONDS.sleep(seconds); // how long it stands still is the subject
    signal("CONT");
    System.out.printf("drill: froze the broker for %d s%n", seconds);
  }

  private void signal(String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
