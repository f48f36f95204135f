package org.metier.place;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.work.RemoteWork;

/// Words that stand where a town is expected and name none, in Metier's languages. All patterns are for
/// names as [PlaceName#plain] writes them.
final class PlaceWords {
  private static final Pattern SEVERAL = Pattern.compile("(?:"
      + "\\d+ (?:locations?|sites|offices|lieux|localisations?|standorte|orte|locaties|plaatsen"
      + "|lokalizacj[ae]|lokalizacji|miejsca|miejsc)"
      + "|(?:multiple|various|several|different|all|diverse|verschiedene|mehrere|divers|diverses"
      + "|plusieurs|differents|meerdere|verschillende|wiele|rozne|kilka)"
      + "(?: (?:locations?|sites|offices|cities|places|lieux|villes|localisations|standorte|orte"
      + "|einsatzorte|locaties|plaatsen|vestigingen|lokalizacji|lokalizacje|miast|miejsc))?"
      + "|(?:lokalizacji|miejsc) wiele|cala polska|caly kraj|cala europa|(?:praca )?mobilna"
      + "|bundesweit|deutschlandweit|europaweit|weltweit|nationwide|worldwide|anywhere|global"
      + "|toute la france|france entiere|national|international|landelijk|heel nederland"
      + "|heel belgie|heel vlaanderen|(?:praca |work )?(?:za granica|zagranica|abroad)"
      + "|(?:im )?ausland|(?:a l )?etranger|(?:het )?buitenland)");
  private static final String FROM_HOME = "(?:(?:100 |full |fully |praca |work |job |mozliwa )*"
      + "(?:remote|remotely|zdalna|zdalnie|zdalny|home ?office|work from home|from home|teletravail"
      + "|a distance|en teletravail|thuiswerk|telewerk|op afstand|vanuit huis|mobiles arbeiten"
      + "|fernarbeit|remote work|remote job|covid time remotely)(?: (?:work|job|only))?)";
  private static final Pattern REMOTE = Pattern.compile(FROM_HOME);
  private static final Pattern HYBRID = Pattern.compile("(?:praca |work )?(?:hybrid|hybride"
      + "|hybrydowa|hybrydowo|hybryda|hybrid work|hybrides arbeiten|partly remote"
      + "|teletravail partiel|czesciowo zdalna|deels thuiswerk)");

  private PlaceWords() {}

  /// Whether a part says that there are places without naming them.
  static boolean isUnnamed(String plain) {
    return SEVERAL.matcher(plain).matches();
  }

  static @Nullable RemoteWork remote(String plain) {
    if (HYBRID.matcher(plain).matches()) {
      return RemoteWork.HYBRID;
    }
    return REMOTE.matcher(plain).matches() ? RemoteWork.REMOTE : null;
  }
}
