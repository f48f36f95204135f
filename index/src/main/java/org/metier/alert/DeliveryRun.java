package org.metier.alert;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.metier.alert.internal.AlertIndex;
import org.metier.alert.internal.Delivered;
import org.metier.alert.internal.Position;
import org.metier.json.Json;

/// One run of deliveries, from the cursor to the last arrival. Used once, by one thread.
final class DeliveryRun {
  /// Bounds of what is held in memory and repeated after a crash.
  private static final int MAX_ARRIVALS = 500;
  private static final int MAX_DELIVERIES = 20_000;

  private final AlertIndex.Session session;
  private final AlertCrowd crowd;
  private final Arrivals arrivals;
  private final DeliverySink sink;

  /// What the current batch changes, under each of its keys.
  private final Map<String, Delivered> changed = new HashMap<>();
  private final List<Delivery> batch = new ArrayList<>();
  private int arrivalCount;
  private int deliveryCount;
  private int batchCount;

  DeliveryRun(AlertIndex.Session session, AlertCrowd crowd, Arrivals arrivals, DeliverySink sink) {
    this.session = session;
    this.crowd = crowd;
    this.arrivals = arrivals;
    this.sink = sink;
  }

  DeliveryReport run() throws IOException {
    Optional<String> pending = session.view().pending();
    if (pending.isPresent()) {
      handOver(Json.read(pending.get(), Batch.class));
    }
    boolean isPending = pending.isPresent();
    Position position = session.view().position();
    List<Arrival> next = read(position.cursor());
    while (!next.isEmpty()) {
      long cursor = gather(next);
      boolean isEmpty = batch.isEmpty();
      long number = position.nextBatch();
      position = new Position(cursor, position.nextNumber(), isEmpty ? number : number + 1);
      for (Delivered delivered : new LinkedHashSet<>(changed.values())) {
        session.put(delivered);
      }
      Batch gathered = new Batch(number, batch);
      // The batch before has arrived: its record makes place for this one's, in the same commit.
      session.pending(isEmpty ? null : Json.write(gathered));
      commit(position);
      isPending = !isEmpty;
      if (isPending) {
        handOver(gathered);
      }
      batch.clear();
      changed.clear();
      next = read(cursor);
    }
    if (isPending) {
      session.pending(null);
      commit(position);
    }
    return new DeliveryReport(arrivalCount, deliveryCount, batchCount, pending.isPresent(),
        position.cursor());
  }

  private void commit(Position position) throws IOException {
    session.commit(position);
    crowd.moveTo(session.view());
  }

  private List<Arrival> read(long after) {
    List<Arrival> next = arrivals.publishedSince(after, MAX_ARRIVALS);
    long last = after;
    for (Arrival arrival : next) {
      if (arrival.sequence() <= last) {
        throw new IllegalStateException("arrivals after " + last + " came with sequence number "
            + arrival.sequence() + "; expected ascending numbers");
      }
      last = arrival.sequence();
    }
    return next;
  }

  private void handOver(Batch full) {
    if (!full.deliveries().isEmpty()) {
      sink.accept(full);
      batchCount++;
      deliveryCount += full.deliveries().size();
    }
  }

  /// @return sequence number of the last arrival that went into the batch
  private long gather(List<Arrival> next) throws IOException {
    long cursor = 0;
    for (Arrival arrival : next) {
      if (batch.size() >= MAX_DELIVERIES) {
        break;
      }
      gather(arrival);
      arrivalCount++;
      cursor = arrival.sequence();
    }
    return cursor;
  }

  private void gather(Arrival arrival) throws IOException {
    List<AlertCrowd.Member> met = crowd.met(arrival.vacancy());
    Set<String> keys = new TreeSet<>(Set.of(VacancyKeys.ofCluster(arrival.cluster()),
        VacancyKeys.of(arrival.vacancy().id())));
    List<Delivered> before = known(keys);
    if (met.isEmpty() && before.isEmpty()) {
      return;
    }
    Set<Integer> alerts = new TreeSet<>();
    for (Delivered delivered : before) {
      keys.addAll(delivered.keys());
      alerts.addAll(delivered.alerts());
    }
    for (AlertCrowd.Member alert : met) {
      if (arrival.sequence() > alert.after() && alerts.add(alert.number())) {
        batch.add(new Delivery(alert.id(), alert.owner(), arrival.cluster(),
            arrival.vacancy().id(), arrival.sequence()));
      }
    }
    Delivered now = new Delivered(new TreeSet<>(keys), new TreeSet<>(alerts), null);
    if (!alerts.isEmpty() && !before.equals(List.of(now))) {
      keys.forEach(key -> changed.put(key, now));
    }
  }

  /// What was delivered of a vacancy before, in this batch or an earlier one.
  private List<Delivered> known(Set<String> keys) throws IOException {
    Set<Delivered> known = new LinkedHashSet<>();
    for (Delivered stored : session.view().delivered(keys)) {
      Delivered newer = stored.keys()
          .stream()
          .map(changed::get)
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(stored);
      known.add(newer);
    }
    for (String key : keys) {
      Delivered newer = changed.get(key);
      if (newer != null) {
        known.add(newer);
      }
    }
    return List.copyOf(known);
  }
}
