package org.metier.coding;

import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;

/// ISCO-08 codes of concepts. Codes are strings: `0110` is not 110.
public final class IscoCodes {
  private IscoCodes() {}

  /// The ISCO-08 code of an occupation or group, 1 to 4 digits; empty when there is none.
  public static String of(Taxonomy taxonomy, String uri) {
    var concept = taxonomy.find(uri);
    if (concept.isEmpty()) {
      return "";
    }
    ConceptKind kind = taxonomy.kind(concept.getAsInt());
    String code = taxonomy.code(concept.getAsInt());
    boolean isCoded = kind == ConceptKind.OCCUPATION || kind == ConceptKind.ISCO_GROUP;
    // ESCO writes an occupation's own code as 2514.1.2; its first four digits are the unit group.
    String digits = code.split("\\.", 2)[0].replaceFirst("^[A-Z]", "");
    return isCoded && digits.matches("\\d{1,4}") ? digits : "";
  }
}
