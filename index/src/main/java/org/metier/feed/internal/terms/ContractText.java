package org.metier.feed.internal.terms;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.text.Span;
import org.metier.text.internal.GatedPattern;
import org.metier.work.Contract;

/// Reads the kind of contract from what people write in five languages. Who offers several kinds, or one
/// that Metier has no name for, such as the Polish contract of mandate, states none of them. Stateless;
/// linear in the length of the text.
public final class ContractText {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  /// What a contract may become later is not what is offered.
  private static final Pattern PROSPECT = Pattern.compile(
      "(?<!\\p{L})(?:optie|kans|uitzicht|mogelijkheid|perspectief|nadien|daarna|possibilité|évoluti\\p{L}+|débouch\\p{L}+"
          + "|pouvant|transform\\p{L}+|możliwoś\\p{L}+|perspektyw\\p{L}+|docelowo|przedłuż\\p{L}+|następn\\p{L}+|kolejn\\p{L}+"
          + "|potem|później|po okresie|möglichkeit|aussicht|option|vanaf|na periode|uitzend\\p{L}*|interim\\p{L}*|übernahme|possib\\p{L}+|prospect|later|after|na een)"
          + "(?!\\p{L})[^.;\\n]{0,40}$",
      FLAGS);
  private static final Pattern PROSPECT_BEHIND = Pattern.compile(
      "^[^.;\\n]{0,30}(?:już po|po (?:\\d|pół|upływie|okresie|trzech|trzymiesi)|wachten|na (?:een |de )?(?:geslaagde|positieve))"
          + "|^[^.;\\n]{0,15}(?:in zicht|mogelijk|possible|możliw|nach der probezeit|po okresie)",
      FLAGS);
  /// Kinds that are named but fit none of ours, or leave it open.
  private static final String OTHER = "umow\\p{L} ?-?(?:o dzieło|zleceni\\p{L}+|agencyjn\\p{L}+)|zlecenie|świadczeni\\p{L} usług"
      + "|okres próbny";
  /// Without one of these a running text names no contract; cheaper than looking for each of them.
  private static final GatedPattern ANY = GatedPattern.of(Pattern.compile(
      "cdi|cdd|contra[ct]|umow|kontrakt|dienstverband|permanent|fixed|vertrag|b2b|działal|freelance|freiberuf|zelfstand"
          + "|indépendant|intérim|alternance|staż z|convention",
      Pattern.CASE_INSENSITIVE));
  private static final int AROUND = 60;
  private static final Map<Contract, GatedPattern> FIELD = new EnumMap<>(Contract.class);
  private static final Map<Contract, GatedPattern> TEXT = new EnumMap<>(Contract.class);
  private static final GatedPattern OTHER_KIND = pattern(OTHER + "|b2b/uop|optie (?:op )?vast");
  /// A word for a contract in general; with nothing more it leaves the kind open.
  private static final GatedPattern SOME_CONTRACT = pattern(
      "umow\\p{L} o pracę(?! tymczas| na)|uop|uo(?= )|contract of employment"
          + "|contrat de travail|arbeitsvertrag|arbeidsovereenkomst");
  /// Employment as one of several kinds to choose from.
  private static final GatedPattern EMPLOYMENT_LISTED = pattern("umow\\p{L} o pracę(?= ?[,/;|])");

