package org.metier.skill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.metier.link.ConceptTag;
import org.metier.link.ConceptTagger;
import org.metier.link.SkillLink;
import org.metier.link.SkillLinker;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.text.TextAnalyzer;

/// Gathers what a text may mention, with what speaks for each. Thread-safe; remembers what words were linked to lately.
final class MentionSigns {
  private static final int REMEMBERED = 4_096;
  /// How likely a sentence states a skill where the finder found none, and where it was not asked.
  private static final double NOT_FOUND = 0.1;
  private static final double NOT_ASKED = 0.5;
  /// How likely it does so in a list of skills, at least.
  private static final double LISTED = 0.8;
  /// What a label that a word is only a by-name of is worth.
  private static final double BY_NAME = 0.2;
  private static final double OWN_NAME = 0.9;
  private static final Pattern LONG_WORD = Pattern.compile("\\p{L}{4,}|\\p{Lu}[\\p{Lu}\\d]+");
  private static final int LINKS = 3;
  /// So many units of the text before and behind a mention go to the linker with it.
  private static final int SURROUNDINGS = 150;

  private final Reading reading;
  private final ConceptTagger tagger;
  private final SkillSpanFinder finder;
  private final SkillLinker linker;
  private final LoneWords words;
  private final NamedInOtherOrder named;
  private final Map<Asked, List<SkillLink>> recent = Collections.synchronizedMap(new Recent());

  private record Asked(String text, Span mention, Language language) {}

