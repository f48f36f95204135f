package org.metier.feed.internal.draft;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.metier.text.internal.GatedPattern;
import org.metier.text.internal.GatedPatterns;
import org.metier.vacancy.VacancyFlag;

/// Tells what speaks against trusting a text. Each rule is meant to be right nearly always rather than to
/// find every fraud: thresholds lie above what honest advertisements of five countries reach. Stateless;
/// linear in the length of the text.
final class Suspicions {
  /// More skills than that no reader needs; the longest honest lists have about 40.
  static final int MOST_SKILLS = 60;
  private static final int LONGEST_ITEM = 40;

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final GatedPattern INSTRUCTION = GatedPattern.of(Pattern.compile(
      "(?<!\\p{L})(?:(?:ignore|disregard|forget|override) (?:all |any |the |your |of ){0,3}(?:previous|prior|above|earlier|preceding)"
          + " (?:instruction|prompt|command|direction|rule|message|text)s?"
          + "|(?:ignore[rz]?|oublie[rz]?) (?:toutes? )?(?:les )?(?:instructions|consignes) (?:précédentes|ci-dessus|antérieures)"
          + "|negeer (?:alle )?(?:vorige|eerdere|voorgaande|bovenstaande) (?:instructies|opdrachten)"
          + "|(?:z?ignoruj|pomiń|zapomnij) (?:o )?(?:wszystkie |wszystkich )?(?:poprzedni\\p{L}+|powyższ\\p{L}+|wcześniejsz\\p{L}+)"
          + " (?:instrukcj\\p{L}+|poleceni\\p{L}*)"
          + "|(?:ignorier\\p{L}*|vergiss|missachte\\p{L}*) (?:alle )?(?:vorherigen|bisherigen|obigen|früheren) (?:anweisungen|instruktionen|befehle)"
          + "|system prompt|as an ai (?:language )?model|you are (?:now )?(?:an? )?(?:ai|chatgpt|large language model|language model)(?!\\p{L})"
          + "|if you (?:are|'re) (?:an? )?(?:ai|llm|chatbot|(?:large )?language model)(?!\\p{L})"
          + "|si (?:vous êtes|tu es) (?:une? )?(?:ia|modèle de langage)(?!\\p{L})|als (?:je|u) een (?:ai|taalmodel) bent"
          + "|jeśli jesteś (?:ai|sztuczną inteligencją|modelem językowym)|wenn (?:du|sie) (?:eine? )?(?:ki|sprachmodell) (?:bist|sind)"
          + "|(?:rank|rate|score|recommend) this (?:job|vacancy|posting|ad|position) (?:as |the ){0,2}(?:first|highest|top|best|perfect))"
          + "|<\\|im_start\\|>|\\[/?inst\\]|<<sys>>",
      FLAGS));
  private static final String MONEY_WORD = "(?:paid|pay(?:ment|out)?s?|salary|wage|wypłat\\p{L}*|płatn\\p{L}+|wynagrodzeni\\p{L}*|betaal\\p{L}*|betaling|paiement|payé\\p{L}*"
      + "|rémunér\\p{L}+|zahlung|bezahl\\p{L}*|auszahlung)";
  private static final GatedPattern CONTACT = GatedPattern.of(Pattern.compile(
      // a messenger that leaves no trace, as the way to answer
      "(?<!\\p{L})(?:contact|write|message|text|dm|apply|reply|napisz\\p{L}*|pisz\\p{L}*|kontakt\\p{L}*|aplik\\p{L}+|écri\\p{L}+|contacte\\p{L}*"
          + "|schrijf|stuur|solliciteer|schreib\\p{L}*|melde\\p{L}*|bewirb\\p{L}*)(?!\\p{L})[^.;\\n]{0,40}(?<!\\p{L})(?:telegram|wechat|signal app)(?!\\p{L})"
          + "|(?<!\\p{L})telegram ?(?::|@|id\\b)|(?:https?://)?(?:t|telegram)\\.me/"
          + "|(?<!\\p{L})(?:only|nur|uniquement|seulement|tylko|wyłącznie|alleen|enkel|ausschließlich)(?: \\p{L}+){0,4} (?:whatsapp|viber|messenger)(?!\\p{L})"
          // money that cannot be traced
          + "|(?<!\\p{L})" + MONEY_WORD
          + "(?: \\p{L}+){0,4} (?:bitcoin|btc|usdt|tether|ethereum|crypto\\p{L}*|kryptowalut\\p{L}+)(?!\\p{L})"
          + "|(?<!\\p{L})(?:western union|moneygram|paysafecard|gift ?cards? codes?)(?!\\p{L})"
          // money from the applicant
          + "|(?<!(?:no|without|keine|ohne|bez|brak|geen|zonder|pas de|sans|aucuns?)\\s)(?<!\\p{L})(?:(?:registration|application|processing|recruitment|training) fee"
          + "|opłat\\p{L} (?:rejestracyjn\\p{L}+|wstępn\\p{L}+|rekrutacyjn\\p{L}+|manipulacyjn\\p{L}+)|wpisowe(?!go)|przedpłat\\p{L}+"
          + "|frais (?:d['’]inscription|de dossier) (?:à|de|:)|inschrijvingskosten|aanmeldingskosten|anmeldegebühr|bearbeitungsgebühr|vorkasse)"
          + "(?! (?:is not|are not|nie|nicht|niet|n['’]est))",
      FLAGS));
  /// Each instruction and contact of the above has one of these words, which are rarer than how it begins.
  private static final GatedPattern WORD_OF_INSTRUCTION = GatedPattern.compile(
      "instruct|instruk|consigne|prompt|previous|prior |polece|anweisung|befehl|opdracht"
          + "|language model|ai model|chatgpt| ai[ ,]|llm|chatbot| ia[ ,]|modèle de lang|taalmodel"
          + "|sztuczną intel|modelem jęz|sprachmodell| ki |this (?:job|vac|post|ad|position)|im_start"
          + "|inst\\]|<<sys",
      FLAGS);
  private static final GatedPattern WORD_OF_CONTACT = GatedPattern.compile(
      "telegram|wechat|signal app|t\\.me/|whatsapp|viber|messenger|bitcoin|btc|usdt|tether|ethereum"
          + "|crypto|kryptowal|western union|moneygram|paysafecard|gift| fee|opłat|wpisowe|przedpłat"
          + "|frais|inschrijvingskosten|aanmeldingskosten|anmeldegebühr|bearbeitungsgebühr|vorkasse",
      FLAGS);
  private static final GatedPatterns WORDS = GatedPatterns.of(WORD_OF_INSTRUCTION,
      WORD_OF_CONTACT);
  /// Cyrillic and Greek letters that look like Latin ones.
  private static final String LOOKALIKES = "асеорхуіјѕһԁԛԝАВЕКМНОРСТХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧονι";

