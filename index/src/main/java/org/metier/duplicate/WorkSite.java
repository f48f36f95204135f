package org.metier.duplicate;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metier.place.Countries;
import org.metier.place.Place;
import org.metier.text.internal.GatedPattern;
import org.metier.text.internal.GatedPatterns;
import org.metier.vacancy.Vacancy;
import org.metier.work.RemoteWork;

/// A place of work as an advertisement's text words it: behind a label such as `Standplaats:`, in the title,
/// or within the name of the town. Boards often give the region in their field and the town in the text,
/// and chains tell their branches apart by the street alone.
///
/// @param town folded, or a wider area if that is all that is named; `remote` for work from home, `everywhere`
///     for work in the whole country; empty when only a branch is named
/// @param branch folded words of street, building or district; empty when none is named
public record WorkSite(String town, String branch) {
  private static final GatedPattern LABEL = GatedPattern.of(Pattern.compile(
      "(?:miejsce (?:wykonywania )?pracy|lokalizacja|miejscowość|standplaats|werklocatie"
          + "|plaats (?:van )?tewerkstelling|lieu (?:de travail|du poste)|localisation"
          + "|arbeitsort|einsatzort|standort|dienstort|work(?:place| location)|location|locali[sz]ation)\\s*:\\s*"
          // employers put the town of a vacancy into their reference as well
          + "|(?:numer referencyjny|nr ref\\.?)\\s*:\\s*(?-i:(?=\\p{Lu}\\p{Ll}{3}))",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
  private static final String WORD = "\\p{Lu}[\\p{L}'’.]*+(?:-\\p{L}++)*+";
  private static final Pattern TOWNS = Pattern.compile(
      "(" + WORD + "(?: (?:k\\.|nad|sur|am|aan|den|op) ?" + WORD + "| (?!Opis|Zakres|Data|Nr|Numer"
          + "|Rodzaj|Typ|Oferta|Oferujemy|Umowa|Do|Co|Na|CO|ZAKRES|DO|Za|Wymiar|Dane|Kontakt)"
          + WORD
          + "){0,2})");
  /// A street with its number, or a name in capitals behind a word such as `ul.` or `rue`.
  private static final GatedPattern STREET = GatedPattern.of(Pattern.compile(
      "(?<!\\p{L})(?:(?i:ul|al|os|pl|ulica|aleja|aleje|plac|rue|avenue|boulevard|c\\.?h|galeria|outlet)"
          + "\\b\\.?\\s*|(?=\\p{Lu}\\p{L}+(?:straße|strasse|straat|laan|weg) \\d))"
          + "((?:[\\p{L}.'’-]+\\s+){0,3}?\\d+\\p{L}?(?![\\p{L}\\d])"
          + "|\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{Ll}'’-]+)?)"));
  /// Behind a town: the name of a district, building or branch.
  private static final Pattern DASHED = Pattern.compile("^\\s*[-–—]\\s*(" + WORD + "(?: " + WORD
      + "){0,2})");
  private static final Pattern NO_TOWN = Pattern
      .compile("^(?:praca|siedziba|woj|wojewodztwo|nasz|umowa|pelny|stanowisko|dzial)(?: |$)");
  private static final Pattern REMOTE = Pattern.compile(
      "(?:praca )?(?:zdaln[ai]|remote|home.?office|t[eé]l[eé]travail|thuiswerk)\\p{L}*",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final GatedPattern FULLY_REMOTE = GatedPattern.of(Pattern.compile(
      "100 ?% (?:pracy |praca )?(?:zdaln|remote)|fully remote|full remote|volledig thuiswerk"
          + "|vollständig remote|w pełni zdaln|100 ?% t[eé]l[eé]travail",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
  private static final String HOME = "(?:(?:w pełni )?zdaln|(?:fully |full )?remote|home.?office|t[eé]l[eé]travail"
      + "|thuiswerk)\\p{L}*";
  private static final String OR = "(?:lub|oraz|albo|czy|or|oder|of|ou|/)";
  private static final String MODE = "(?:w )?(?:modelu|trybie|formie|systemie)";
  /// Who may choose between hybrid work and work from home may work from home.
  private static final GatedPattern HOME_OR_HYBRID = GatedPattern.of(Pattern.compile(
      "(?:" + HOME + ",? " + OR + " (?:" + MODE + " )?(?:prac[ay] )?h[yi]br[yi]d"
          + "|h[yi]br[yi]d\\p{L}*,? " + OR + " (?:" + MODE + " )?(?:prac[ay] )?" + HOME + ")",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
  /// The whole country as a place of work, behind a label or as a board's town.
  private static final Pattern WHOLE_COUNTRY = Pattern.compile(
      "^(?:ca(?:la polska|ly kraj)|(?:heel )?(?:landelijk|nederland)|toute la france|france entiere"
          + "|bundesweit|deutschlandweit|nationwide|countrywide)(?: |$)");
  /// Work all over the country, as a text says it; not shops or offices that are everywhere.
  private static final GatedPattern WORK_EVERYWHERE = GatedPattern.of(Pattern.compile(
      "(?<!\\p{L})(?:praca|pracę|pracy|roboty|montaż(?:e|u)?)(?!\\p{L})[^.;:!?\\n]{0,60}?(?:teren(?:ie)?|obszar(?:ze)?)"
          + " (?:całej polski|całego kraju)"
          + "|(?<!\\p{L})(?:travail|missions|chantiers)[^.;:!?\\n]{0,40}? (?:sur )?toute la france"
          + "|(?<!\\p{L})(?:einsätze|arbeit)[^.;:!?\\n]{0,40}? (?:bundesweit|deutschlandweit|in ganz deutschland)"
          + "|(?<!\\p{L})(?:werk|werken|opdrachten)[^.;:!?\\n]{0,40}? (?:door|in) heel (?:nederland|belgië)"
          + "|(?<!\\p{L})work[^.;:!?\\n]{0,40}? (?:all over|across|throughout) the (?:whole )?country",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
  /// Work all over one region, whatever town a board puts beside it.
  private static final GatedPattern WORK_IN_REGION = GatedPattern.of(Pattern.compile(
      "(?<!\\p{L})(?:praca na (?:terenie|obszarze) całego województwa|travail sur toute la région"
          + "|arbeit in der ganzen region|werk(?:en)? in de hele (?:regio|provincie)"
          + "|work (?:all over|across|throughout) the (?:whole |entire )?(?:region|province|county))",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
  private static final Pattern IN_BRACKETS = Pattern.compile("\\((\\p{Lu}[\\p{L} ]{3,24})\\)");
  private static final GatedPatterns STATED = GatedPatterns.of(FULLY_REMOTE, HOME_OR_HYBRID, LABEL,
      WORK_IN_REGION, WORK_EVERYWHERE);
  private static final WorkSite AT_HOME = new WorkSite("remote", "");
  static final WorkSite EVERYWHERE = new WorkSite("everywhere", "");
  /// As far as a statement reaches behind its label.
  private static final int REACH = 400;
  private static final int STREET_REACH = 90;
  private static final int MOST_LABELS = 4;
  private static final int MOST_TOWNS = 40;
  private static final int DISTINCTIVE = 3;
  /// Of a country.
  private static final int LONGEST_CODE = 3;

  /// The sites that title, places and text name, in that order, each once.
  static List<WorkSite> of(Vacancy vacancy) {
    Set<WorkSite> sites = new LinkedHashSet<>();
    String text = vacancy.description();
    GatedPatterns.Found stated = STATED.in(text);
    if (vacancy.remote() == RemoteWork.REMOTE || REMOTE.matcher(vacancy.title()).find()
        || stated.has(FULLY_REMOTE) || stated.has(HOME_OR_HYBRID)) {
      sites.add(AT_HOME);
    }
    if (stated.has(WORK_IN_REGION)) {
      vacancy.workplaces()
          .stream()
          .map(Place::region)
          .filter(Objects::nonNull)
          .forEach(region -> sites.add(new WorkSite(WordHashes.fold(region), "")));
    }
    GatedPattern.Search street = STREET.in(vacancy.title());
    if (street.next()) {
      sites.add(new WorkSite("", branch(street.match().group(1))));
    }
    vacancy.workplaces()
        .stream()
        .map(Place::city)
        .filter(Objects::nonNull)
        .forEach(city -> read(city, sites));
    GatedPattern.Search label = LABEL.in(text);
    int labels = stated.has(LABEL) ? MOST_LABELS : 0;
    for (int i = 0; i < labels && label.next(); i++) {
      int behind = label.match().end();
      int end = Math.min(text.length(), behind + REACH);
      read(text.substring(behind, end).lines().findFirst().orElse(""), sites);
    }
    if (sites.isEmpty()) {
      readWide(vacancy, stated.has(WORK_EVERYWHERE), sites);
    }
    return sites.stream()
        .filter(site -> !site.branch.isEmpty()
            || sites.stream().noneMatch(other -> site.isTownOf(other) && !other.branch.isEmpty()))
        .toList();
  }

  /// Where no town is named: the whole country, or another country that is named in brackets.
  private static void readWide(Vacancy vacancy, boolean isEverywhere, Set<WorkSite> sites) {
    if (isEverywhere) {
      sites.add(EVERYWHERE);
    }
    for (String text : List.of(vacancy.title(), vacancy.description())) {
      Matcher brackets = IN_BRACKETS.matcher(text);
      while (sites.isEmpty() && brackets.find()) {
        String country = Countries.code(brackets.group(1));
        if (country != null && brackets.group(1).length() > LONGEST_CODE
            && isAbroad(country, vacancy)) {
          sites.add(new WorkSite(country.toLowerCase(Locale.ROOT), ""));
        }
      }
    }
  }

  /// Whether a country is neither that of the vacancy's places nor one where its language is at home: such a
  /// name in brackets is part of a firm's name.
  private static boolean isAbroad(String country, Vacancy vacancy) {
    boolean isKnown = vacancy.workplaces().stream().anyMatch(p -> country.equals(p.country()));
    return !isKnown && vacancy.language() != null
        && Locale.availableLocales()
            .noneMatch(home -> home.getCountry().equals(country)
                && home.getLanguage().equals(vacancy.language().code()));
  }

  /// Reads a list of towns, the last perhaps with its branch.
  private static void read(String statement, Set<WorkSite> sites) {
    String rest = statement.strip();
    if (REMOTE.matcher(rest).lookingAt()) {
      sites.add(AT_HOME);
      return;
    }
    GatedPattern.Search street = STREET
        .in(rest.substring(0, Math.min(STREET_REACH, rest.length())));
    boolean hasStreet = street.next();
    String beforeStreet = hasStreet ? rest.substring(0, street.match().start()) : rest;
    String behind = hasStreet ? branch(street.match().group(1)) : "";
    Matcher towns = TOWNS.matcher(beforeStreet);
    int at = 0;
    for (int i = 0; i < MOST_TOWNS; i++) {
      towns.region(at, beforeStreet.length());
      if (!towns.lookingAt()) {
        break;
      }
      at = towns.end();
      String town = WordHashes.fold(towns.group());
      Matcher dashed = DASHED.matcher(beforeStreet.substring(at));
      String branch = dashed.find() ? branch(dashed.group(1)) : behind;
      if (WHOLE_COUNTRY.matcher(town).find()) {
        sites.add(EVERYWHERE);
      } else if (!NO_TOWN.matcher(town).find()) {
        sites.add(new WorkSite(town, branch));
      }
      int next = at;
      while (next < beforeStreet.length() && ", ".indexOf(beforeStreet.charAt(next)) >= 0) {
        next++;
      }
      if (next == at || !beforeStreet.substring(at, next).contains(",")) {
        break;
      }
      at = next;
    }
  }

  private static String branch(String words) {
    return WordHashes.fold(words);
  }

  /// Whether two sites are one town, or can be.
  boolean isTownOf(WorkSite other) {
    return isNamedAlike(town, other.town);
  }

  /// Whether one name is the other or the other with more behind it, as `warszawa` and `warszawa mokotow`.
  static boolean isNamedAlike(String town, String other) {
    return (town + " ").startsWith(other + " ") || (other + " ").startsWith(town + " ");
  }

  /// Whether both name a branch, and the names have nothing in common.
  boolean isOtherBranchThan(WorkSite other) {
    if (branch.isEmpty() || other.branch.isEmpty()) {
      return false;
    }
    Set<String> words = words(branch);
    Set<String> others = words(other.branch);
    return !words.isEmpty() && !others.isEmpty() && words.stream().noneMatch(others::contains);
  }

  private static Set<String> words(String branch) {
    Set<String> words = new TreeSet<>(Arrays.asList(branch.split(" ")));
    words.removeIf(word -> word.length() < DISTINCTIVE);
    return words;
  }
}
