package org.metier.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/// Reads a JSON number that a `double` can hold, and nothing else: Jackson by itself takes `"NaN"` and
/// `1e999` as well.
final class FiniteDouble extends StdDeserializer<Double> {
  FiniteDouble(Class<?> type) {
    super(type);
  }

  @Override
  public Double deserialize(JsonParser parser, DeserializationContext context) {
    if (!parser.currentToken().isNumeric()) {
      throw context.weirdStringException("", Double.class, "expected a number");
    }
    double value = parser.getDoubleValue();
    if (!Double.isFinite(value)) {
      throw context.weirdNumberException(value, Double.class, "expected a finite number");
    }
    return value;
  }

  @Override
  public @Nullable Object getNullValue(DeserializationContext context) {
    if (handledType().isPrimitive()) {
      throw context.weirdStringException("", Double.class, "expected a number");
    }
    return null;
  }
}
