package org.metier.feed;

import java.util.List;
import org.metier.vacancy.Vacancy;

/// A vacancy as its source states it, before occupations and skills are looked up in a taxonomy.
///
/// @param vacancy without occupations and skills
/// @param skillTexts skills that the source lists apart from the text
/// @param occupationCodes ISCO-08 codes or concept URIs that the source states
/// @param occupationTitles names of the occupation that the source gives beside the title
public record VacancyDraft(Vacancy vacancy, List<SkillText> skillTexts,
    List<String> occupationCodes, List<String> occupationTitles) {
  public VacancyDraft {
    skillTexts = List.copyOf(skillTexts);
    occupationCodes = List.copyOf(occupationCodes);
    occupationTitles = List.copyOf(occupationTitles);
  }
}
