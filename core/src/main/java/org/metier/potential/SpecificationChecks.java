package org.metier.potential;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether the declarations of a specification are complete and go together.
final class SpecificationChecks {
  private static final int MAX_FIELDS = 500;

  private final SpecificationFile file;
  private final Map<String, Field> byName = new HashMap<>();
  private final List<Refusal> refusals = new ArrayList<>();

  private SpecificationChecks(SpecificationFile file) {
    this.file = file;
  }

  /// @return everything that is wrong, empty when nothing is
  static List<Refusal> of(SpecificationFile file) {
    var checks = new SpecificationChecks(file);
    checks.checkAims();
    checks.checkNames();
    file.fields().forEach(checks::checkField);
    checks.checkOutcome();
    file.population().rules().forEach(rule -> checks.checkRule(rule, "a rule of the population"));
    for (Contradiction contradiction : file.contradictions()) {
      checks.checkRule(contradiction.one(), "a contradiction");
      checks.checkRule(contradiction.other(), "a contradiction");
    }
    return List.copyOf(checks.refusals);
  }

  static Refusal notAFeature(Specification specification, String name) {
    @Nullable
    Field field = specification.field(name).orElse(null);
    if (field == null) {
      return new Refusal(Refusal.Kind.UNDECLARED_FIELD, name, "\"" + name
          + "\" is not declared in the specification " + specification.name()
          + "; declare it with source, legal basis and retention, or leave it out");
    }
    return field.use() == FieldUse.PROTECTED
        ? new Refusal(Refusal.Kind.PROTECTED_FEATURE, name, "\"" + name
            + "\" is protected, so that no model and no scorer may see it; leave it out. Fairness"
            + " is measured from a file of its own")
        : new Refusal(Refusal.Kind.UNDECLARED_FIELD, name, "\"" + name + "\" is declared as "
            + field.use() + ", not as a feature; leave it out");
  }

  private void refuse(Refusal.Kind kind, String where, String message) {
    refusals.add(new Refusal(kind, where, message));
  }

