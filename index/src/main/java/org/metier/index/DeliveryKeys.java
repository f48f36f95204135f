package org.metier.index;

import java.io.IOException;
import org.metier.feed.VacancyDraft;
import org.metier.index.internal.Hashes;
import org.metier.vacancy.VacancyId;

/// The keys of one delivery: which records it repeats, and which share a key. Not thread-safe.
///
/// Of a delivery of everything each record counts, whatever its key: another content under a key that came
/// already is kept under a key of its own. Of a delivery of changes the later record of a key counts.
final class DeliveryKeys {
  /// Stands for the content of a key that was taken back.
  private static final long GONE = 1;

  private final boolean isFull;
  private final Workspace workspace;
  private final SeenKeys seen = new SeenKeys();

  /// What a record is to the delivery.
  enum Kind {
    FIRST,
    /// The same record was in the delivery before.
    REPEATED,
    /// Another record with its key was in the delivery before.
    SHARED
  }

  /// @param draft under the key that it is kept under
  record Keyed(VacancyDraft draft, Kind kind) {}

  /// @param isFull whether the delivery is one of everything
  DeliveryKeys(boolean isFull, Workspace workspace) {
    this.isFull = isFull;
    this.workspace = workspace;
  }

  /// Notes a record.
  Keyed note(VacancyDraft draft, String hash) throws IOException {
    VacancyId id = draft.vacancy().id();
    long content = SeenKeys.usable(Hashes.number(hash));
    if (!isFull) {
      return new Keyed(draft,
          seen.replace(number(id), content) == content ? Kind.REPEATED : Kind.FIRST);
    }
    if (isKnownVariant(id, hash)) {
      return variant(draft, hash, Kind.FIRST);
    }
    long earlier = seen.put(number(id), content);
    if (earlier == GONE) {
      seen.replace(number(id), content);
      return new Keyed(draft, Kind.FIRST);
    }
    if (earlier == 0 || earlier == content) {
      return new Keyed(draft, earlier == 0 ? Kind.FIRST : Kind.REPEATED);
    }
    return variant(draft, hash, Kind.SHARED);
  }

  /// Notes that a key was taken back.
  void noteGone(VacancyId id) {
    seen.replace(number(id), GONE);
  }

  /// Whether the delivery was about a key.
  boolean brought(VacancyId id) {
    return seen.contains(number(id));
  }

  private Keyed variant(VacancyDraft draft, String hash, Kind kind) {
    VacancyId id = variant(draft.vacancy().id(), hash);
    boolean isRepeated = seen.put(number(id), SeenKeys.usable(Hashes.number(hash))) != 0;
    return new Keyed(draft.withId(id), isRepeated ? Kind.REPEATED : kind);
  }

  /// Whether this content is kept under a key of its own since it shared its key with another record: it
  /// stays there, in whatever order the two come.
  private boolean isKnownVariant(VacancyId id, String hash) throws IOException {
    return workspace.hash(variant(id, hash)) != null;
  }

  /// The id of a record that shares its key with another one of its feed.
  private static VacancyId variant(VacancyId id, String hash) {
    String suffix = "~" + hash.substring(0, 8);
    int room = 512 - suffix.length();
    String key = id.key().length() <= room ? id.key() : id.key().substring(0, room);
    return new VacancyId(id.source(), key + suffix);
  }

  private static long number(VacancyId id) {
    return Hashes.number(Hashes.hex(id.toString(), 8));
  }
}
