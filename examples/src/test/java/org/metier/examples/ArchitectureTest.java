package org.metier.examples;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Holds the arrows between modules and packages that ARCHITECTURE.md draws.
class ArchitectureTest {
  private static final String[] CORE = {"org.metier.text..", "org.metier.taxonomy..",
    "org.metier.place..", "org.metier.qualification..", "org.metier.work..", "org.metier.vacancy..",
    "org.metier.profile..", "org.metier.dossier..", "org.metier.match..", "org.metier.rank..",
    "org.metier.link..", "org.metier.skill..", "org.metier.section..", "org.metier.encoder..",
    "org.metier.home..", "org.metier.json..", "org.metier.xml..",
    "org.metier.command..", "org.metier.measure..", "org.metier.allocation..",
    "org.metier.audit..", "org.metier.oversight..", "org.metier.fairness..", "org.metier.report..",
    "org.metier.monitoring..", "org.metier.evaluation..", "org.metier.potential.."};
  private static final String[] INDEX = {"org.metier.index..", "org.metier.feed..",
    "org.metier.coding..", "org.metier.duplicate..", "org.metier.ledger..", "org.metier.search..",
    "org.metier.alert..", "org.metier.advice..", "org.metier.erasure..",
    "org.metier.rights.."};
  private static final String[] PROFILING = {"org.metier.profiling.."};
  private static final String[] OUTER = {"org.metier.training..", "org.metier.benchmarks..",
    "org.metier.examples.."};

  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(new DoNotIncludeTests())
      .importPackages("org.metier");

  @Test
  void every_module_was_read() {
    for (String name : List.of("org.metier.match.Match", "org.metier.index.VacancyIndex",
        "org.metier.profiling.Profiler", "org.metier.training.market.SimulatedMarket",
        "org.metier.examples.cli.Main")) {
      assertTrue(CLASSES.contain(name),
          name + " is not on the class path, so no rule could fail on it");
    }
  }

  @Test
  void core_knows_no_other_module() {
    noClasses().that()
        .resideInAnyPackage(CORE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(INDEX)
        .check(CLASSES);
    noClasses().that()
        .resideInAnyPackage(CORE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(PROFILING)
        .check(CLASSES);
    noClasses().that()
        .resideInAnyPackage(CORE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(OUTER)
        .check(CLASSES);
  }

  @Test
  void index_and_profiling_do_not_know_each_other() {
    noClasses().that()
        .resideInAnyPackage(INDEX)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(PROFILING)
        .check(CLASSES);
    noClasses().that()
        .resideInAnyPackage(PROFILING)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(INDEX)
        .check(CLASSES);
    noClasses().that()
        .resideInAnyPackage(INDEX)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(OUTER)
        .check(CLASSES);
    noClasses().that()
        .resideInAnyPackage(PROFILING)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(OUTER)
        .check(CLASSES);
  }

  @Test
  void rank_depends_on_the_jdk_alone() {
    classes().that()
        .resideInAPackage("org.metier.rank..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "jdk.incubator.vector..", "org.metier.rank..",
            "org.jspecify.annotations..")
        .check(CLASSES);
  }

  /// The module may be absent: all but these two have to load without it.
  @Test
  void vectors_stay_in_the_engine_that_can_be_left_out() {
    noClasses().that()
        .doNotHaveFullyQualifiedName("org.metier.rank.VectorTrees")
        .and()
        .doNotHaveFullyQualifiedName("org.metier.rank.VectorRanks")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jdk.incubator.vector..")
        .check(CLASSES);
  }

  @Test
  void native_peers_stay_in_benchmarks() {
    noClasses().that()
        .resideOutsideOfPackage("org.metier.benchmarks..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ml.dmlc..", "io.github.metarank..", "com.microsoft.ml.lightgbm..")
        .check(CLASSES);
  }

  @Test
  void measure_depends_on_the_jdk_alone() {
    classes().that()
        .resideInAPackage("org.metier.measure..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.metier.measure..", "org.jspecify.annotations..")
        .check(CLASSES);
  }

  @Test
  void allocation_depends_on_the_jdk_and_measures_alone() {
    classes().that()
        .resideInAPackage("org.metier.allocation..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.metier.allocation..", "org.metier.measure..",
            "org.jspecify.annotations..")
        .check(CLASSES);
  }

  @Test
  void only_training_sees_smile() {
    noClasses().that()
        .resideOutsideOfPackage("org.metier.training..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("smile..")
        .check(CLASSES);
  }

  @Test
  void examples_do_not_compile_against_training() {
    noClasses().that()
        .resideInAnyPackage("org.metier.examples..", "org.metier.benchmarks..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.metier.training..")
        .check(CLASSES);
  }

  @Test
  void lucene_stays_in_text_and_index() {
    noClasses().that()
        .resideOutsideOfPackages("org.metier.text..", "org.metier.index..",
            "org.metier.alert.internal..", "org.metier.advice.internal..", "org.metier.search..",
            "org.metier.benchmarks..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.lucene..")
        .check(CLASSES);
  }

  @Test
  void cv_parsers_stay_in_the_child_process() {
    noClasses().that()
        .resideOutsideOfPackage("org.metier.profiling.extraction..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.pdfbox..")
        .check(CLASSES);
  }

  @Test
  void xml_is_read_through_the_hardened_factory_alone() {
    noClasses().should()
        .dependOnClassesThat()
        .haveNameMatching(
            "javax\\.xml\\.(parsers\\.(DocumentBuilderFactory|SAXParserFactory)|transform\\.TransformerFactory|xpath\\.XPathFactory)")
        .check(CLASSES);
  }

  @Test
  void woodstox_stays_in_one_package() {
    noClasses().that()
        .resideOutsideOfPackage("org.metier.xml.internal..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.ctc.wstx..", "org.codehaus.stax2..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("javax.xml.stream.XMLInputFactory")
        .check(CLASSES);
  }

  @Test
  void nothing_is_deserialized() {
    noClasses().should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.ObjectInputStream")
        .check(CLASSES);
  }

  /// Groups are read for reports alone: whoever scores, ranks, trains or profiles cannot reach them.
  @Test
  void no_scorer_reaches_the_groups_of_people() {
    noClasses().that()
        .resideOutsideOfPackages("org.metier.fairness..", "org.metier.evaluation..",
            "org.metier.examples.cli..", "org.metier.examples.report..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("org\\.metier\\.fairness\\.(GroupFile|Attribute)(\\$.*)?")
        .check(CLASSES);
    noClasses().that()
        .resideInAnyPackage("org.metier.match..", "org.metier.rank..", "org.metier.profiling..",
            "org.metier.search..", "org.metier.coding..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.metier.fairness..")
        .check(CLASSES);
  }

  @Test
  void packages_form_no_cycle() {
    slices().matching("org.metier.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  /// The packages within these too, whose arrows ARCHITECTURE.md draws.
  @Test
  void the_packages_of_matching_and_of_training_form_no_cycle() {
    slices().matching("org.metier.(**)")
        .should()
        .beFreeOfCycles()
        .check(CLASSES.that(resideInAnyPackage("org.metier.match..", "org.metier.training..")));
  }

  @Test
  void every_package_is_null_marked() {
    List<String> unmarked = CLASSES.getPackage("org.metier")
        .getSubpackagesInTree()
        .stream()
        .filter(p -> !p.getClasses().isEmpty() && !p.getName().endsWith(".jmh_generated"))
        .filter(p -> !p.isAnnotatedWith(NullMarked.class))
        .map(JavaPackage::getName)
        .toList();
    assertEquals(List.of(), unmarked);
  }
}