  /// Forgets what was not asked for longest.
  private static final class Recent extends LinkedHashMap<Asked, List<SkillLink>> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Asked, List<SkillLink>> eldest) {
      return size() > REMEMBERED;
    }
  }

  /// What a text may mention.
  record Signed(Span span, int concept, MentionConfidence.Signs signs) {}

  MentionSigns(Taxonomy taxonomy, TextAnalyzer analyzer, Reading reading, SkillSpanFinder finder,
      SkillLinker linker) {
    this.reading = reading;
    this.finder = finder;
    this.linker = linker;
    words = new LoneWords(taxonomy, analyzer);
    named = new NamedInOtherOrder(taxonomy, analyzer);
    tagger = ConceptTagger.over(taxonomy, ConceptKind.SKILL, analyzer);
  }

  List<Signed> of(String text, Language language, SkillHints hints) {
    List<ConceptTag> tags = tags(text, language, hints);
    List<SkillSpan> spans = switch (reading) {
      case LABELS -> List.of();
      case CHECKED -> tags.isEmpty() ? List.of() : finder.find(text, language, tags);
      case LINKED -> stated(text, language, hints);
    };
    Map<Span, Set<Integer>> meanings = tags.stream()
        .collect(Collectors.groupingBy(ConceptTag::span,
            Collectors.mapping(ConceptTag::concept, Collectors.toSet())));
    List<Signed> signed = new ArrayList<>();
    for (ConceptTag tag : tags) {
      signed.add(
          label(text, language, tag, meanings.getOrDefault(tag.span(), Set.of()), spans, hints));
    }
    if (reading == Reading.LINKED) {
      Set<Span> meant = signed.stream()
          .filter(s -> s.signs.link() > BY_NAME)
          .map(Signed::span)
          .collect(Collectors.toSet());
      for (SkillSpan span : spans) {
        if (!meant.contains(span.span())) {
          link(text, language, span, hints, signed);
        }
      }
    }
    return signed;
  }

  /// What the finder finds, and the items of lists: whoever lists skills states each of them.
  private List<SkillSpan> stated(String text, Language language, SkillHints hints) {
    List<SkillSpan> spans = new ArrayList<>(finder.find(text, language));
    Set<Span> found = spans.stream().map(SkillSpan::span).collect(Collectors.toSet());
    ListItems.of(text, hints.lists())
        .stream()
        .filter(item -> !found.contains(item))
        .map(item -> new SkillSpan(item, SpanKind.SKILL, LISTED))
        .forEach(spans::add);
    return spans;
  }

  /// The labels in a text; in lists of skills English ones, too.
  private List<ConceptTag> tags(String text, Language language, SkillHints hints) {
    List<ConceptTag> tags = new ArrayList<>(tagger.tag(language, text));
    if (reading == Reading.LINKED) {
      tags.replaceAll(tag -> named.of(tag, text, language));
    }
    if (language != Language.EN && !hints.lists().isEmpty()) {
      tagger.tag(Language.EN, text)
          .stream()
          .filter(t -> hints.isListed(t.span()) && !tags.contains(t))
          .forEach(tags::add);
    }
    return tags;
  }

  private Signed label(String text, Language language, ConceptTag tag, Set<Integer> meanings,
      List<SkillSpan> spans, SkillHints hints) {
    boolean isLong = LONG_WORD.matcher(tag.span().of(text)).results().count() > 1;
    boolean isExact = hints.isListed(tag.span())
        || spans.stream().anyMatch(s -> s.span().equals(tag.span()));
    double link = linked(text, language, tag, meanings, isLong,
        hints.isListed(tag.span())
            || spans.stream().anyMatch(s -> s.span().overlaps(tag.span())),
        hints);
    return new Signed(tag.span(), tag.concept(), new MentionConfidence.Signs(link,
        stated(tag.span(), spans, hints), true, isLong, isExact));
  }

  /// How likely words mean the skill that they are a label of, if they mean one.
  private double linked(String text, Language language, ConceptTag tag, Set<Integer> meanings,
      boolean isLong, boolean isStated, SkillHints hints) {
    if (reading == Reading.LINKED) {
      double told = links(text, language, tag.span()).stream()
          .filter(l -> l.concept() == tag.concept())
          .mapToDouble(SkillLink::confidence)
          .findFirst()
          .orElse(0);
      if (!isLong && words.isDoubtfulLabel(tag.concept(), tag.span().of(text), text, language,
          isStated, hints)) {
        return Math.min(told, BY_NAME);
      }
      return hints.related().contains(tag.concept())
          ? Math.max(told, OWN_NAME / meanings.size())
          : told;
    }
    boolean isOwn = isLong || hints.related().contains(tag.concept())
        || words.isOwnName(tag.concept(), tag.span().of(text), text);
    return (isOwn ? OWN_NAME : BY_NAME) / meanings.size();
  }

  private double stated(Span span, List<SkillSpan> spans, SkillHints hints) {
    double found = reading == Reading.LABELS ? NOT_ASKED : NOT_FOUND;
    for (SkillSpan own : spans) {
      if (own.span().overlaps(span)) {
        found = Math.max(found, own.confidence());
      }
    }
    return hints.isListed(span) ? Math.max(found, LISTED) : found;
  }

  private void link(String text, Language language, SkillSpan span, SkillHints hints,
      List<Signed> into) {
    boolean isLong = LONG_WORD.matcher(span.span().of(text)).results().count() > 1;
    List<SkillLink> links = links(text, language, span.span());
    if (!links.isEmpty()) {
      SkillLink best = links.getFirst();
      boolean isDoubtful = !isLong
          && words.isDoubtfulLink(best, span.span().of(text), text, language, hints);
      into.add(new Signed(span.span(), best.concept(), new MentionConfidence.Signs(
          isDoubtful ? Math.min(best.confidence(), BY_NAME) : best.confidence(),
          hints.isListed(span.span())
              ? Math.max(span.confidence(), LISTED)
              : span.confidence(),
          false, isLong, true)));
    }
  }

  private List<SkillLink> links(String text, Language language, Span span) {
    int from = Math.max(0, span.start() - SURROUNDINGS);
    int to = Math.min(text.length(), span.end() + SURROUNDINGS);
    Span there = new Span(span.start() - from, span.end() - from);
    Asked asked = new Asked(text.substring(from, to), there, language);
    List<SkillLink> known = recent.get(asked);
    if (known == null) {
      known = linker.rank(asked.text, there, language, LINKS);
      recent.put(asked, known);
    }
    return known;
  }
}
