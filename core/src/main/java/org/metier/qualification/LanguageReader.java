package org.metier.qualification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.qualification.PhraseBook.Found;
import org.metier.qualification.QualificationFinder.Context;
import org.metier.qualification.QualificationFinder.FoundLanguage;

/// Reads languages and their levels.
///
/// Names that only commas, slashes and words such as "and" part are a group and share a level that goes
/// before them, or that follows the last. Levels go to groups by nearness: the nearest pair first, and
/// each level to one group. A group without a level counts in running text only if a word nearby says
/// that somebody knows or must know the language, or if it is a list on its own.
final class LanguageReader {
  private static final Pattern CODE = Pattern.compile("[ABC][12]");
  /// How far from a name its level may be: words between, commas and lines counted in.
  private static final int LEVEL_REACH = 6;
  private static final int CUE_REACH = 4;
  /// How far from a licence a code such as B1 is one of its categories.
  private static final int LICENCE_REACH = 5;
  /// So many languages side by side are a list of what somebody knows.
  private static final int LIST_SIZE = 3;

  private final Vocabulary vocabulary;
  private final Words words;
  private final Context context;
  private final List<Group> groups = new ArrayList<>();

  private record Name(String language, int first, int last, boolean saysKnowledge) {}

  private record Level(CefrLevel level, int first, int last, boolean isCode) {}

  private record Group(List<Name> names) {
    int first() {
      return names.getFirst().first;
    }

    int last() {
      return names.getLast().last;
    }
  }

  private record Pair(Group group, Level level, int distance, boolean isBefore) {}

  LanguageReader(Vocabulary vocabulary, Words words, Context context) {
    this.vocabulary = vocabulary;
    this.words = words;
    this.context = context;
  }

  List<FoundLanguage> read() {
    collectGroups();
    Map<Group, Pair> levels = pair(levels());
    List<FoundLanguage> found = new ArrayList<>();
    for (Group group : groups) {
      Pair pair = levels.get(group);
      if (counts(group, pair)) {
        for (Name name : group.names) {
          CefrLevel level = pair != null && shares(group, name, pair) ? pair.level.level : null;
          found.add(new FoundLanguage(name.language, level, words.span(name.first, name.last)));
        }
      }
    }
    return found;
  }

  private void collectGroups() {
    List<Name> open = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      Name name = nameAt(at);
      if (name != null) {
        if (!open.isEmpty() && !isJoined(open.getLast(), name)) {
          groups.add(new Group(List.copyOf(open)));
          open.clear();
        }
        open.add(name);
        at = name.last;
      }
    }
    if (!open.isEmpty()) {
      groups.add(new Group(List.copyOf(open)));
    }
  }

  private @Nullable Name nameAt(int at) {
    Found<String> name = vocabulary.languages().at(words, at);
    if (name != null) {
      return new Name(name.value(), name.first(), name.last(), name.last() > name.first());
    }
    String compound = vocabulary.compound(words.folded(at));
    return compound == null ? null : new Name(compound, at, at, true);
  }

  private boolean isJoined(Name one, Name next) {
    if (words.distance(one.last, next.first) > CUE_REACH) {
      return false;
    }
    boolean lines = context == Context.SECTION && words.gapBefore(next.first) >= Words.LINE;
    for (int at = one.last + 1; at < next.first; at++) {
      if (!is(Cue.JOINING, at)) {
        return false;
      }
    }
    return !lines;
  }

  private List<Level> levels() {
    List<Level> levels = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      Optional<CefrLevel> code = codeAt(at);
      if (code.isPresent()) {
        int first = at;
        CefrLevel lowest = code.get();
        while (at + 1 < words.size() && codeAt(at + 1).isPresent()
            && words.gapBefore(at + 1) < Words.SENTENCE) {
          at++;
          lowest = min(lowest, codeAt(at).get());
        }
        levels.add(new Level(lowest, first, at, true));
        continue;
      }
      Found<CefrLevel> phrase = vocabulary.levels().at(words, at);
      if (phrase != null) {
        levels.add(new Level(phrase.value(), phrase.first(), phrase.last(), false));
        at = phrase.last();
      }
    }
    return levels;
  }

  private Optional<CefrLevel> codeAt(int at) {
    String code = words.written(at).toUpperCase(Locale.ROOT);
    if (!CODE.matcher(code).matches()) {
      return Optional.empty();
    }
    for (int before = at - 1; before >= 0 && at - before <= LICENCE_REACH; before--) {
      if (is(Cue.LICENCE, before)) {
        return Optional.empty();
      }
    }
    return Optional.of(CefrLevel.valueOf(code));
  }

  private static CefrLevel min(CefrLevel a, CefrLevel b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private Map<Group, Pair> pair(List<Level> levels) {
    List<Pair> pairs = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      Group group = groups.get(g);
      int from = g == 0 ? 0 : groups.get(g - 1).last() + 1;
      int to = g + 1 == groups.size() ? words.size() : groups.get(g + 1).first();
      for (Level level : levels) {
        boolean isBefore = level.last < group.first();
        if (level.first >= from && level.last < to) {
          int distance = isBefore
              ? words.distance(level.last, group.first())
              : words.distance(group.last(), level.first);
          if (distance <= LEVEL_REACH) {
            pairs.add(new Pair(group, level, distance, isBefore));
          }
        }
      }
    }
    // a code says more than a word, and of two as near the one that follows is meant
    pairs.sort(Comparator.comparing((Pair p) -> !p.level.isCode)
        .thenComparingInt(Pair::distance)
        .thenComparing(Pair::isBefore));
    Map<Group, Pair> chosen = new HashMap<>();
    Set<Level> taken = new HashSet<>();
    for (Pair pair : pairs) {
      if (!chosen.containsKey(pair.group) && taken.add(pair.level)) {
        chosen.put(pair.group, pair);
      }
    }
    return chosen;
  }

  /// A level that follows belongs to the last name, and to those that "and" or a slash ties to it.
  private boolean shares(Group group, Name name, Pair pair) {
    if (pair.isBefore) {
      return true;
    }
    for (int at = name.last + 1; at <= group.last(); at++) {
      if (words.gapBefore(at) >= Words.COMMA) {
        return false;
      }
    }
    return true;
  }

  private boolean counts(Group group, @Nullable Pair pair) {
    if (context == Context.SECTION) {
      return true;
    }
    boolean isTaught = isNear(Cue.TEACHING, group, 2);
    if (isTaught) {
      return pair != null && (pair.level.isCode || pair.distance == 0);
    }
    return pair != null || group.names.stream().anyMatch(Name::saysKnowledge)
        || isNear(Cue.KNOWLEDGE, group, CUE_REACH) || isNear(Cue.DEMAND, group, CUE_REACH)
        || group.names.stream().map(Name::language).distinct().count() >= LIST_SIZE;
  }

  private boolean isNear(Cue cue, Group group, int reach) {
    for (int at = group.first() - 1; at >= 0
        && words.distance(at, group.first()) < reach; at--) {
      if (is(cue, at)) {
        return true;
      }
    }
    for (int at = group.last() + 1; at < words.size()
        && words.distance(group.last(), at) < reach; at++) {
      if (is(cue, at)) {
        return true;
      }
    }
    return false;
  }

  private boolean is(Cue cue, int at) {
    return vocabulary.cue(cue).at(words, at) != null;
  }
}
