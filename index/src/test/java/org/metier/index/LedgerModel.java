package org.metier.index;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.metier.feed.Delivery;
import org.metier.feed.Source;
import org.metier.ledger.EndReason;
import org.metier.ledger.RecordEnd;
import org.metier.ledger.RecordState;
import org.metier.ledger.RunState;

/// The rules of the ledger in plain maps: what each record is after each delivery, and how the records of
/// the delivery ended.
final class LedgerModel {
  /// What became of one run. `PUBLISHED` stands for all that was taken in, shown or merged.
  record Outcome(RunState state, Map<RecordEnd, Integer> ends, int repeated,
      Map<EndReason, Integer> lost, int purged, int created) {}

  /// One record.
  static final class Kept {
    MadeFeeds.Item content = new MadeFeeds.Bad("");
    RecordState state = RecordState.PUBLISHED;
    @Nullable
    Instant deadline;
    Instant changedAt = Instant.MIN;
    boolean isReleased;

    boolean isLive() {
      return state == RecordState.PUBLISHED;
    }

    /// Records of one group stand for one job.
    String group() {
      return content instanceof MadeFeeds.Ad ad ? "job " + ad.job() : content.line();
    }
  }

  /// By `source:key`; records that share a key have their content behind it.
  final Map<String, Kept> records = new TreeMap<>();

  private Source source = Source.of("none");
  private Instant now = Instant.MIN;
  private final Map<String, MadeFeeds.Item> seen = new HashMap<>();
  private final Set<String> brought = new HashSet<>();
  private Map<RecordEnd, Integer> ends = new EnumMap<>(RecordEnd.class);
  private Map<EndReason, Integer> lost = new EnumMap<>(EndReason.class);
  private int repeated;
  private int created;

  Outcome deliver(MadeFeeds.Delivered delivered, Instant moment, boolean isWhole, Loss loss) {
    source = delivered.source();
    now = moment;
    seen.clear();
    brought.clear();
    ends = new EnumMap<>(RecordEnd.class);
    lost = new EnumMap<>(EndReason.class);
    repeated = 0;
    created = 0;
    long liveBefore = live();
    for (MadeFeeds.Item item : delivered.items()) {
      switch (item) {
        case MadeFeeds.Bad _ -> count(RecordEnd.REJECTED);
        case MadeFeeds.Gone gone -> takeBack(gone);
        case MadeFeeds.Ad ad -> take(ad.key(), ad, ad.validThrough());
        case MadeFeeds.Flagged flagged -> take(flagged.key(), flagged, null);
      }
    }
    RunState state = RunState.CUT_OFF;
    int purged = 0;
    if (isWhole) {
      expire();
      state = source.delivery() == Delivery.FULL && !withdrawAbsent(liveBefore, loss)
          ? RunState.WAITING
          : RunState.COMPLETE;
      purged = purge();
    }
    return new Outcome(state, ends, repeated, lost, purged, created);
  }

  private long live() {
    return mine().stream().filter(Kept::isLive).count();
  }

  private List<Kept> mine() {
    return records.entrySet()
        .stream()
        .filter(e -> e.getKey().startsWith(source.id() + ":"))
        .map(Map.Entry::getValue)
        .toList();
  }

  private void count(RecordEnd end) {
    ends.merge(end, 1, Integer::sum);
  }

  private void takeBack(MadeFeeds.Gone gone) {
    String id = source.id() + ":" + gone.key();
    seen.put(id, gone);
    brought.add(id);
    count(RecordEnd.WITHDRAWN);
    Kept known = records.get(id);
    if (known != null && known.state != RecordState.WITHDRAWN) {
      end(known, RecordState.WITHDRAWN);
    }
  }

  private void end(Kept known, RecordState state) {
    known.state = state;
    known.changedAt = now;
  }

  private void take(String key, MadeFeeds.Item content, @Nullable Instant validThrough) {
    String id = source.id() + ":" + key;
    String variant = id + "~" + content.line();
    boolean isFull = source.delivery() == Delivery.FULL;
    if (isFull && records.containsKey(variant)) {
      id = variant;
    } else if (isFull && seen.containsKey(id) && !seen.get(id).equals(content)) {
      id = variant;
    }
    brought.add(id);
    MadeFeeds.Item earlier = seen.put(id, content);
    if (content.equals(earlier)) {
      repeated++;
      count(RecordEnd.MERGED);
      return;
    }
    Instant deadline = validThrough;
    if (source.timeToLive() != null) {
      Instant lived = now.plus(source.timeToLive());
      deadline = validThrough == null || lived.isBefore(validThrough) ? lived : validThrough;
    }
    store(id, content, deadline);
  }