  static {
    FIELD.put(Contract.PERMANENT,
        pattern("cdi|durée indéterminée|permanent\\p{L}*|indefinite|unlimited contract"
            + "|onbepaalde (?:duur|tijd)|vaste? (?:contract|job|baan|dienst\\p{L}*|betrekking)|vast|czas\\p{L}* nieokreślon\\p{L}+"
            + "|(?:praca )?stała|unbefristet\\p{L}*|festanstellung"));
    FIELD.put(Contract.FIXED_TERM, pattern(
        "cdd|durée déterminée|fixed[- ]term|temporary|time[- ]specific|bepaalde (?:duur|tijd)"
            + "|tijdelijk\\p{L}*|czas\\p{L}* określon\\p{L}+|zastępstw\\p{L}+|(?<!un)befristet\\p{L}*"));
    FIELD.put(Contract.AGENCY, pattern(
        "intérim\\p{L}*|interim\\p{L}*|uitzend\\p{L}*|prac\\p{L} tymczasow\\p{L}+|zeitarbeit\\p{L}*"
            + "|leiharbeit\\p{L}*|arbeitnehmerüberlassung|agency work\\p{L}*|temp agency"));
    FIELD.put(Contract.SEASONAL, pattern(
        "saisonni\\p{L}+|seasonal|seizoen\\p{L}*|sezonow\\p{L}+|saison(?:arbeit|kraft|vertrag|job)?"));
    FIELD.put(Contract.SELF_EMPLOYED,
        pattern("freelanc\\p{L}*|self[- ]employed|indépendant\\p{L}*|auto-?entrepreneur"
            + "|zelfstandige?|zzp\\p{L}*|b2b|własna działalność|działalność gospodarcza|samozatrudnieni\\p{L}+|freiberuf\\p{L}+"
            + "|selbst(?:st)?ändig\\p{L}*|contractor"));
    FIELD.put(Contract.APPRENTICESHIP,
        pattern("apprenti\\p{L}*|alternance|professionnalisation|ausbildung\\p{L}*"
            + "|duaal leren|leercontract|leerovereenkomst|nauka zawodu|przyuczeni\\p{L}+|praktyczna nauka"));
    FIELD.put(Contract.INTERNSHIP,
        pattern("stages?|stagiaire|internship\\p{L}*|trainee(?:ship)?|staż\\p{L}*|praktyk\\p{L}*"
            + "|praktikum|praktikant\\p{L}*|werkstudent"));
    FIELD.put(Contract.VOLUNTARY, pattern(
        "bénévol\\p{L}+|volunt(?:eer|ary)\\p{L}*|vrijwillig\\p{L}*|wolontari\\p{L}+|ehrenamt\\p{L}*"));

    TEXT.put(Contract.PERMANENT, pattern(
        "cdi|contrat à durée indéterminée|permanent (?:contract|position|job|employment|role)"
            + "|contract (?:van|voor) onbepaalde (?:duur|tijd)|vaste? (?:contract|dienstverband|arbeidscontract)"
            + "|umow\\p{L}[^.;:\\n]{0,30} na czas nieokreślony|unbefristete\\p{L}? (?:arbeits|anstellungs)\\p{L}+"));
    TEXT.put(Contract.FIXED_TERM,
        pattern("cdd|contrat à durée déterminée|fixed[- ]term (?:contract|position|role)"
            + "|contract (?:van|voor) bepaalde (?:duur|tijd)|tijdelijk (?:contract|dienstverband)"
            + "|umow\\p{L}[^.;:\\n]{0,30} na (?:czas określony|zastępstwo|czas zastępstwa)|befristete\\p{L}? (?:arbeits|anstellungs)\\p{L}+"));
    TEXT.put(Contract.AGENCY,
        pattern("umow\\p{L} o prac\\p{L} tymczasow\\p{L}+|mission d['’]intérim|contrat d['’]intérim"
            + "|uitzendcontract|interimcontract"));
    TEXT.put(Contract.SEASONAL,
        pattern("contrat saisonnier|seasonal contract|seizoenscontract|saisonvertrag"));
    TEXT.put(Contract.SELF_EMPLOYED, pattern(
        "(?:kontrak\\p{L}+|umow\\p{L}+|współprac\\p{L}+|zatrudnieni\\p{L}+:?|stawka|basis) (?:w formie |na |w oparciu o )?b2b"
            + "|b2b (?:contract|kontrakt\\p{L}*|umow\\p{L}+)|(?:w oparciu o|na podstawie|w formie|w ramach) własn\\p{L} działalnoś\\p{L}+"
            + "|op zelfstandige basis|on a freelance basis|statut (?:d['’])?indépendant|auf freiberuflicher basis"));
    TEXT.put(Contract.APPRENTICESHIP,
        pattern("contrat d['’]apprentissage|contrat de professionnalisation|en alternance"
            + "|apprenticeship contract|ausbildungsvertrag"));
    TEXT.put(Contract.INTERNSHIP,
        pattern("contrat de stage|convention de stage|umow\\p{L} o staż|staż z urzędu pracy"
            + "|internship contract|praktikumsvertrag|stagecontract"));
    TEXT.put(Contract.VOLUNTARY, pattern("umow\\p{L} o wolontariat|contrat de bénévolat"));
  }

  private ContractText() {}

  private static GatedPattern pattern(String words) {
    return GatedPattern
        .of(Pattern.compile("(?<!\\p{L})(?:" + words + ")(?!\\p{L})", FLAGS));
  }

  /// What a field for the contract says; never [Reading.Unclear], since it has no number.
  public static Reading<Contract> stated(String text) {
    Reading.Found<Contract> found = one(FIELD, text, 0, text.length(), null).only;
    return found == null || isOpen(found, text) ? new Reading.Absent<>() : found;
  }

  /// The kind of contract that a running text names, unless it names several, or only as a prospect.
  ///
  /// @return null when there is none
  public static Reading.@Nullable Found<Contract> in(String text) {
    Reading.Found<Contract> only = null;
    GatedPattern.Search near = ANY.in(text);
    int from = 0;
    while (near.next()) {
      int end = Math.min(text.length(), near.match().end() + AROUND);
      Finding finding = one(TEXT, text, Math.max(from, near.match().start() - AROUND), end, only);
      if (finding.isAmbiguous) {
        return null;
      }
      only = finding.only;
      from = end;
      near = ANY.in(text, end, text.length());
    }
    return only == null || isOpen(only, text) ? null : only;
  }

  private record Finding(Reading.@Nullable Found<Contract> only, boolean isAmbiguous) {}

  private static Finding one(Map<Contract, GatedPattern> words, String text, int start, int end,
      Reading.@Nullable Found<Contract> earlier) {
    Reading.Found<Contract> only = earlier;
    for (var entry : words.entrySet()) {
      GatedPattern.Search search = entry.getValue().in(text, start, end);
      while (search.next()) {
        MatchResult found = search.match();
        String before = text.substring(Math.max(0, found.start() - 60), found.start());
        String behind = text.substring(found.end(), Math.min(text.length(), found.end() + 60));
        boolean isProspect = PROSPECT.matcher(before).find()
            || PROSPECT_BEHIND.matcher(behind).find();
        if (isProspect || (only != null && only.value() != entry.getKey())) {
          return new Finding(null, true);
        }
        only = new Reading.Found<>(entry.getKey(), new Span(found.start(), found.end()));
      }
    }
    return new Finding(only, false);
  }

  /// Whether something else is offered beside it.
  private static boolean isOpen(Reading.Found<Contract> only, String text) {
    boolean isOther = switch (only.value()) {
      case SELF_EMPLOYED -> SOME_CONTRACT.isIn(text);
      case AGENCY, INTERNSHIP, APPRENTICESHIP -> EMPLOYMENT_LISTED.isIn(text);
      case PERMANENT, FIXED_TERM, SEASONAL, VOLUNTARY -> false;
    };
    return isOther || OTHER_KIND.isIn(text);
  }
}
