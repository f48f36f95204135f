package org.metier.index.internal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;

/// Finds the newest commit that can be read. On a disk that lies about having written, a power cut can
/// leave a torn commit file as the newest; the one before it is still whole then.
///
/// Lucene writes a commit under another name and renames it when it is complete, so a commit in progress is
/// never seen. But a reader's list of files is old at once: what it cannot find may have been replaced since.
/// Hence only a writer, which nobody can overtake, takes torn commits away; readers read around them.
final class Commits {
  private Commits() {}

  /// The newest whole commit; empty when there is none. Changes nothing.
  static Optional<IndexCommit> newestWhole(Directory directory) throws IOException {
    for (String file : newestFirst(directory)) {
      if (isWhole(directory, file)) {
        return Optional.of(new Named(directory, file));
      }
    }
    return Optional.empty();
  }

  /// Takes torn commit files newer than the newest whole one out of the way, so that reading and writing
  /// go on from that one. Only for who holds the right to write.
  ///
  /// @return how many were torn
  static int dropTorn(Directory directory) throws IOException {
    List<String> files = newestFirst(directory);
    List<String> torn = new ArrayList<>();
    for (String file : files) {
      if (isWhole(directory, file)) {
        for (String bad : torn) {
          directory.rename(bad, "torn_" + bad);
        }
        return torn.size();
      }
      torn.add(file);
    }
    return 0; // nothing whole is left: opening says so
  }

  private static List<String> newestFirst(Directory directory) throws IOException {
    List<String> files = new ArrayList<>();
    for (String file : directory.listAll()) {
      if (file.startsWith(IndexFileNames.SEGMENTS + "_")) {
        files.add(file);
      }
    }
    files.sort(Comparator.comparingLong(SegmentInfos::generationFromSegmentsFileName).reversed());
    return files;
  }

  private static boolean isWhole(Directory directory, String file) throws IOException {
    try {
      SegmentInfos.readCommit(directory, file);
      return true;
    } catch (CorruptIndexException | EOFException | NoSuchFileException _) {
      return false; // torn: the commit before it counts
    }
  }

  /// A commit by its file, for opening.
  private static final class Named extends IndexCommit {
    private final Directory directory;
    private final SegmentInfos infos;
    private final String file;

    Named(Directory directory, String file) throws IOException {
      this.directory = directory;
      this.file = file;
      infos = SegmentInfos.readCommit(directory, file);
    }

    @Override
    public String getSegmentsFileName() {
      return file;
    }

    @Override
    public Collection<String> getFileNames() throws IOException {
      return infos.files(true);
    }

    @Override
    public Directory getDirectory() {
      return directory;
    }

    @Override
    public void delete() {
      throw new UnsupportedOperationException("a reader deletes no commit");
    }

    @Override
    public boolean isDeleted() {
      return false;
    }

    @Override
    public int getSegmentCount() {
      return infos.size();
    }

    @Override
    public long getGeneration() {
      return infos.getGeneration();
    }

    @Override
    public Map<String, String> getUserData() {
      return infos.getUserData();
    }
  }
}
