package org.metier.feed.mapping;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.work.Importance;

/// How one column, or a constant, becomes the value of a field.
///
/// @param column null for a constant
/// @param constant null for a column
/// @param until what follows this text in the cell is left out; null for nothing
/// @param pattern only what its first group (or the whole pattern) finds counts; null for the whole cell
/// @param values what to put for each value, by its lower case; empty when a value says nothing; null
///     when values are taken as they are
/// @param absent values, in lower case, that mean "not said"
/// @param heading goes before a part of the description; null for none
/// @param split cuts a cell into several values; null for one value
/// @param importance of skills and languages
/// @param scheme classification of occupation codes; null for ISCO-08 codes and concept URIs
/// @param version of that classification; null when not known
record FieldRule(@Nullable String column, @Nullable String constant, @Nullable String until,
    @Nullable Pattern pattern, @Nullable Map<String, Optional<String>> values, Set<String> absent,
    @Nullable String heading, @Nullable Pattern split, Importance importance,
    @Nullable String scheme, @Nullable String version) {

  /// A longer text is content.
  private static final int MAX_ABSENT = 200;

  /// See [Mapping#canonical].
  String canonical() {
    return "%s|%s|%s|%s|%s|%s|%s|%s".formatted(column, constant, until, pattern,
        values == null ? null : new TreeMap<>(values), new TreeSet<>(absent), scheme, version);
  }

  /// What a message calls it.
  public String name() {
    return column == null ? "constant" : column;
  }

  /// The value for one record.
  ///
  /// @param cells gives the text of a column
  /// @return null when the source does not say
  public @Nullable String value(Function<String, @Nullable String> cells) {
    if (column == null) {
      return constant;
    }
    String cell = cells.apply(column);
    if (cell == null || isAbsent(cell)) {
      return null;
    }
    String text = cell;
    if (until != null && text.contains(until)) {
      text = text.substring(0, text.indexOf(until));
    }
    if (pattern != null) {
      Matcher found = pattern.matcher(text);
      if (!found.find()) {
        return null;
      }
      text = found.groupCount() == 0 ? found.group() : found.group(1);
    }
    // A group that took no part in the match finds nothing.
    return text == null || isAbsent(text) ? null : text.strip();
  }

  /// What a value stands for.
  ///
  /// @return null when it says nothing about this field
  /// @throws UnlistedValueException if `values` lacks it
  public @Nullable String translated(String value) throws UnlistedValueException {
    if (values == null) {
      return value;
    }
    Optional<String> translation = values.get(Mapping.folded(value));
    if (translation == null) {
      throw new UnlistedValueException();
    }
    return translation.orElse(null);
  }

  private boolean isAbsent(String text) {
    return text.isBlank()
        || (text.length() <= MAX_ABSENT && absent.contains(Mapping.folded(text)));
  }

  /// The mapping does not say what a value stands for.
  public static final class UnlistedValueException extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
