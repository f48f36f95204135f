package org.metier.rights;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.alert.Alert;
import org.metier.alert.AlertStore;
import org.metier.audit.AuditEntry;
import org.metier.audit.AuditEvent;
import org.metier.audit.AuditException;
import org.metier.audit.AuditLog;
import org.metier.audit.PurgeReport;
import org.metier.audit.RecordPlace;
import org.metier.audit.internal.PersonSecret;
import org.metier.erasure.Erased;
import org.metier.erasure.Erasure;
import org.metier.home.Home;
import org.metier.index.ProfileStore;
import org.metier.oversight.Case;
import org.metier.oversight.CaseId;
import org.metier.oversight.Oversight;
import org.metier.oversight.OversightPolicy;
import org.metier.profile.CompetenceProfile;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;

/// What a person may ask for of a home and of the stores that a portal keeps beside it: Articles 15 to 17 and 20 of
/// Regulation (EU) 2016/679 as far as software can answer them.
///
/// Thread-safe. Exporting and the retention of one person read the whole audit log.
public final class PersonRights {
  private final Home home;
  private final Taxonomy taxonomy;
  private final TextAnalyzer analyzer;
  private final Clock clock;
  private final List<PersonStore> others;

  private PersonRights(Home home, Taxonomy taxonomy, TextAnalyzer analyzer, Clock clock,
      List<PersonStore> others) {
    this.home = home;
    this.taxonomy = taxonomy;
    this.analyzer = analyzer;
    this.clock = clock;
    this.others = List.copyOf(others);
    Set<String> names = new HashSet<>();
    for (PersonStore store : this.others) {
      if (!names.add(store.name())) {
        throw new IllegalArgumentException("two stores are named " + store.name());
      }
    }
  }

  public static PersonRights of(Home home) {
    return of(home, Taxonomy.of(home), TextAnalyzer.create(), Clock.systemUTC(), List.of());
  }

  /// @param taxonomy an open taxonomy to share
  /// @param analyzer to share
  /// @param clock dates exports and receipts
  /// @param others all stores beside the home that hold something of a person, each with a name of its own
  public static PersonRights of(Home home, Taxonomy taxonomy, TextAnalyzer analyzer, Clock clock,
      List<PersonStore> others) {
    return new PersonRights(home, taxonomy, analyzer, clock, others);
  }

  private Optional<AuditLog> log() {
    return AuditLog.exists(home) ? Optional.of(AuditLog.open(home, clock)) : Optional.empty();
  }

  /// All that is held on a person. The audit log, where there is one and something is held, notes that it was handed out.
  /// What is damaged keeps nothing else from being handed out.
  ///
  /// @param person id of their profile and owner of their alerts
  public Held export(String person) {
    Held held = held(person);
    if (!held.isNothing()) {
      log().ifPresent(log -> log.record(person, AuditEvent.Exported::new));
    }
    return held;
  }

  private Held held(String person) {
    @Nullable
    CompetenceProfile profile = null;
    @Nullable
    Instant since = null;
    if (Files.isDirectory(home.profileIndex())) {
      try (ProfileStore profiles = ProfileStore.open(home, taxonomy, clock)) {
        profile = profiles.find(person).orElse(null);
        since = profiles.keptSince(person).orElse(null);
      }
    }
    AlertStore alerts = AlertStore.open(home, taxonomy, analyzer, clock);
    boolean hasAlerts = Files.isDirectory(home.alertIndex());
    List<HeldDecision> decisions = log().map(log -> decisions(log, person)).orElse(List.of());
    List<Case> cases = log().map(log -> Oversight.of(home, log).of(person)).orElse(List.of());
    Held held = new Held(person, clock.instant(), profile, since,
        hasAlerts ? alerts.alertsOf(person) : List.of(),
        hasAlerts ? alerts.countDelivered(person) : 0, cases, decisions,
        log().map(log -> log.trained().of(person)).orElse(List.of()), others(person), List.of());
    return new Held(person, held.at(), profile, since, held.alerts(), held.delivered(), cases,
        decisions, held.models(), held.others(), kept(held));
  }

  private static List<HeldDecision> decisions(AuditLog log, String person) {
    Optional<PersonSecret> secret = log.keys().find(person);
    List<HeldDecision> decisions = new ArrayList<>();
    for (AuditEntry entry : secret.isPresent() ? log.of(person) : List.<AuditEntry>of()) {
      RecordPlace place = switch (entry.event()) {
        case AuditEvent.Ranked ranked -> ranked.record();
        case AuditEvent.Scored scored -> scored.record();
        case AuditEvent.Begun _,AuditEvent.Abstained _,AuditEvent.Rated _,AuditEvent.Revealed _,AuditEvent.Overridden _,AuditEvent.OverrideLifted _,AuditEvent.Disagreed _,AuditEvent.Happened _,AuditEvent.ModelChanged _,AuditEvent.Erased _,AuditEvent.Exported _,AuditEvent.Purged _,AuditEvent.Recovered _ ->
          null;
      };
      decisions.add(place == null
          ? new HeldDecision(entry.n(), entry.at(), entry.event(), null, null)
          : opened(log, entry, place, secret.get()));
    }
    return decisions;
  }

