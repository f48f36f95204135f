package org.metier.index.internal;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.metier.link.JobTitle;
import org.metier.place.Place;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Token;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.Vacancy;
import org.metier.work.Salary;

/// What only the search of a portal needs of a vacancy: exact words, facets, pay, completions.
final class SearchFields {
  private static final int MAX_COMPLETION = 80;
  private static final int MAX_WORD = 40;
  /// A linked occupation less sure than this is only one of several that it may be.
  private static final double LIKELY = 0.4;

  /// Signs that a query would take for orders.
  private static final Pattern ORDER = Pattern
      .compile("[\"\u201c\u201d\u201e\u00ab\u00bb]|(?<!\\S)[-+\u2013\u2212]+");
  private static final Pattern BLANK = Pattern.compile("\\s+");

  private SearchFields() {}

  static void add(Document document, Vacancy vacancy, Taxonomy taxonomy) {
    words(document, vacancy);
    facets(document, vacancy, taxonomy);
    completion(document, vacancy);
    Salary salary = vacancy.salary();
    if (salary != null) {
      document.add(new DoublePoint(Fields.pay(salary.currency().getCurrencyCode()),
          salary.maxPerYear()));
    }
    for (OccupationCode occupation : vacancy.occupations()) {
      if (occupation.confidence() >= LIKELY) {
        Fields.keyword(document, Fields.SURE_OCCUPATION, occupation.uri());
      }
    }
  }

  private static void words(Document document, Vacancy vacancy) {
    text(document, Fields.EXACT_TITLE, vacancy.title());
    text(document, Fields.EXACT_TEXT, vacancy.description());
    if (vacancy.employer() != null) {
      text(document, Fields.EXACT_EMPLOYER, vacancy.employer());
    }
    for (Place place : vacancy.workplaces()) {
      if (place.city() != null) {
        text(document, Fields.EXACT_PLACE, place.city());
      }
      if (place.region() != null) {
        text(document, Fields.EXACT_PLACE, place.region());
      }
    }
    Set<String> seen = new HashSet<>();
    for (Token token : ExactWords.of(vacancy.title())) {
      String word = token.span().of(vacancy.title()).toLowerCase(Locale.ROOT);
      if (word.length() <= MAX_WORD && word.chars().allMatch(Character::isLetter)
          && seen.add(word)) {
        Fields.keyword(document, Fields.WORD, word);
      }
    }
  }

  private static void text(Document document, String field, String text) {
    document.add(new TextField(field, text, Field.Store.NO));
  }

  private static void facets(Document document, Vacancy vacancy, Taxonomy taxonomy) {
    for (Map.Entry<String, String> facet : FacetTerms.of(vacancy, taxonomy).entrySet()) {
      Fields.keyword(document, Fields.FACET, facet.getKey());
      String value = facet.getValue().isEmpty()
          ? facet.getKey()
          : facet.getKey() + FacetTerms.DISPLAY + facet.getValue();
      document.add(new SortedSetDocValuesField(Fields.FACET, new BytesRef(value)));
    }
  }

  /// Signs that a query would take for orders are left out.
  private static void completion(Document document, Vacancy vacancy) {
    String plain = ORDER.matcher(JobTitle.plain(vacancy.title())).replaceAll(" ");
    String title = BLANK.matcher(plain).replaceAll(" ").strip();
    if (!title.isEmpty() && title.length() <= MAX_COMPLETION) {
      String language = vacancy.language() == null ? "" : vacancy.language().code();
      String value = language + ":" + title;
      Fields.keyword(document, Fields.COMPLETION, value);
      document.add(new SortedDocValuesField(Fields.COMPLETION, new BytesRef(value)));
    }
  }
}
