package org.metier.alert;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.metier.alert.internal.AlertIndex;
import org.metier.alert.internal.AlertView;
import org.metier.alert.internal.Delivered;
import org.metier.alert.internal.Position;
import org.metier.alert.internal.SavedAlert;
import org.metier.home.Home;
import org.metier.index.ErasureReceipt;
import org.metier.index.internal.Hashes;
import org.metier.json.Json;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.VacancyId;

/// The alerts of a home, and what was delivered to them: each alert gets each vacancy once.
///
/// "Each vacancy" means each cluster of duplicates: an alert that got a vacancy does not get it again when it
/// is updated, reposted, or stood for by another member of its cluster, nor when a vacancy that it got turns
/// up in another cluster. How far arrivals were read and what was delivered is committed as one fact, before
/// the batch is handed over; see [DeliverySink] for what a crash in between does.
///
/// Thread-safe; reading is open to any number of processes, and one at a time may write. Memory: the matcher
/// of all alerts from the first delivery on, see [AlertMatcher]; all else stays on disk.
public final class AlertStore {
  private final AlertIndex index;
  private final Clock clock;
  private final AlertCrowd crowd;
  private final ReentrantLock writing = new ReentrantLock();

  private AlertStore(Home home, Taxonomy taxonomy, TextAnalyzer analyzer, Clock clock) {
    index = new AlertIndex(home.alertIndex());
    crowd = new AlertCrowd(taxonomy, analyzer);
    this.clock = clock;
  }

  /// The alerts of a home.
  public static AlertStore open(Home home) {
    return open(home, Taxonomy.of(home), TextAnalyzer.create(), Clock.systemUTC());
  }

  /// @param taxonomy an open taxonomy to share
  /// @param analyzer to share
  /// @param clock dates alerts and receipts, and tells how long a vacancy has been gone
  public static AlertStore open(Home home, Taxonomy taxonomy, TextAnalyzer analyzer, Clock clock) {
    return new AlertStore(home, taxonomy, analyzer, clock);
  }

  private <T> T write(AlertIndex.Writing<T> task) {
    writing.lock();
    try {
      return index.write(task);
    } finally {
      writing.unlock();
    }
  }

  /// Saves an alert, in place of an earlier one of the same id, which leaves no byte. What was delivered to
  /// that one is not delivered again.
  ///
  /// @param after sequence number of the newest arrival when the alert was made: what came up to there is
  ///     not for it; 0 to be told of everything not yet dealt with
  /// @throws IllegalArgumentException if the alert asks for a word without letter or digit, or its id is
  ///     that of another person's alert
  public void put(Alert alert, long after) {
    put(List.of(alert), after);
  }

  /// Saves alerts in one commit, as [#put(Alert, long)] does; ids must differ.
  public void put(Collection<Alert> alerts, long after) {
    alerts.forEach(crowd::check);
    write(session -> {
      boolean isFollowed = crowd.isAt(session.view());
      Position position = session.view().position();
      int next = position.nextNumber();
      boolean isReplaced = false;
      List<SavedAlert> saved = new ArrayList<>();
      for (Alert alert : alerts) {
        Optional<SavedAlert> earlier = session.view().alert(alert.id());
        if (earlier.isPresent() && !earlier.get().owner().equals(alert.owner())) {
          throw new IllegalArgumentException(
              "another person has an alert of the id " + alert.id() + "; choose another id");
        }
        isReplaced |= earlier.isPresent();
        saved.add(new SavedAlert(earlier.isPresent() ? earlier.get().number() : next++, after,
            alert.id(), alert.owner(), Json.write(alert), clock.millis()));
        session.put(saved.getLast());
      }
      session.commit(new Position(position.cursor(), next, position.nextBatch()));
      if (isReplaced) {
        session.purge();
      }
      if (isFollowed) {
        crowd.put(saved, alerts);
        crowd.moveTo(session.view());
      }
      return saved.size();
    });
  }

  /// Keeps that the owner of an alert still wants it, so that its retention begins anew.
  ///
  /// @return whether there is such an alert
  public boolean confirm(String id) {
    return write(session -> {
      Optional<SavedAlert> saved = session.view().alert(id);
      if (saved.isPresent()) {
        date(session, List.of(saved.get()));
      }
      return saved.isPresent();
    });
  }

