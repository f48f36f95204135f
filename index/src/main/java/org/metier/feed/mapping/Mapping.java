package org.metier.feed.mapping;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.metier.feed.FeedException;
import org.metier.feed.internal.draft.PlainText;

/// Says which column of a table, or which property of flat JSON objects, fills which field of a vacancy.
/// Immutable.
///
/// A mapping file is one JSON object; `fields` is needed, all else is optional:
///
/// | name | meaning | default |
/// |---|---|---|
/// | `charset` | of a CSV file without byte order mark | `UTF-8` |
/// | `separator`, `quote` | of a CSV file, one character each | `,` and `"` |
/// | `records` | of a JSON file: the name that the array of records stands under | a bare array |
/// | `decimal` | decimal sign of numbers, `.` or `,` | `.` |
/// | `zone` | of dates and times that carry none, such as `Europe/Warsaw` | that of the feed |
/// | `dateFormats` | `iso`, `epochDay`, `epochSeconds`, `epochMillis`, or patterns such as `dd.MM.yyyy` | `["iso"]` |
/// | `language` | of titles and descriptions, such as `pl` | told from the text |
/// | `absent` | values that mean "not said", whatever their case | none |
/// | `raw` | columns to keep as received | none |
/// | `fields` | field to rule | |
///
/// The fields are `key` and `title` (both needed), `description`, `language`, `employer`, `city`,
/// `postcode`, `region`, `country`, `latitude`, `longitude`, `remote` (ON_SITE, HYBRID, REMOTE),
/// `contract` (PERMANENT, FIXED_TERM, …), `hoursMin`, `hoursMax` (a week), `salaryMin`, `salaryMax`,
/// `salaryCurrency` (ISO 4217), `salaryPeriod` (HOUR, DAY, WEEK, MONTH, YEAR), `experienceMonths`,
/// `education` (LESS_THAN_PRIMARY to DOCTORATE, or 0 to 8 after ISCED), `languages`, `drivingLicences`,
/// `skills`, `occupationCode` (ISCO-08 or concept URI), `occupationTitle`, `postedAt`, `validThrough`,
/// `url`, `applyUrl` (where a person answers, when that is another address), `positions` (how many people
/// are looked for), `startsOn` (a date), `employerId` (a legal person's identifier, never one that can be a
/// person's own number), `isAgency` (true or false) and `partnerKey` (what the vacancy is called elsewhere).
///
/// What a source writes as people do goes into `salaryText` ("2 000 – 2 400 € brut par mois"), `hoursText`
/// ("38 u/week"), `contractText` ("umowa o pracę na czas określony") and `experienceText` ("min. 2 Jahre"):
/// read in English, French, Dutch, Polish and German, and absent when ambiguous. The fields for numbers and
/// constants above go before them.
///
/// A rule is the name of a column; or an object with `column` (or `constant`) and, as needed,
/// `until` (a text at which the cell is cut), `pattern` (a regular expression: what its first group finds
/// counts), `values` (what each value stands for; null for one that says nothing; a value that is not
/// listed is reported and left out), `absent`, `split` (a regular expression between several values),
/// `scheme` and `version` (the classification of an `occupationCode`, such as `kzis`; without it codes are
/// ISCO-08 codes or concept URIs; of a `partnerKey`, who gave it, without it the column's name), `heading` (put before this part of the description) and `importance` (of skills and languages:
/// REQUIRED, DESIRED or MENTIONED); or an array of rules. Of an array `description` joins all parts,
/// `languages`, `drivingLicences`, `skills`, `occupationCode`, `occupationTitle` and `partnerKey` take all
/// values, the texts the first one that is understood, and the other fields the first one found. Unknown names are errors.
public final class Mapping {
  private final Settings settings;
  private final Map<MappedField, List<FieldRule>> rules;
  private final Set<String> raw;

  /// What holds for all columns.
  ///
  /// @param zone null for the feed's own
  /// @param records null for a bare array
  /// @param language null when it is to be told from the text
  public record Settings(Charset charset, char separator, char quote, char decimal,
      @Nullable ZoneId zone,
      List<String> dateFormats, @Nullable String records, @Nullable String language) {
    public Settings {
      dateFormats = List.copyOf(dateFormats);
    }
  }

  public Mapping(Settings settings, Map<MappedField, List<FieldRule>> rules, Set<String> raw) {
    this.settings = settings;
    this.rules = Map.copyOf(rules);
    this.raw = Set.copyOf(raw);
  }

  /// @throws FeedException if the file is missing or no mapping; the message says what is wrong where
  public static Mapping read(Path file) throws IOException {
    try {
      return parse(Files.readString(file), String.valueOf(file.getFileName()));
    } catch (NoSuchFileException e) {
      throw new FeedException("there is no mapping file " + file + "; check the path", e);
    } catch (java.nio.charset.CharacterCodingException e) {
      throw new FeedException("the mapping file " + file + " is not UTF-8", e);
    }
  }

  /// @param name stands for the mapping in messages
  /// @throws FeedException if the text is no mapping
  public static Mapping parse(String json, String name) {
    return new MappingReader(name).read(json);
  }

  public Settings settings() {
    return settings;
  }

  public List<FieldRule> rules(MappedField field) {
    return rules.getOrDefault(field, List.of());
  }

  public Set<String> raw() {
    return raw;
  }

  /// All columns that are read.
  public Set<String> columns() {
    Set<String> columns = rules.values()
        .stream()
        .flatMap(List::stream)
        .map(FieldRule::column)
        .filter(c -> c != null)
        .collect(Collectors.toCollection(TreeSet::new));
    columns.addAll(raw);
    return columns;
  }

  /// Equal for mappings that read a feed alike, in every run of the program.
  public String canonical() {
    return settings + " " + rules.entrySet()
        .stream()
        .map(e -> e.getKey() + "=" + e.getValue().stream().map(FieldRule::canonical).toList())
        .sorted()
        .toList() + " " + new TreeSet<>(raw);
  }

  /// How values are compared: without case and with single blanks.
  public static String folded(String value) {
    return PlainText.line(value).toLowerCase(Locale.ROOT);
  }
}