  private void store(String id, MadeFeeds.Item content, @Nullable Instant deadline) {
    boolean isPast = deadline != null && deadline.isBefore(now);
    Kept known = records.get(id);
    boolean isHeld = content instanceof MadeFeeds.Flagged && (known == null || !known.isReleased);
    if (known != null && known.content.equals(content)) {
      boolean stays = switch (known.state) {
        case PUBLISHED, MERGED -> !isPast;
        case QUARANTINED -> !isPast && isHeld;
        case EXPIRED -> isPast;
        case WITHDRAWN -> false;
      };
      if (stays) {
        known.deadline = deadline;
        count(known.isLive()
            ? RecordEnd.UNCHANGED
            : known.state == RecordState.EXPIRED ? RecordEnd.EXPIRED : RecordEnd.QUARANTINED);
        return;
      }
    }
    boolean wasLive = known != null && known.isLive();
    if (known == null) {
      known = new Kept();
      records.put(id, known);
      created++;
    }
    known.content = content;
    known.deadline = deadline;
    end(known, isPast
        ? RecordState.EXPIRED
        : isHeld ? RecordState.QUARANTINED : RecordState.PUBLISHED);
    count(isPast
        ? RecordEnd.EXPIRED
        : isHeld ? RecordEnd.QUARANTINED : wasLive ? RecordEnd.UPDATED : RecordEnd.PUBLISHED);
  }

  private void expire() {
    for (Kept kept : mine()) {
      boolean canExpire = kept.isLive() || kept.state == RecordState.QUARANTINED;
      if (canExpire && kept.deadline != null && kept.deadline.isBefore(now)) {
        Instant stated = kept.content instanceof MadeFeeds.Ad ad ? ad.validThrough() : null;
        lost.merge(stated != null && stated.isBefore(now)
            ? EndReason.PAST_DEADLINE
            : EndReason.NOT_SEEN_AGAIN, 1, Integer::sum);
        end(kept, RecordState.EXPIRED);
      }
    }
  }

  private boolean withdrawAbsent(long liveBefore, Loss loss) {
    List<Kept> absent = records.entrySet()
        .stream()
        .filter(e -> e.getKey().startsWith(source.id() + ":") && !brought.contains(e.getKey()))
        .map(Map.Entry::getValue)
        .filter(k -> k.isLive() || k.state == RecordState.QUARANTINED)
        .toList();
    long left = live() - absent.stream().filter(Kept::isLive).count();
    if (loss == Loss.ASK && left < 0.8 * liveBefore) {
      return false;
    }
    for (Kept kept : absent) {
      lost.merge(EndReason.ABSENT, 1, Integer::sum);
      end(kept, RecordState.WITHDRAWN);
    }
    return true;
  }

  private int purge() {
    Duration retention = source.terms().retention();
    int before = records.size();
    if (retention != null) {
      records.entrySet()
          .removeIf(e -> e.getKey().startsWith(source.id() + ":")
              && (e.getValue().state == RecordState.EXPIRED
                  || e.getValue().state == RecordState.WITHDRAWN)
              && e.getValue().changedAt.isBefore(now.minus(retention)));
    }
    return before - records.size();
  }

  /// A person lets a quarantined record be shown.
  void release(String id, Instant moment) {
    Kept kept = Objects.requireNonNull(records.get(id));
    kept.isReleased = true;
    kept.changedAt = moment;
    kept.state = kept.deadline != null && kept.deadline.isBefore(moment)
        ? RecordState.EXPIRED
        : RecordState.PUBLISHED;
  }

  /// How many records of a source are in each state, live ones together.
  Map<RecordState, Integer> stock(String of) {
    Map<RecordState, Integer> stock = new EnumMap<>(RecordState.class);
    records.forEach((id, kept) -> {
      if (id.startsWith(of + ":")) {
        stock.merge(kept.state, 1, Integer::sum);
      }
    });
    return stock;
  }

  /// The jobs that someone advertises now.
  Set<String> jobs() {
    return records.values()
        .stream()
        .filter(Kept::isLive)
        .map(Kept::group)
        .collect(Collectors.toSet());
  }
}
