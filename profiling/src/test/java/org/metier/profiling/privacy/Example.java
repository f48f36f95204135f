package org.metier.profiling.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metier.text.Language;
import org.metier.text.Span;

/// A line of a CV that says itself what in it is personal: `{KIND|words}`.
record Example(String text, boolean isOwn, List<PersonalSpan> expected) {
  private static final Pattern MARKED = Pattern.compile("\\{([A-Z_]+)\\|([^}]*)}");

  static List<Example> of(Language language) {
    return Tables.lines("examples-" + language.code() + ".txt")
        .stream()
        .map(Example::parse)
        .toList();
  }

  private static Example parse(String line) {
    boolean isOwn = line.startsWith("own> ");
    Matcher marked = MARKED.matcher(isOwn ? line.substring(5) : line);
    StringBuilder text = new StringBuilder();
    List<PersonalSpan> expected = new ArrayList<>();
    while (marked.find()) {
      marked.appendReplacement(text, "");
      int start = text.length();
      text.append(marked.group(2));
      expected.add(new PersonalSpan(PersonalKind.valueOf(marked.group(1)),
          new Span(start, text.length())));
    }
    return new Example(marked.appendTail(text).toString(), isOwn, expected);
  }

  List<PersonalSpan> found() {
    List<Span> own = isOwn ? List.of(new Span(0, text.length())) : List.of();
    return PersonalData.create()
        .find(text, new PersonParts(own, List.of(), List.of(),
            List.of("sql", "server", "cook", "baker")::contains, words -> false));
  }

  @Override
  public String toString() {
    return text;
  }
}
