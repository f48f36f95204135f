package org.metier.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metier.vacancy.Vacancy;

/// The invented feeds that tests read and the fuzz tests start from.
public final class Fixtures {
  private Fixtures() {}

  /// @param path such as `indeed/indeed.xml`
  public static byte[] bytes(String path) {
    try (InputStream in = Fixtures.class.getResourceAsStream("XmlFeedFuzzTestInputs/" + path)) {
      if (in == null) {
        throw new AssertionError("there is no fixture " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A fixture read without naming its format.
  public static Read read(String path) {
    return Read.of(Read.feed(bytes(path)).build());
  }

  /// The fields that at least one draft has, and each name that a value was kept as received by, in order.
  public static String filled(List<VacancyDraft> drafts) {
    TreeSet<String> filled = new TreeSet<>();
    for (VacancyDraft draft : drafts) {
      for (RecordComponent part : VacancyDraft.class.getRecordComponents()) {
        add(part, draft, filled);
      }
      for (RecordComponent part : Vacancy.class.getRecordComponents()) {
        add(part, draft.vacancy(), filled);
      }
      draft.vacancy().raw().keySet().forEach(name -> filled.add("raw:" + name));
    }
    filled.removeAll(List.of("id", "title", "vacancy", "raw"));
    return String.join(" ", filled);
  }

  private static void add(RecordComponent part, Record owner, Set<String> filled) {
    try {
      if (isFilled(part.getAccessor().invoke(owner))) {
        filled.add(part.getName());
      }
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a component of a record cannot be read", e);
    }
  }

  private static boolean isFilled(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Collection<?> many -> !many.isEmpty();
      case Map<?, ?> many -> !many.isEmpty();
      case Optional<?> one -> one.isPresent();
      case String text -> !text.isEmpty();
      default -> true;
    };
  }
}
