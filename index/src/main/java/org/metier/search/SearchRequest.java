package org.metier.search;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metier.text.Language;

/// What is searched for. The query language:
///
/// | typed | means |
/// |---|---|
/// | `nurse night` | these words, in any form and any language that the taxonomy has them in; see [WordMode] |
/// | `"night shift"` | these words as written, one after the other; always needed |
/// | `+german` | always needed |
/// | `-agency`, `-"cold calling"` | nothing with these words |
///
/// Anything else, unbalanced quotes included, is searched for as well as can be: no text is refused. Of
/// long texts the first 1,000 characters and 32 words are looked at.
///
/// @param text as typed
/// @param language of the reader and, more likely than not, of the text; null when not known
/// @param near places of work to look around; empty for anywhere
/// @param selections values of facets
/// @param pageSize 1 to 100
/// @param page token from [SearchResult#nextPage] of the same search; null for the first page
public record SearchRequest(String text, @Nullable Language language, WordMode mode,
    List<Circle> near, Set<FacetValue> selections, @Nullable PayFloor pay, SearchOrder order,
    int pageSize, @Nullable String page) {
  private static final int MAX_PAGE = 100;
  private static final int MAX_PLACES = 20;
  private static final int MAX_SELECTIONS = 200;

  public SearchRequest {
    if (pageSize < 1 || pageSize > MAX_PAGE) {
      throw new IllegalArgumentException("pageSize must be 1 to 100, was " + pageSize);
    }
    if (near.size() > MAX_PLACES) {
      throw new IllegalArgumentException("near must be at most 20 places, was " + near.size());
    }
    if (selections.size() > MAX_SELECTIONS) {
      throw new IllegalArgumentException(
          "selections must be at most 200 values, was " + selections.size());
    }
    if (order == SearchOrder.DISTANCE && near.isEmpty()) {
      throw new IllegalArgumentException("the order DISTANCE needs a place in near");
    }
    near = List.copyOf(near);
    selections = Collections.unmodifiableSet(new TreeSet<>(selections));
  }

  /// @param text as typed; empty for all open vacancies
  public static Builder builder(String text) {
    return new Builder(text);
  }

  /// A builder that starts from this request, on its first page.
  public Builder toBuilder() {
    return new Builder(text).language(language)
        .mode(mode)
        .near(near)
        .selections(selections)
        .pay(pay)
        .order(order)
        .pageSize(pageSize);
  }

  /// Collects the settings of a [SearchRequest]; all are optional. Not thread-safe.
  public static final class Builder {
    private final String text;
    private @Nullable Language language;
    private WordMode mode = WordMode.MOST;
    private List<Circle> near = List.of();
    private Set<FacetValue> selections = Set.of();
    private @Nullable PayFloor pay;
    private SearchOrder order = SearchOrder.RELEVANCE;
    private int pageSize = 10;
    private @Nullable String page;

    private Builder(String text) {
      this.text = text;
    }

    /// Words are looked up in this language's labels first; unknown by default.
    public Builder language(@Nullable Language language) {
      this.language = language;
      return this;
    }

    /// [WordMode#MOST] by default.
    public Builder mode(WordMode mode) {
      this.mode = mode;
      return this;
    }

    /// Work within any of these circles, or from anywhere; at most 20.
    public Builder near(List<Circle> near) {
      this.near = near;
      return this;
    }

    /// Values to narrow down to, at most 200; each facet's are alternatives.
    public Builder selections(Collection<FacetValue> selections) {
      this.selections = new TreeSet<>(selections);
      return this;
    }

    public Builder pay(@Nullable PayFloor pay) {
      this.pay = pay;
      return this;
    }

    /// [SearchOrder#RELEVANCE] by default.
    public Builder order(SearchOrder order) {
      this.order = order;
      return this;
    }

    /// @param hits 1 to 100; 10 by default
    public Builder pageSize(int hits) {
      this.pageSize = hits;
      return this;
    }

    /// The page that a token names; the first by default.
    public Builder page(@Nullable String page) {
      this.page = page;
      return this;
    }

    public SearchRequest build() {
      return new SearchRequest(text, language, mode, near, selections, pay, order, pageSize, page);
    }
  }
}
