package org.metier.profiling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.metier.link.ConceptTag;
import org.metier.link.ConceptTagger;
import org.metier.profile.Competence;
import org.metier.profile.Competence.Origin;
import org.metier.profile.HeldOccupation;
import org.metier.profiling.document.CvDocument;
import org.metier.profiling.document.SectionKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Evidence;
import org.metier.text.Language;
import org.metier.text.Span;

/// Finds the skills of a document, and those that its occupations imply. Thread-safe.
final class Competences {
  private static final int MAX_EVIDENCE = 5;
  /// What each further mention takes from the remaining doubt.
  private static final double REPEATED = 0.25;
  /// From this confidence on, an occupation implies its essential skills.
  private static final double IMPLYING = 0.6;
  /// How sure an implied skill is of a sure occupation: the person may have held another kind of it.
  private static final double IMPLIED = 0.5;
  /// What is left of the trust in one common word that is only a by-name of a skill, such as "sound" for
  /// acoustics, when none of the person's occupations has to do with that skill.
  private static final double BY_NAME = 0.35;
  /// A mention below this is no claim.
  private static final double LEAST = 0.3;

  private static final Pattern LONG_WORD = Pattern.compile("\\p{L}{4,}|\\p{Lu}[\\p{Lu}\\d]+");

  private final Taxonomy taxonomy;
  private final ConceptTagger tagger;

  Competences(Taxonomy taxonomy, ConceptTagger tagger) {
    this.taxonomy = taxonomy;
    this.tagger = tagger;
  }

  /// Stated skills first, surest first, then the implied ones.
  List<Competence> of(CvDocument document, Language language, Quotes quotes,
      List<HeldOccupation> held) {
    List<Competence> competences = stated(document, language, quotes, relatedSkills(held));
    Set<String> known = new HashSet<>();
    competences.forEach(c -> known.add(c.uri()));
    competences.addAll(implied(held, known));
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

  private List<Competence> stated(CvDocument document, Language language, Quotes quotes,
      Set<Integer> related) {
    List<ConceptTag> tags = new ArrayList<>(tagger.tag(language, document.text()));
    if (language != Language.EN) {
      // Lists of skills name tools and methods in English whatever the language.
      tagger.tag(Language.EN, document.text())
          .stream()
          .filter(t -> quotes.kind(t.span()) == SectionKind.SKILLS && !tags.contains(t))
          .forEach(tags::add);
    }
    Map<Span, Integer> meanings = new HashMap<>();
    tags.forEach(t -> meanings.merge(t.span(), 1, Integer::sum));
    Map<Integer, List<Span>> mentions = new TreeMap<>();
    for (ConceptTag tag : tags) {
      if (quotes.kind(tag.span()).isScored()
          && document.dates().stream().noneMatch(d -> d.overlaps(tag.span()))
          && !Negations.isNegated(document.text(), tag.span())) {
        mentions.computeIfAbsent(tag.concept(), c -> new ArrayList<>()).add(tag.span());
      }
    }
    List<Competence> found = new ArrayList<>();
    mentions.forEach((concept, spans) -> {
      Predicate<Span> isByName = span -> !related.contains(concept)
          && !isOwnName(concept, span, document.text());
      ToDoubleFunction<Span> trust = span -> base(quotes.kind(span))
          / meanings.getOrDefault(span, 1)
          * (isByName.test(span) ? BY_NAME : 1);
      Competence competence = competence(taxonomy.uri(concept), spans, trust, quotes);
      if (competence.confidence() >= LEAST) {
        found.add(competence);
      }
    });
    found.sort(Comparator.comparingDouble(Competence::confidence)
        .reversed()
        .thenComparing(Competence::uri));
    return found;
  }

  /// Whether words are more than one long one, or the name that the skill goes by first in some language.
  private boolean isOwnName(int concept, Span span, String text) {
    String words = span.of(text);
    if (LONG_WORD.matcher(words).results().count() > 1) {
      return true;
    }
    for (Language language : Language.values()) {
      List<String> labels = taxonomy.labels(concept, language);
      if (!labels.isEmpty() && isSameWord(labels.getFirst(), words, text)) {
        return true;
      }
    }
    return false;
  }

  /// Equal but for case and an ending of two letters. A label with an addition in brackets, such as
  /// `Java (computer programming)`, is a name: then the word has a capital, and never stands in small
  /// letters.
  private static boolean isSameWord(String label, String word, String text) {
    String plain = label.toLowerCase(Locale.ROOT);
    String other = word.toLowerCase(Locale.ROOT);
    int bracket = plain.indexOf(" (");
    if (bracket > 0) {
      return plain.substring(0, bracket).equals(other) && !word.equals(other)
          && !text.contains(other);
    }
    int common = Math.min(plain.length(), other.length());
    return Math.abs(plain.length() - other.length()) <= 2
        && plain.regionMatches(0, other, 0, Math.max(2, common - 2));
  }

  private static Competence competence(String uri, List<Span> spans, ToDoubleFunction<Span> trust,
      Quotes quotes) {
    double best = 0;
    for (Span span : spans) {
      best = Math.max(best, trust.applyAsDouble(span));
    }
    // A by-name that comes often is still only a by-name.
    int repeats = best > BY_NAME ? spans.size() - 1 : 0;
    double doubt = (1 - best) * StrictMath.pow(1 - REPEATED, repeats);
    List<Evidence> evidence = spans.stream()
        .sorted(Comparator.comparingDouble((Span s) -> -trust.applyAsDouble(s))
            .thenComparingInt(Span::start))
        .limit(MAX_EVIDENCE)
        .map(quotes::of)
        .toList();
    return Competence.of(uri, Origin.STATED, 1 - doubt, evidence);
  }

  /// How far a mention in a section can be trusted to be a claim of the person.
  private static double base(SectionKind kind) {
    return switch (kind) {
      case SKILLS -> 0.9;
      case CERTIFICATES -> 0.85;
      case EXPERIENCE, HEADLINE -> 0.8;
      case SUMMARY -> 0.75;
      case EDUCATION, LANGUAGES -> 0.65;
      case OTHER -> 0.5;
      case PERSONAL, WISH, INTERESTS, REFERENCES -> 0;
    };
  }

  private List<Competence> implied(List<HeldOccupation> held, Set<String> known) {
    Map<String, Competence> implied = new TreeMap<>();
    for (HeldOccupation job : held) {
      String uri = job.uri();
      if (uri == null || job.confidence() < IMPLYING || taxonomy.find(uri).isEmpty()) {
        continue;
      }
      for (int skill : taxonomy.essentialSkills(taxonomy.find(uri).getAsInt())) {
        String skillUri = taxonomy.uri(skill);
        double confidence = job.confidence() * IMPLIED;
        Competence other = implied.get(skillUri);
        if (!known.contains(skillUri) && (other == null || other.confidence() < confidence)) {
          implied.put(skillUri,
              Competence.of(skillUri, Origin.IMPLIED, confidence, job.evidence()));
        }
      }
    }
    return implied.values()
        .stream()
        .sorted(Comparator.comparingDouble(Competence::confidence)
            .reversed()
            .thenComparing(Competence::uri))
        .toList();
  }
}
