package org.metier.index.internal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;

/// Finds the newest commit that can be read. On a disk that lies about having written, a power cut can
/// leave a torn commit file as the newest; the one before it is still whole then.
final class Commits {
  private Commits() {}

  /// Takes torn commit files newer than the newest whole one out of the way, so that reading and writing
  /// go on from that one.
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
}
