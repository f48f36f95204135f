package org.metier.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/// Writes and reads records, such as [org.metier.vacancy.Vacancy],
/// [org.metier.profile.CompetenceProfile] and [org.metier.match.Match], as JSON.
///
/// Equal values give equal bytes: properties come in the order of the record's components; components
/// that are null, and empty lists, sets and maps, are left out; instants are ISO 8601 strings; numbers
/// read back to the same bits. A sealed interface's record carries its name as property `kind`:
/// `"kind":"distance"`.
///
/// Reading is strict: unknown and doubled properties, missing ones (but those that may be null or empty),
/// numbers in quotes, anything after the value, nesting beyond 64 levels, strings beyond 2,000,000
/// characters and texts beyond 64,000,000 are refused. One piece of evidence without a list around it, as
/// earlier versions wrote profiles, is a list of one.
///
/// Thread-safe.
public final class Json {
  private static final int MAX_LENGTH = 64_000_000;

  private static final JsonMapper MAPPER = mapper();

  private Json() {}

  private static JsonMapper mapper() {
    StreamReadConstraints limits = StreamReadConstraints.builder()
        .maxNestingDepth(64)
        .maxStringLength(2_000_000)
        .maxNumberLength(100)
        .maxNameLength(640) // a vacancy id, with its source, as the key of a map
        .build();
    JsonInclude.Value notEmpty = JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY,
        JsonInclude.Include.ALWAYS);
    JsonSetter.Value emptyIfAbsent = JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL);
    JsonMapper.Builder builder = JsonMapper
        .builder(JsonFactory.builder().streamReadConstraints(limits).build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .accessorNaming(new ComponentNaming())
        .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .withCoercionConfig(LogicalType.Textual,
            c -> c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .addModule(new SimpleModule().addDeserializer(Double.class, new FiniteDouble(Double.class))
            .addDeserializer(double.class, new FiniteDouble(double.class))
            .setValueInstantiators(new RecordMaker.Makers()))
        .annotationIntrospector(new RecordIntrospector());
    for (Class<?> container : List.of(List.class, Set.class, Map.class)) {
      builder.withConfigOverride(container,
          o -> o.setInclude(notEmpty).setNullHandling(emptyIfAbsent));
    }
    return builder.build();
  }

  /// The value on one line.
  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /// The value on many lines, for people.
  public static String writePretty(Object value) {
    return MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
  }

  /// Reads what [#write] or [#writePretty] wrote.
  ///
  /// @throws IllegalArgumentException if the text is not JSON for that type; the message names line and
  ///     property, never the content
  public static <T> T read(String json, Class<T> type) {
    requireLength(json);
    try {
      T value = MAPPER.readValue(json, type);
      if (value == null) {
        throw new IllegalArgumentException("line 1: null instead of a " + type.getSimpleName());
      }
      return value;
    } catch (JacksonException e) {
      throw JsonProblem.of(e);
    }
  }

  /// The text or number that a JSON object has at its top under a name: enough to tell a file's format
  /// and version before [#read] asks for all of its properties.
  ///
  /// @return empty when there is no such property, or when it holds an object, an array or null
  /// @throws IllegalArgumentException if the text is not a JSON object as far as it had to be read
  public static Optional<String> scalar(String json, String name) {
    requireLength(json);
    try (JsonParser parser = MAPPER.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("line 1: a JSON object starts with \"{\"");
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean isWanted = parser.currentName().equals(name);
        JsonToken token = parser.nextToken();
        if (isWanted) {
          return token.isScalarValue() && token != JsonToken.VALUE_NULL
              ? Optional.of(parser.getString())
              : Optional.empty();
        }
        parser.skipChildren();
      }
      return Optional.empty();
    } catch (JacksonException e) {
      throw JsonProblem.of(e);
    }
  }

  private static void requireLength(String json) {
    if (json.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("a JSON text must have at most " + MAX_LENGTH
          + " characters, had " + json.length());
    }
  }
}
