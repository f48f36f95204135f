package org.metier.feed.internal.draft;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.metier.feed.FeedItem;
import org.metier.feed.FeedProblem;
import org.metier.feed.ProblemCode;
import org.metier.feed.VacancyDraft;
import org.metier.place.PlaceText;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.EducationLevel;
import org.metier.text.Language;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyFlag;
import org.metier.vacancy.VacancyId;
import org.metier.work.Contract;
import org.metier.work.Importance;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;

/// Collects one record: cleans what is usable, leaves out what is absent, and notes what is wrong. Every
/// method takes null or blank for "the source does not say". Not thread-safe.
public final class Draft {
  private static final int MAX_TITLE = 300;
  static final int MAX_RAW = 200;
  private static final int MAX_TEXT = 1_000;

  private final String source;
  private final String where;
  private final List<FeedProblem> remarks = new ArrayList<>();
  private @Nullable FeedProblem rejection;
  private @Nullable VacancyId id;
  private @Nullable String title;
  private String description = "";
  /// As a reader of the page saw them, contacts included: what is suspicious is told from these.
  private String seenTitle = "";
  private String seenText = "";
  private boolean hasHiddenText;
  private @Nullable Language language;
  private @Nullable String employer;
  private final DraftPlaces places = new DraftPlaces(this::problem);
  private final DraftTerms terms = new DraftTerms(this::problem);
  private @Nullable RemoteWork remote;
  private final DraftTimes times = new DraftTimes(this::problem);
  private @Nullable String url;
  private final Set<VacancyFlag> flags = EnumSet.noneOf(VacancyFlag.class);
  private final Map<String, String> raw = new TreeMap<>();
  private final DraftDemands demands = new DraftDemands();
  private @Nullable String applyUrl;
  private @Nullable Integer positions;
  private @Nullable String employerId;
  private @Nullable Boolean isAgency;
  private final Set<String> partnerKeys = new TreeSet<>();
  private boolean isWithdrawn;
  private @Nullable Instant withdrawnAt;

  /// @param where such as `line 42`
  public Draft(String source, String where) {
    this.source = source;
    this.where = where;
  }

  /// Notes a problem; one that rejects counts only if it is the first of its kind.
  public void problem(ProblemCode code, String field, String found, String expected) {
    FeedProblem problem = new FeedProblem(code, where, id == null ? null : id.key(), field, found,
        expected);
    if (!code.isRejection()) {
      remarks.add(problem);
    } else if (rejection == null) {
      rejection = problem;
    }
  }

  public void key(String field, @Nullable String received) {
    String key = received == null ? "" : PlainText.line(received);
    if (key.isEmpty()) {
      problem(ProblemCode.MISSING_KEY, field, "",
          "an identifier that stays the same in every feed");
    } else if (key.length() > 512) {
      problem(ProblemCode.BAD_KEY, field, key, "an identifier of at most 512 characters");
    } else {
      id = new VacancyId(source, key);
    }
  }

  public void title(String field, @Nullable String received) {
    String line = received == null ? "" : PlainText.line(received);
    if (received != null) {
      seenTitle = line;
      hasHiddenText |= PlainText.read(received).hasHiddenText();
    }
    if (line.isEmpty()) {
      problem(ProblemCode.MISSING_TITLE, field, "", "the title of the position");
    } else {
      title = PlainText.shortened(PlainText.withoutContacts(line), MAX_TITLE);
    }
  }

  public void description(@Nullable String received) {
    if (received != null) {
      PlainText.Reading reading = PlainText.read(received);
      seenText = reading.text();
      description = PlainText.withoutPeople(reading.text());
      hasHiddenText |= reading.hasHiddenText();
    }
  }

  /// A description that its sender declares to be plain text.
  public void plainDescription(@Nullable String received) {
    if (received != null) {
      seenText = PlainText.visible(received);
      description = PlainText.withoutContacts(seenText);
    }
  }

  public void language(@Nullable String received) {
    language = received == null ? null : Language.of(received).orElse(null);
  }

  public void employer(@Nullable String received) {
    employer = PlainText.field(received, MAX_RAW);
  }

