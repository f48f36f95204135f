package org.metier.examples.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metier.text.Language;

final class LabelsTest {
  @ParameterizedTest
  @EnumSource
  void every_language_has_every_label_and_uses_its_argument(Language language) {
    Labels english = Labels.in(Language.EN);
    Labels labels = Labels.in(language);
    assertEquals(english.keys(), labels.keys());
    for (String key : labels.keys()) {
      assertEquals(english.of(key, "ARGUMENT").contains("ARGUMENT"),
          labels.of(key, "ARGUMENT").contains("ARGUMENT"), key);
      assertFalse(labels.of(key, "x").contains("{"), key);
    }
  }
}
