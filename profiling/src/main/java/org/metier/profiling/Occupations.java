package org.metier.profiling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.link.ConceptTagger;
import org.metier.link.OccupationLink;
import org.metier.link.OccupationLinker;
import org.metier.profile.DateRange;
import org.metier.profile.HeldOccupation;
import org.metier.profiling.document.CvDocument;
import org.metier.profiling.document.StatedJob;
import org.metier.profiling.privacy.GenderWords;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.Span;

/// Links the jobs of a document to occupations. Thread-safe.
final class Occupations {
  /// A link below this is no link. Low, for the linker's confidence is a probability, travels with the
  /// profile, and is split among occupations that share a label.
  private static final double LEAST = 0.3;
  /// No stretch after one that is so sure is looked at.
  private static final double CERTAIN = 0.85;
  /// The advantage of a stretch over the one named after it: titles come before employers.
  private static final double FIRST = 0.97;
  /// How sure a single word of a longer stretch must be to be its title.
  private static final double SINGLE = 0.5;
  /// By how much a beginning or end of a stretch must be surer than the whole.
  private static final double SHORTER = 0.15;
  private static final int MAX_SHORTENED = 8;
  private static final int MAX_TITLE = 120;
  /// So many occupations of a title are weighed against what is said about the job.
  private static final int CANDIDATES = 10;
  /// A stretch that ends so was cut in the midst.
  private static final Pattern ENDS_OPEN = Pattern.compile(
      "(?i)(?:^|\\s)(?:and|or|of|for|the|in|with|to|et|ou|de|du|des|la|le|en|und|oder|für|der|die|van|voor|i|oraz|lub|ds\\.|do|w|&|/)$");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final Taxonomy taxonomy;
  private final OccupationLinker linker;
  private final GenderWords gender;
  private final WorkContexts contexts;

  /// @param gender brings titles to the form that stands for all genders, before they are linked
  /// @param skills finds skills in what is said about a job
  Occupations(Taxonomy taxonomy, OccupationLinker linker, GenderWords gender,
      ConceptTagger skills) {
    this.taxonomy = taxonomy;
    this.linker = linker;
    this.gender = gender;
    this.contexts = new WorkContexts(taxonomy, skills);
  }

  /// Which part of a job's stretches is the title, and what it means.
  private record Choice(Span title, @Nullable OccupationLink link, double score) {}

  /// The jobs of a document, latest first; a headline without a period comes first.
  List<HeldOccupation> held(CvDocument document, Language language, Quotes quotes) {
    List<HeldOccupation> held = new ArrayList<>();
    for (StatedJob job : document.jobs()) {
      Choice choice = choose(job, document, language);
      OccupationLink link = choice.link;
      String title = title(choice.title, document.text());
      boolean isLinked = link != null && link.confidence() >= LEAST;
      if (isLinked || isRange(job.period())) {
        held.add(new HeldOccupation(title, isLinked && link != null
            ? taxonomy.uri(link.concept())
            : null, isLinked && link != null ? link.confidence() : 0, job.period(),
            List.of(quotes.of(choice.title))));
      }
    }
    held.sort(Comparator.comparing(HeldOccupation::period, DateRange::latestFirst));
    return withoutRepeated(held);
  }

  /// A lone date beside words that are no title may be anything.
  private static boolean isRange(@Nullable DateRange period) {
    return period != null && (period.isOngoing() || period.end() != null);
  }

  /// The URIs of the work that the person asks for.
  Set<String> wanted(CvDocument document, Language language) {
    Set<String> uris = new TreeSet<>();
    for (Span wish : document.wanted()) {
      for (String part : wish.of(document.text())
          .split("\\s*[,;/|\\n]\\s*| (?:or|ou|of|lub|oder) ")) {
        OccupationLink link = best(part, language, WorkContext.NONE);
        if (link != null && link.confidence() >= LEAST) {
          uris.add(taxonomy.uri(link.concept()));
        }
      }
    }
    return uris;
  }

  /// How much words look like a job title, 0 to 1.
  double titleness(String words, @Nullable Language language) {
    OccupationLink link = best(words, language == null ? Language.EN : language, WorkContext.NONE);
    return link == null ? 0 : link.confidence();
  }

