package org.metier.profiling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.metier.profile.Competence;
import org.metier.profile.Competence.Origin;
import org.metier.profile.HeldOccupation;
import org.metier.profile.ImpliedSkills;
import org.metier.profiling.document.CvDocument;
import org.metier.profiling.privacy.BlindCv;
import org.metier.section.SectionKind;
import org.metier.skill.SkillExtractor;
import org.metier.skill.SkillHints;
import org.metier.skill.SkillMention;
import org.metier.skill.Stance;
import org.metier.skill.TextKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Evidence;
import org.metier.text.Language;
import org.metier.text.Span;

/// Finds the skills of a document, and those that its occupations imply. Thread-safe.
final class Competences {
  private static final int MAX_EVIDENCE = 5;
  /// What each further mention takes from the remaining doubt.
  private static final double REPEATED = 0.25;
  /// A mention that can be trusted no more than so is not made surer by its like.
  private static final double DOUBTFUL = 0.4;
  /// A mention below this is no claim.
  private static final double LEAST = 0.3;

  private final Taxonomy taxonomy;
  private final SkillExtractor extractor;

  Competences(Taxonomy taxonomy, SkillExtractor extractor) {
    this.taxonomy = taxonomy;
    this.extractor = extractor;
  }

  /// Stated skills first, surest first, then the implied ones.
  ///
  /// @param blind the document without the person, so that neither a name nor a pronoun moves what is found
  List<Competence> of(CvDocument document, BlindCv blind, Language language, Quotes quotes,
      List<HeldOccupation> held) {
    List<Competence> competences = stated(document, blind, language, quotes, relatedSkills(held));
    Set<String> known = new HashSet<>();
    competences.forEach(c -> known.add(c.uri()));
    competences.addAll(ImpliedSkills.of(held, known, taxonomy));
    return competences;
  }

  /// The skills of the occupations that the person held, and of those in the same unit groups.
  private Set<Integer> relatedSkills(List<HeldOccupation> held) {
    Set<Integer> occupations = new TreeSet<>();
    for (HeldOccupation job : held) {
      String uri = job.uri();
      if (uri != null && taxonomy.find(uri).isPresent()) {
        int occupation = taxonomy.find(uri).getAsInt();
        occupations.add(occupation);
        for (int group : taxonomy.broader(occupation)) {
          Arrays.stream(taxonomy.narrower(group)).forEach(occupations::add);
        }
      }
    }
    Set<Integer> skills = new HashSet<>();
    for (int occupation : occupations) {
      Arrays.stream(taxonomy.essentialSkills(occupation)).forEach(skills::add);
      Arrays.stream(taxonomy.optionalSkills(occupation)).forEach(skills::add);
    }
    return skills;
  }

  private List<Competence> stated(CvDocument document, BlindCv blind, Language language,
      Quotes quotes, Set<Integer> related) {
    List<Span> lists = document.sections()
        .stream()
        .filter(section -> section.kind() == SectionKind.SKILLS)
        .map(section -> blind.blind(section.span()))
        .toList();
    Map<Integer, List<SkillMention>> mentions = new TreeMap<>();
    for (SkillMention found : extractor.extract(blind.text(), language, TextKind.CV,
        new SkillHints(lists, related))) {
      Span span = blind.original(found.span());
      if (isClaimed(found.stance()) && !isWordOfTitle(span, document)
          && quotes.kind(span).isScored()
          && document.dates().stream().noneMatch(span::overlaps)
          && document.personal().stream().noneMatch(p -> p.span().overlaps(span))) {
        mentions.computeIfAbsent(found.concept(), c -> new ArrayList<>())
            .add(new SkillMention(span, found.concept(), found.confidence(), found.kind(),
                found.stance()));
      }
    }
    List<Competence> found = new ArrayList<>();
    mentions.forEach((concept, own) -> {
      Competence competence = competence(taxonomy.uri(concept), own, quotes);
      if (competence.confidence() >= LEAST) {
        found.add(competence);
      }
    });
    found.sort(Comparator.comparingDouble(Competence::confidence)
        .reversed()
        .thenComparing(Competence::uri));
    return found;
  }

  /// Whether a place is a single word of a job's title: "Account Manager" claims neither accounts nor, as "Chef" does not,
  /// the program of that name.
  private static boolean isWordOfTitle(Span place, CvDocument document) {
    return document.text()
        .substring(place.start(), place.end())
        .chars()
        .allMatch(Character::isLetter)
        && document.jobs()
            .stream()
            .flatMap(job -> job.titles().stream())
            .anyMatch(title -> title.start() <= place.start() && place.end() <= title.end());
  }

  /// Whether a person who says so claims the skill. What employers demand, quoted in a CV, counts: it is said of
  /// the person's own work.
  private static boolean isClaimed(Stance stance) {
    return switch (stance) {
      case STATED, REQUIRED, NICE_TO_HAVE -> true;
      case NEGATED, WISHED, OTHERS, BOILERPLATE -> false;
    };
  }

  private static Competence competence(String uri, List<SkillMention> mentions, Quotes quotes) {
    ToDoubleFunction<SkillMention> trust = mention -> mention.confidence()
        * base(quotes.kind(mention.span()));
    double best = mentions.stream().mapToDouble(trust).max().orElse(0);
    // What is doubtful and comes often is still doubtful.
    int repeats = best > DOUBTFUL ? mentions.size() - 1 : 0;
    double doubt = (1 - best) * StrictMath.pow(1 - REPEATED, repeats);
    List<Evidence> evidence = mentions.stream()
        .sorted(Comparator.comparingDouble((SkillMention m) -> -trust.applyAsDouble(m))
            .thenComparingInt(m -> m.span().start()))
        .limit(MAX_EVIDENCE)
        .map(m -> quotes.of(m.span()))
        .toList();
    return Competence.of(uri, Origin.STATED, 1 - doubt, evidence);
  }

  /// How far a sure mention in a section can be trusted to be a claim of the person.
  private static double base(SectionKind kind) {
    return switch (kind) {
      case SKILLS -> 1;
      case CERTIFICATES -> 0.95;
      case EXPERIENCE, HEADLINE -> 0.9;
      case SUMMARY -> 0.85;
      case EDUCATION, LANGUAGES -> 0.75;
      case OTHER -> 0.6;
      case PERSONAL, WISH, INTERESTS, REFERENCES -> 0;
    };
  }
}
