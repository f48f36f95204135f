package org.metier.examples.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.metier.qualification.EducationLevel;
import org.metier.text.Language;
import org.metier.work.Contract;
import org.metier.work.Importance;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;

/// A Polish job board's table, with semicolons, quotes where needed, and pay as text.
final class PracaPl implements FeedLayout {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.uuuu",
      Locale.ROOT);
  private final Phrases phrases = Phrases.of(Language.PL);

  @Override
  public String format() {
    return "csv";
  }

  @Override
  public boolean isMapped() {
    return true;
  }

  @Override
  public Written write(List<Advert> adverts) {
    List<Map<String, String>> rows = new ArrayList<>();
    adverts.forEach(a -> rows.add(row(a)));
    Map<String, String> keyless = row(adverts.get(2));
    keyless.put("id_oferty", "");
    rows.add(12, keyless);
    Map<String, String> undated = row(adverts.get(5).withKey("PR-9002"));
    undated.put("data_dodania", "31.02." + adverts.get(5).posted().getYear());
    rows.add(44, undated);
    Map<String, String> untitled = row(adverts.get(8).withKey("PR-9003"));
    untitled.put("stanowisko", "");
    rows.add(90, untitled);
    String text = rows.stream()
        .map(r -> line(r.values()))
        .collect(Collectors.joining("", line(rows.getFirst().keySet()), ""));
    return new Written(text, rows.size(), List.of(new Defect(Defect.Kind.MISSING_KEY, 13),
        new Defect(Defect.Kind.UNREADABLE_DATE, 45), new Defect(Defect.Kind.MISSING_TITLE, 91)));
  }

  private Map<String, String> row(Advert advert) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("id_oferty", advert.key());
    row.put("stanowisko", advert.title());
    row.put("pracodawca", advert.employer());
    row.put("miejscowosc", advert.town().name());
    row.put("wojewodztwo", advert.town().region());
    row.put("kod_pocztowy", advert.town().postcode());
    row.put("opis", advert.plainText("- "));
    row.put("rodzaj_umowy", contract(advert.contract()));
    row.put("tryb_pracy", advert.remote() == RemoteWork.HYBRID
        ? "hybrydowa"
        : advert.remote() == RemoteWork.ON_SITE ? "stacjonarna" : "");
    row.put("godziny_tygodniowo", String.valueOf(advert.hoursPerWeek()));
    row.put("wynagrodzenie", pay(advert));
    row.put("doswiadczenie_miesiace", String.valueOf(advert.experienceYears() * 12));
    row.put("wyksztalcenie", advert.education() == null ? "brak" : education(advert.education()));
    row.put("jezyki_wymagane", tongue(advert, Importance.REQUIRED));
    row.put("jezyki_mile_widziane", tongue(advert, Importance.DESIRED));
    row.put("prawo_jazdy", advert.licence() == null ? "" : advert.licence().name());
    row.put("umiejetnosci", String.join("|", advert.skills()));
    row.put("mile_widziane", String.join("|", advert.nice()));
    row.put("data_dodania", date(advert.posted()));
    row.put("wazna_do", date(advert.deadline()));
    return row;
  }

  private static String tongue(Advert advert, Importance importance) {
    Advert.Tongue tongue = advert.tongue();
    return tongue == null || tongue.importance() != importance ? "" : tongue.name();
  }

  private static String contract(Contract contract) {
    return switch (contract) {
      case FIXED_TERM -> "umowa na czas określony";
      case AGENCY -> "praca tymczasowa";
      case PERMANENT, SEASONAL, SELF_EMPLOYED, APPRENTICESHIP, INTERNSHIP, VOLUNTARY ->
        "umowa na czas nieokreślony";
    };
  }

  private String pay(Advert advert) {
    Salary salary = advert.salary();
    return salary == null
        ? "do uzgodnienia"
        : phrases.amount(salary.min()) + " - " + phrases.amount(salary.max()) + " zł brutto "
            + phrases.text("period." + salary.period());
  }

  private static String education(EducationLevel education) {
    return switch (education) {
      case LESS_THAN_PRIMARY, PRIMARY, LOWER_SECONDARY -> "podstawowe";
      case UPPER_SECONDARY -> "średnie";
      case POST_SECONDARY, SHORT_TERTIARY -> "policealne";
      case BACHELOR -> "wyższe I stopnia";
      case MASTER, DOCTORATE -> "wyższe II stopnia";
    };
  }

  private static String date(LocalDate date) {
    return DATE.format(date);
  }

  private static String line(Iterable<String> cells) {
    List<String> quoted = new ArrayList<>();
    for (String cell : cells) {
      boolean needsQuotes = cell.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n');
      quoted.add(needsQuotes ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
    }
    return String.join(";", quoted) + "\r\n";
  }
}
