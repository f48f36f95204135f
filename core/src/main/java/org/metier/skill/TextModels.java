package org.metier.skill;

import org.metier.home.Home;
import org.metier.link.LinkModel;
import org.metier.link.LinkTask;

/// The models that read job titles and skills out of texts, of people and of vacancies alike. Immutable and
/// thread-safe.
///
/// @param titles links job titles to occupations
/// @param skills links mentions of skills to skills
/// @param spans finds the stretches that state a skill
public record TextModels(LinkModel titles, LinkModel skills, SpanModel spans) {
  public TextModels {
    require(titles, LinkTask.TITLES);
    require(skills, LinkTask.SKILLS);
  }

  private static void require(LinkModel model, LinkTask task) {
    if (model.task() != task) {
      throw new IllegalArgumentException(
          "model must be one of " + task.kind() + ", was one of " + model.task().kind());
    }
  }

  /// The models that ship with Metier.
  public static TextModels standard() {
    return new TextModels(LinkModel.standard(LinkTask.TITLES),
        LinkModel.standard(LinkTask.SKILLS), SpanModel.standard());
  }

  /// The models in service in a home; of parts for which none was installed, those that ship with Metier.
  ///
  /// @throws org.metier.link.LinkModelException if the home's model of titles or skills cannot be used
  /// @throws SpanModelException if that of spans cannot
  public static TextModels of(Home home) {
    return new TextModels(LinkModel.of(home, LinkTask.TITLES),
        LinkModel.of(home, LinkTask.SKILLS), SpanModel.of(home));
  }

  /// These with another model of titles.
  public TextModels withTitles(LinkModel other) {
    return new TextModels(other, skills, spans);
  }

  /// These with another model of skills.
  public TextModels withSkills(LinkModel other) {
    return new TextModels(titles, other, spans);
  }

  /// These with another model of spans.
  public TextModels withSpans(SpanModel other) {
    return new TextModels(titles, skills, other);
  }
}
