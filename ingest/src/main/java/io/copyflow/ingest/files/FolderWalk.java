package io.copyflow.ingest.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks a folder in ascending order of its files' paths, compared as UTF-8 bytes, whatever order
 * the file system has. Holds one listing for each level of depth, never the tree. Nothing that it
 * meets ends the walk: what cannot be taken is handed to the visitor with its reason.
 */
public final class FolderWalk {

  private final WalkPolicy policy;
  private final Set<Object> others;
  private final WalkVisitor visitor;

  /** Folders that are not listed: only these of what they hold are looked at. */
  private final Map<Path, Set<Path>> chosen = new HashMap<>();

  /** A walk that takes what the policy says. */
  public FolderWalk(WalkPolicy policy, WalkVisitor visitor) {
    this(policy, Set.of(), visitor);
  }

  /**
   * A walk that takes what the policy says.
   *
   * @param others keys of folders that are none of this walk's, wherever they lie
   */
  public FolderWalk(WalkPolicy policy, Set<Object> others, WalkVisitor visitor) {
    this.policy = policy;
    this.others = Set.copyOf(others);
    this.visitor = visitor;
  }

  /** Everything below a folder. */
  public void walk(Path base) {
    try {
      var attributes = Files.readAttributes(base, BasicFileAttributes.class);
      folder(base, "", new Chain(attributes.fileKey(), null));
    } catch (IOException e) {
      visitor.leftOut(base, Reasons.of(e).reason());
    }
  }

  /**
   * What lies at some paths below a folder now, as the walk over all of it would meet it; a folder
   * with all that is below it.
   *
   * @param changed begin with the base; what does not exist is passed over
   */
  public void walk(Path base, Collection<Path> changed) {
    for (Path path : changed) {
      if (isOutermost(path, base, changed) && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        choose(path, base);
      }
    }
    if (!chosen.isEmpty() || changed.contains(base)) {
      walk(base);
    }
    chosen.clear();
  }

  private static boolean isOutermost(Path path, Path base, Collection<Path> others) {
    Path above = path.equals(base) ? null : path.getParent();
    return above == null || (!others.contains(above) && isOutermost(above, base, others));
  }

  private void choose(Path path, Path base) {
    Path above = path.equals(base) ? null : path.getParent();
    if (above != null) {
      chosen.computeIfAbsent(above, folder -> new HashSet<>()).add(path);
      choose(above, base);
    }
  }

  /**
   * Files below a folder that were named one by one: the policy on names does not bind them.
   *
   * @param base what their paths are relative to
   */
  public void files(Path base, List<Path> named) {
    List<Entry> entries = new ArrayList<>();
    for (Path file : named) {
      namedFile(base, file, entries);
    }
    visit(entries, "", new Chain(null, null));
  }

  private void namedFile(Path base, Path file, List<Entry> entries) {
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (attributes.isRegularFile()) {
        String name = FileNames.relative(base, file);
        entries.add(Entry.file(name, file, policy.packing(name), attributes.size()));
      } else {
        visitor.leftOut(file, attributes.isDirectory() ? Reasons.FOLDER : Reasons.SPECIAL);
      }
    } catch (IOException e) {
      visitor.leftOut(file, Reasons.of(e).reason());
    }
  }

  private void folder(Path folder, String prefix, Chain chain) {
    List<Entry> entries = new ArrayList<>();
    Set<Path> only = chosen.get(folder);
    if (only == null) {
      list(folder, prefix, entries);
    } else {
      only.forEach(path -> entry(prefix, path, entries));
    }
    visit(entries, prefix, chain);
  }

  private void list(Path folder, String prefix, List<Entry> entries) {
    visitor.folder(folder);
    try (var listing = Files.newDirectoryStream(folder)) {
      for (Path path : listing) {
        entry(prefix, path, entries);
      }
    } catch (DirectoryIteratorException e) {
      visitor.leftOut(folder, Reasons.of(new IOException(e.getCause())).reason());
    } catch (IOException e) {
      visitor.leftOut(folder, Reasons.of(e).reason());
    }
  }

  private void visit(List<Entry> entries, String prefix, Chain chain) {
    Collections.sort(entries);
    for (Entry entry : entries) {
      if (visitor.stopped()) {
        return;
      }
      String path = prefix + entry.name();
      if (entry.folder()) {
        descend(entry.path(), path + "/", chain);
      } else {
        visitor.file(path, entry.path(), entry.size());
      }
    }
  }

  private void descend(Path folder, String prefix, Chain above) {
    try {
      var attributes = Files.readAttributes(folder, BasicFileAttributes.class, links());
      Object key = attributes.fileKey();
      if (key != null && others.contains(key)) {
        return;
      }
      if (above.holds(key)) {
        visitor.leftOut(folder, Reasons.LOOP);
      } else {
        folder(folder, prefix, new Chain(key, above));
      }
    } catch (IOException e) {
      visitor.leftOut(folder, Reasons.of(e).reason());
    }
  }

  private LinkOption[] links() {
    return policy.followLinks() ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
  }

  private void entry(String prefix, Path path, List<Entry> entries) {
    String name = FileNames.last(path);
    try {
      var attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isSymbolicLink()) {
        link(prefix, name, path, entries);
      } else {
        add(prefix, name, path, attributes, entries);
      }
    } catch (IOException e) {
      visitor.leftOut(path, Reasons.of(e).reason());
    }
  }

  private void link(String prefix, String name, Path path, List<Entry> entries) throws IOException {
    if (!policy.followLinks()) {
      if (policy.takesFile(prefix, name)) {
        visitor.leftOut(path, Reasons.SYMLINK);
      } else {
        visitor.ignored();
      }
      return;
    }
    try {
      add(prefix, name, path, Files.readAttributes(path, BasicFileAttributes.class), entries);
    } catch (NoSuchFileException e) {
      visitor.leftOut(path, Reasons.BROKEN_LINK);
    }
  }

  private void add(
      String prefix, String name, Path path, BasicFileAttributes attributes, List<Entry> entries) {
    if (!takes(prefix, name, attributes.isDirectory())) {
      visitor.ignored();
    } else if (attributes.isDirectory()) {
      entries.add(Entry.folder(name, path));
    } else if (attributes.isRegularFile()) {
      entries.add(Entry.file(name, path, policy.packing(name), attributes.size()));
    } else {
      visitor.leftOut(path, Reasons.SPECIAL);
    }
  }

  private boolean takes(String prefix, String name, boolean isFolder) {
    if (isFolder) {
      return policy.takesFolder(prefix, name);
    }
    return policy.packing(name).isArchive()
        ? policy.takesArchive(prefix, name)
        : policy.takesFile(prefix, name);
  }

  /** The folders that the walk is in, innermost first: a link to one of them would never end. */
  private record Chain(@Nullable Object key, @Nullable Chain above) {

    boolean holds(@Nullable Object other) {
      for (Chain at = this; at != null; at = at.above) {
        if (other != null && other.equals(at.key)) {
          return true;
        }
      }
      return false;
    }
  }
}
