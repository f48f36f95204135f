package org.metier.link;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metier.text.Language;

/// A mention of a skill, made ready for linking.
///
/// @param text without the marks around it
/// @param core without the words around it that only say that a skill is meant, "communication" of "good
///     communication skills"; the text itself if nothing else is in it
/// @param parts what an enumeration consists of, "budget and resource allocation" of `budget`, `resource
///     allocation` and `budget allocation`; empty for a mention that is none
record SkillMention(String text, String core, List<String> parts) {
  private static final int MOST_PARTS = 4;
  private static final Pattern EDGES = Pattern
      .compile("^[\\s\\p{Pd}•·*:;,!?/()\\[\\]«»\"'“”„]+|[\\s\\p{Pd}•·*:;,.!?/(\\[«\"'“”„]+$");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");
  private static final Pattern BETWEEN = Pattern.compile(
      "\\s*[,;/&]\\s*|\\s+(?:and|or|et|ou|en|of|i|oraz|lub|und|oder|sowie)\\s+",
      Pattern.CASE_INSENSITIVE);
  /// What comes first: how good somebody is, and that they know or can something.
  private static final Map<Language, Pattern> BEFORE = Map.of(
      Language.EN, before("good|strong|excellent|solid|proven",
          "skills?|skilled|knowledge|experienced?|abilit(?:y|ies)|able|capab(?:le|ility)|competen(?:t|cy|ce)"
              + "|expertise|proficien(?:t|cy)|understanding|familiar(?:ity)?|background",
          "of|in|with|to|the|at"),
      Language.FR, before("bonnes?|bons?|très|solides?|excellentes?",
          "compétences?|connaissances?|expériences?|maîtrise|capacités?|capable|aptitudes?|notions",
          "de|des|du|d|en|dans|avec|à|la|le|les|l"),
      Language.NL, before("goede?|sterke?|uitstekende?|grondige?|ruime?",
          "vaardigheid|vaardigheden|kennis|ervaring|ervaren|beheersing|bekend(?:heid)?|vermogen",
          "van|in|met|om|te|de|het|op"),
      Language.PL, before("dobra|bardzo|świetna|biegła|praktyczna|podstawowa",
          // the genitive needs no joining word
          "znajomość|umiejętność|(?:umiejętności|wiedza|doświadczenie|zdolność|biegłość)\\s+(?:w|z|ze|na|do|o)",
          "zakresu|zakresie|obsłudze|obsługi|"),
      Language.DE, before("gute[nrs]?|sehr|sichere[rs]?|fundierte|ausgeprägte|solide",
          "kenntnisse?n?|erfahrung(?:en)?|fähigkeit(?:en)?|wissen|beherrschung|vertraut|versiert"
              + "|umgang",
          "in|im|mit|der|die|das|dem|den|zu|zur|von|über"));
  /// What comes last, in German and Dutch as the end of a word, too: "Englischkenntnisse".
  private static final Map<Language, Pattern> AFTER = Map.of(
      Language.EN, after("\\s+(?:skills?|abilit(?:y|ies)|capabilit(?:y|ies)|competenc(?:y|ies|es?)"
          + "|mindset|attitude|proficiency)"),
      Language.FR, after("\\s+(?:maîtrisée?s?|exigée?s?|souhaitée?s?)"),
      Language.NL, after("(?<=\\p{L}{3})[\\s-]*(?:vaardigheid|vaardigheden|kennis)"),
      Language.PL, after("\\s+(?:mile widziana|mile widziane|wymagana|wymagane)"),
      Language.DE, after("(?<=\\p{L}{3})[\\s-]*(?:kenntnisse?n?|fähigkeiten)"));

  SkillMention {
    parts = List.copyOf(parts);
  }

  /// Praise alone, or praise and knowing that something else joins: "experience design" has neither.
  private static Pattern before(String praise, String knowing, String joining) {
    return Pattern.compile("^(?:(?:" + praise + ")\\s+)*(?:(?:" + knowing + ")\\s+(?:(?:" + joining
        + ")\\b['’]?\\s*)+)?(?=\\S)");
  }

  private static Pattern after(String ending) {
    return Pattern.compile("(?:" + ending + ")+$");
  }

  static SkillMention of(String written, Language language) {
    String text = trimmed(SPACE.matcher(written).replaceAll(" "));
    String core = core(text, language);
    return new SkillMention(text, core, parts(core));
  }

  private static String trimmed(String text) {
    String trimmed = EDGES.matcher(text).replaceAll("");
    if (trimmed.endsWith(")") && trimmed.indexOf('(') < 0) {
      trimmed = EDGES.matcher(trimmed.substring(0, trimmed.length() - 1)).replaceAll("");
    }
    return trimmed.isEmpty() ? text.strip() : trimmed;
  }

  private static String core(String text, Language language) {
    String lower = text.toLowerCase(Locale.ROOT);
    Pattern start = BEFORE.get(language);
    Pattern end = AFTER.get(language);
    if (start == null || end == null || lower.length() != text.length()) {
      return text;
    }
    Matcher before = start.matcher(lower);
    int from = before.lookingAt() ? before.end() : 0;
    Matcher after = end.matcher(lower);
    int to = after.find(from) ? after.start() : text.length();
    String core = from < to ? trimmed(text.substring(from, to)) : "";
    return core.chars().anyMatch(Character::isLetterOrDigit) ? core : text;
  }

  private static List<String> parts(String core) {
    List<String> sides = BETWEEN.splitAsStream(core)
        .map(SkillMention::trimmed)
        .filter(side -> side.chars().anyMatch(Character::isLetterOrDigit))
        .toList();
    if (sides.size() < 2 || sides.size() > MOST_PARTS) {
      return List.of();
    }
    Set<String> parts = new LinkedHashSet<>(sides);
    String[] last = sides.getLast().split(" ");
    String[] first = sides.getFirst().split(" ");
    for (String side : sides) {
      if (side.indexOf(' ') < 0) {
        if (last.length > 1) {
          parts.add(side + " " + last[last.length - 1]); // what all of them are about
        } else if (first.length > 1) {
          parts.add(first[0] + " " + side); // what is done with all of them
        }
      }
    }
    return List.copyOf(parts);
  }
}
