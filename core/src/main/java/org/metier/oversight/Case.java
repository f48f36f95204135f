package org.metier.oversight;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All that was said of one question about one person, oldest first. Immutable.
///
/// @param question a code
public record Case(String question, List<Note> notes) {
  public Case {
    notes = List.copyOf(notes);
  }

  Case with(Note note) {
    List<Note> more = new java.util.ArrayList<>(notes);
    more.add(note);
    return new Case(question, more);
  }

  private <N extends Note> Optional<N> last(Class<N> kind) {
    return notes.reversed().stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  /// The first rating by a member of staff.
  public Optional<Note.Rated> firstRating() {
    return notes.stream()
        .filter(Note.Rated.class::isInstance)
        .map(Note.Rated.class::cast)
        .findFirst();
  }

  /// The score that was shown last, even where the model abstained since.
  public Optional<Note.Shown> shown() {
    return last(Note.Shown.class);
  }

  /// That the model abstained, where it did so when it was asked last.
  public Optional<Note.Abstained> abstention() {
    return answers().reduce((_, later) -> later)
        .filter(Note.Abstained.class::isInstance)
        .map(Note.Abstained.class::cast);
  }

  /// What models answered, oldest first.
  Stream<Note.Answer> answers() {
    return notes.stream().filter(Note.Answer.class::isInstance).map(Note.Answer.class::cast);
  }

  /// The override that holds, whatever was scored since; empty when none was made or the last was lifted.
  public Optional<Note.Overridden> override() {
    for (Note note : notes.reversed()) {
      switch (note) {
        case Note.Overridden override -> {
          return Optional.of(override);
        }
        case Note.Lifted _ -> {
          return Optional.empty();
        }
        case Note.Rated _,Note.Shown _,Note.Abstained _,Note.Disagreed _,Note.Happened _ -> {
          // says nothing of overrides
        }
      }
    }
    return Optional.empty();
  }

  public List<Note.Disagreed> disagreements() {
    return notes.stream()
        .filter(Note.Disagreed.class::isInstance)
        .map(Note.Disagreed.class::cast)
        .toList();
  }

  public Optional<Note.Happened> outcome() {
    return last(Note.Happened.class);
  }

  /// What holds: the override, or else the score shown last; empty where neither is, or the model abstained since, so that
  /// nothing but the rating of staff is there.
  public Optional<Double> standingChance() {
    return override().map(o -> o.to().chance())
        .or(() -> abstention().isPresent() ? Optional.empty() : shown().map(Note.Shown::chance));
  }
}
