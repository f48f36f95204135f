package org.metier.training.promotion;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.metier.place.Place;
import org.metier.vacancy.Vacancy;
import org.metier.work.Contract;

/// What vacancies are grouped by when exposure is measured. What a vacancy does not say is a group of its own,
/// `unknown`.
public enum VacancyGroup {
  /// Of the employer, by how many of the vacancies at hand are its own: `1`, `2-9`, `10-49`, `50+`. Nothing else
  /// that vacancies say tells employers' sizes.
  EMPLOYER_SIZE,
  /// Of the first workplace; its country where no region is known.
  REGION,
  /// As the vacancy names it.
  CONTRACT;

  private static final String UNKNOWN = "unknown";

  /// As reports name it, such as "employer size".
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// The group of each vacancy by its id, as `source:key`.
  static Map<VacancyGroup, Map<String, String>> of(Collection<Vacancy> vacancies) {
    Map<String, Integer> ofEmployer = new HashMap<>();
    for (Vacancy vacancy : vacancies) {
      String employer = vacancy.employer();
      if (employer != null) {
        ofEmployer.merge(employer.strip().toLowerCase(Locale.ROOT), 1, Integer::sum);
      }
    }
    Map<VacancyGroup, Map<String, String>> groups = new EnumMap<>(VacancyGroup.class);
    for (VacancyGroup group : values()) {
      Map<String, String> ofVacancy = new TreeMap<>();
      for (Vacancy vacancy : vacancies) {
        ofVacancy.put(vacancy.id().toString(), switch (group) {
          case EMPLOYER_SIZE -> size(vacancy, ofEmployer);
          case REGION -> region(vacancy);
          case CONTRACT -> contract(vacancy);
        });
      }
      groups.put(group, ofVacancy);
    }
    return groups;
  }

  private static String size(Vacancy vacancy, Map<String, Integer> ofEmployer) {
    String employer = vacancy.employer();
    if (employer == null) {
      return UNKNOWN;
    }
    int open = ofEmployer.getOrDefault(employer.strip().toLowerCase(Locale.ROOT), 1);
    return open == 1 ? "1" : open < 10 ? "2-9" : open < 50 ? "10-49" : "50+";
  }

  private static String region(Vacancy vacancy) {
    if (vacancy.workplaces().isEmpty()) {
      return UNKNOWN;
    }
    Place place = vacancy.workplaces().getFirst();
    String region = place.region();
    String country = place.country();
    return region != null ? region : country != null ? country : UNKNOWN;
  }

  private static String contract(Vacancy vacancy) {
    Contract contract = vacancy.contract();
    return contract == null ? UNKNOWN : contract.name().toLowerCase(Locale.ROOT);
  }
}
