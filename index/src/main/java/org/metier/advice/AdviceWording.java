package org.metier.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Evidence;
import org.metier.text.Language;
import org.metier.text.internal.Phrases;

/// Words advice for a job seeker or counsellor, with the taxonomy's labels in the reader's language and the
/// quotes in their own. Plain text.
///
/// Immutable and thread-safe.
public final class AdviceWording {
  private final Language language;
  private final Taxonomy taxonomy;
  private final Phrases phrases;

  /// What advice consists of.
  public enum Part {
    SHOWN, IMPLIED, MISSING, LEARN, NEAR, QUESTIONS
  }

  private AdviceWording(Language language, Taxonomy taxonomy) {
    this.language = language;
    this.taxonomy = taxonomy;
    phrases = phrases(language);
  }

  /// @param language of the reader
  public static AdviceWording in(Language language, Taxonomy taxonomy) {
    return new AdviceWording(language, taxonomy);
  }

  static Phrases phrases(Language language) {
    return Phrases.of(AdviceWording.class, "advice", language);
  }

  /// What a part is called: `Worth learning`.
  public String heading(Part part) {
    return phrases.of("heading." + switch (part) {
      case SHOWN -> "shown";
      case IMPLIED -> "implied";
      case MISSING -> "missing";
      case LEARN -> "learn";
      case NEAR -> "near";
      case QUESTIONS -> "questions";
    });
  }

  /// What a concept is called.
  public String label(String uri) {
    OptionalInt concept = taxonomy.find(uri);
    return concept.isPresent() ? taxonomy.label(concept.getAsInt(), language) : uri;
  }

  /// How much of what is needed is there.
  public String describe(Gap gap) {
    return gap.needed() == 0
        ? phrases.of("gap.unknown")
        : phrases.of("gap.needed", phrases.number(gap.neededShown()),
            phrases.number(gap.needed()));
  }

  /// A skill that is there, with why it counts and what shows it.
  public String describe(Gap.Shown skill) {
    return skill.ofPerson().isEmpty()
        ? phrases.of("shown.confirmed", label(skill.uri()), why(skill.need()))
        : phrases.of("shown", label(skill.uri()), why(skill.need()),
            quote(skill.ofPerson().getFirst()));
  }

  /// A skill to be asked about, with why it counts, why it is likely, and who asks for it.
  public String describe(Gap.Implied skill) {
    String text = skill.occupations().isEmpty()
        ? phrases.of("implied.other", label(skill.uri()), why(skill.need()))
        : phrases.of("implied", label(skill.uri()), why(skill.need()),
            labels(skill.occupations()));
    return text + asked(skill.asked());
  }

  /// A skill that is missing, with why it counts and who asks for it.
  public String describe(Gap.Missing skill) {
    return phrases.of("missing", label(skill.uri()), why(skill.need())) + asked(skill.asked());
  }

  private String asked(int vacancies) {
    return vacancies == 0 ? "" : ". " + phrases.counted("asked", vacancies);
  }

  /// Which skill is worth learning, and why, in full sentences.
  public String describe(SkillToLearn skill) {
    List<String> sentences = new ArrayList<>();
    Need need = skill.need();
    sentences.add((need == null
        ? phrases.of(skill.isUsual() ? "learn.usual" : "learn.unusual", label(skill.uri()))
        : phrases.of("missing", label(skill.uri()), why(need))) + ".");
    add(sentences, "learn.opens", skill.opens());
    add(sentences, "learn.decides", skill.decides());
    add(sentences, "learn.wanted", skill.askedByWanted());
    return String.join(" ", sentences);
  }

  /// What is said where no skill is worth learning more than another.
  public String nothingToLearn() {
    return phrases.of("learn.none");
  }

  /// Which occupation is near, and why, in full sentences.
  public String describe(NearOccupation near) {
    List<String> sentences = new ArrayList<>();
    sentences.add(label(near.uri()) + ".");
    sentences.add(near.shared().isEmpty()
        ? phrases.of("near.noneShared", phrases.number(near.essential()))
        : phrases.of("near.shared", phrases.number(near.shared().size()),
            phrases.number(near.essential()), labels(near.shared())));
    if (!near.implied().isEmpty()) {
      sentences.add(phrases.of("near.implied", labels(near.implied())));
    }
    if (!near.missing().isEmpty()) {
      sentences.add(phrases.of("near.missing", labels(near.missing())));
    }
    sentences.add(phrases.counted("near.vacancies", near.vacancies()));
    if (near.vacanciesOfGroup() > near.vacancies()) {
      sentences.add(phrases.counted("near.group", near.vacanciesOfGroup()));
    }
    return String.join(" ", sentences);
  }

  /// What the advice rests on, in full sentences.
  public String describe(Counts counts) {
    List<String> sentences = new ArrayList<>();
    sentences.add(phrases.counted("counts.reach", counts.inReach()));
    sentences.add(phrases.counted("counts.line", counts.inLine()));
    add(sentences, "counts.met", counts.met());
    add(sentences, "counts.lacking", counts.lacking());
    add(sentences, "counts.silent", counts.silent());
    return String.join(" ", sentences);
  }

  /// What to ask.
  public String describe(Question question) {
    return phrases.of("question." + question);
  }

  /// Why there is no advice.
  public String describe(Advice.Withheld withheld) {
    if (withheld.knownSkills() >= LearningAdvisor.LEAST_SKILLS) {
      return phrases.of("withheld.target");
    }
    return withheld.knownSkills() == 0
        ? phrases.of("withheld.none")
        : phrases.counted("withheld.few", withheld.knownSkills());
  }

  private void add(List<String> sentences, String key, int number) {
    if (number > 0) {
      sentences.add(phrases.counted(key, number));
    }
  }

  private String why(Need need) {
    return phrases.of("need." + need);
  }

  private String labels(List<String> uris) {
    return phrases.list(uris.stream().map(this::label).toList());
  }

  /// On one line, as a sentence needs it.
  private static String quote(Evidence evidence) {
    return evidence.quote().strip().replaceAll("\\s+", " ");
  }
}