  /// Dates alerts with this moment; what they ask for stays, so the crowd does too.
  private void date(AlertIndex.Session session, List<SavedAlert> alerts) throws IOException {
    boolean isFollowed = crowd.isAt(session.view());
    for (SavedAlert alert : alerts) {
      session.put(alert.confirmed(clock.millis()));
    }
    session.commit(session.view().position());
    if (isFollowed) {
      crowd.moveTo(session.view());
    }
  }

  /// When an alert was saved or confirmed last.
  ///
  /// @return empty where there is no such alert, or an earlier release saved it, which did not say: the first [#purge]
  ///     dates it
  public Optional<Instant> confirmedAt(String id) {
    return index.read(view -> view.alert(id)
        .map(SavedAlert::confirmedMillis)
        .map(Instant::ofEpochMilli));
  }

  /// Removes the alerts that were saved or confirmed last before a moment, with all that was delivered to them; no file
  /// holds any of it after that. Alerts of which nobody knows when are dated now and stay, so that their time begins.
  /// Linear in alerts and in what was delivered.
  ///
  /// @return how many were removed
  public int purge(Instant before) {
    return write(session -> {
      List<SavedAlert> due = new ArrayList<>();
      List<SavedAlert> undated = new ArrayList<>();
      session.view().forEachAlert(alert -> {
        Long confirmed = alert.confirmedMillis();
        if (confirmed == null) {
          undated.add(alert);
        } else if (confirmed < before.toEpochMilli()) {
          due.add(alert);
        }
      });
      if (!undated.isEmpty()) {
        date(session, undated);
      }
      drop(session, due);
      return due.size();
    });
  }

  public Optional<Alert> find(String id) {
    return index.read(view -> view.alert(id).map(AlertStore::alert));
  }

  /// All alerts by id. Takes memory for all of them.
  public List<Alert> alerts() {
    List<Alert> all = new ArrayList<>();
    index.read(view -> {
      view.forEachAlert(saved -> all.add(alert(saved)));
      return all;
    });
    all.sort(Comparator.comparing(Alert::id));
    return all;
  }

  /// The alerts of a person by id.
  ///
  /// @param owner pseudonym
  public List<Alert> alertsOf(String owner) {
    return index.read(view -> view.alertsOf(owner)
        .stream()
        .map(AlertStore::alert)
        .sorted(Comparator.comparing(Alert::id))
        .toList());
  }

  /// How many vacancies are remembered to have been delivered to the alerts of a person. Which these were is not kept:
  /// only what tells a vacancy again. Linear in what was delivered.
  ///
  /// @param owner pseudonym
  public int countDelivered(String owner) {
    return index.read(view -> {
      Set<Integer> numbers = new TreeSet<>();
      view.alertsOf(owner).forEach(alert -> numbers.add(alert.number()));
      int[] count = {0};
      view.forEachDelivered(delivered -> count[0] += delivered.alerts()
          .stream()
          .anyMatch(numbers::contains) ? 1 : 0);
      return count[0];
    });
  }

  private static Alert alert(SavedAlert saved) {
    return Json.read(saved.json(), Alert.class);
  }

  /// Reads new arrivals and hands over what meets an alert and was not delivered to it before; begins with
  /// the batch whose arrival is not known for sure, if there is one.
  ///
  /// Costs one match and, where alerts are met, one look-up for each arrival, and one commit for each
  /// batch.
  public DeliveryReport deliver(Arrivals arrivals, DeliverySink sink) {
    return write(session -> {
      crowd.follow(session.view());
      return new DeliveryRun(session, crowd, arrivals, sink).run();
    });
  }

  /// Removes an alert with all that was delivered to it; no file holds any of it after that.
  public ErasureReceipt remove(String id) {
    return erase(id, view -> view.alert(id).stream().toList());
  }

  /// Removes all alerts of a person with all that was delivered to them; no file holds any of it after
  /// that. Linear in what was delivered.
  public ErasureReceipt erasePerson(String owner) {
    return erase(owner, view -> view.alertsOf(owner));
  }

