package org.metier.coding;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.metier.vacancy.VacancyId;

/// Corrections by vacancy, the latest of each. Immutable and thread-safe.
public final class Corrections {
  private static final Corrections NONE = new Corrections(Map.of());

  private final Map<VacancyId, Correction> latest;

  private Corrections(Map<VacancyId, Correction> latest) {
    this.latest = Collections.unmodifiableMap(new TreeMap<>(latest));
  }

  public static Corrections none() {
    return NONE;
  }

  /// In any order.
  public static Corrections of(Collection<Correction> corrections) {
    Map<VacancyId, Correction> latest = new TreeMap<>();
    corrections.forEach(c -> latest.merge(c.vacancy(), c, Corrections::later));
    return new Corrections(latest);
  }

  /// These and one more; an earlier one than is known of the same vacancy changes nothing.
  public Corrections with(Correction correction) {
    Map<VacancyId, Correction> more = new TreeMap<>(latest);
    more.merge(correction.vacancy(), correction, Corrections::later);
    return new Corrections(more);
  }

  /// Of two at the same instant the second.
  static Correction later(Correction a, Correction b) {
    return b.at().isBefore(a.at()) ? a : b;
  }

  /// The correction in force.
  public Optional<Correction> of(VacancyId vacancy) {
    return Optional.ofNullable(latest.get(vacancy));
  }

  /// The corrections in force, in the order of their vacancies.
  public Collection<Correction> all() {
    return latest.values();
  }
}
