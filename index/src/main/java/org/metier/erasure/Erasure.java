package org.metier.erasure;

import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.metier.alert.AlertStore;
import org.metier.home.Home;
import org.metier.index.ErasureReceipt;
import org.metier.index.ProfileStore;
import org.metier.index.VacancyIndex;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.VacancyId;

/// The one erasure over all stores of a home. If it fails midway, run it again: what is erased stays erased.
///
/// A store that does not exist holds nothing and is passed over. Files of feeds and CVs, and copies of the
/// home, are whose they are, and not reached. Thread-safe. Each store is rewritten where it held deleted
/// entries.
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
      return erased(receipt.keySha256(), parts);
    }
  }

  /// Erases what is kept of a person who looks for work: the stored profile, and all alerts with what was
  /// delivered to them.
  ///
  /// @param pseudonym the id of the profile and the owner of the alerts
  public Erased erasePerson(String pseudonym) {
    List<Erased.Part> parts = new ArrayList<>();
    String hash = "";
    if (Files.isDirectory(home.alertIndex())) {
      ErasureReceipt receipt = alerts().erasePerson(pseudonym);
      hash = receipt.keySha256();
      parts.add(part(Erased.Store.ALERTS, receipt));
    }
    if (parts.isEmpty() || Files.isDirectory(home.profileIndex())) {
      try (ProfileStore profiles = ProfileStore.open(home, taxonomy, clock)) {
        ErasureReceipt receipt = profiles.erase(pseudonym);
        hash = receipt.keySha256();
        parts.add(part(Erased.Store.PROFILES, receipt));
      }
    }
    return erased(hash, parts);
  }

  private AlertStore alerts() {
    return AlertStore.open(home, taxonomy, analyzer, clock);
  }

  private static Erased.Part part(Erased.Store store, ErasureReceipt receipt) {
    return new Erased.Part(store, receipt.erased(), receipt.generation());
  }

  private Erased erased(String hash, List<Erased.Part> parts) {
    return new Erased(hash, parts.stream().mapToInt(Erased.Part::erased).sum(), clock.instant(),
        parts);
  }
}
