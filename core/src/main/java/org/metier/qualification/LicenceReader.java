package org.metier.qualification;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.metier.qualification.PhraseBook.Found;
import org.metier.qualification.QualificationFinder.FoundLicence;

/// Reads driving licences: the categories that follow a licence ("permis B", "prawo jazdy kat. C+E") or
/// go before it ("category B driving licence", "B-rijbewijs").
///
/// A licence without any category is one for cars, B, unless a word beside it names another vehicle.
final class LicenceReader {
  /// So many words that mean nothing may stand between a licence and its categories.
  private static final int MOST_BETWEEN = 4;
  private static final Set<DrivingLicence> WITH_TRAILER = Set.of(DrivingLicence.B,
      DrivingLicence.C, DrivingLicence.C1, DrivingLicence.D, DrivingLicence.D1);
  /// Words that mean a driving licence only beside a category: there are other permits.
  private static final Set<String> ANY_PERMIT = Set.of("permis", "licence", "license");

  private final Vocabulary vocabulary;
  private final Words words;
  private final List<FoundLicence> found = new ArrayList<>();

  LicenceReader(Vocabulary vocabulary, Words words) {
    this.vocabulary = vocabulary;
    this.words = words;
  }

  List<FoundLicence> read() {
    for (int at = 0; at < words.size(); at++) {
      Found<DrivingLicence> named = vocabulary.licences().at(words, at);
      Found<Cue> licence = vocabulary.cue(Cue.LICENCE).at(words, at);
      if (named != null && (licence == null || named.last() >= licence.last())) {
        found.add(new FoundLicence(named.value(), words.span(named.first(), named.last())));
        at = named.last();
      } else if (licence != null) {
        at = readAround(licence);
      }
    }
    return found;
  }

  /// @return the last word that was read
  private int readAround(Found<Cue> licence) {
    int before = found.size();
    int last = readAfter(licence.last());
    if (found.size() == before) {
      readBefore(licence.first());
    }
    boolean saysCar = licence.first() < licence.last()
        || !ANY_PERMIT.contains(words.folded(licence.last()));
    if (found.size() == before && saysCar && !isOfOtherVehicle(licence)) {
      found.add(new FoundLicence(DrivingLicence.B, words.span(licence.first(), licence.last())));
    }
    return last;
  }

  private int readAfter(int licence) {
    int last = licence;
    int between = 0;
    boolean isNamed = false;
    for (int at = licence + 1; at < words.size() && between <= MOST_BETWEEN; at++) {
      if (words.gapBefore(at) >= Words.LINE) {
        break;
      }
      int end = readCategory(at, isNamed || at == licence + 1);
      if (end >= at) {
        last = end;
        at = end;
        between = 0;
      } else if (is(Cue.CATEGORY, at)) {
        isNamed = true;
      } else if (is(Cue.BETWEEN, at)) {
        between++;
      } else {
        break;
      }
    }
    return last;
  }

  private void readBefore(int licence) {
    boolean isApart = licence == 0 || words.gapBefore(licence) > Words.NOTHING;
    if (isApart) {
      return;
    }
    int at = licence - 1;
    boolean hasTrailer = at > 0 && words.written(at).equals("E")
        && words.between(at).strip().equals("+");
    if (hasTrailer) {
      at--;
    }
    boolean isNamed = at > 0 && is(Cue.CATEGORY, at - 1);
    boolean isCompound = words.between(at + 1).equals("-");
    // "A driving licence" begins with an article
    if (isNamed || isCompound || !words.written(at).equals("A")) {
      readCategory(at, isNamed || isCompound);
    }
  }

  /// Reads one category with its trailer.
  ///
  /// @param mayBeLower whether the place alone proves a category, so that `b` will do
  /// @return its last word, or -1
  private int readCategory(int at, boolean mayBeLower) {
    String written = words.written(at);
    boolean isUpper = written.equals(written.toUpperCase(Locale.ROOT));
    if (written.equalsIgnoreCase("E") && addTrailer(at)) {
      return at;
    }
    Optional<DrivingLicence> category = DrivingLicence.of(written);
    boolean isWord = Set.of("a", "d", "t", "be", "de", "am", "ce").contains(written);
    if (category.isEmpty() || (!isUpper && (!mayBeLower || isWord))) {
      return -1;
    }
    boolean hasTrailer = at + 1 < words.size() && words.written(at + 1).equals("E")
        && words.between(at + 1).strip().equals("+");
    if (hasTrailer) {
      category = DrivingLicence.of(written + "E");
    }
    int last = hasTrailer ? at + 1 : at;
    category.ifPresent(c -> found.add(new FoundLicence(c, words.span(at, last))));
    return last;
  }

  /// "C, E" means CE, for there is no category E.
  private boolean addTrailer(int at) {
    if (found.isEmpty() || at == 0 || !WITH_TRAILER.contains(found.getLast().licence())
        || found.getLast().span().end() != words.span(at - 1, at - 1).end()) {
      return false;
    }
    DrivingLicence.of(found.getLast().licence() + "E")
        .ifPresent(c -> found.add(new FoundLicence(c, words.span(at, at))));
    return true;
  }

  private boolean isOfOtherVehicle(Found<Cue> licence) {
    for (int at = Math.max(0, licence.first() - 2); at < words.size()
        && at <= licence.last() + 2; at++) {
      int distance = at < licence.first()
          ? words.distance(at, licence.first())
          : at > licence.last() ? words.distance(licence.last(), at) : 0;
      if (distance < Words.COMMA && is(Cue.VEHICLE, at)) {
        return true;
      }
    }
    return false;
  }

  private boolean is(Cue cue, int at) {
    return vocabulary.cue(cue).at(words, at) != null;
  }
}
