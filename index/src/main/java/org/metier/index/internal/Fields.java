package org.metier.index.internal;

import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.jspecify.annotations.Nullable;
import org.metier.coding.IscoCodes;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.internal.LuceneAnalyzers;

/// The fields that vacancies and profiles share in their indexes.
public final class Fields {
  public static final String ID = "id";
  /// The whole entry, stored.
  public static final String JSON = "json";
  public static final String HASH = "hash";
  /// Since when a profile is kept, in milliseconds, stored; profiles of earlier releases have none.
  public static final String KEPT = "kept";
  /// Bytes: what ranking needs of a vacancy ([org.metier.match.internal.RowWriter]).
  public static final String ROW = "row";
  public static final String SOURCE = "source";
  public static final String LANGUAGE = "language";
  public static final String COUNTRY = "country";
  public static final String CONTRACT = "contract";
  public static final String REMOTE = "remote";
  public static final String POINT = "point";
  public static final String POSTED = "posted";
  public static final String SKILL = "skill";
  /// Those of [#SKILL] that the vacancy cannot do without: it requires them, or names them without saying how
  /// they count.
  public static final String ESSENTIAL_SKILL = "essential_skill";
  /// ISO 639-1 codes of the languages that the vacancy cannot do without, in the same sense.
  public static final String ASKED_LANGUAGE = "asked_language";
  public static final String OCCUPATION = "occupation";
  /// ISCO-08 codes of the occupations, cut to 1, 2, 3 and 4 digits.
  public static final String ISCO = "isco";
  /// Occupations that were stated or are likely; [#OCCUPATION] has the others, too.
  public static final String SURE_OCCUPATION = "sure_occupation";
  /// Words as written, whatever the language: see [ExactWords].
  public static final String EXACT_TITLE = "exact_title";
  public static final String EXACT_TEXT = "exact_text";
  public static final String EXACT_EMPLOYER = "exact_employer";
  public static final String EXACT_PLACE = "exact_place";
  /// Terms and doc values of [FacetTerms].
  public static final String FACET = "facet";
  /// The words of titles in lower case, to mend spelling from.
  public static final String WORD = "word";
  /// A title without its noise after the code of its language and a colon, to complete what is typed.
  public static final String COMPLETION = "completion";

  /// One for all: it remembers the words of a language that it has seen.
  private static final Analyzer ANALYZER = analyzers();

  private Fields() {}

  /// Titles in one language; those in none of ours are analysed as English.
  public static String title(@Nullable Language language) {
    return "title_" + (language == null ? Language.EN : language).code();
  }

  public static String text(@Nullable Language language) {
    return "text_" + (language == null ? Language.EN : language).code();
  }

  /// The analyzers of all fields. Thread-safe.
  public static Analyzer analyzer() {
    return ANALYZER;
  }

  private static Analyzer analyzers() {
    Map<String, Analyzer> analyzers = new HashMap<>();
    for (Language language : Language.values()) {
      Analyzer analyzer = LuceneAnalyzers.forLanguage(language);
      analyzers.put(title(language), analyzer);
      analyzers.put(text(language), analyzer);
    }
    Analyzer exact = ExactWords.analyzer();
    for (String field : new String[]{EXACT_TITLE, EXACT_TEXT, EXACT_EMPLOYER, EXACT_PLACE}) {
      analyzers.put(field, exact);
    }
    return new PerFieldAnalyzerWrapper(LuceneAnalyzers.forLanguage(Language.EN), analyzers);
  }

  /// The highest pay for a full-time year, in units of a currency.
  public static String pay(String currencyCode) {
    return "pay_" + currencyCode;
  }

  public static void keyword(Document document, String field, String value) {
    document.add(new StringField(field, value, Field.Store.NO));
  }

  /// Adds an occupation or ISCO group with all the groups it lies in.
  public static void occupation(Document document, Taxonomy taxonomy, String uri) {
    keyword(document, OCCUPATION, uri);
    String code = IscoCodes.of(taxonomy, uri);
    for (int digits = 1; digits <= code.length(); digits++) {
      keyword(document, ISCO, code.substring(0, digits));
    }
  }
}