  private ErasureReceipt erase(String key, AlertIndex.Reading<List<SavedAlert>> choice) {
    return write(session -> {
      List<SavedAlert> gone = choice.read(session.view());
      drop(session, gone);
      return receipt(key, gone.size(), session.view());
    });
  }

  private void drop(AlertIndex.Session session, List<SavedAlert> gone) throws IOException {
    Set<Integer> numbers = new TreeSet<>();
    Set<String> ids = new TreeSet<>();
    for (SavedAlert alert : gone) {
      session.delete(alert);
      numbers.add(alert.number());
      ids.add(alert.id());
    }
    if (!gone.isEmpty()) {
      boolean isFollowed = crowd.isAt(session.view());
      forget(session, delivered -> delivered.alerts().stream().anyMatch(numbers::contains),
          numbers, Set.of());
      dropPending(session, delivery -> ids.contains(delivery.alert()));
      session.commit(session.view().position());
      session.purge();
      if (isFollowed) {
        crowd.remove(ids);
        crowd.moveTo(session.view());
      }
    }
  }

  /// Erases the name of a vacancy, and that it was delivered unless other members of its cluster were too.
  /// If it comes in again, it counts as new.
  public ErasureReceipt eraseVacancy(VacancyId id) {
    String key = VacancyKeys.of(id);
    return write(session -> {
      int erased = session.view().delivered(List.of(key)).isEmpty() ? 0 : 1;
      int pending = dropPending(session, delivery -> delivery.vacancy().equals(id));
      if (erased + pending > 0) {
        forget(session, delivered -> delivered.keys().contains(key), Set.of(), Set.of(key));
        session.commit(session.view().position());
        session.purge();
      }
      return receipt(id.toString(), Math.max(erased, pending), session.view());
    });
  }

  /// Takes alerts and keys out of what was delivered; what has no alert or no vacancy left goes.
  private static void forget(AlertIndex.Session session, Predicate<Delivered> isTouched,
      Set<Integer> numbers, Set<String> keys) throws IOException {
    session.view().forEachDelivered(delivered -> {
      if (isTouched.test(delivered)) {
        session.delete(delivered.keys());
        SortedSet<Integer> alerts = new TreeSet<>(delivered.alerts());
        alerts.removeAll(numbers);
        SortedSet<String> names = new TreeSet<>(delivered.keys());
        names.removeAll(keys);
        if (!alerts.isEmpty() && names.stream().anyMatch(VacancyKeys::isVacancy)) {
          session.put(new Delivered(names, alerts, delivered.goneSinceMillis()));
        }
      }
    });
  }

  /// @return 1 when the pending batch lost something, else 0
  private static int dropPending(AlertIndex.Session session, Predicate<Delivery> isGone)
      throws IOException {
    Optional<String> json = session.view().pending();
    if (json.isEmpty()) {
      return 0;
    }
    Batch batch = Json.read(json.get(), Batch.class);
    List<Delivery> left = batch.deliveries().stream().filter(isGone.negate()).toList();
    if (left.size() == batch.deliveries().size()) {
      return 0;
    }
    session.pending(Json.write(new Batch(batch.number(), left)));
    return 1;
  }

  private ErasureReceipt receipt(String key, int erased, AlertView view) throws IOException {
    return new ErasureReceipt(HexFormat.of().formatHex(Hashes.sha256(key)), erased,
        clock.instant(), view.generation());
  }

  /// Forgets the deliveries of vacancies that have been gone for long. To be called now and then: a
  /// vacancy counts as gone since the first call that did not find it open. Linear in what was delivered.
  ///
  /// @param keep how long the deliveries of a vacancy that is gone are kept, so that it is not taken for a
  ///     new one when it comes back; more than 0
  /// @return how many vacancies were forgotten
  public int prune(Arrivals arrivals, Duration keep) {
    if (!keep.isPositive()) {
      throw new IllegalArgumentException("keep must be more than 0, was " + keep);
    }
    return write(session -> new Pruning(session, clock.millis(), keep).run(arrivals));
  }

  /// How many vacancies are remembered to have been delivered.
  public int countDelivered() {
    int[] count = {0};
    index.read(view -> {
      view.forEachDelivered(_ -> count[0]++);
      return count;
    });
    return count[0];
  }
}