  private static HeldDecision opened(AuditLog log, AuditEntry entry, RecordPlace place,
      PersonSecret secret) {
    try {
      Optional<byte[]> inputs = log.opened(place, secret);
      return new HeldDecision(entry.n(), entry.at(), entry.event(),
          inputs.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse(null),
          inputs.isPresent() ? null : "the file that they were sealed in is gone");
    } catch (AuditException e) {
      // Its message names folders of the service, which are none of the person's business.
      return new HeldDecision(entry.n(), entry.at(), entry.event(), null,
          "they were changed or cut after they were sealed");
    }
  }

  private Map<String, String> others(String person) {
    Map<String, String> held = new TreeMap<>();
    for (PersonStore store : others) {
      store.held(person).ifPresent(json -> held.put(store.name(), json));
    }
    return held;
  }

  /// How long what is held on a person is kept; what holds nothing is left out.
  public List<Kept> retention(String person) {
    return held(person).kept();
  }

  private List<Kept> kept(Held held) {
    List<Kept> kept = new ArrayList<>();
    if (held.profile() != null) {
      kept.add(new Kept("profile", held.profileSince(),
          later(held.profileSince(), RetentionPolicy.of(home).profileMonths()),
          RetentionPolicy.FILE));
    }
    if (!held.alerts().isEmpty()) {
      kept.add(alerts(held.alerts()));
    }
    held.cases()
        .stream()
        .map(c -> c.notes().getLast().at())
        .max(Instant::compareTo)
        .ifPresent(last -> kept.add(new Kept("oversight", last,
            later(last, OversightPolicy.of(home).retentionMonths()), "oversight.json")));
    if (!held.decisions().isEmpty()) {
      Instant first = held.decisions().getFirst().at();
      int months = log().orElseThrow().settings().retentionMonths();
      Instant until = later(held.decisions().getLast().at(), months);
      boolean hasInputs = held.decisions().stream().anyMatch(d -> d.inputs() != null);
      if (hasInputs) {
        kept.add(new Kept("decisions", first, until, "audit/settings.json"));
      }
      kept.add(new Kept("log", first, until, "audit/settings.json"));
    }
    if (!held.models().isEmpty()) {
      kept.add(new Kept("membership", held.models().getFirst().trainedAt(), null, ""));
    }
    for (PersonStore store : others) {
      if (held.others().containsKey(store.name())) {
        kept.add(new Kept(store.name(), null, store.keptUntil(held.person()).orElse(null), ""));
      }
    }
    return kept;
  }

  /// Since when the oldest is kept, and until when the youngest.
  private Kept alerts(List<Alert> alerts) {
    AlertStore store = AlertStore.open(home, taxonomy, analyzer, clock);
    List<Instant> confirmed = alerts.stream()
        .map(Alert::id)
        .map(store::confirmedAt)
        .flatMap(Optional::stream)
        .sorted()
        .toList();
    return confirmed.size() < alerts.size()
        ? new Kept("alerts", null, null, RetentionPolicy.FILE)
        : new Kept("alerts", confirmed.getFirst(),
            later(confirmed.getLast(), RetentionPolicy.of(home).alertMonths()),
            RetentionPolicy.FILE);
  }

  private static @Nullable Instant later(@Nullable Instant since, int months) {
    return since == null ? null : since.atZone(ZoneOffset.UTC).plusMonths(months).toInstant();
  }

  /// Erases a person from the home and from all stores beside it. If it fails midway, run it again.
  public PersonErased erase(String person) {
    Map<String, Integer> counts = new TreeMap<>();
    for (PersonStore store : others) {
      counts.put(store.name(), store.erase(person));
    }
    Erased erased = Erasure.of(home, taxonomy, analyzer, clock).erasePerson(person);
    return new PersonErased(erased, counts);
  }

  /// Writes down that a person disagrees, in their own words; whoever looks at the score from then on sees it beside it.
  /// Begins an audit log where there is none.
  ///
  /// @param question what they disagree with, a code: that of a score, or `ranking`
  public Case disagree(String person, String question, String text) {
    AuditLog log = AuditLog.open(home, clock);
    return Oversight.of(home, log).disagree(new CaseId(person, question), text);
  }

  /// Deletes what is due: profiles, alerts, segments of the audit log, cases, and then the keys of persons of whom nothing is
  /// left that these open.
  ///
  /// @throws org.metier.oversight.OversightException once all else is deleted, if cases could not be read
  public Purged purge() {
    RetentionPolicy policy = RetentionPolicy.of(home);
    int profiles = purgeProfiles(before(policy.profileMonths()));
    int alerts = Files.isDirectory(home.alertIndex())
        ? AlertStore.open(home, taxonomy, analyzer, clock).purge(before(policy.alertMonths()))
        : 0;
    Optional<AuditLog> log = log();
    if (log.isEmpty()) {
      return new Purged(profiles, alerts, 0, new PurgeReport(0, 0, clock.instant()), 0);
    }
    Oversight oversight = Oversight.of(home, log.get());
    PurgeReport report = log.get().purge();
    int cases = oversight.purge();
    int keys = report.segments() + cases > 0 ? log.get().purgeKeys(oversight::isKept) : 0;
    return new Purged(profiles, alerts, cases, report, keys);
  }

  private Instant before(int months) {
    return clock.instant().atZone(ZoneOffset.UTC).minusMonths(months).toInstant();
  }

  private int purgeProfiles(Instant before) {
    if (!Files.isDirectory(home.profileIndex())) {
      return 0;
    }
    int profiles = 0;
    try (ProfileStore store = ProfileStore.open(home, taxonomy, clock)) {
      for (String person : store.keptBefore(before)) {
        profiles += store.erase(person).erased();
      }
    }
    return profiles;
  }
}
