package org.metier.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.metier.text.Span;

/// Cuts the pieces with the most marks out of a text, at spaces where there are any.
final class Snippets {
  private static final int LENGTH = 180;
  private static final int BEFORE = 50;
  private static final int MAX_PIECES = 2;
  /// How far a cut is moved to meet a space.
  private static final int SLACK = 20;

  private Snippets() {}

  /// @param marks in order, never overlapping
  static List<Snippet> of(String text, List<Span> marks) {
    if (text.isBlank()) {
      return List.of();
    }
    List<Span> pieces = new ArrayList<>();
    List<Span> byWorth = new ArrayList<>(marks);
    byWorth.sort(Comparator.comparingInt((Span mark) -> -worth(piece(text, mark), marks))
        .thenComparingInt(Span::start));
    for (Span mark : byWorth) {
      Span piece = piece(text, mark);
      if (pieces.size() < MAX_PIECES && pieces.stream().noneMatch(piece::overlaps)) {
        pieces.add(piece);
      }
    }
    if (pieces.isEmpty()) {
      int start = text.length() - text.stripLeading().length();
      pieces.add(piece(text, new Span(start, start + 1)));
    }
    pieces.sort(Comparator.comparingInt(Span::start));
    return pieces.stream().map(piece -> snippet(text, piece, marks)).toList();
  }

  private static int worth(Span piece, List<Span> marks) {
    return (int) marks.stream()
        .filter(mark -> mark.start() >= piece.start() && mark.end() <= piece.end())
        .count();
  }

  private static Span piece(String text, Span mark) {
    int start = Math.max(0, mark.start() - BEFORE);
    if (start > 0) {
      int space = text.indexOf(' ', start);
      start = space >= 0 && space < Math.min(mark.start(), start + SLACK) ? space + 1 : start;
    }
    int end = Math.min(text.length(), Math.max(mark.end(), start + LENGTH));
    if (end < text.length()) {
      int space = text.lastIndexOf(' ', end);
      end = space > Math.max(mark.end() - 1, end - SLACK) ? space : end;
    }
    return new Span(onCharacter(text, start), Math.max(onCharacter(text, end), mark.end()));
  }

  /// Never between the halves of a surrogate pair.
  private static int onCharacter(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }

  private static Snippet snippet(String text, Span piece, List<Span> marks) {
    List<Span> within = marks.stream()
        .filter(mark -> mark.start() >= piece.start() && mark.end() <= piece.end())
        .map(mark -> new Span(mark.start() - piece.start(), mark.end() - piece.start()))
        .toList();
    return new Snippet(Part.TEXT, piece.start(), piece.of(text), within);
  }
}
