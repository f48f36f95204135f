package org.metier.duplicate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides of two advertisements whether they are about one vacancy.
///
/// Text alone never decides: any veto of a field goes before it, and a wrong merge, which hides a vacancy,
/// weighs more than a missed one. The rules, in order:
///
/// 1. Other employers in other places are two vacancies. So are other employers, unless exactly one of
///    them is an agency, which may advertise for the other, or one is not stated.
/// 2. So are titles each of which says something that the other does not, or that differ in rank; and
///    reference numbers (unless the texts are nearly equal), contracts, weekly hours or pay that contradict
///    each other, unless an exact key (a partner's key, the address of the
///    page) is shared: then these count as changes of one advertisement. A title that was worded anew is none:
///    the employer's number is the same, and the texts are nearly equal, or the place is the same and most of one
///    text is in the other.
/// 3. The texts must be alike, the more so the less the fields agree: strongly by themselves where title and
///    place agree; very strongly where the titles are equal but only the region is known to be the same; weakly
///    where title, employer and place agree, or an exact key or the employer's own number is shared.
///    Where one states no place, and no key is shared, only identical texts are merged. Texts too brief for this
///    are one if they state title, town and pay alike on two boards ([BriefText]). Boilerplate does not count
///    ([EmployerBoilerplate]); where nothing else is left, title, employer and place decide.
/// 4. The same text of the same employer elsewhere is [Decision.MultiCity]; later on, [Decision.Repost].
///
/// Symmetric, immutable, thread-safe. Costs one pass over two signatures, some microseconds.
public final class DuplicateDetector {
  private final Duration repostAfter;
  private final Duration elsewhereRepostAfter;

  private DuplicateDetector(Builder builder) {
    repostAfter = builder.repostAfter;
    elsewhereRepostAfter = builder.elsewhereRepostAfter;
  }

  /// A detector with all settings at their defaults.
  public static DuplicateDetector standard() {
    return builder().build();
  }

  public static Builder builder() {
    return new Builder();
  }

  /// Compares and decides; the same whichever comes first.
  public Decision decide(Advert a, Advert b) {
    Comparison found = FieldComparison.of(a, b);
    List<Veto> vetoes = vetoes(found);
    if (!isSameText(found, Math.min(a.signature().size(), b.signature().size()))) {
      vetoes.add(Veto.TEXT);
    }
    if (vetoes.equals(List.of(Veto.PLACE)) && found.agrees(Field.EMPLOYER)) {
      return new Decision.MultiCity(found);
    }
    if (!vetoes.isEmpty()) {
      return new Decision.Different(found, vetoes);
    }
    int days = daysBetween(a, b);
    return days > 0 ? new Decision.Repost(found, days) : new Decision.Same(found, false);
  }

  private static List<Veto> vetoes(Comparison found) {
    List<Veto> vetoes = new ArrayList<>();
    boolean isKeyed = found.agrees(Field.KEYS);
    if (found.differs(Field.EMPLOYER)) {
      vetoes.add(found.differs(Field.PLACE) ? Veto.EMPLOYER_AND_PLACE : Veto.EMPLOYER);
    }
    add(vetoes, found.differs(Field.REFERENCE) && !isKeyed
        && !TextEvidence.isNearlyEqual(found.containment()), Veto.REFERENCE);
    add(vetoes, found.differs(Field.TITLE) && !isSameNumber(found), Veto.TITLE);
    add(vetoes, found.differs(Field.PLACE), Veto.PLACE);
    add(vetoes, found.differs(Field.CONTRACT) && !isKeyed, Veto.CONTRACT);
    add(vetoes, found.differs(Field.HOURS) && !isKeyed, Veto.HOURS);
    add(vetoes, found.differs(Field.PAY) && !isKeyed, Veto.PAY);
    return vetoes;
  }

  /// Whether an employer's number and the text are the same: then the title was only worded anew. Where the
  /// place is the same as well, the texts need not be nearly equal.
  private static boolean isSameNumber(Comparison found) {
    return found.agrees(Field.REFERENCE) && found.agrees(Field.EMPLOYER)
        && (TextEvidence.isNearlyEqual(found.containment())
            || (found.agrees(Field.PLACE) && found.agrees(Field.TEXT)
                && TextEvidence.isMostlyContained(found.containment())));
  }

