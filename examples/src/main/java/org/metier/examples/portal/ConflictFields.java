package org.metier.examples.portal;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.metier.dossier.Conflict;
import org.metier.dossier.MergedProfile;
import org.metier.dossier.Side;
import org.metier.dossier.Source;
import org.metier.place.Place;
import org.metier.profile.DateRange;
import org.metier.profile.LanguageSkill;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.EducationLevel;
import org.metier.report.Html;

/// What documents differ in, as questions with the answers that they give.
final class ConflictFields {
  private final Labels labels;
  private final Function<DateRange, String> during;

  ConflictFields(Labels labels, Function<DateRange, String> during) {
    this.labels = labels;
    this.during = during;
  }

  void write(Html html, MergedProfile merged) {
    if (merged.openConflicts().isEmpty()) {
      return;
    }
    html.element("h3", labels.of("profile.conflicts"));
    for (int i = 0; i < merged.conflicts().size(); i++) {
      Conflict conflict = merged.conflicts().get(i);
      if (conflict.isOpen()) {
        html.open("fieldset").element("legend", question(conflict)).open("ul", "class", "ticks");
        List<String> answers = answers(conflict);
        for (int side = 0; side < answers.size(); side++) {
          String id = "conflict-" + i + "-" + side;
          html.open("li").open("label", "for", id);
          html.single("input", "type", "radio", "id", id, "name", "conflict-" + i, "value",
              String.valueOf(side));
          html.element("span", answers.get(side)).close().close();
        }
        html.close().close();
      }
    }
  }

  private String question(Conflict conflict) {
    return switch (conflict) {
      case Conflict.JobPeriod(String title, var sides) -> labels.of("profile.conflict.job", title);
      case Conflict.EducationPeriod(String title, var sides) ->
        labels.of("profile.conflict.course", title);
      case Conflict.Degree(String title, var sides) -> labels.of("profile.conflict.degree", title);
      case Conflict.LanguageLevel(String language, var sides) ->
        labels.of("profile.conflict.language", labels.language(language));
      case Conflict.Home(var sides) -> labels.of("profile.conflict.home");
    };
  }

  private List<String> answers(Conflict conflict) {
    return switch (conflict) {
      case Conflict.JobPeriod(String title, List<Side<DateRange>> sides) ->
        answers(sides, this::time);
      case Conflict.EducationPeriod(String title, List<Side<DateRange>> sides) ->
        answers(sides, this::time);
      case Conflict.Degree(String title, List<Side<EducationLevel>> sides) ->
        answers(sides, level -> "ISCED " + level.isced());
      case Conflict.LanguageLevel(String language, List<Side<LanguageSkill>> sides) ->
        answers(sides, this::level);
      case Conflict.Home(List<Side<Place>> sides) -> answers(sides, ConflictFields::place);
    };
  }

  private <T> List<String> answers(List<Side<T>> sides, Function<T, String> words) {
    return sides.stream().map(side -> words.apply(side.value()) + " (" + switch (side.source()) {
      case Source.Document(String id, var date) -> id;
      case Source.Person person -> labels.of("profile.confirmed");
    } + ")").toList();
  }

  private String time(DateRange period) {
    return during.apply(period).substring(2);
  }

  private String level(LanguageSkill skill) {
    CefrLevel level = skill.overall();
    return level == CefrLevel.NATIVE
        ? labels.of("profile.native")
        : level == null ? "?" : level.name();
  }

  private static String place(Place place) {
    return Stream.of(place.postcode(), place.city(), place.country())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }
}
