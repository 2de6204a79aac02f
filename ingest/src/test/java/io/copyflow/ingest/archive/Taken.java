package io.copyflow.ingest.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.copyflow.ingest.files.Fault;
import io.copyflow.ingest.files.FileAccess;
import io.copyflow.ingest.files.Globs;
import io.copyflow.ingest.files.ReadResult;
import io.copyflow.ingest.files.Told;
import io.copyflow.ingest.files.WalkPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes down what an archive gives. */
class Taken implements MemberVisitor {

  static final int MAX_BYTES = 1000;
  private static final long FLOOR = 1 << 20;

  /** PATH=CONTENT, or PATH: and what is wrong. */
  final List<String> documents = new ArrayList<>();

  final List<String> leftOut = new ArrayList<>();
  final List<byte[]> contents = new ArrayList<>();
  final List<Told> told = new ArrayList<>();
  int ignored;

  static Taken from(Path archive) {
    return new Taken().reading(archive);
  }

  Taken reading(Path archive) {
    reader().read(archive, "", this);
    return this;
  }

  static ArchiveReader reader() {
    var access = new FileAccess(false);
    var policy = new WalkPolicy(false, List.of(".tmp"), false, true, Globs.ALL);
    return new ArchiveReader(policy, access, MAX_BYTES, new Unpacking(access, FLOOR));
  }

  @Override
  public void member(Member member) {
    ReadResult result = member.read();
    if (result instanceof ReadResult.Whole whole) {
      documents.add(member.path() + "=" + new String(whole.content(), UTF_8));
      contents.add(whole.content());
      told.add(whole.told());
    } else if (result instanceof ReadResult.TooLarge large) {
      documents.add(member.path() + ": " + large.bytes() + " bytes, " + large.sha256().hex());
    } else {
      leftOut(member.place(), ((ReadResult.Failed) result).fault());
    }
  }

  @Override
  public void leftOut(String place, Fault fault) {
    leftOut.add(place.substring(place.lastIndexOf('/') + 1) + ": " + fault);
  }

  @Override
  public void ignored() {
    ignored++;
  }

  @Override
  public boolean stopped() {
    return false;
  }
}
