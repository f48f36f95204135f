package org.metier.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.metier.index.internal.FacetTerms;
import org.metier.place.Place;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Evidence;
import org.metier.text.Language;

/// Words a search for a reader: what the query was taken to mean, why a vacancy was found, what was left
/// out, and the names of facets and their values. Plain text.
///
/// Immutable and thread-safe. Making one looks at every ISCO group once.
public final class SearchWording {
  private final Language language;
  private final Taxonomy taxonomy;
  /// Patterns of [MessageFormat], where an apostrophe is always typographic.
  private final Properties patterns;
  private final Map<String, Integer> groups = new HashMap<>();

  private SearchWording(Language language, Taxonomy taxonomy, Properties patterns) {
    this.language = language;
    this.taxonomy = taxonomy;
    this.patterns = patterns;
    for (int group : taxonomy.concepts(ConceptKind.ISCO_GROUP)) {
      groups.put(taxonomy.code(group), group);
    }
  }

  /// @param language of the reader
  public static SearchWording in(Language language, Taxonomy taxonomy) {
    return new SearchWording(language, taxonomy, patterns(language));
  }

  private static Properties patterns(Language language) {
    String name = "search_" + language.code() + ".properties";
    Properties patterns = new Properties();
    try (InputStream in = SearchWording.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("metier-index was built without " + name);
      }
      patterns.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
    return patterns;
  }

  Set<String> keys() {
    return patterns.stringPropertyNames();
  }

  /// What the query was taken to mean, one sentence for each kind of part that it has; empty for an empty
  /// query.
  public List<String> describe(Interpretation query) {
    List<String> sentences = new ArrayList<>();
    add(sentences, "query.words", query.words());
    add(sentences, "query.phrases", query.phrases());
    add(sentences, "query.required", query.required());
    add(sentences, "query.excluded", query.excluded());
    add(sentences, "query.concepts",
        query.concepts().stream().map(c -> label(c.uri())).distinct().toList());
    add(sentences, "query.ignored", query.ignored());
    return sentences;
  }

  private void add(List<String> sentences, String key, List<String> items) {
    if (!items.isEmpty()) {
      sentences.add(of(key, String.join(of("list.separator"), items)));
    }
  }

  /// Why a vacancy was found, in one sentence.
  public String describe(Finding finding) {
    return switch (finding) {
      case Finding.Words words -> of("found.words." + words.part(),
          String.join(of("list.separator"), words.words()));
      case Finding.Phrase phrase -> of("found.phrase." + phrase.part(), phrase.phrase());
      case Finding.Concept concept -> concept(concept);
      case Finding.Nearby nearby -> nearby(nearby.place(), nearby.distanceKm());
      case Finding.FromAnywhere anywhere -> of("found.anywhere");
    };
  }

  private String concept(Finding.Concept concept) {
    OptionalInt number = taxonomy.find(concept.uri());
    boolean isSkill = number.isPresent()
        && taxonomy.kind(number.getAsInt()) == ConceptKind.SKILL;
    Evidence evidence = concept.evidence();
    String key = isSkill ? "found.skill" : "found.occupation";
    return evidence == null
        ? of(key, concept.words(), label(concept.uri()))
        : of(key + ".evidence", concept.words(), label(concept.uri()),
            evidence.quote().strip().replaceAll("\\s+", " "));
  }

  private String nearby(Place place, double km) {
    String distance = number(km < 10 ? Math.ceil(km) : Math.rint(km));
    String name = name(place);
    return name == null ? of("found.nearby", distance) : of("found.nearby.place", distance, name);
  }

  private @Nullable String name(Place place) {
    return place.city() != null
        ? place.city()
        : place.region() != null ? place.region() : place.postcode();
  }

  /// What was left out because it is not known; empty when nothing was.
  public List<String> describe(LeftOut leftOut) {
    List<String> sentences = new ArrayList<>();
    if (leftOut.withoutPlace() > 0) {
      sentences.add(of("leftOut.place", number(leftOut.withoutPlace())));
    }
    if (leftOut.withoutPay() > 0) {
      sentences.add(of("leftOut.pay", number(leftOut.withoutPay())));
    }
    return sentences;
  }

  /// What a facet is called: `Contract`.
  public String heading(Facet facet) {
    return of("facet." + facet.name());
  }

  /// What a value of a facet is called: `Permanent`. Places that were counted have the name that the
  /// vacancies give them, see [FacetCount#written].
  public String label(FacetCount count) {
    return label(count.value(), count.written());
  }

  /// What a value of a facet is called. A region or town that was not counted is called as it is
  /// compared: in lower case without accents.
  public String label(FacetValue value) {
    return label(value, value.value().substring(value.value().lastIndexOf('/') + 1));
  }

  private String label(FacetValue value, String written) {
    String text = value.value();
    if (text.equals(Facet.UNKNOWN)) {
      return of("unknown");
    }
    return switch (value.facet()) {
      case OCCUPATION -> {
        Integer group = groups.get(text);
        yield group == null ? text : taxonomy.label(group, language);
      }
      case PLACE -> text.length() == 2
          ? Locale.of("", text).getDisplayCountry(language.locale())
          : written;
      case CONTRACT -> of("contract." + text);
      case HOURS -> of("hours." + text);
      case SALARY -> salary(text);
      case LANGUAGE -> Locale.of(text).getDisplayLanguage(language.locale());
      case SOURCE -> text;
      case FRESHNESS -> text.equals(FacetValue.OLDER)
          ? of("freshness.older", number(Constraints.oldest()))
          : text.equals("1") ? of("freshness.1") : of("freshness.days", text);
      case REMOTE -> of("remote." + text);
    };
  }

  private String salary(String band) {
    if (band.equals(FacetTerms.OTHER_CURRENCY)) {
      return of("salary.other");
    }
    String currency = band.substring(0, 3);
    List<Integer> bands = FacetTerms.salaryBands(currency);
    int lower = Integer.parseInt(band.substring(4));
    int place = bands.indexOf(lower);
    if (place == bands.size() - 1) {
      return of("salary.from", number(lower), currency);
    }
    String upper = number(bands.get(place + 1));
    return lower == 0
        ? of("salary.under", upper, currency)
        : of("salary.range", number(lower), upper, currency);
  }

  private String label(String uri) {
    OptionalInt concept = taxonomy.find(uri);
    return concept.isPresent() ? taxonomy.label(concept.getAsInt(), language) : uri;
  }

  private String number(double number) {
    NumberFormat format = NumberFormat.getNumberInstance(language.locale());
    format.setMaximumFractionDigits(0);
    return format.format(number);
  }

  String of(String key, Object... arguments) {
    String pattern = patterns.getProperty(key);
    if (pattern == null) {
      throw new IllegalStateException("no wording for " + key + " in " + language.code());
    }
    return new MessageFormat(pattern, language.locale()).format(arguments);
  }
}
