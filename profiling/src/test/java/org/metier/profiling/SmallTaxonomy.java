package org.metier.profiling;

import java.util.List;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;

/// Two occupations and six skills in five languages, enough to tell right from wrong.
final class SmallTaxonomy {
  private SmallTaxonomy() {}

  static Taxonomy build() {
    Taxonomy.Builder builder = Taxonomy.builder();
    occupation(builder, "cook", "cook", "cuisinier", "kok", "kucharz", "Koch", "kucharka",
        "cuisinière",
        "Köchin");
    occupation(builder, "waiter", "waiter", "serveur", "kelner", "kelner", "Kellner", "kelnerka",
        "serveuse", "Kellnerin", "serveerster", "waitress");
    skill(builder, "bake", "bake bread", "cuire du pain", "brood bakken", "wypiek chleba",
        "Brot backen");
    skill(builder, "menus", "plan menus", "composer des menus", "menu's samenstellen",
        "układanie menu", "Menüs zusammenstellen");
    skill(builder, "hygiene", "kitchen hygiene rules", "règles d'hygiène en cuisine",
        "hygiëneregels in de keuken", "zasady higieny w kuchni", "Hygieneregeln in der Küche");
    skill(builder, "welding", "welding", "soudage", "lassen", "spawanie", "Schweißen");
    skill(builder, "chess", "chess", "échecs", "schaken", "szachy", "Schach");
    builder.essential("occupation:cook", "skill:bake");
    builder.essential("occupation:cook", "skill:hygiene");
    builder.optional("occupation:cook", "skill:menus");
    return builder.build();
  }

  private static void occupation(Taxonomy.Builder builder, String name, String en, String fr,
      String nl, String pl, String de, String... others) {
    String uri = "occupation:" + name;
    builder.concept(uri, ConceptKind.OCCUPATION, "5120");
    labels(builder, uri, en, fr, nl, pl, de);
    for (String other : others) {
      for (Language language : Language.values()) {
        builder.labels(uri, language, List.of(other));
      }
    }
  }

  private static void skill(Taxonomy.Builder builder, String name, String en, String fr, String nl,
      String pl, String de) {
    String uri = "skill:" + name;
    builder.skill(uri, false, null);
    labels(builder, uri, en, fr, nl, pl, de);
  }

  private static void labels(Taxonomy.Builder builder, String uri, String en, String fr, String nl,
      String pl, String de) {
    builder.labels(uri, Language.EN, List.of(en));
    builder.labels(uri, Language.FR, List.of(fr));
    builder.labels(uri, Language.NL, List.of(nl));
    builder.labels(uri, Language.PL, List.of(pl));
    builder.labels(uri, Language.DE, List.of(de));
  }
}
