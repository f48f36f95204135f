package org.metier.duplicate;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An employer's name without what boards write in different ways: case, accents, punctuation, legal form,
/// "Group" and the country.
///
/// @param key words parted by one space; equal for two spellings of one name
/// @param isAgency whether the name says that the employer recruits for others
public record EmployerName(String key, boolean isAgency) {
  private static final Pattern LEGAL_FORM = Pattern.compile("(?<= )(?:"
      + "sp(?:olka)? ?z ?o ?o|spolka z ograniczona odpowiedzialnoscia|spolka akcyjna|spolka jawna"
      + "|spolka komandytowa|spolka cywilna|sp ?k|sp ?j|s ?a|s ?c|p s ?a"
      + "|gmbh(?: und)?(?: co)?(?: kg)?|co kg|mbh|ag|ug|e v|e k|kgaa|ohg|se"
      + "|s ?a ?r ?l|s ?a ?s(?: u)?|sasu|eurl|snc|scop|s ?r ?l|b ?v ?b ?a|b ?v|n ?v|vzw|asbl|vof"
      + "|ltd|limited|llc|llp|plc|inc|corp(?:oration)?"
      + "|group|grupa|groupe|gruppe|groep|holding"
      + "|polska|poland|france|belgium|belgie|belgique|nederland|netherlands|deutschland|germany"
      + ")(?= )");
  /// Names that boards put where they have none, or must not tell it.
  private static final Pattern PLACEHOLDER = Pattern.compile(
      "^(?:klient|client|kunde|klant|customer)\\b.*|.*\\b(?:poufn[aey]|confidential|confidentiel"
          + "|vertraulich|anonym\\p{L}*|anoniem|vertrouwelijk|baza ofert pracy|kontakt przez"
          + "|sluzba cywilna|non communique|not specified|unknown|onbekend|unbekannt)\\b.*");
  private static final Pattern AGENCY = Pattern.compile(
      "\\b(?:agencja (?:pracy|zatrudnienia|posrednictwa)|urzad pracy|recruit\\p{L}*|rekrutac\\p{L}*"
          + "|headhunt\\p{L}*|executive search|staffing|temporary|work service|hr|outsourcing"
          + "|interim|travail temporaire|uitzend\\p{L}*|zeitarbeit|personaldienst\\p{L}*"
          + "|personalvermittlung|leasingteam|randstad|manpower\\p{L}*|adecco|trenkwalder|hays"
          + "|michael page|grafton|antal|gi|synergie|proman|crit|tempo team|start people|antal"
          + "|devire|experis)\\b");
  private static final int DISTINCTIVE = 4;

  /// @return null when the name is none: blank, or what a board writes when it has no name
  public static @Nullable EmployerName of(@Nullable String name) {
    String folded = name == null ? "" : WordHashes.fold(name);
    if (folded.isEmpty() || PLACEHOLDER.matcher(folded).matches()) {
      return null;
    }
    String padded = " " + folded + " ";
    String plain = LEGAL_FORM.matcher(padded).replaceAll("").replaceAll(" +", " ").strip();
    return new EmployerName(plain.isEmpty() ? folded : plain, AGENCY.matcher(folded).find());
  }

  /// Whether two names mean one employer: the same words in whatever order and spacing, or one name within
  /// the other, as `Fresenius` in `Fresenius Nephrocare`. The shorter name must have a word of four letters, or
  /// several words: `Dr. Max` in `Apteka Dr. Max`.
  public boolean isLike(EmployerName other) {
    if (key.equals(other.key) || key.replace(" ", "").equals(other.key.replace(" ", ""))) {
      return true;
    }
    Set<String> mine = words();
    Set<String> others = other.words();
    boolean isShorter = mine.size() <= others.size();
    Set<String> shorter = isShorter ? mine : others;
    Set<String> longer = isShorter ? others : mine;
    return longer.containsAll(shorter)
        && (shorter.stream().anyMatch(word -> word.length() >= DISTINCTIVE)
            || (shorter.size() > 1 && String.join("", shorter).length() > DISTINCTIVE));
  }

  private Set<String> words() {
    return new TreeSet<>(Arrays.asList(key.split(" ")));
  }
}
