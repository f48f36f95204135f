package org.metier.potential;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.metier.home.internal.WholeFile;

/// What is known of one person at the decision: a value, or nothing, for each feature of a specification. There is no
/// place in it for a protected field, nor for who the person is. Immutable and thread-safe.
public final class Facts {
  private final Specification specification;
  private final double[] values;

  private Facts(Specification specification, double[] values) {
    this.specification = specification;
    this.values = values;
  }

  /// From answers or cells as text, by field; what is not named is unknown.
  ///
  /// @throws PotentialException if a field is protected or no feature, or a value is none of its field's
  public static Facts of(Specification specification, Map<String, String> texts) {
    Builder builder = builder(specification);
    texts.forEach(builder::text);
    return builder.build();
  }

  public static Builder builder(Specification specification) {
    return new Builder(specification);
  }

  public Specification specification() {
    return specification;
  }

  /// The value of a feature as [Field#parsed] gives it; NaN where unknown.
  ///
  /// @param feature its number in [Specification#features]
  public double value(int feature) {
    return values[feature];
  }

  public boolean isKnown(int feature) {
    return !Double.isNaN(values[feature]);
  }

  /// How many features are known.
  public int known() {
    return (int) Arrays.stream(values).filter(v -> !Double.isNaN(v)).count();
  }

  /// One per feature, NaN where unknown; a copy.
  public double[] toArray() {
    return values.clone();
  }

  /// What is known, by field, as [Builder#text] reads it back to the bit.
  Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    for (int f = 0; f < values.length; f++) {
      if (isKnown(f)) {
        Field field = specification.features().get(f);
        texts.put(field.name(), field.text(values[f]));
      }
    }
    return texts;
  }

  /// A hash of specification and values, by which a log can tell what was scored without holding it.
  public String sha256() {
    ByteBuffer bytes = ByteBuffer.allocate(64 + Double.BYTES * values.length);
    bytes.put(specification.sha256().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    for (double value : values) {
      bytes.putLong(Double.doubleToLongBits(value));
    }
    return WholeFile.sha256(bytes.array());
  }

  /// Collects values. Not thread-safe; every value is optional, the last one of a field counts.
  public static final class Builder {
    private final Specification specification;
    private final double[] values;

    private Builder(Specification specification) {
      this.specification = specification;
      values = new double[specification.features().size()];
      Arrays.fill(values, Double.NaN);
    }

    /// As a table or a form says it; empty and `NA` mean unknown.
    ///
    /// @throws PotentialException if the field is protected or no feature, or the text is none of its values
    public Builder text(String field, String text) {
      int number = specification.featureNumber(field);
      values[number] = specification.features().get(number).parsed(text);
      return this;
    }

    /// @throws PotentialException if the field is no amount among the features, or the value out of its range
    public Builder amount(String field, double value) {
      return typed(field, FieldType.Amount.class, Double.toString(value));
    }

    /// @throws PotentialException if the field is no category among the features, or has no such value
    public Builder category(String field, String value) {
      return typed(field, FieldType.Category.class, value);
    }

    /// @throws PotentialException if the field is no flag among the features
    public Builder flag(String field, boolean value) {
      return typed(field, FieldType.Flag.class, value ? "1" : "0");
    }

    private Builder typed(String field, Class<? extends FieldType> type, String text) {
      Field declared = specification.features().get(specification.featureNumber(field));
      if (!type.isInstance(declared.type())) {
        throw new PotentialException(new Refusal(Refusal.Kind.INCONSISTENT, field,
            "\"" + field + "\" is declared as " + declared.type().getClass().getSimpleName()
                + ", not as " + type.getSimpleName()));
      }
      return text(field, text);
    }

    public Facts build() {
      return new Facts(specification, values.clone());
    }
  }
}
