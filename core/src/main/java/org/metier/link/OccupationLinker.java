package org.metier.link;

import java.util.List;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;

/// Links job titles to occupations. Thread-safe.
public final class OccupationLinker {
  private OccupationLinker() {}

  public static OccupationLinker over(Taxonomy taxonomy, TextAnalyzer analyzer) {
    return new OccupationLinker();
  }

  /// The occupations a title may mean, best first.
  ///
  /// @param title a job title, with or without noise such as "(m/w/d)"
  /// @param language of the title; its labels are asked first, then those of the other languages
  /// @param limit how many at most, at least 1
  public List<OccupationLink> link(String title, Language language, int limit) {
    return List.of();
  }
}
