package org.metier.link.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.text.internal.Folding;

/// Mentions of skills whose right concepts are known, as CSV with the columns `sentence`, `span` (the mention,
/// as it stands in the sentence) and `label` (the preferred label or the URI of a skill). A span of several
/// rows has all their labels. `LABEL NOT PRESENT` says that the taxonomy has no such skill,
/// `UNDERSPECIFIED` that nobody can tell which one is meant; both give no label.
///
/// @param mentions in the order of their first rows
/// @param underspecified spans whose rows all say so; they are left out
/// @param unknownLabels by label, how many rows name one that the taxonomy does not have; they are left out
/// @param misplaced spans that do not stand in their sentence; they are left out
public record SkillMentions(List<Mention> mentions, int underspecified,
    Map<String, Integer> unknownLabels, int misplaced) {
  private static final String UNDERSPECIFIED = "UNDERSPECIFIED";
  private static final String ABSENT = "LABEL NOT PRESENT";
  /// Sentences that share a mention of so many words are taken for repetitions of each other.
  private static final int TELLING_WORDS = 3;

  public SkillMentions {
    mentions = List.copyOf(mentions);
    unknownLabels = Map.copyOf(unknownLabels);
  }

  /// One mention.
  ///
  /// @param group of sentences that repeat each other, from 0: they belong on one side of every split
  /// @param gold numbers of the right skills; empty when the taxonomy has none
  public record Mention(String sentence, Span span, int group, Set<Integer> gold) {
    public Mention {
      gold = Set.copyOf(gold);
    }
  }

  /// Those of these mentions that others name, too, with the counts of the others.
  public SkillMentions among(SkillMentions others) {
    Set<Place> asked = new HashSet<>();
    others.mentions.forEach(m -> asked.add(place(m)));
    return new SkillMentions(mentions.stream().filter(m -> asked.contains(place(m))).toList(),
        others.underspecified, others.unknownLabels, others.misplaced);
  }

  private static Place place(Mention mention) {
    return new Place(mention.sentence, mention.span.of(mention.sentence));
  }

  private record Place(String sentence, String span) {}

  /// Reads files as if they were one.
  ///
  /// @param language of the labels
  /// @throws IllegalArgumentException naming file and line, if one is not as expected
  public static SkillMentions read(List<Path> files, Taxonomy taxonomy, Language language) {
    Map<String, Integer> skills = skills(taxonomy, language);
    Map<Place, Set<Integer>> gold = new LinkedHashMap<>();
    Set<Place> vague = new HashSet<>();
    Map<String, Integer> unknown = new TreeMap<>();
    for (Path file : files) {
      for (Row row : rows(file)) {
        Place place = new Place(row.sentence, row.span);
        Integer skill = skills.get(row.label);
        if (row.label.equals(UNDERSPECIFIED)) {
          vague.add(place);
        } else if (row.label.equals(ABSENT)) {
          gold.computeIfAbsent(place, p -> new TreeSet<>());
        } else if (skill == null) {
          unknown.merge(row.label, 1, Integer::sum);
        } else {
          gold.computeIfAbsent(place, p -> new TreeSet<>()).add(skill);
        }
      }
    }
    return gathered(gold, vague, unknown);
  }

  private static SkillMentions gathered(Map<Place, Set<Integer>> gold, Set<Place> vague,
      Map<String, Integer> unknown) {
    Map<String, Integer> groups = groups(gold.keySet());
    List<Mention> mentions = new ArrayList<>();
    int underspecified = 0;
    for (Place place : vague) {
      underspecified += gold.containsKey(place) && !gold.getOrDefault(place, Set.of()).isEmpty()
          ? 0
          : 1;
    }
    int misplaced = 0;
    for (Map.Entry<Place, Set<Integer>> entry : gold.entrySet()) {
      Place place = entry.getKey();
      int at = position(place.sentence, place.span);
      if (at < 0) {
        misplaced++;
      } else if (!entry.getValue().isEmpty() || !vague.contains(place)) {
        mentions.add(new Mention(place.sentence, new Span(at, at + place.span.length()),
            groups.getOrDefault(place.sentence, 0), entry.getValue()));
      }
    }
    return new SkillMentions(mentions, underspecified, unknown, misplaced);
  }

  /// Where a span stands, as words of its own if it does anywhere; -1 if it does not stand there.
  private static int position(String sentence, String span) {
    int first = sentence.indexOf(span);
    for (int at = first; at >= 0; at = sentence.indexOf(span, at + 1)) {
      int end = at + span.length();
      boolean begins = at == 0 || !Character.isLetterOrDigit(sentence.charAt(at - 1));
      boolean ends = end == sentence.length() || !Character.isLetterOrDigit(sentence.charAt(end));
      if (begins && ends) {
        return at;
      }
    }
    return first;
  }

  /// Numbers the sentences, those that share a long mention alike.
  private static Map<String, Integer> groups(Set<Place> places) {
    Map<String, String> leader = new LinkedHashMap<>();
    Map<String, String> said = new HashMap<>();
    for (Place place : places) {
      leader.putIfAbsent(place.sentence, place.sentence);
      if (place.span.strip().split("\\s+").length >= TELLING_WORDS) {
        String other = said.putIfAbsent(Folding.plain(place.span), place.sentence);
        if (other != null) {
          leader.put(first(leader, place.sentence), first(leader, other));
        }
      }
    }
    Map<String, Integer> numbers = new HashMap<>();
    Map<String, Integer> groups = new HashMap<>();
    for (String sentence : leader.keySet()) {
      String of = first(leader, sentence);
      groups.put(sentence, numbers.computeIfAbsent(of, l -> numbers.size()));
    }
    return groups;
  }

  private static String first(Map<String, String> leader, String sentence) {
    String at = sentence;
    String next = leader.getOrDefault(at, at);
    while (!next.equals(at)) {
      at = next;
      next = leader.getOrDefault(at, at);
    }
    return at;
  }

  private static Map<String, Integer> skills(Taxonomy taxonomy, Language language) {
    Map<String, Integer> skills = new HashMap<>();
    for (int skill : taxonomy.concepts(ConceptKind.SKILL)) {
      skills.put(taxonomy.uri(skill), skill);
      if (taxonomy.labelCount(skill, language) > 0) {
        skills.putIfAbsent(taxonomy.label(skill, language, 0), skill);
      }
    }
    return skills;
  }

  private record Row(String sentence, String span, String label) {}

  private static List<Row> rows(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(file
          + (Files.exists(file) ? " is no file" : " does not exist")
          + "; expected CSV with the columns sentence, span and label");
    }
    List<Row> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : csv) {
        String sentence = row.findField("sentence").orElse("");
        String span = row.findField("span").orElse("");
        String label = row.findField("label").orElse("").strip();
        if (sentence.isBlank() || span.isBlank() || label.isEmpty()) {
          throw new IllegalArgumentException(file + ":" + row.getStartingLineNumber()
              + ": expected text in the columns sentence, span and label");
        }
        rows.add(new Row(sentence, span, label));
      }
    } catch (CsvParseException e) {
      throw new IllegalArgumentException(file + " is no CSV: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(file + " has no row below its column names");
    }
    return rows;
  }
}