  private void checkAims() {
    if (isBlank(file.purpose())) {
      refuse(Refusal.Kind.PURPOSE_NOT_SET, "purpose", "\"purpose\" is not set; say in a sentence"
          + " what the scores are for, such as \"offer early support to people likely to be out"
          + " of work for long\"");
    }
    if (isBlank(file.intendedUse())) {
      refuse(Refusal.Kind.PURPOSE_NOT_SET, "intendedUse", "\"intendedUse\" is not set; say who"
          + " uses the scores, and how, such as \"counsellors, at intake, beside their own view\"");
    }
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private void checkNames() {
    for (Field field : file.fields()) {
      if (byName.put(field.name(), field) != null) {
        refuse(Refusal.Kind.INCONSISTENT, field.name(),
            "\"" + field.name() + "\" is declared twice; keep one");
      }
    }
    if (file.fields().size() > MAX_FIELDS) {
      refuse(Refusal.Kind.INCONSISTENT, "fields",
          "there are " + file.fields().size() + " fields, more than " + MAX_FIELDS);
    }
    if (file.fields().stream().noneMatch(f -> f.use() == FieldUse.FEATURE)) {
      refuse(Refusal.Kind.INCONSISTENT, "fields",
          "no field has \"use\":\"FEATURE\", so that there is nothing to learn from");
    }
  }

  private void checkField(Field field) {
    String name = field.name();
    if (field.use() == FieldUse.FEATURE || field.use() == FieldUse.PROTECTED) {
      if (isBlank(field.legalBasis())) {
        refuse(Refusal.Kind.LEGAL_BASIS_MISSING, name, "\"" + name + "\" has no \"legalBasis\";"
            + " name the provision that allows its use for this purpose, or set \"use\":\"UNUSED\"");
      }
      if (isBlank(field.source()) || field.retention() == null) {
        refuse(Refusal.Kind.DECLARATION_INCOMPLETE, name, "\"" + name + "\" needs \"source\", such"
            + " as \"intake form\", and \"retention\", such as \"P2Y\" for two years");
      }
    }
    if (field.use() == FieldUse.PROTECTED && isBlank(field.protectedGround())) {
      refuse(Refusal.Kind.DECLARATION_INCOMPLETE, name,
          "\"" + name + "\" is protected, but has no \"protectedGround\", such as \"sex\"");
    }
    if (field.use() == FieldUse.FEATURE && field.protectedGround() != null) {
      refuse(Refusal.Kind.PROTECTED_FEATURE, name, "\"" + name + "\" belongs to the protected"
          + " ground \"" + field.protectedGround() + "\" and is a feature; set"
          + " \"use\":\"PROTECTED\" to measure by it, or \"UNUSED\"");
    }
    if (field.use() == FieldUse.FEATURE && field.knownAt() == KnownAt.LATER) {
      refuse(Refusal.Kind.LEAK_FROM_AFTER_DECISION, name, "\"" + name + "\" is known only after"
          + " the decision (\"knownAt\":\"LATER\"), so that a model would learn from the future;"
          + " set \"use\":\"UNUSED\", or take its value as of the decision");
    }
    if (field.use() != FieldUse.FEATURE && (field.question() != null
        || field.changeable() != null)) {
      refuse(Refusal.Kind.INCONSISTENT, name, "\"" + name + "\" has a question or is changeable,"
          + " but is no feature; nobody is asked for what is not used");
    }
    Changeable changeable = field.changeable();
    if (changeable != null && changeable.when() != null && !changeable.when().fits(field)) {
      refuse(Refusal.Kind.INCONSISTENT, name, "\"when\" of the changeable \"" + name
          + "\" does not fit it: " + expected(field));
    }
    if (field.retention() != null && (field.retention().isNegative()
        || field.retention().isZero())) {
      refuse(Refusal.Kind.DECLARATION_INCOMPLETE, name, "\"" + name + "\" has the \"retention\" "
          + field.retention() + "; expected a time above 0, such as \"P2Y\" for two years");
    }
    checkGroups(field);
    checkQuestion(field);
  }

  /// An amount without edges would be one group of everybody, in which no difference is ever found.
  private void checkGroups(Field field) {
    boolean isAmount = field.type() instanceof FieldType.Amount;
    if (field.use() == FieldUse.PROTECTED && isAmount && field.groupEdges().isEmpty()) {
      refuse(Refusal.Kind.DECLARATION_INCOMPLETE, field.name(), "\"" + field.name()
          + "\" is a protected amount without \"groupEdges\"; expected where its groups begin, such"
          + " as [30, 50]");
    }
    if (!isAmount && !field.groupEdges().isEmpty()) {
      refuse(Refusal.Kind.INCONSISTENT, field.name(), "\"" + field.name() + "\" has \"groupEdges\","
          + " but is no amount; leave them out, its values are its groups");
    }
  }

  private void checkQuestion(Field field) {
    if (field.question() == null) {
      return;
    }
    Set<String> options = field.question().options().keySet();
    Set<String> expected = field.type() instanceof FieldType.Category category
        ? new HashSet<>(category.values())
        : Set.of();
    if (!options.equals(expected)) {
      refuse(Refusal.Kind.INCONSISTENT, field.name(), "the options of the question \""
          + field.name() + "\" must be the values of its category, each with its text: expected "
          + expected.stream().sorted().toList() + ", were " + options);
    }
  }

  private void checkOutcome() {
    Outcome outcome = file.outcome();
    requireOutcome(outcome.duration(), FieldType.Amount.class, "an amount");
    outcome.exits().forEach(name -> requireOutcome(name, FieldType.Flag.class, "a flag"));
    outcome.stillGoing().forEach(name -> requireOutcome(name, FieldType.Flag.class, "a flag"));
    outcome.stillGoing()
        .stream()
        .filter(outcome.exits()::contains)
        .forEach(name -> refuse(Refusal.Kind.INCONSISTENT, name, "\"" + name + "\" says both that a"
            + " spell ended in the outcome and that it goes on; keep it in \"exits\" or in"
            + " \"stillGoing\""));
  }

  private void requireOutcome(String name, Class<? extends FieldType> type, String what) {
    @Nullable
    Field field = byName.get(name);
    if (field == null || field.use() != FieldUse.OUTCOME || !type.isInstance(field.type())) {
      refuse(Refusal.Kind.INCONSISTENT, name, "the outcome names \"" + name
          + "\", which must be declared as " + what + " with \"use\":\"OUTCOME\"");
    }
  }

  private void checkRule(Population.Rule rule, String what) {
    @Nullable
    Field field = byName.get(rule.field());
    if (field == null || field.use() != FieldUse.FEATURE) {
      refuse(field != null && field.use() == FieldUse.PROTECTED
          ? Refusal.Kind.PROTECTED_FEATURE
          : Refusal.Kind.UNDECLARED_FIELD,
          rule.field(), what + " is about \"" + rule.field()
              + "\", which is no feature, so that a scorer cannot check it; say it in the"
              + " population's description instead");
    } else if (!rule.condition().fits(field)) {
      refuse(Refusal.Kind.INCONSISTENT, rule.field(),
          what + " does not fit \"" + rule.field() + "\": " + expected(field));
    }
  }

  private static String expected(Field field) {
    return switch (field.type()) {
      case FieldType.Amount amount ->
        "expected {\"kind\":\"between\"} with bounds in " + amount.low()
            + " to " + amount.high();
      case FieldType.Flag flag -> "expected {\"kind\":\"oneOf\"} with the values 0 or 1";
      case FieldType.Category category -> "expected {\"kind\":\"oneOf\"} with values among "
          + String.join(", ", category.values());
    };
  }
}
