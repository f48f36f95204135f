package org.metier.feed.internal.draft;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metier.feed.FeedItem;
import org.metier.feed.FeedProblem;
import org.metier.feed.ProblemCode;
import org.metier.feed.SkillText;
import org.metier.feed.StatedCode;
import org.metier.feed.VacancyDraft;
import org.metier.place.GeoPoint;
import org.metier.place.Place;
import org.metier.place.PlacePrecision;
import org.metier.place.PlaceText;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.EducationLevel;
import org.metier.text.Language;
import org.metier.vacancy.LanguageDemand;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyFlag;
import org.metier.vacancy.VacancyId;
import org.metier.work.Contract;
import org.metier.work.Importance;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

/// Collects one record: cleans what is usable, leaves out what is absent, and notes what is wrong. Every
/// method takes null or blank for "the source does not say". Not thread-safe.
public final class Draft {
  private static final int MAX_TITLE = 300;
  private static final int MAX_RAW = 200;
  private static final int MAX_SKILL = 500;
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private final String source;
  private final String where;
  private final List<FeedProblem> remarks = new ArrayList<>();
  private @Nullable FeedProblem rejection;
  private @Nullable VacancyId id;
  private @Nullable String title;
  private String description = "";
  private @Nullable Language language;
  private @Nullable String employer;
  private final Set<Place> workplaces = new LinkedHashSet<>();
  private @Nullable RemoteWork remote;
  private final Map<String, LanguageDemand> languages = new TreeMap<>();
  private @Nullable EducationLevel education;
  private @Nullable Integer experienceMonths;
  private final Set<DrivingLicence> licences = EnumSet.noneOf(DrivingLicence.class);
  private @Nullable Contract contract;
  private @Nullable WeeklyHours hours;
  private @Nullable Salary salary;
  private @Nullable Instant postedAt;
  private @Nullable Instant validThrough;
  private @Nullable String url;
  private final Set<VacancyFlag> flags = EnumSet.noneOf(VacancyFlag.class);
  private final Map<String, String> raw = new TreeMap<>();
  private final Set<SkillText> skills = new LinkedHashSet<>();
  private final Set<StatedCode> occupationCodes = new LinkedHashSet<>();
  private @Nullable String applyUrl;
  private @Nullable Integer positions;
  private @Nullable LocalDate startsOn;
  private @Nullable String employerId;
  private @Nullable Boolean isAgency;
  private final Set<String> partnerKeys = new TreeSet<>();
  private boolean isWithdrawn;
  private @Nullable Instant withdrawnAt;
  private final Set<String> occupationTitles = new LinkedHashSet<>();

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
    if (line.isEmpty()) {
      problem(ProblemCode.MISSING_TITLE, field, "", "the title of the position");
    } else {
      title = PlainText.shortened(PlainText.withoutContacts(line), MAX_TITLE);
    }
  }

  public void description(@Nullable String received) {
    if (received != null) {
      description = PlainText.withoutContacts(PlainText.of(received));
    }
  }

  /// A description that its sender declares to be plain text.
  public void plainDescription(@Nullable String received) {
    if (received != null) {
      description = PlainText.withoutContacts(PlainText.visible(received));
    }
  }

  public void language(@Nullable String received) {
    language = received == null ? null : Language.of(received).orElse(null);
  }

  public void employer(@Nullable String received) {
    employer = line(received, MAX_RAW);
  }

  /// Adds a place of work. Coordinates count only as a pair within range that is not 0/0.
  public void place(String field, @Nullable String city, @Nullable String postcode,
      @Nullable String region, @Nullable String country, @Nullable String latitude,
      @Nullable String longitude) {
    String code = country == null || country.isBlank() ? null : Countries.code(country);
    if (code == null && country != null && !country.isBlank()) {
      problem(ProblemCode.BAD_PLACE, field, country, "a country, such as FR or France");
    }
    GeoPoint point = point(field, latitude, longitude);
    String cleanCity = town(field, line(city, MAX_RAW));
    String cleanPostcode = line(postcode, 20);
    String cleanRegion = line(region, MAX_RAW);
    if (cleanCity != null || cleanPostcode != null || cleanRegion != null || code != null
        || point != null) {
      workplaces.add(new Place(cleanCity, cleanPostcode, cleanRegion, code, point,
          point == null ? null : PlacePrecision.ADDRESS));
    }
  }

  /// Adds the places of work that a free text names, such as `Berlin, Germany; Remote`; a text that names
  /// none, such as `53 Locations`, is kept as raw value only. See [PlaceLine].
  ///
  /// @param country of the place, when it is stated apart from the text; null when not
  public void placeText(String field, @Nullable String received, @Nullable String country) {
    String text = line(received, MAX_RAW);
    if (text == null) {
      return;
    }
    raw(field, text);
    PlaceLine places = PlaceLine.of(text);
    remoteUnlessStated(places.remote());
    for (PlaceLine.Part part : places.parts()) {
      place(field, part.city(), part.postcode(), part.region(),
          part.country() == null ? country : part.country(), null, null);
    }
  }

  /// Null for what names no town: "53 Locations", "Remote".
  private @Nullable String town(String field, @Nullable String city) {
    if (city == null || !PlaceText.isNoTown(city)) {
      return city;
    }
    remote = remote == null ? PlaceText.remote(city) : remote;
    raw(field, city);
    return null;
  }

  private @Nullable GeoPoint point(String field, @Nullable String latitude,
      @Nullable String longitude) {
    if (isBlank(latitude) && isBlank(longitude)) {
      return null;
    }
    Double lat = latitude == null ? null : Numerals.number(latitude);
    Double lon = longitude == null ? null : Numerals.number(longitude);
    if (lat != null && lon != null && Math.abs(lat) <= 90 && Math.abs(lon) <= 180
        && (lat != 0 || lon != 0)) {
      return new GeoPoint(lat, lon);
    }
    problem(ProblemCode.BAD_PLACE, field, latitude + " / " + longitude,
        "latitude -90 to 90 and longitude -180 to 180, such as 48.85 / 2.35");
    return null;
  }

  public boolean hasPlace() {
    return !workplaces.isEmpty();
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
    contract = received;
  }

  public void hours(String field, @Nullable Double min, @Nullable Double max) {
    Double either = min == null ? max : min;
    if (either == null) {
      return;
    }
    double low = either;
    double high = max == null ? low : max;
    if (low > 0 && high >= low && high <= 100) {
      hours = new WeeklyHours(low, high);
    } else {
      problem(ProblemCode.BAD_NUMBER, field, low + " to " + high, "hours a week, such as 38");
    }
  }

  public void salary(String field, @Nullable Double min, @Nullable Double max,
      @Nullable Currency currency,
      Salary.@Nullable Period period) {
    if (min == null) {
      return; // "up to" says nothing about the least
    }
    double low = min;
    double high = max == null ? low : max;
    String found = low + " to " + high + " " + currency + " per " + period;
    if (currency == null || period == null || !(low > 0 && high >= low && high < 1e9)) {
      problem(ProblemCode.BAD_SALARY, field, found,
          "an amount above 0 with currency and period, such as 2000 to 2400 EUR per MONTH");
    } else if (!Pay.isPlausible(low, high, currency, period)) {
      problem(ProblemCode.IMPLAUSIBLE_SALARY, field, found,
          "what somebody can earn in that period");
    } else {
      salary = new Salary(low, high, currency, period);
    }
  }

  public void experienceMonths(@Nullable Integer months) {
    experienceMonths = months != null && months >= 0 && months <= 600 ? months : null;
  }

  /// The lowest level counts when several would do.
  public void education(@Nullable EducationLevel level) {
    if (level != null && (education == null || level.compareTo(education) < 0)) {
      education = level;
    }
  }

  public void licence(@Nullable DrivingLicence licence) {
    if (licence != null) {
      licences.add(licence);
    }
  }

  /// @param code ISO 639-1
  public void languageDemand(@Nullable String code, @Nullable CefrLevel level,
      Importance importance) {
    if (code != null && code.matches("[a-z]{2}")) {
      languages.putIfAbsent(code, new LanguageDemand(code, level, importance));
    }
  }

  public void skill(String field, @Nullable String received, Importance importance) {
    String text = line(received, MAX_SKILL);
    if (text != null) {
      skills.add(new SkillText(field, text, importance));
    }
  }

  /// @param scheme see [StatedCode#scheme]
  public void occupationCode(String scheme, @Nullable String version, @Nullable String code) {
    if (code != null && !code.isBlank() && code.length() <= 300) {
      occupationCodes.add(new StatedCode(scheme, version, code.strip()));
    }
  }

  public void occupationTitle(@Nullable String received) {
    String text = line(received, MAX_TITLE);
    if (text != null) {
      occupationTitles.add(text);
    }
  }

  public void postedAt(String field, @Nullable Instant instant) {
    postedAt = inRange(field, instant);
  }

  public void validThrough(String field, @Nullable Instant instant) {
    validThrough = inRange(field, instant);
    if (validThrough != null && postedAt != null && validThrough.isBefore(postedAt)) {
      problem(ProblemCode.DEADLINE_BEFORE_POSTING, field, validThrough.toString(),
          "a date after the publication, " + postedAt);
    }
  }

  private @Nullable Instant inRange(String field, @Nullable Instant instant) {
    if (instant != null && (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST))) {
      problem(ProblemCode.BAD_DATE, field, instant.toString(), "a date from 1990 to 2099");
      return null;
    }
    return instant;
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
    String address = received.strip();
    if (address.toLowerCase(Locale.ROOT).matches("https?://[^\\s\"'<>]{1,2000}")) {
      return address;
    }
    problem(ProblemCode.BAD_URL, field, address, "an address such as https://jobs.example/1");
    return null;
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
    boolean isInRange = day != null && day.getYear() >= 1990 && day.getYear() < 2100;
    startsOn = isInRange ? day : null;
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
    String text = line(received, MAX_RAW);
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
    if (description.isEmpty() && skills.isEmpty()) {
      problem(ProblemCode.THIN, "", "neither text nor skills", "a description of the position");
      flags.add(VacancyFlag.THIN);
    }
    Vacancy vacancy = Vacancy.builder(id, title)
        .description(description)
        .language(language)
        .employer(employer)
        .workplaces(preciseWorkplaces())
        .remote(remote)
        .languages(List.copyOf(languages.values()))
        .education(education)
        .experienceMonths(experienceMonths)
        .drivingLicences(licences)
        .contract(contract)
        .hours(hours)
        .salary(salary)
        .postedAt(postedAt)
        .validThrough(validThrough)
        .url(url)
        .applyUrl(applyUrl)
        .positions(positions)
        .startsOn(startsOn)
        .flags(flags)
        .raw(raw)
        .build();
    return new FeedItem.Accepted(new VacancyDraft(vacancy, List.copyOf(skills),
        List.copyOf(occupationCodes), List.copyOf(occupationTitles), employerId, isAgency,
        partnerKeys), where, remarks);
  }

  /// Without places of which only the country is known, when there is a better one in that country or in
  /// none that is named.
  private List<Place> preciseWorkplaces() {
    return workplaces.stream()
        .filter(coarse -> !isCountryOnly(coarse) || workplaces.stream()
            .noneMatch(fine -> !isCountryOnly(fine) && (fine.country() == null
                || fine.country().equals(coarse.country()))))
        .toList();
  }

  private static boolean isCountryOnly(Place place) {
    return place.city() == null && place.postcode() == null && place.region() == null
        && place.point() == null;
  }

  private static @Nullable String line(@Nullable String received, int maxLength) {
    if (received == null) {
      return null;
    }
    String line = PlainText.withoutContacts(PlainText.line(received));
    return line.isEmpty() ? null : PlainText.shortened(line, maxLength);
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
