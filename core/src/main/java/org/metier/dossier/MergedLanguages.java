package org.metier.dossier;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.metier.profile.LanguageSkill;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.LanguageDimension;

/// The languages of all documents and corrections, each once.
record MergedLanguages(List<LanguageSkill> languages, List<Conflict> conflicts) {

  static MergedLanguages of(List<ReadDocument> documents, Corrections corrections) {
    Map<String, List<Member<LanguageSkill>>> groups = new LinkedHashMap<>();
    for (ReadDocument document : documents) {
      Source source = new Source.Document(document.id(), document.date());
      for (LanguageSkill skill : document.profile().languages()) {
        groups.computeIfAbsent(skill.language(), l -> new ArrayList<>())
            .add(new Member<>(skill, source));
      }
    }
    for (Correction correction : corrections.all()) {
      if (correction instanceof Correction.LanguageRejected(String language, var on)) {
        groups.remove(language);
      } else if (correction instanceof Correction.LanguageDeclared(LanguageSkill skill, var on)) {
        groups.computeIfAbsent(skill.language(), l -> new ArrayList<>())
            .addFirst(new Member<>(skill, new Source.Person(on)));
      }
    }
    List<LanguageSkill> languages = new ArrayList<>();
    List<Conflict> conflicts = new ArrayList<>();
    groups.forEach((language, group) -> languages.add(skill(language, group, conflicts)));
    return new MergedLanguages(List.copyOf(languages), List.copyOf(conflicts));
  }

  private static LanguageSkill skill(String language, List<Member<LanguageSkill>> group,
      List<Conflict> conflicts) {
    LanguageSkill used = group.getFirst().claim();
    Source source = group.getFirst().source();
    List<Side<LanguageSkill>> others = new ArrayList<>();
    for (Member<LanguageSkill> member : group.subList(1, group.size())) {
      LanguageSkill own = member.claim();
      LanguageSkill both = both(used, own);
      if (both == null) {
        if (others.stream().noneMatch(side -> isSameLevel(side.value(), own))) {
          others.add(new Side<>(own, member.source()));
        }
      } else {
        source = used.overall() == null ? member.source() : source;
        used = both;
      }
    }
    LanguageSkill merged = new LanguageSkill(language, used.level(), used.dimensions(),
        Claims.evidence(group, LanguageSkill::evidence));
    if (!others.isEmpty()) {
      List<Side<LanguageSkill>> sides = new ArrayList<>(List.of(new Side<>(used, source)));
      sides.addAll(others);
      conflicts.add(new Conflict.LanguageLevel(language, sides));
    }
    return merged;
  }

  private static boolean isSameLevel(LanguageSkill a, LanguageSkill b) {
    return a.level() == b.level() && a.dimensions().equals(b.dimensions());
  }

  /// What two sources say together; null when they cannot both be true.
  private static @Nullable LanguageSkill both(LanguageSkill a, LanguageSkill b) {
    if (a.overall() == null || b.overall() == null) {
      return a.overall() == null ? b : a;
    }
    if (a.dimensions().isEmpty() || b.dimensions().isEmpty()) {
      LanguageSkill finer = a.dimensions().isEmpty() ? b : a;
      return a.overall() == b.overall() ? finer : null;
    }
    Map<LanguageDimension, CefrLevel> dimensions = new EnumMap<>(b.dimensions());
    for (Map.Entry<LanguageDimension, CefrLevel> own : a.dimensions().entrySet()) {
      CefrLevel other = dimensions.put(own.getKey(), own.getValue());
      if (other != null && other != own.getValue()) {
        return null;
      }
    }
    return new LanguageSkill(a.language(), null, dimensions, a.evidence());
  }
}
