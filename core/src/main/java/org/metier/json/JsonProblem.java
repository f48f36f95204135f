package org.metier.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/// Says what is wrong with a JSON text and where, without a word of its content: it may be a CV's.
/// So Jackson's own exceptions, which quote it, are never passed on as a cause either.
final class JsonProblem {
  private static final int MAX_NAME = 40;

  private JsonProblem() {}

  static IllegalArgumentException of(JacksonException e) {
    int line = e.getLocation() == null ? -1 : e.getLocation().getLineNr();
    String path = path(e.getPath());
    return new IllegalArgumentException((line < 1 ? "" : "line " + line + ": ")
        + (path.isEmpty() ? "" : "\"" + path + "\" ") + problem(e));
  }

  private static String problem(JacksonException e) {
    return switch (e) {
      case UnrecognizedPropertyException u -> "is not a property here; known are "
          + knownProperties(u);
      case InvalidTypeIdException i -> "has a missing or unknown \"kind\"";
      case ValueInstantiationException v -> "is not a valid "
          + v.getType().getRawClass().getSimpleName() + rule(v.getCause());
      case InvalidNullException n -> "is null";
      case InvalidFormatException f -> "is not a valid " + f.getTargetType().getSimpleName();
      case MismatchedInputException m -> mismatch(m);
      case StreamConstraintsException s -> "is too long or nested too deeply";
      case UnexpectedEndOfInputException u -> "the text ends before the value does";
      case StreamReadException s -> "is not JSON (column " + s.getLocation().getColumnNr() + ")";
      default -> "cannot be read";
    };
  }

  private static String mismatch(MismatchedInputException e) {
    String message = String.valueOf(e.getOriginalMessage());
    if (message.startsWith("Missing required creator property")) {
      return "is missing";
    }
    if (message.startsWith("Trailing token")) {
      return "is followed by more; expected one value";
    }
    Class<?> target = e.getTargetType();
    return target == null ? "is of another type" : "is not a " + target.getSimpleName();
  }

  private static String knownProperties(UnrecognizedPropertyException e) {
    List<String> known = new ArrayList<>();
    if (e.getKnownPropertyIds() != null) {
      e.getKnownPropertyIds().forEach(id -> known.add(String.valueOf(id)));
    }
    return known.isEmpty() ? "none" : String.join(", ", known);
  }

  /// The part of a check's message that states the rule: house messages end in ", was" and the value.
  private static String rule(@Nullable Throwable check) {
    String message = check instanceof IllegalArgumentException ? check.getMessage() : null;
    int end = message == null ? -1 : message.indexOf(", was ");
    return message == null || end < 0 ? "" : ": " + message.substring(0, end);
  }

  private static String path(List<JacksonException.Reference> references) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference reference : references) {
      String name = reference.getPropertyName();
      if (name == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(safe(name));
      }
    }
    return path.toString();
  }

  private static String safe(String name) {
    String printable = name.replaceAll("[^\\p{L}\\p{N}_.$@:-]", "?");
    return printable.length() <= MAX_NAME ? printable : printable.substring(0, MAX_NAME) + "…";
  }
}
