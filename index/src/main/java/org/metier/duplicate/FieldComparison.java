package org.metier.duplicate;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.metier.work.Salary;

/// Compares two advertisements field by field.
final class FieldComparison {
  /// Titles at least this much alike agree; below the second they differ.
  private static final double SAME_TITLE = 0.8;
  private static final double OTHER_TITLE = 0.5;
  /// Ranges of pay that miss each other by less are one range, rounded differently.
  private static final double PAY_TOLERANCE = 1.05;
  /// The first digits of a SIRET name the company, the others its establishment.
  private static final int SIRET_LENGTH = 14;
  private static final int SIREN_LENGTH = 9;

  private FieldComparison() {}

  static Comparison of(Advert a, Advert b) {
    double resemblance = a.signature().resemblance(b.signature());
    double containment = a.signature().containment(b.signature());
    double titles = new TitleForm(a.title()).similarity(new TitleForm(b.title()));
    Map<Field, Agreement> fields = new EnumMap<>(Field.class);
    fields.put(Field.KEYS, keys(a.keys(), b.keys()));
    fields.put(Field.REFERENCE, references(a, b));
    fields.put(Field.TITLE, titles >= SAME_TITLE
        ? Agreement.AGREES
        : titles >= OTHER_TITLE ? Agreement.COMPATIBLE : Agreement.DIFFERS);
    fields.put(Field.EMPLOYER, employers(a, b));
    fields.put(Field.PLACE, PlaceComparison.of(a, b));
    fields.put(Field.REGION, PlaceComparison.ofFields(a, b));
    fields.put(Field.CONTRACT, a.contract() == null || b.contract() == null
        ? Agreement.UNKNOWN
        : a.contract() == b.contract() ? Agreement.AGREES : Agreement.DIFFERS);
    fields.put(Field.HOURS, a.hours() == null || b.hours() == null
        ? Agreement.UNKNOWN
        : a.hours().overlaps(b.hours()) ? Agreement.AGREES : Agreement.DIFFERS);
    fields.put(Field.PAY, pay(a, b));
    fields.put(Field.FIGURES, BriefText.compare(a, b));
    fields.put(Field.TEXT, text(a, b, resemblance, containment));
    return new Comparison(resemblance, containment, titles, fields);
  }

  private static Agreement text(Advert a, Advert b, double resemblance, double containment) {
    int shorter = Math.min(a.signature().size(), b.signature().size());
    if (shorter == 0) {
      return Agreement.UNKNOWN;
    }
    return TextEvidence.isStrong(resemblance, containment, shorter)
        ? Agreement.AGREES
        : TextEvidence.isWeak(containment)
            ? Agreement.COMPATIBLE
            : Agreement.DIFFERS;
  }

  private static Agreement keys(Set<String> a, Set<String> b) {
    return a.stream().anyMatch(b::contains) ? Agreement.AGREES : Agreement.UNKNOWN;
  }

  /// A requisition that partners state goes before numbers found in the text, and these before numbers behind
  /// the title.
  private static Agreement references(Advert a, Advert b) {
    Agreement stated = Reference.compare(requisitions(a.keys()), requisitions(b.keys()));
    Agreement found = stated == Agreement.UNKNOWN
        ? Reference.compare(a.references(), b.references())
        : stated;
    boolean isCoded = a.codes().stream().anyMatch(b.codes()::contains)
        && !TitleLanguages.areOther(a.title(), b.title());
    return found == Agreement.UNKNOWN && isCoded ? Agreement.AGREES : found;
  }

  private static Set<String> requisitions(Set<String> keys) {
    Set<String> requisitions = new TreeSet<>(keys);
    requisitions.removeIf(key -> !key.startsWith("requisition:"));
    return requisitions;
  }

  private static Agreement employers(Advert a, Advert b) {
    String id = a.employerId();
    String otherId = b.employerId();
    if (id != null && otherId != null && company(id).equals(company(otherId))) {
      return Agreement.AGREES;
    }
    if (a.employer() == null || b.employer() == null) {
      return Agreement.UNKNOWN;
    }
    if (a.employer().isLike(b.employer())) {
      return Agreement.AGREES;
    }
    boolean isOneAgency = Boolean.TRUE.equals(a.isAgency()) != Boolean.TRUE.equals(b.isAgency());
    return isOneAgency ? Agreement.UNKNOWN : Agreement.DIFFERS;
  }

  private static String company(String id) {
    String plain = id.replaceAll("[\\s.-]", "");
    return plain.matches("\\d{" + SIRET_LENGTH + "}") ? plain.substring(0, SIREN_LENGTH) : plain;
  }

  private static Agreement pay(Advert a, Advert b) {
    Salary pay = a.salary();
    Salary other = b.salary();
    if (pay == null || other == null || !pay.currency().equals(other.currency())) {
      return Agreement.UNKNOWN;
    }
    boolean isApart = pay.minPerYear() > other.maxPerYear() * PAY_TOLERANCE
        || other.minPerYear() > pay.maxPerYear() * PAY_TOLERANCE;
    return isApart ? Agreement.DIFFERS : Agreement.AGREES;
  }
}
