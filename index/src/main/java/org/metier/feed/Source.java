package org.metier.feed;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metier.feed.mapping.Mapping;
import org.metier.vacancy.VacancyFlag;

/// A partner that delivers vacancies, as a person declared it. Immutable.
///
/// A declaration is one JSON object; `id` is needed, all else is optional, and unknown names are errors:
///
/// | name | meaning | default |
/// |---|---|---|
/// | `id` | lower-case letters, digits, `-`, `_` and `.`, such as `pl-boards` | |
/// | `format` | one of [FeedReader#formats] | told from the content |
/// | `mapping` | for `csv` and `json`: a mapping, or the path of its file beside this one | none |
/// | `delivery` | `full` or `delta` | `delta` |
/// | `zone` | of dates that carry none, such as `Europe/Warsaw` | that of the format's country, else UTC |
/// | `dateOrder` | `dayFirst` or `monthFirst` | not known |
/// | `timeToLiveDays` | a vacancy that was not delivered again for so long has expired | no limit |
/// | `trust` | 0 to 1: of two equally complete members of a cluster the more trusted one is shown | 0.5 |
/// | `quarantine` | flags of [VacancyFlag] that keep a vacancy back until a person releases it | none |
/// | `asOf` | for an archive: the moment that its deadlines are compared with when it is taken in | now |
/// | `terms` | object with `licence`, `attribution`, `retentionDays`, `pollingHours` | none |
///
/// @param zone null for that of the format's country, else UTC
/// @param trust 0 to 1
/// @param timeToLive null for no limit
/// @param asOf null for the time of the run
public record Source(String id, @Nullable String format, @Nullable Mapping mapping,
    Delivery delivery, @Nullable ZoneId zone, @Nullable DateOrder dateOrder,
    @Nullable Duration timeToLive,
    double trust, Set<VacancyFlag> quarantine, @Nullable Instant asOf, SourceTerms terms) {

  public Source {
    if (!id.matches("[a-z0-9][a-z0-9._-]{0,63}")) {
      throw new IllegalArgumentException(
          "a source's id must be 1 to 64 lower-case letters, digits, '-', '_' or '.', such as pl-boards; was \""
              + id + "\"");
    }
    if (!(trust >= 0 && trust <= 1)) {
      throw new IllegalArgumentException("trust must be 0 to 1, was " + trust);
    }
    quarantine = Collections.unmodifiableSet(new TreeSet<>(quarantine));
  }

  /// A source of which nothing is declared but its id.
  public static Source of(String id) {
    return new Source(id, null, null, Delivery.DELTA, null, null, null, 0.5, Set.of(),
        null, SourceTerms.NONE);
  }

  /// Reads a declaration and the mapping that it names.
  ///
  /// @throws FeedException if the file is missing or no declaration; the message says what is wrong where
  public static Source read(Path file) throws IOException {
    try {
      return new SourceReader(file).read(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new FeedException("there is no source declaration " + file + "; check the path", e);
    } catch (CharacterCodingException e) {
      throw new FeedException("the source declaration " + file + " is not UTF-8", e);
    }
  }

  /// The text of a declaration with the mapping that it names written into it.
  ///
  /// @throws FeedException as for [#read]
  public static String selfContained(Path file) throws IOException {
    return new SourceReader(file).selfContained(Files.readString(file));
  }

  /// This source with another format and mapping, for a delivery that comes in another way.
  public Source withFormat(@Nullable String otherFormat, @Nullable Mapping otherMapping) {
    return new Source(id, otherFormat, otherMapping, delivery, zone, dateOrder, timeToLive, trust,
        quarantine, asOf, terms);
  }

  /// This source with another zone for dates that carry none.
  public Source withZone(@Nullable ZoneId otherZone) {
    return new Source(id, format, mapping, delivery, otherZone, dateOrder, timeToLive, trust,
        quarantine, asOf, terms);
  }

  /// This source with another order of day and month.
  public Source withDateOrder(@Nullable DateOrder other) {
    return new Source(id, format, mapping, delivery, zone, other, timeToLive, trust, quarantine,
        asOf, terms);
  }

  /// This source with another kind of delivery.
  public Source withDelivery(Delivery other) {
    return new Source(id, format, mapping, other, zone, dateOrder, timeToLive, trust, quarantine,
        asOf, terms);
  }

  /// This source with another moment that deadlines are compared with.
  public Source withAsOf(@Nullable Instant other) {
    return new Source(id, format, mapping, delivery, zone, dateOrder, timeToLive, trust, quarantine,
        other, terms);
  }
}
