package org.metier.json;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes and reads the domain types ([org.metier.vacancy.Vacancy],
/// [org.metier.profile.CompetenceProfile], [org.metier.match.Match] and what they hold) as JSON.
///
/// Equal values give equal bytes: properties come in the order of the record's components, and absent
/// ones are left out. Unknown properties are refused. Thread-safe.
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
      .changeDefaultPropertyInclusion(
          i -> i.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
      .build();

  private Json() {}

  /// The value on one line.
  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /// The value on many lines, for people.
  public static String writePretty(Object value) {
    return MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws IllegalArgumentException if the text is not JSON for that type; the message names line and
  ///     property, never the content
  public static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not a JSON " + type.getSimpleName() + " (line "
          + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr() + ")", e);
    }
  }
}