  /// Behind the Latin blocks.
  private static final int FIRST_FOREIGN = 0x250;

  private Suspicions() {}

  /// @param text plain, but with its contacts
  static Set<VacancyFlag> of(String title, String text, int skills) {
    Set<VacancyFlag> flags = EnumSet.noneOf(VacancyFlag.class);
    if (skills > MOST_SKILLS || longestList(text) > MOST_SKILLS
        || Repetition.isIn(text) || Repetition.isIn(title)) {
      flags.add(VacancyFlag.KEYWORD_STUFFING);
    }
    String all = title + "\n" + text;
    GatedPatterns.Found words = WORDS.in(all);
    if (words.has(WORD_OF_INSTRUCTION) && INSTRUCTION.isIn(all)) {
      flags.add(VacancyFlag.SUSPICIOUS_INSTRUCTION);
    }
    if (words.has(WORD_OF_CONTACT) && CONTACT.isIn(all)) {
      flags.add(VacancyFlag.SUSPICIOUS_CONTACT);
    }
    if (isMixed(title) || isMixed(text)) {
      flags.add(VacancyFlag.CONFUSABLE_LETTERS);
    }
    return flags;
  }

  /// The most items in one list of short items.
  private static int longestList(String text) {
    int longest = 0;
    int items = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isItemEnd(text.charAt(i))) {
        items = isItem(text, start, i) ? items + 1 : 0;
        longest = Math.max(longest, items);
        start = i + 1;
      }
    }
    return longest;
  }

  private static boolean isItemEnd(char c) {
    return c == ',' || c == ';' || c == '|' || c == '•' || c == '\n';
  }

  private static boolean isItem(String text, int start, int end) {
    if (end - start > LONGEST_ITEM) {
      return false;
    }
    boolean isBlank = true;
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == '.') {
        return false;
      }
      isBlank &= Character.isWhitespace(text.charAt(i));
    }
    return !isBlank;
  }

  /// Whether a word of Latin letters has others among them that look like Latin ones. A word with letters
  /// that no Latin one looks like is two words glued together.
  private static boolean isMixed(String text) {
    if (text.chars().allMatch(c -> c < FIRST_FOREIGN)) {
      return false;
    }
    boolean hasLatin = false;
    boolean hasLookalike = false;
    boolean hasOther = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? ' ' : text.charAt(i);
      if (!Character.isLetter(c)) {
        if (hasLatin && hasLookalike && !hasOther) {
          return true;
        }
        hasLatin = false;
        hasLookalike = false;
        hasOther = false;
      } else if (c < FIRST_FOREIGN) {
        hasLatin |= c < 0x80;
      } else if (LOOKALIKES.indexOf(c) >= 0) {
        hasLookalike = true;
      } else {
        hasOther = true;
      }
    }
    return false;
  }
}