  private Choice choose(StatedJob job, CvDocument document, Language language) {
    String text = document.text();
    WorkContext around = job.block() == null
        ? WorkContext.NONE
        : contexts.of(job.block().of(text), language);
    Choice best = new Choice(job.titles().getFirst(), null, 0);
    double weight = 1;
    for (Span part : job.titles()) {
      Choice choice = choose(part, text, language, around);
      if (choice.score * weight > best.score) {
        best = new Choice(choice.title, choice.link, choice.score * weight);
      }
      if (best.score >= CERTAIN) {
        break;
      }
      weight *= FIRST;
    }
    // Without a link the first stretch is the likeliest title.
    return best.score < LEAST ? new Choice(job.titles().getFirst(), null, 0) : best;
  }

  /// The stretch itself, or a beginning or end of it that means clearly more.
  private Choice choose(Span part, String text, Language language, WorkContext around) {
    OccupationLink whole = best(part.of(text), language, around);
    Choice best = new Choice(part, whole, whole == null ? 0 : whole.confidence());
    if (best.score >= LEAST) {
      return best;
    }
    for (Span shorter : shortened(part, text)) {
      String words = shorter.of(text);
      OccupationLink link = Character.isUpperCase(words.charAt(0))
          ? best(words, language, around)
          : null;
      boolean isSingle = words.indexOf(' ') < 0;
      double needed = isSingle ? SINGLE : best.score + SHORTER;
      if (link != null && link.confidence() > needed && (!isSingle || isSameWord(link, words))) {
        best = new Choice(shorter, link, link.confidence());
      }
    }
    return best;
  }

  /// Whether the label that a word was linked by is that word: one such as "middle" is no title, though
  /// some title begins with it.
  private static boolean isSameWord(OccupationLink link, String word) {
    String label = link.label().toLowerCase(Locale.ROOT);
    return label.startsWith(word.toLowerCase(Locale.ROOT)) && label.length() <= word.length() + 2;
  }

  /// A stretch without its last words, or without its first: employer or place may be glued to it.
  private static List<Span> shortened(Span part, String text) {
    List<Span> shortened = new ArrayList<>();
    Matcher blanks = BLANKS.matcher(part.of(text));
    while (blanks.find() && shortened.size() < MAX_SHORTENED) {
      Span begun = new Span(part.start(), part.start() + blanks.start());
      if (!ENDS_OPEN.matcher(begun.of(text)).find()) {
        shortened.add(begun);
      }
      shortened.add(new Span(part.start() + blanks.end(), part.end()));
    }
    return shortened;
  }

  private @Nullable OccupationLink best(String title, Language language, WorkContext around) {
    if (title.length() > MAX_TITLE || title.chars().noneMatch(Character::isLetter)) {
      return null;
    }
    List<OccupationLink> links = linker.link(gender.title(turned(title.strip()), language),
        language, around.isEmpty() ? 1 : CANDIDATES);
    return links.isEmpty() ? null : around.likeliest(links);
  }

  /// "Director, Supply Chain" as "Supply Chain Director".
  private static String turned(String title) {
    int comma = title.indexOf(", ");
    boolean isOne = comma > 0 && title.indexOf(',', comma + 1) < 0
        && title.substring(0, comma).indexOf(' ') == title.substring(0, comma).lastIndexOf(' ');
    return isOne ? title.substring(comma + 2) + " " + title.substring(0, comma) : title;
  }

  private static String title(Span span, String text) {
    String title = BLANKS.matcher(span.of(text).strip()).replaceAll(" ");
    return title.length() > MAX_TITLE ? title.substring(0, MAX_TITLE) : title;
  }

  /// A headline that repeats a dated job, and a job that stands twice, say nothing new.
  private static List<HeldOccupation> withoutRepeated(List<HeldOccupation> held) {
    List<HeldOccupation> kept = new ArrayList<>();
    for (HeldOccupation job : held) {
      String uri = job.uri();
      boolean isHeadline = job.period() == null && uri != null
          && held.stream().anyMatch(other -> other.period() != null && uri.equals(other.uri()));
      boolean isTwice = kept.stream()
          .anyMatch(
              other -> other.title().equals(job.title())
                  && Objects.equals(other.period(), job.period()));
      if (!isHeadline && !isTwice) {
        kept.add(job);
      }
    }
    return kept;
  }
}
