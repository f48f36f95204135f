package org.metier.qualification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.metier.text.Language;
import org.metier.text.internal.Folding;

/// The words of one language for qualifications, read from the tables beside this class. Immutable.
record Vocabulary(PhraseBook<String> languages, PhraseBook<CefrLevel> levels,
    Map<Cue, PhraseBook<Cue>> cues, PhraseBook<DrivingLicence> licences,
    PhraseBook<Schooling> education, Map<String, String> compounds) {

  /// @param needsCue whether the phrase says it only beside a word about schooling
  record Schooling(EducationLevel level, boolean needsCue) {}

  static Vocabulary of(Language language) {
    Map<Cue, PhraseBook<Cue>> cues = new EnumMap<>(Cue.class);
    for (Cue cue : Cue.values()) {
      cues.put(cue, book("cues.tsv", language,
          row -> Cue.valueOf(row.getFirst()), row -> row.getFirst().equals(cue.name())));
    }
    return new Vocabulary(
        book("languages.tsv", language, List::getFirst, row -> true),
        book("levels.tsv", language, row -> CefrLevel.valueOf(row.getFirst()), row -> true),
        cues,
        book("licences.tsv", language, row -> DrivingLicence.valueOf(row.getFirst()), row -> true),
        book("education.tsv", language, row -> new Schooling(
            EducationLevel.valueOf(row.getFirst()), row.get(1).equals("NEAR")), row -> true),
        compounds(language));
  }

  private static Map<String, String> compounds(Language language) {
    List<Entry> suffixes = entries("cues.tsv", language).stream()
        .filter(entry -> entry.row.getFirst().equals(Cue.SUFFIX.name()))
        .toList();
    Map<String, String> compounds = new HashMap<>();
    for (Entry name : entries("languages.tsv", language)) {
      for (Entry suffix : suffixes) {
        compounds.put(Folding.plain(name.phrase + suffix.phrase), name.row.getFirst());
      }
    }
    return Map.copyOf(compounds);
  }

  /// The language in a word such as "Englischkenntnisse"; null when it is none.
  @Nullable
  String compound(String folded) {
    return compounds.get(folded);
  }

  PhraseBook<Cue> cue(Cue cue) {
    return Objects.requireNonNull(cues.get(cue));
  }

  private static <T> PhraseBook<T> book(String resource, Language language,
      Function<List<String>, T> value, Predicate<List<String>> isWanted) {
    PhraseBook<T> book = new PhraseBook<>(language);
    for (Entry entry : entries(resource, language)) {
      if (isWanted.test(entry.row)) {
        book.add(entry.phrase, value.apply(entry.row));
      }
    }
    return book;
  }

  /// One phrase of a table.
  private record Entry(List<String> row, String phrase) {}

  /// The phrases of one language: the last column has them, the one before it the language.
  private static List<Entry> entries(String resource, Language language) {
    return rows(resource).stream()
        .filter(row -> row.get(row.size() - 2).equals(language.code()))
        .flatMap(row -> Arrays.stream(row.getLast().split("\\|")).map(p -> new Entry(row, p)))
        .toList();
  }

  static List<List<String>> rows(String resource) {
    try (InputStream bytes = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(resource),
        resource)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> Arrays.asList(line.split("\t")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the vocabulary " + resource, e);
    }
  }
}
