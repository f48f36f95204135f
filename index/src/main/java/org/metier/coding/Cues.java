package org.metier.coding;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.text.internal.GatedPattern;
import org.metier.work.Importance;

/// Tells from the words around a requirement how much it counts: the cue in its own sentence decides, else
/// the last heading before it. Headings count anywhere, because many sources send their texts without
/// line breaks. Not thread-safe.
final class Cues {
  /// How far from the requirement its sentence is looked for, to either side.
  private static final int MAX_SENTENCE = 300;

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Map<Language, GatedPattern> DESIRED = patterns(
      "nice to have|a plus\\b|an asset|preferred|desirable|advantage(?:ous)?\\b|ideally|bonus",
      "souhait\\p{L}+|appréci\\p{L}+|un plus\\b|un atout|idéalement|serait un",
      "is een plus|pluspunt|mooi meegenomen|een troef|bij voorkeur|voorkeur|gewenst|mag ook",
      "mile widzian\\p{L}+|dodatkowym atutem|atutem|będzie plusem|pożądan\\p{L}+|preferowan\\p{L}+",
      "von vorteil|wünschenswert|idealerweise|gern(?:e)? gesehen|ein plus\\b|vorzugsweise|optional");
  private static final Map<Language, GatedPattern> REQUIRED = patterns(
      "required|must have|must\\b|essential\\b|mandatory|you have\\b",
      "exigé\\p{L}*|obligatoire|requis\\p{L}*|indispensable|impérati\\p{L}+|vous maîtrisez",
      "vereist|verplicht|noodzakelijk|je beschikt over|onontbeerlijk",
      "wymagan\\p{L}+|konieczn\\p{L}+|niezbędn\\p{L}+|warunek",
      "erforderlich|zwingend|voraussetzung|notwendig|setzen wir voraus|sie verfügen über");
  private static final Map<Language, GatedPattern> LEGAL = patterns(
      "personal data|data protection|privacy policy|gdpr",
      "données (?:à caractère )?personnel|rgpd|protection des données",
      "persoonsgegevens|gegevensbescherming|privacyverklaring|privacybeleid|avg\\b",
      "danych osobowych|dane osobowe|rodo\\b|polity\\p{L}+ prywatności|administrator\\p{L}* danych",
      "personenbezogene|datenschutz|dsgvo");
  private static final Map<Language, GatedPattern> PROFILE_HEADING = patterns(
      "requirements|qualifications|your profile|what you bring|who you are|we are looking for",
      "profil(?: recherché| souhaité)?\\s*:|votre profil|compétences requises|prérequis|vous êtes\\b",
      "profiel|wie ben jij|wie zoeken wij|wat verwachten wij|jouw profiel|functie-?eisen|wij vragen",
      "wymagania|oczekujemy|nasze oczekiwania|od kandydat\\p{L}+|profil kandydata|wymagamy",
      "(?:ihr|dein) profil|anforderungen|das bringen sie mit|das bringst du mit|was sie mitbringen");
  private static final Map<Language, GatedPattern> OTHER_HEADING = patterns(
      "we offer|what we offer|benefits|responsibilities|your tasks|about us|duties",
      "nous (?:vous )?offrons|nous proposons|avantages|vos missions|missions?\\s*:|rémunération",
      "wij bieden|wat bieden wij|aanbod|ons aanbod|functieomschrijving|jouw taken|takenpakket",
      "oferujemy|to oferujemy|zapewniamy|zakres obowiązków|obowiązki|zadania|korzyści|co oferujemy",
      "wir bieten|das bieten wir|aufgaben|ihre vorteile|wir über uns|benefits");

  private final Language language;
  private final String text;
  private @Nullable NavigableMap<Integer, Importance> headings;
  /// Several requirements often stand in one sentence, which is looked at once.
  private final Map<Span, Sentence> sentences = new HashMap<>();

  /// What a sentence says about all that stands in it.
  private static final class Sentence {
    private final String text;
    private @Nullable Boolean isDesired;
    private @Nullable Boolean isRequired;
    private @Nullable Boolean isLegal;

    Sentence(String text) {
      this.text = text;
    }
  }

  Cues(Language language, String text) {
    this.language = language;
    this.text = text;
  }

  /// Looked for when first asked: most texts decide within the sentence, or ask nothing at all.
  private NavigableMap<Integer, Importance> headings() {
    NavigableMap<Integer, Importance> found = headings;
    if (found == null) {
      found = new TreeMap<>();
      collect(PROFILE_HEADING, Importance.REQUIRED, found);
      collect(OTHER_HEADING, Importance.MENTIONED, found);
      headings = found;
    }
    return found;
  }

  private void collect(Map<Language, GatedPattern> patterns, Importance importance,
      NavigableMap<Integer, Importance> into) {
    GatedPattern.Search found = of(patterns).in(text);
    while (found.next()) {
      into.put(found.match().start(), importance);
    }
  }

  /// @param span of the requirement in the text
  Importance importance(Span span) {
    Sentence sentence = sentence(span);
    if (sentence.isDesired == null) {
      sentence.isDesired = of(DESIRED).isIn(sentence.text);
    }
    if (sentence.isDesired) {
      return Importance.DESIRED;
    }
    if (sentence.isRequired == null) {
      sentence.isRequired = of(REQUIRED).isIn(sentence.text);
    }
    if (sentence.isRequired) {
      return Importance.REQUIRED;
    }
    var heading = headings().floorEntry(span.start());
    return heading == null ? Importance.MENTIONED : heading.getValue();
  }

  /// Whether a span stands in a clause on data protection, which asks nothing of anybody's skills.
  boolean isLegal(Span span) {
    Sentence sentence = sentence(span);
    if (sentence.isLegal == null) {
      sentence.isLegal = of(LEGAL).isIn(sentence.text);
    }
    return sentence.isLegal;
  }

  private Sentence sentence(Span span) {
    int start = span.start();
    int first = Math.max(0, start - MAX_SENTENCE);
    while (start > first && !isEnd(start - 1)) {
      start--;
    }
    int end = span.end();
    int last = Math.min(text.length(), end + MAX_SENTENCE);
    while (end < last && !isEnd(end)) {
      end++;
    }
    return sentences.computeIfAbsent(new Span(start, end), s -> new Sentence(s.of(text)));
  }

  /// Whether a sentence ends with the sign at a place: a line break or bullet anywhere, another one before
  /// space or more such signs.
  private boolean isEnd(int at) {
    char c = text.charAt(at);
    if (c == '\n' || c == '•' || c == '·') {
      return true;
    }
    int next = at;
    while (next < text.length() && ".!?;".indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    return next > at && (next == text.length() || Character.isWhitespace(text.charAt(next))
        || text.charAt(next) == '•' || text.charAt(next) == '·');
  }

  private GatedPattern of(Map<Language, GatedPattern> patterns) {
    GatedPattern pattern = patterns.get(language);
    if (pattern == null) {
      throw new IllegalStateException("no cues for " + language);
    }
    return pattern;
  }

  private static Map<Language, GatedPattern> patterns(String en, String fr, String nl, String pl,
      String de) {
    Map<Language, GatedPattern> patterns = new EnumMap<>(Language.class);
    patterns.put(Language.EN, pattern(en));
    patterns.put(Language.FR, pattern(fr));
    patterns.put(Language.NL, pattern(nl));
    patterns.put(Language.PL, pattern(pl));
    patterns.put(Language.DE, pattern(de));
    return patterns;
  }

  private static GatedPattern pattern(String alternatives) {
    return GatedPattern.compile("(?<!\\p{L})(?:" + alternatives + ")", FLAGS);
  }
}
