package org.metier.potential;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.metier.text.Language;

/// The questions of a specification, in its order. Answers may be partial, and need not come from the person: whatever
/// records tell can be given in the same way. Immutable.
///
/// @param specification whose features these are about
/// @param fields features of it that are asked, each with its question
public record IntakeForm(Specification specification, List<Field> fields) {
  public IntakeForm {
    fields = List.copyOf(fields);
    for (Field field : fields) {
      if (field.question() == null || !specification.features().contains(field)) {
        throw new IllegalArgumentException("a form asks for features of its specification "
            + specification.name() + " that have a question, which \"" + field.name()
            + "\" is not");
      }
    }
  }

  public static IntakeForm of(Specification specification) {
    return new IntakeForm(specification,
        specification.features().stream().filter(f -> f.question() != null).toList());
  }

  /// A question as a portal shows it.
  ///
  /// @param field name under which the answer is given
  /// @param factor hard or soft
  /// @param text the question
  /// @param unit of a number as the specification has it, in no language but its own; empty for others
  /// @param range what a number may be; null for others
  /// @param choices what can be answered, by the value that stands for it, in order; empty for numbers
  public record Item(String field, Factor factor, String text, String unit, @Nullable Range range,
      List<Choice> choices) {
    public Item {
      choices = List.copyOf(choices);
    }
  }

  /// What a number may be, both ends included.
  public record Range(double low, double high) {}

  /// One answer to choose.
  public record Choice(String value, String text) {}

  /// All questions in a language.
  public List<Item> items(Language language) {
    return fields.stream().map(field -> item(field, language)).toList();
  }

  private static Item item(Field field, Language language) {
    Question question = field.question();
    if (question == null) {
      throw new IllegalArgumentException("\"" + field.name() + "\" is not asked");
    }
    String text = question.text().in(language);
    return switch (field.type()) {
      case FieldType.Amount amount ->
        new Item(field.name(), question.factor(), text, amount.unit(),
            new Range(amount.low(), amount.high()), List.of());
      case FieldType.Category category -> new Item(field.name(), question.factor(), text, "", null,
          category.values()
              .stream()
              .map(value -> new Choice(value, optionText(question, value, language)))
              .toList());
      case FieldType.Flag flag -> new Item(field.name(), question.factor(), text, "", null,
          List.of(new Choice("1", DiagnosisText.yes(language)),
              new Choice("0", DiagnosisText.no(language))));
    };
  }

  private static String optionText(Question question, String value, Language language) {
    Texts texts = question.options().get(value);
    return texts == null ? value : texts.in(language);
  }

  /// What answers and records say together.
  ///
  /// @param answers by field; what is not named, or empty, is unknown
  /// @throws PotentialException if a field is no feature or a value none of its field's
  public Facts facts(Map<String, String> answers) {
    return Facts.of(specification, answers);
  }
}
