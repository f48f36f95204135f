package org.metier.training.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metier.section.SectionKind;
import org.metier.section.SectionLabel;
import org.metier.text.Language;
import org.metier.training.internal.Dice;
import org.metier.training.section.LabelledCv.LabelledLine;

/// Makes CVs of authored patterns: sections in a usual or mixed order, headings in the ways people write them,
/// some left out, and long lines broken. Not thread-safe.
final class CvMaker {
  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
  private static final double NO_HEADING = 0.07;
  private static final double BROKEN = 0.7;
  private static final double CAPITALS = 0.03;
  private static final List<SectionKind> FULL = List.of(SectionKind.EXPERIENCE,
      SectionKind.SUMMARY, SectionKind.SKILLS, SectionKind.OTHER, SectionKind.EDUCATION);
  private static final int USUAL_HEADINGS = 8;
  private static final int SHORTEST_BROKEN = 40;
  private static final int LONGEST_BROKEN = 120;
  private static final Map<Language, List<String>> MONTHS = Map.of(
      Language.EN, List.of("January", "Feb", "March", "Apr.", "May", "June", "Sept", "October"),
      Language.FR, List.of("janvier", "févr.", "mars", "avril", "mai", "juin", "septembre"),
      Language.NL, List.of("januari", "feb", "maart", "april", "mei", "juni", "september"),
      Language.PL, List.of("styczeń", "lutego", "marzec", "maj", "czerwca", "wrzesień"),
      Language.DE, List.of("Januar", "Feb.", "März", "April", "Mai", "Juni", "September"));
  private static final Map<Language, List<String>> NOW = Map.of(
      Language.EN, List.of("Present", "Current", "present", "to date"),
      Language.FR, List.of("aujourd'hui", "ce jour", "présent"),
      Language.NL, List.of("heden", "nu"),
      Language.PL, List.of("obecnie", "nadal", "teraz"),
      Language.DE, List.of("heute", "jetzt"));
  private static final List<SectionKind> USUAL = List.of(SectionKind.WISH, SectionKind.SUMMARY,
      SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.SKILLS, SectionKind.LANGUAGES,
      SectionKind.CERTIFICATES, SectionKind.OTHER, SectionKind.INTERESTS, SectionKind.REFERENCES);

  private final Language language;
  private final SectionPatterns patterns;
  private final double foreign;
  private final Dice dice;

  /// @param foreign 0 to 1: how often the lines below a heading are mostly such as usually stand below another
  CvMaker(Language language, SectionPatterns patterns, double foreign, Dice dice) {
    this.foreign = foreign;
    this.language = language;
    this.patterns = patterns;
    this.dice = dice;
  }

  LabelledCv cv() {
    List<LabelledLine> lines = new ArrayList<>();
    head(lines);
    List<SectionKind> order = dice.chance(0.5) ? USUAL : dice.shuffled(USUAL);
    for (SectionKind kind : order) {
      if (dice.chance(chance(kind))) {
        section(kind, dice.chance(NO_HEADING), lines);
        if (kind == SectionKind.OTHER && dice.chance(0.3)) {
          section(SectionKind.EXPERIENCE, true, lines); // achievements of one job, then the next job
        }
        if (kind == SectionKind.SKILLS && dice.chance(0.1)) {
          section(kind, false, lines);
        }
      }
    }
    return new LabelledCv(language.code(), lines);
  }

  private static double chance(SectionKind kind) {
    return switch (kind) {
      case EXPERIENCE, EDUCATION -> 0.93;
      case SKILLS -> 0.85;
      case SUMMARY, LANGUAGES, CERTIFICATES -> 0.55;
      case INTERESTS, OTHER -> 0.45;
      case WISH, REFERENCES -> 0.25;
      case PERSONAL, HEADLINE -> 0;
    };
  }

  private void head(List<LabelledLine> lines) {
    if (dice.chance(0.5)) {
      add(SectionKind.HEADLINE, dice.pick(patterns.linesOf(SectionKind.HEADLINE)), lines);
    }
    if (dice.chance(0.7)) {
      section(SectionKind.PERSONAL, dice.chance(0.7), lines);
    }
    if (dice.chance(0.2)) {
      add(SectionKind.HEADLINE, dice.pick(patterns.linesOf(SectionKind.HEADLINE)), lines);
    }
  }

  private void section(SectionKind kind, boolean isBare, List<LabelledLine> lines) {
    if (!isBare) {
      List<String> headings = patterns.headingsOf(kind);
      // Half of all CVs use one of the few usual words, which stand first.
      int usual = Math.min(headings.size(), USUAL_HEADINGS);
      String heading = heading(
          headings.get(dice.below(dice.chance(0.5) ? usual : headings.size())));
      lines.add(new LabelledLine(heading, new SectionLabel(kind, true)));
    }
    int count = count(kind);
    // Below a heading people write what they like; without one only the lines tell.
    SectionKind other = !isBare && dice.chance(foreign) ? dice.pick(FULL) : kind;
    for (int i = 0; i < count; i++) {
      add(kind, dice.pick(patterns.linesOf(dice.chance(0.7) ? other : kind)), lines);
    }
  }

