package org.metier.alert;

import java.util.HexFormat;
import org.metier.index.internal.Hashes;
import org.metier.vacancy.VacancyId;

/// Keys of delivered vacancies: the first half of a SHA-256, so that no name of a vacancy is kept.
final class VacancyKeys {
  private static final String VACANCY = "v";
  private static final String CLUSTER = "c";
  private static final int BYTES = 16;

  private VacancyKeys() {}

  static String of(VacancyId id) {
    return VACANCY + hash(id.toString());
  }

  static String ofCluster(String cluster) {
    return CLUSTER + hash(cluster);
  }

  static boolean isVacancy(String key) {
    return key.startsWith(VACANCY);
  }

  private static String hash(String name) {
    return HexFormat.of().formatHex(Hashes.sha256(name), 0, BYTES);
  }
}
