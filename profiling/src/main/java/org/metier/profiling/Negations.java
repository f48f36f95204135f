package org.metier.profiling;

import java.util.regex.Pattern;
import org.metier.text.Span;

/// Tells when a sentence says that the person lacks a skill or only wants to learn it, in five languages
/// at once. Simple on purpose: it looks at the clause around the skill.
final class Negations {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  /// Stands before the skill, with nothing in between that turns the sense.
  private static final Pattern BEFORE = Pattern
      .compile("\\b(?:no|not any|little|without|lack of|lacking)"
          + " (?:\\w+ )?(?:experience|knowledge|skills?)\\b|\\bnot (?:yet )?(?:familiar|experienced|proficient)"
          + "|\\b(?:do|does|did) not (?:know|have|use|speak)|\\bdon['’]t (?:know|have|use|speak)"
          + "|\\b(?:like|want|wish|hope|keen|eager|willing|ready|looking|plan|planning|interested)"
          + "(?: \\w+)? (?:to learn|in learning|to study|to train)"
          + "|\\b(?:pas|aucune|sans|peu) d?['’ ]?(?:expérience|connaissance|notion|compétence)s?"
          + "|\\bne (?:connais|maîtrise|parle|sais) pas|\\b(?:souhait|désir|voudr|aimer)\\w* (?:\\w+ )?"
          + "(?:apprendre|me former)"
          + "|\\b(?:geen|nog geen|weinig|zonder) (?:ervaring|kennis)|\\b(?:wil|willen|graag)\\b.{0,30}\\bleren"
          + "|\\b(?:keine|keinerlei|ohne|wenig|kaum) (?:\\w+ )?(?:erfahrung|kenntnis|praxis)\\w*"
          + "|\\b(?:brak|bez|nie mam|nie posiadam|małe) (?:\\w+ )?(?:doświadczeni|znajomości|wiedzy|umiejętności)\\w*"
          + "|\\bnie (?:znam|umiem|potrafię|obsługuję)|\\b(?:chc|chciał|prag)\\w* (?:się )?"
          + "(?:nauczyć|uczyć|poznać)", FLAGS);
  private static final Pattern WISH = Pattern.compile(
      "\\b(?:möchte|würde gern|will|wil|zou graag)\\b.*",
      FLAGS);
  private static final Pattern LEARN = Pattern.compile("^.{0,40}\\b(?:erlernen|lernen|leren)\\b",
      FLAGS);
  private static final Pattern TURN = Pattern.compile(
      "\\b(?:but|however|although|mais|cependant|maar|echter|aber|jedoch|ale|lecz|jednak)\\b",
      FLAGS);
  private static final String CLAUSE_ENDS = ".;!?\n";
  private static final int MAX_DISTANCE = 120;

  private Negations() {}

  static boolean isNegated(String text, Span skill) {
    int start = skill.start();
    int from = start;
    while (from > 0 && start - from < MAX_DISTANCE
        && CLAUSE_ENDS.indexOf(text.charAt(from - 1)) < 0) {
      from--;
    }
    String before = text.substring(from, start);
    var turn = TURN.matcher(before);
    while (turn.find()) {
      before = before.substring(turn.end());
      turn = TURN.matcher(before);
    }
    if (BEFORE.matcher(before).find()) {
      return true;
    }
    int to = Math.min(text.length(), skill.end() + 60);
    return WISH.matcher(before).find() && LEARN.matcher(text.substring(skill.end(), to)).find();
  }
}