  private int count(SectionKind kind) {
    return switch (kind) {
      case EXPERIENCE -> dice.between(3, 24);
      case EDUCATION -> dice.between(2, 8);
      case SKILLS -> dice.between(1, dice.chance(0.5) ? 5 : 20);
      case SUMMARY, OTHER, CERTIFICATES -> dice.between(1, 6);
      case LANGUAGES, PERSONAL -> dice.between(1, 4);
      case WISH, INTERESTS, REFERENCES -> dice.between(1, 3);
      case HEADLINE -> 1;
    };
  }

  private String heading(String words) {
    String cased = switch (dice.below(4)) {
      case 0 -> words.toUpperCase(language.locale());
      case 1 -> capitalized(words);
      case 2 -> eachCapitalized(words);
      default -> dice.chance(0.15) ? words : capitalized(words);
    };
    return switch (dice.below(12)) {
      case 0, 1, 2 -> cased + ":";
      case 3 -> "- " + cased + " -";
      case 4 -> dice.between(1, 9) + ". " + cased;
      case 5 -> cased.contains(" ") ? cased : String.join(" ", cased.split(""));
      default -> cased;
    };
  }

  private String capitalized(String words) {
    return words.substring(0, 1).toUpperCase(language.locale()) + words.substring(1);
  }

  private String eachCapitalized(String words) {
    StringBuilder cased = new StringBuilder();
    for (String word : words.split(" ")) {
      cased.append(cased.isEmpty() ? "" : " ").append(word.length() < 3 ? word : capitalized(word));
    }
    return cased.toString();
  }

  private void add(SectionKind kind, String pattern, List<LabelledLine> lines) {
    String line = filled(pattern);
    if (dice.chance(CAPITALS)) {
      line = line.toUpperCase(language.locale());
    }
    SectionLabel label = new SectionLabel(kind, false);
    if (line.endsWith(".") && dice.chance(0.5)) {
      line = line + " " + filled(dice.pick(patterns.linesOf(kind)));
    }
    int width = dice.between(SHORTEST_BROKEN, LONGEST_BROKEN);
    boolean isBroken = dice.chance(BROKEN);
    for (int at = line.lastIndexOf(' ', width); isBroken && line.length() > width
        && at > 0; at = line
            .lastIndexOf(' ', width)) {
      addLine(line.substring(0, at), label, lines);
      line = line.substring(at).strip();
    }
    addLine(line, label, lines);
  }

  private static void addLine(String line, SectionLabel label, List<LabelledLine> lines) {
    if (!line.isBlank()) {
      lines.add(new LabelledLine(line.strip(), label));
    }
  }

  private String filled(String pattern) {
    Matcher slot = SLOT.matcher(pattern);
    StringBuilder line = new StringBuilder();
    while (slot.find()) {
      slot.appendReplacement(line, Matcher.quoteReplacement(value(slot.group(1))));
    }
    return slot.appendTail(line).toString().strip();
  }

  private String value(String slot) {
    return switch (slot) {
      case "number" -> String.valueOf(dice.between(2, 30));
      case "year" -> String.valueOf(dice.between(1985, 2026));
      case "date" -> "%02d.%02d.%d".formatted(dice.between(1, 28), dice.between(1, 12),
          dice.between(1955, 2024));
      case "phone" -> "+%d %d %d".formatted(dice.between(31, 49), dice.between(100, 999),
          dice.between(100_000, 9_999_999));
      case "mail" -> "mail" + dice.below(100) + "@mail.example";
      case "period" -> period();
      default -> {
        List<String> values = patterns.slots().get(slot);
        if (values == null) {
          throw new IllegalStateException("a pattern in " + language.code()
              + " has the slot " + slot + ", which has no values");
        }
        String value = filled(dice.pick(values));
        yield dice.chance(0.1) ? value.toLowerCase(Locale.ROOT) : value;
      }
    };
  }

  private String period() {
    int from = dice.between(1985, 2024);
    int to = from + dice.below(6);
    boolean goesOn = dice.chance(0.25);
    String dash = dice.pick(List.of(" - ", "-", " – ", " to "));
    String end = dice.pick(NOW.getOrDefault(language, List.of("-")));
    return switch (dice.below(4)) {
      case 0 -> from + dash + (goesOn ? end : String.valueOf(to));
      case 1 -> "%02d/%d".formatted(dice.between(1, 12), from) + dash
          + (goesOn ? end : "%02d/%d".formatted(dice.between(1, 12), to));
      case 2 -> "%02d.%d".formatted(dice.between(1, 12), from) + dash
          + (goesOn ? end : "%02d.%d".formatted(dice.between(1, 12), to));
      default -> month() + " " + from + dash + (goesOn ? end : month() + " " + to);
    };
  }

  private String month() {
    return dice.pick(MONTHS.getOrDefault(language, List.of("1")));
  }
}
