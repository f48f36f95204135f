package org.metier.feed;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// A vacancy as its source states it, before occupations and skills are looked up in a taxonomy.
///
/// @param vacancy without occupations and skills
/// @param skillTexts skills that the source lists apart from the text
/// @param occupationCodes that the source states
/// @param occupationTitles names of the occupation that the source gives beside the title
/// @param employerId legal identifier of the employer, never that of a person; null when not stated
/// @param isAgency whether the employer recruits for others; null when not stated
/// @param partnerKeys what the same vacancy is called elsewhere, such as `partner:123` or `requisition:R-7`
public record VacancyDraft(Vacancy vacancy, List<SkillText> skillTexts,
    List<StatedCode> occupationCodes, List<String> occupationTitles, @Nullable String employerId,
    @Nullable Boolean isAgency, Set<String> partnerKeys) {
  public VacancyDraft {
    skillTexts = List.copyOf(skillTexts);
    occupationCodes = List.copyOf(occupationCodes);
    occupationTitles = List.copyOf(occupationTitles);
    partnerKeys = Collections.unmodifiableSet(new TreeSet<>(partnerKeys));
  }

  /// This draft under another id.
  public VacancyDraft withId(VacancyId id) {
    return with(vacancy.toBuilder().id(id).build());
  }

  /// This draft with another vacancy.
  public VacancyDraft with(Vacancy other) {
    return new VacancyDraft(other, skillTexts, occupationCodes, occupationTitles, employerId,
        isAgency, partnerKeys);
  }

  /// A draft of which the source says no more than this.
  public static VacancyDraft of(Vacancy vacancy, List<SkillText> skillTexts,
      List<StatedCode> occupationCodes, List<String> occupationTitles) {
    return new VacancyDraft(vacancy, skillTexts, occupationCodes, occupationTitles, null, null,
        Set.of());
  }
}
