package org.metier.match.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.metier.encoder.LabelEncoder;
import org.metier.qualification.EducationLevel;
import org.metier.text.Language;
import org.metier.work.Contract;
import org.metier.work.Importance;
import org.metier.work.RemoteWork;

/// What ranking needs of a vacancy, read from the row that [RowWriter] wrote: one row after the other into the
/// same arrays, so that reading allocates nothing once they are large enough. Not thread-safe. More than 400 lines,
/// since all of them read the one order of bytes.
///
/// A row is, in this order: a byte each for language, level of education, remote work and contract; driving
/// licences; months of experience; moment of publication; hours and pay; occupations; skills; languages;
/// workplaces with folded names; the direction of its meaning; and, of a vacancy in one of our languages,
/// lengths and numbers of its words.
public final class VacancyRow {
  /// So many of a vacancy's occupations count.
  static final int MAX_CODES = 3;

  static final int CITY = 1;
  static final int POSTCODE = 2;
  static final int REGION = 4;
  static final int COUNTRY = 8;
  static final int POINT = 16;

  private static final VarHandle DOUBLES = MethodHandles.byteArrayViewVarHandle(double[].class,
      ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle FLOATS = MethodHandles.byteArrayViewVarHandle(float[].class,
      ByteOrder.LITTLE_ENDIAN);

  private static final Language[] LANGUAGES = Language.values();
  private static final EducationLevel[] LEVELS = EducationLevel.values();
  private static final RemoteWork[] REMOTE = RemoteWork.values();
  private static final Contract[] CONTRACTS = Contract.values();
  private static final Importance[] IMPORTANCES = Importance.values();

  private byte[] bytes = {};
  private int at;

  private int language;
  private int education;
  private int terms;
  private int licences;
  private int experienceMonths;
  private boolean isPosted;
  private long postedSeconds;
  private int postedNanos;
  private boolean hasHours;
  private double minHours;
  private double maxHours;
  private int currency;
  private double maxPay;
  private int codeCount;
  private final int[] codes = new int[MAX_CODES];
  private final double[] codeConfidences = new double[MAX_CODES];
  private int skillCount;
  private int[] skills = new int[32];
  private int languageCount;
  private int[] languages = new int[8];
  private int placeCount;
  private RowPlace[] places = {new RowPlace(), new RowPlace()};
  private boolean hasDirection;
  private double directionLength;
  private int directionAt;
  private boolean isDirectionRead;
  private final int[] direction = new int[LabelEncoder.DIMENSIONS];
  private double titleNorm;
  private double norm;
  private int wordCount;
  private int[] words = new int[256];
  private int wordsAt;
  private boolean areWordsRead;

  /// Reads a row; the bytes must not change until the next is read.
  public void read(byte[] row, int from) {
    bytes = row;
    at = from;
    language = next() - 1;
    education = next() - 1;
    terms = next();
    licences = count();
    experienceMonths = count() - 1;
    isPosted = next() == 1;
    if (isPosted) {
      postedSeconds = signed();
      postedNanos = count();
    }
    int stated = next();
    hasHours = (stated & 1) != 0;
    if (hasHours) {
      minHours = number();
      maxHours = number();
    }
    currency = (stated & 2) == 0 ? 0 : count();
    maxPay = currency == 0 ? Double.NaN : number();
    readConcepts();
    readPlaces();
    readDirection();
    areWordsRead = false;
    wordCount = 0;
    if (language >= 0) {
      titleNorm = exactly();
      norm = exactly();
      wordCount = count();
      wordsAt = at;
    }
  }

  private void readConcepts() {
    codeCount = next();
    for (int i = 0; i < codeCount; i++) {
      codes[i] = count();
    }
    for (int i = 0; i < codeCount; i++) {
      codeConfidences[i] = number();
    }
    skillCount = count();
    skills = skillCount <= skills.length ? skills : new int[2 * skillCount];
    for (int i = 0; i < skillCount; i++) {
      skills[i] = count();
    }
    languageCount = count();
    languages = languageCount <= languages.length ? languages : new int[2 * languageCount];
    for (int i = 0; i < languageCount; i++) {
      int code = count();
      languages[i] = code << 8 | next();
    }
  }

  private void readPlaces() {
    placeCount = count();
    if (placeCount > places.length) {
      int known = places.length;
      places = Arrays.copyOf(places, 2 * placeCount);
      for (int i = known; i < places.length; i++) {
        places[i] = new RowPlace();
      }
    }
    for (int i = 0; i < placeCount; i++) {
      readPlace(places[i]);
    }
  }

  private void readPlace(RowPlace place) {
    int known = next();
    place.bytes = bytes;
    place.cityLength = (known & CITY) == 0 ? RowPlace.UNKNOWN : count();
    place.cityAt = skip(place.cityLength);
    place.postcodeLength = (known & POSTCODE) == 0 ? RowPlace.UNKNOWN : count();
    place.postcodeAt = skip(place.postcodeLength);
    place.regionLength = (known & REGION) == 0 ? RowPlace.UNKNOWN : count();
    place.regionAt = skip(place.regionLength);
    place.country = (known & COUNTRY) == 0 ? 0 : count();
    place.hasPoint = (known & POINT) != 0;
    if (place.hasPoint) {
      place.latitude = number();
      place.longitude = number();
    }
  }

  private void readDirection() {
    hasDirection = next() == 1;
    isDirectionRead = false;
    if (hasDirection) {
      directionLength = exactly();
      directionAt = at;
      at += LabelEncoder.DIMENSIONS;
    }
  }

  private int skip(int length) {
    int before = at;
    at += Math.max(0, length);
    return before;
  }

  /// Null when the vacancy is in none of ours.
  public @Nullable Language language() {
    return language < 0 ? null : LANGUAGES[language];
  }

  /// Null when the vacancy does not say; so for what follows.
  public @Nullable EducationLevel education() {
    return education < 0 ? null : LEVELS[education];
  }

  public @Nullable RemoteWork remote() {
    int remote = terms >> 4;
    return remote == 0 ? null : REMOTE[remote - 1];
  }

  public @Nullable Contract contract() {
    int contract = terms & 15;
    return contract == 0 ? null : CONTRACTS[contract - 1];
  }

  /// A bit for each driving licence asked for, by its ordinal.
  public int licences() {
    return licences;
  }

  public @Nullable Integer experienceMonths() {
    return experienceMonths < 0 ? null : experienceMonths;
  }

  public @Nullable Instant postedAt() {
    return isPosted ? Instant.ofEpochSecond(postedSeconds, postedNanos) : null;
  }

  public boolean hasHours() {
    return hasHours;
  }

  /// Hours a week, of a vacancy that has them.
  public double minHours() {
    return minHours;
  }

  /// Hours a week, of a vacancy that has them.
  public double maxHours() {
    return maxHours;
  }

  public boolean hasPay() {
    return currency != 0;
  }

  /// See [#packed]; 0 when nothing is said of pay.
  public int currency() {
    return currency;
  }

  /// The most for a full-time year; NaN when nothing is said of pay.
  public double maxPay() {
    return maxPay;
  }

  /// How many occupations the vacancy has that the taxonomy knows, at most three.
  public int codeCount() {
    return codeCount;
  }

  /// The number of an occupation, best first.
  public int code(int i) {
    return codes[i];
  }

  /// How sure an occupation is, 0 to 1.
  public double codeConfidence(int i) {
    return codeConfidences[i];
  }

  /// How many occupations count as the vacancy's: the first, and of the others those that are at least half as
  /// sure. The rest are proposals.
  public int ownCodeCount() {
    int own = Math.min(1, codeCount);
    while (own < codeCount && 2 * codeConfidences[own] >= codeConfidences[0]) {
      own++;
    }
    return own;
  }

  /// How many skills the vacancy names that the taxonomy knows.
  public int skillCount() {
    return skillCount;
  }

  public int skill(int i) {
    return skills[i] >>> 2;
  }

  public Importance importance(int i) {
    return IMPORTANCES[skills[i] & 3];
  }

  /// How many languages are asked for.
  public int languageCount() {
    return languageCount;
  }

  /// The code of a language asked for, see [#packed].
  public int language(int i) {
    return languages[i] >>> 8;
  }

  /// The ordinal of its level, -1 when not said.
  public int languageLevel(int i) {
    return ((languages[i] & 0xFF) >> 2) - 1;
  }

  public Importance languageImportance(int i) {
    return IMPORTANCES[languages[i] & 3];
  }

  public int placeCount() {
    return placeCount;
  }

  /// Valid until the next row is read.
  public RowPlace place(int i) {
    return places[i];
  }

  /// Whether it is known what the vacancy means.
  public boolean hasDirection() {
    return hasDirection;
  }

  /// How near what the vacancy means is to a direction.
  ///
  /// @return -1 to 1; NaN if either is unknown
  public double cosine(Direction other) {
    if (!hasDirection || !other.isKnown()) {
      return Double.NaN;
    }
    if (!isDirectionRead) {
      isDirectionRead = true;
      for (int i = 0; i < direction.length; i++) {
        direction[i] = bytes[directionAt + i];
      }
    }
    return Direction.product(direction, other.steps()) / (directionLength * other.length());
  }

  /// Squares of the weights of the title's words, summed.
  public double titleNorm() {
    return titleNorm;
  }

  /// Squares of the weights of all words, summed.
  public double norm() {
    return norm;
  }

  /// How many words of the [Vocabulary] the vacancy has.
  public int wordCount() {
    return wordCount;
  }

  /// The numbers of the words, ascending, each doubled, and one more if it is in the title; the first
  /// [#wordCount] of them. Valid until the next row is read.
  public int[] words() {
    if (!areWordsRead) {
      areWordsRead = true;
      words = wordCount <= words.length ? words : new int[2 * wordCount];
      readWords();
    }
    return words;
  }

  /// Nearly all steps from word to word take one byte or two, and which of them no processor foresees: so these
  /// are read without a branch.
  private void readWords() {
    byte[] row = bytes;
    int place = wordsAt;
    int word = 0;
    for (int i = 0; i < wordCount; i++) {
      int first = row[place];
      int second = place + 1 < row.length ? row[place + 1] : 0;
      int isLonger = first >> 31; // -1 or 0
      int step;
      if ((second & isLonger) < 0) {
        at = place;
        step = count();
        place = at;
      } else {
        step = (first & 0x7F) | ((second & isLonger) << 7);
        place += 1 - isLonger;
      }
      word += step >>> 1;
      words[i] = (word << 1) | (step & 1);
    }
  }

  /// A code of up to six letters as a number, whatever their case.
  public static int packed(String letters) {
    int packed = 0;
    for (int i = 0; i < letters.length(); i++) {
      packed = (packed << 5) | (letters.charAt(i) & 31);
    }
    return packed;
  }

  private int next() {
    return bytes[at++] & 0xFF;
  }

  private int count() {
    int first = bytes[at++];
    return first >= 0 ? first : (int) rest(first & 0x7F);
  }

  private long rest(long low) {
    long value = low;
    int shift = 7;
    byte part;
    do {
      part = bytes[at++];
      value |= (part & 0x7FL) << shift;
      shift += 7;
    } while (part < 0);
    return value;
  }

  private long signed() {
    int first = bytes[at++];
    long value = first >= 0 ? first : rest(first & 0x7F);
    return (value >>> 1) ^ -(value & 1);
  }

  /// Reads a number alone, for tests.
  double number(byte[] written) {
    bytes = written;
    at = 0;
    return number();
  }

  private double number() {
    int first = bytes[at++];
    long value = first >= 0 ? first : rest(first & 0x7F);
    return switch ((int) (value & 3)) {
      case RowBytes.FLOAT -> shorter();
      case RowBytes.DOUBLE -> exactly();
      default -> value >>> 2;
    };
  }

  private double exactly() {
    at += Double.BYTES;
    return (double) DOUBLES.get(bytes, at - Double.BYTES);
  }

  private double shorter() {
    at += Float.BYTES;
    return (float) FLOATS.get(bytes, at - Float.BYTES);
  }
}