  /// Adds a place of work. Coordinates count only as a pair within range that is not 0/0.
  public void place(String field, @Nullable String city, @Nullable String postcode,
      @Nullable String region, @Nullable String country, @Nullable String latitude,
      @Nullable String longitude) {
    places.add(field, town(field, city), postcode, region, country, latitude, longitude);
  }

  /// Adds the places of work that a free text names, such as `Berlin, Germany; Remote`; a text that names
  /// none, such as `53 Locations`, is kept as raw value only. See [PlaceLine].
  ///
  /// @param country of the place, when it is stated apart from the text; null when not
  public void placeText(String field, @Nullable String received, @Nullable String country) {
    String text = PlainText.field(received, MAX_RAW);
    if (text == null) {
      return;
    }
    raw(field, text);
    PlaceLine line = PlaceLine.of(text);
    remoteUnlessStated(line.remote());
    for (PlaceLine.Part part : line.parts()) {
      place(field, part.city(), part.postcode(), part.region(),
          part.country() == null ? country : part.country(), null, null);
    }
  }

  /// Null for what names no town: "53 Locations", "Remote".
  private @Nullable String town(String field, @Nullable String city) {
    if (city == null || !PlaceText.isNoTown(city)) {
      return city;
    }
    remoteUnlessStated(PlaceText.remote(city));
    raw(field, city);
    return null;
  }

  public boolean hasPlace() {
    return !places.isEmpty();
  }

  public void remote(@Nullable RemoteWork received) {
    remote = received;
  }

  /// What a text hints at, which counts only if nothing was said in so many words.
  public void remoteUnlessStated(@Nullable RemoteWork hinted) {
    if (remote == null) {
      remote = hinted;
    }
  }

  public void contract(@Nullable Contract received) {
    terms.contract(received);
  }

  /// A contract as the source words it, in one of five languages; kept as a raw value, and absent when it
  /// names no kind or several. Of two readings the first counts; a stated code goes before.
  ///
  /// @return whether the record's contract is known now
  public boolean contractText(String field, @Nullable String received) {
    text(field, received, terms::contractText);
    return terms.hasContract();
  }

  public void hours(String field, @Nullable Double min, @Nullable Double max) {
    terms.hours(field, min, max);
  }

  /// Working time as the source words it: weekly hours count, "full time" and parts of it say no hours.
  public void hoursText(String field, @Nullable String received) {
    text(field, received, terms::hoursText);
  }

  /// A kind of employment or a timetable, in which hours may stand beside other things: only hours with
  /// their unit count, those of a day or shift do not, and what is not understood is no mistake.
  public void hoursWithin(String field, @Nullable String received) {
    text(field, received, terms::hoursWithin);
  }

  public void salary(String field, @Nullable Double min, @Nullable Double max,
      @Nullable Currency currency, Salary.@Nullable Period period) {
    terms.salary(field, min, max, currency, period);
  }

  /// Pay as the source words it. Net pay and "up to" are absent; a missing currency is that of the one
  /// country that the record's places state, a missing period the only plausible one.
  public void salaryText(String field, @Nullable String received) {
    text(field, received, terms::salaryText);
  }

  public void experienceMonths(@Nullable Integer months) {
    terms.experienceMonths(months);
  }

  /// Experience as the source words it: the least that is asked for.
  public void experienceText(String field, @Nullable String received) {
    text(field, received, terms::experienceText);
  }

  private void text(String field, @Nullable String received,
      BiConsumer<String, String> reader) {
    raw(field, received);
    String line = PlainText.field(received, MAX_TEXT);
    if (line != null) {
      reader.accept(field, line);
    }
  }

  /// The lowest level counts when several would do.
  public void education(@Nullable EducationLevel level) {
    demands.education(level);
  }

  public void licence(@Nullable DrivingLicence licence) {
    demands.licence(licence);
  }

  /// @param code ISO 639-1
  public void languageDemand(@Nullable String code, @Nullable CefrLevel level,
      Importance importance) {
    demands.language(code, level, importance);
  }

  public void skill(String field, @Nullable String received, Importance importance) {
    demands.skill(field, received, importance);
  }

  /// @param scheme see [org.metier.feed.StatedCode#scheme]
  public void occupationCode(String scheme, @Nullable String version, @Nullable String code) {
    demands.occupationCode(scheme, version, code);
  }