  private static void add(List<Veto> vetoes, boolean isFound, Veto veto) {
    if (isFound) {
      vetoes.add(veto);
    }
  }

  /// Whether the texts are alike enough for what the fields say: the less the fields agree, the more the
  /// texts must. A place that differs is left to its veto, so that the same text elsewhere is seen as such.
  private static boolean isSameText(Comparison found, int shorter) {
    boolean isNamed = found.agrees(Field.EMPLOYER) || found.agrees(Field.KEYS);
    boolean isWeak = found.in(Field.TEXT) != Agreement.DIFFERS;
    boolean isStrong = found.agrees(Field.TEXT);
    if (isSameNumber(found)) {
      return true;
    }
    if (found.agrees(Field.KEYS) || (found.agrees(Field.REFERENCE) && isNamed)) {
      return isWeak && found.agrees(Field.TITLE);
    }
    if (!found.agrees(Field.TITLE)) {
      return false;
    }
    boolean isSameTitle = found.titleSimilarity() == 1;
    boolean isIdentical = TextEvidence.isIdentical(found.resemblance(), shorter);
    return switch (found.in(Field.PLACE)) {
      case AGREES -> isSameTextThere(found, isNamed);
      case COMPATIBLE -> isSameTitle && (isIdentical || (isNamed && TextEvidence
          .isVeryStrong(found.resemblance(), found.containment(), shorter)));
      case UNKNOWN -> isSameTitle && isIdentical;
      case DIFFERS -> isStrong;
    };
  }

  /// Whether the texts are alike enough where the place is the same: where the boards' fields tell two, or
  /// one title says more, less will not do.
  private static boolean isSameTextThere(Comparison found, boolean isNamed) {
    boolean isStrong = found.agrees(Field.TEXT);
    boolean isSameTitle = found.titleSimilarity() == 1;
    if (found.differs(Field.REGION)) {
      return isStrong && isSameTitle
          && (isNamed || TextEvidence.isNearlyEqual(found.containment()));
    }
    boolean isWeak = found.in(Field.TEXT) != Agreement.DIFFERS;
    boolean isBrief = found.agrees(Field.FIGURES) && !found.differs(Field.EMPLOYER);
    return isStrong || (isSameTitle && ((isWeak && isNamed) || isBrief));
  }

  /// @return 0 unless one is a repost of the other
  private int daysBetween(Advert a, Advert b) {
    Instant first = a.postedAt();
    Instant second = b.postedAt();
    if (first == null || second == null) {
      return 0;
    }
    boolean isInOrder = !second.isBefore(first);
    Duration between = Duration.between(first, second).abs();
    @Nullable
    Instant endOfFirst = isInOrder ? a.validThrough() : b.validThrough();
    boolean isOver = endOfFirst != null && endOfFirst.isBefore(isInOrder ? second : first);
    Duration least = a.publisher().equals(b.publisher()) ? repostAfter : elsewhereRepostAfter;
    boolean isLater = between.compareTo(least) >= 0;
    return isLater || (isOver && between.toDays() >= 1) ? (int) between.toDays() : 0;
  }

  /// Collects the settings of a [DuplicateDetector]; all are optional. Not thread-safe.
  public static final class Builder {
    private Duration repostAfter = Duration.ofDays(1);
    private Duration elsewhereRepostAfter = Duration.ofDays(45);

    private Builder() {}

    /// On one site, an advertisement that comes this much later is a repost, even if the earlier one is
    /// still shown; 1 day by default, at least 1.
    public Builder repostAfter(Duration least) {
      repostAfter = requireDay("repostAfter", least);
      return this;
    }

    /// On another site, which may follow late, one that comes this much later is a repost; 45 days by
    /// default, at least 1. One that begins after the end of the other is a repost in any case.
    public Builder elsewhereRepostAfter(Duration least) {
      elsewhereRepostAfter = requireDay("elsewhereRepostAfter", least);
      return this;
    }

    private static Duration requireDay(String name, Duration least) {
      if (least.toDays() < 1) {
        throw new IllegalArgumentException(name + " must be at least 1 day, was " + least);
      }
      return least;
    }

    public DuplicateDetector build() {
      return new DuplicateDetector(this);
    }
  }
}
