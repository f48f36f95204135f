package org.metier.erasure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.metier.alert.AlertStore;
import org.metier.audit.AuditEvent;
import org.metier.audit.AuditLog;
import org.metier.audit.TrainedModel;
import org.metier.home.Home;
import org.metier.home.internal.WholeFile;
import org.metier.index.ErasureReceipt;
import org.metier.index.ProfileStore;
import org.metier.index.VacancyIndex;
import org.metier.oversight.Oversight;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.VacancyId;

/// The one erasure over all stores of a home. If it fails midway, run it again: what is erased stays erased.
///
/// A store that does not exist holds nothing and is passed over. Files of feeds and CVs, copies of the home and of its
/// keys, and what a portal keeps itself are whose they are, and not reached; see [org.metier.rights.PersonRights] for the
/// last. Nor are the names of vacancies reached that were shown to people and stand in sealed inputs of decisions.
///
/// Thread-safe. Each store is rewritten where it held deleted entries.
public final class Erasure {
  private final Home home;
  private final Taxonomy taxonomy;
  private final TextAnalyzer analyzer;
  private final Clock clock;

  private Erasure(Home home, Taxonomy taxonomy, TextAnalyzer analyzer, Clock clock) {
    this.home = home;
    this.taxonomy = taxonomy;
    this.analyzer = analyzer;
    this.clock = clock;
  }

  public static Erasure of(Home home) {
    return of(home, Taxonomy.of(home), TextAnalyzer.create(), Clock.systemUTC());
  }

  /// @param taxonomy an open taxonomy to share
  /// @param analyzer to share
  /// @param clock dates receipts
  public static Erasure of(Home home, Taxonomy taxonomy, TextAnalyzer analyzer, Clock clock) {
    return new Erasure(home, taxonomy, analyzer, clock);
  }

  /// Erases a vacancy: its texts, its account, decisions about it, that it was delivered to alerts. A feed
  /// that brings it again is refused.
  ///
  /// @param by role or pseudonym of the person who asks for it, never a name
  public Erased eraseVacancy(VacancyId id, String by) {
    List<Erased.Part> parts = new ArrayList<>();
    if (Files.isDirectory(home.alertIndex())) {
      parts.add(part(Erased.Store.ALERTS, alerts().eraseVacancy(id)));
    }
    try (VacancyIndex index = VacancyIndex.builder(home)
        .taxonomy(taxonomy)
        .analyzer(analyzer)
        .clock(clock)
        .build()) {
      ErasureReceipt receipt = index.erase(id, by);
      parts.add(part(Erased.Store.VACANCIES, receipt));
      return erased(receipt.keySha256(), parts, List.of());
    }
  }

  /// Erases what is kept of a person who looks for work: the stored profile, all alerts with what was delivered to them,
  /// what was said of their scores, and last their key, with which their pseudonym in the audit log and the sealed inputs of
  /// decisions come to mean nothing. The log gets an entry that names nobody.
  ///
  /// @param pseudonym the id of the profile and the owner of the alerts
  public Erased erasePerson(String pseudonym) {
    List<Erased.Part> parts = new ArrayList<>();
    if (Files.isDirectory(home.alertIndex())) {
      parts.add(part(Erased.Store.ALERTS, alerts().erasePerson(pseudonym)));
    }
    if (parts.isEmpty() || Files.isDirectory(home.profileIndex())) {
      try (ProfileStore profiles = ProfileStore.open(home, taxonomy, clock)) {
        parts.add(part(Erased.Store.PROFILES, profiles.erase(pseudonym)));
      }
    }
    List<TrainedModel> models = AuditLog.exists(home)
        ? eraseDecisions(pseudonym, parts)
        : List.of();
    return erased(WholeFile.sha256(pseudonym.getBytes(StandardCharsets.UTF_8)), parts, models);
  }

  private List<TrainedModel> eraseDecisions(String pseudonym, List<Erased.Part> parts) {
    AuditLog log = AuditLog.open(home, clock);
    return log.exclusively(() -> {
      int cases = Oversight.of(home, log).erase(pseudonym);
      int keys = log.keys().destroy(pseudonym) ? 1 : 0;
      // Last, since a list of members that somebody changed cannot be written anew, and is named then.
      List<TrainedModel> models = log.trained().erase(pseudonym);
      parts.add(new Erased.Part(Erased.Store.OVERSIGHT, cases, 0));
      parts.add(new Erased.Part(Erased.Store.TRAINED, models.size(), 0));
      parts.add(new Erased.Part(Erased.Store.KEY, keys, 0));
      Map<String, Integer> stores = new TreeMap<>();
      parts.forEach(part -> stores.put(part.store().name(), part.erased()));
      log.record(new AuditEvent.Erased(stores));
      return models;
    });
  }

  private AlertStore alerts() {
    return AlertStore.open(home, taxonomy, analyzer, clock);
  }

  private static Erased.Part part(Erased.Store store, ErasureReceipt receipt) {
    return new Erased.Part(store, receipt.erased(), receipt.generation());
  }

  private Erased erased(String hash, List<Erased.Part> parts, List<TrainedModel> models) {
    return new Erased(hash, parts.stream().mapToInt(Erased.Part::erased).sum(), clock.instant(),
        parts, models);
  }
}
