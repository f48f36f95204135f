package org.metier.duplicate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.metier.feed.VacancyDraft;
import org.metier.place.Place;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;
import org.metier.work.Contract;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

/// An advertisement as far as it is compared with others. Immutable; absent is absent.
///
/// @param title as [TitleForm] has it
/// @param employer null when not stated, or stated to be secret
/// @param employerId legal identifier, such as a SIRET or KRS number
/// @param isAgency whether the employer recruits for others; null when neither stated nor seen in its name
/// @param sites places of work as the text names them
/// @param references numbers by which the employer names the vacancy in its text, folded
/// @param codes numbers that stand right behind the title in the text, as agencies number their jobs; two
///     that are equal name one job, two that differ say nothing, since some number each advertisement
/// @param figure the lowest pay that a brief text or its field states, as it is written; null when none is
///     stated, and for texts that are long enough to be known by their words
/// @param publisher the site that shows it, or its source when it has no address
/// @param keys what names the vacancy exactly: partners' keys, and web addresses as `address:host/path`
/// @param completeness how much it says, at least 0; for the choice of a representative
public record Advert(VacancyId id, String title, @Nullable EmployerName employer,
    @Nullable String employerId, @Nullable Boolean isAgency, List<Place> places,
    List<WorkSite> sites, Set<String> references, Set<String> codes,
    @Nullable Contract contract, @Nullable WeeklyHours hours, @Nullable Salary salary,
    @Nullable String figure,
    @Nullable Instant postedAt, @Nullable Instant validThrough, String publisher, Set<String> keys,
    int completeness, Signature signature) {
  /// Texts are counted by hundreds of shingles, at most ten of them.
  private static final int SHINGLES_PER_POINT = 100;
  private static final int MOST_TEXT_POINTS = 10;

  public Advert {
    places = List.copyOf(places);
    sites = List.copyOf(sites);
    references = Collections.unmodifiableSet(new TreeSet<>(references));
    codes = Collections.unmodifiableSet(new TreeSet<>(codes));
    keys = Collections.unmodifiableSet(new TreeSet<>(keys));
    if (completeness < 0) {
      throw new IllegalArgumentException(
          "completeness of " + id + " must be at least 0, was " + completeness);
    }
  }

  /// @param signature of title and description, without the employer's boilerplate
  public static Advert of(VacancyDraft draft, Signature signature) {
    Vacancy vacancy = draft.vacancy();
    EmployerName employer = EmployerName.of(vacancy.employer());
    boolean isNamedAgency = employer != null && employer.isAgency();
    Boolean isAgency = draft.isAgency();
    if (isAgency == null && isNamedAgency) {
      isAgency = true;
    }
    Set<String> keys = new TreeSet<>(draft.partnerKeys());
    Stream.of(vacancy.url(), vacancy.applyUrl())
        .filter(Objects::nonNull)
        .flatMap(url -> WebAddress.canonical(url).stream())
        .forEach(address -> keys.add("address:" + address));
    String publisher = vacancy.url() == null
        ? vacancy.id().source()
        : WebAddress.host(vacancy.url()).orElse(vacancy.id().source());
    return new Advert(vacancy.id(), TitleForm.of(vacancy.title(), towns(vacancy)).text(), employer,
        draft.employerId(), isAgency, vacancy.workplaces(), WorkSite.of(vacancy),
        Reference.in(vacancy.description()),
        Reference.behindTitle(vacancy.title(), vacancy.description()), vacancy.contract(),
        vacancy.hours(), vacancy.salary(), BriefText.figure(vacancy, signature), vacancy.postedAt(),
        vacancy.validThrough(), publisher, keys,
        completeness(vacancy, signature), signature);
  }

  /// The names of a vacancy's places.
  public static List<String> towns(Vacancy vacancy) {
    return vacancy.workplaces().stream().map(Place::city).filter(Objects::nonNull).toList();
  }

  private static int completeness(Vacancy vacancy, Signature signature) {
    long fields = Stream.of(vacancy.employer(), vacancy.remote(), vacancy.education(),
        vacancy.experienceMonths(), vacancy.contract(), vacancy.hours(), vacancy.salary(),
        vacancy.postedAt(), vacancy.validThrough(), vacancy.url(), vacancy.applyUrl(),
        vacancy.positions(), vacancy.startsOn()).filter(Objects::nonNull).count();
    long places = vacancy.workplaces()
        .stream()
        .mapToLong(place -> Stream.of(place.city(), place.postcode(), place.region())
            .filter(Objects::nonNull)
            .count())
        .max()
        .orElse(0);
    return (int) (fields + places)
        + Math.min(MOST_TEXT_POINTS, signature.size() / SHINGLES_PER_POINT);
  }

  /// The numbers under which an index must find this advertisement: two that share none are not compared.
  /// Bands of the signature, exact keys, and title with employer, for texts that were rewritten; for brief
  /// texts title with town and pay.
  public long[] terms() {
    List<String> others = new ArrayList<>();
    keys.forEach(key -> others.add("key:" + key));
    if (employer != null && !title.isEmpty()) {
      others.add("job:" + title + "|" + employer.key());
    }
    if (figure != null && BriefText.isTelling(title)) {
      sites.stream()
          .map(WorkSite::town)
          .filter(town -> !town.isEmpty())
          .limit(BriefText.MOST_TOWNS)
          .forEach(town -> others.add("brief:" + title + "|" + town + "|" + figure));
    }
    return LongStream
        .concat(Arrays.stream(signature.bands()), others.stream().mapToLong(WordHashes::hash))
        .distinct()
        .toArray();
  }
}