  public void occupationTitle(@Nullable String received) {
    demands.occupationTitle(received);
  }

  public void postedAt(String field, @Nullable Instant instant) {
    times.postedAt(field, instant);
  }

  public void validThrough(String field, @Nullable Instant instant) {
    times.validThrough(field, instant);
  }

  public void url(String field, @Nullable String received) {
    url = address(field, received);
  }

  /// Where a person can answer the vacancy, when that is another address than where it is read.
  public void applyUrl(String field, @Nullable String received) {
    applyUrl = address(field, received);
  }

  private @Nullable String address(String field, @Nullable String received) {
    if (received == null || received.isBlank()) {
      return null;
    }
    String address = WebAddress.of(received);
    if (address == null) {
      problem(ProblemCode.BAD_URL, field, received, "an address such as https://jobs.example/1");
    }
    return address;
  }

  /// How many people are looked for.
  public void positions(String field, @Nullable String received) {
    if (received == null || received.isBlank()) {
      return;
    }
    String digits = received.strip();
    if (digits.matches("0*[1-9]\\d{0,3}")) {
      positions = Integer.valueOf(digits);
    } else {
      problem(ProblemCode.BAD_NUMBER, field, received, "a number of positions, such as 2");
    }
  }

  public void startsOn(@Nullable LocalDate day) {
    times.startsOn(day);
  }

  /// The employer's legal identifier; leave it out where it may be a person's own number.
  public void employerId(@Nullable String received) {
    employerId = identifier(received, 60);
  }

  public void agency(@Nullable Boolean received) {
    isAgency = received;
  }

  /// What the same vacancy is called elsewhere.
  ///
  /// @param kind who or what gave the key, such as `requisition` or a partner's name
  public void partnerKey(String kind, @Nullable String received) {
    String key = identifier(received, MAX_RAW);
    if (key != null) {
      partnerKeys.add(kind.toLowerCase(Locale.ROOT) + ":" + key);
    }
  }

  /// An identifier is taken as it is, digits that look like a telephone number included; one that is an
  /// address of a person is not taken.
  private static @Nullable String identifier(@Nullable String received, int maxLength) {
    String line = received == null ? "" : PlainText.line(received);
    return line.isEmpty() || line.length() > maxLength || line.indexOf('@') > 0 ? null : line;
  }

  /// What the source itself says against trusting the text.
  public void flag(VacancyFlag flag) {
    flags.add(flag);
  }

  /// The record is a tombstone: nothing but its key counts.
  ///
  /// @param at null when the source does not say
  public void withdrawn(@Nullable Instant at) {
    isWithdrawn = true;
    withdrawnAt = at;
  }

  /// Keeps a value as received, shortened, and without contact data.
  public void raw(String field, @Nullable String received) {
    String text = PlainText.field(received, MAX_RAW);
    if (text != null) {
      raw.put(field, text);
    }
  }

  public FeedItem finish() {
    if (isWithdrawn && id != null) {
      return new FeedItem.Withdrawn(id, where, withdrawnAt);
    }
    if (rejection != null) {
      return new FeedItem.Rejected(rejection);
    }
    if (id == null || title == null) {
      throw new IllegalStateException("a reader asked for neither key nor title of " + where);
    }
    if (description.isEmpty() && demands.skills().isEmpty()) {
      problem(ProblemCode.THIN, "", "neither text nor skills", "a description of the position");
      flags.add(VacancyFlag.THIN);
    }
    if (hasHiddenText) {
      flags.add(VacancyFlag.HIDDEN_TEXT);
    }
    flags.addAll(Suspicions.of(seenTitle, seenText, demands.skills().size()));
    Vacancy.Builder vacancy = Vacancy.builder(id, title)
        .description(description)
        .language(language)
        .employer(employer)
        .workplaces(places.precise())
        .remote(remote)
        .url(url)
        .applyUrl(applyUrl)
        .positions(positions)
        .flags(flags)
        .raw(raw);
    demands.fill(vacancy);
    times.fill(vacancy);
    terms.fill(vacancy, places.countries());
    return new FeedItem.Accepted(new VacancyDraft(vacancy.build(), demands.skills(),
        demands.occupationCodes(), demands.occupationTitles(), employerId, isAgency, partnerKeys),
        where, remarks);
  }
}
