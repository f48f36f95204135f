package org.metier.profiling.extraction;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.text.TextPosition;
import org.metier.profiling.extraction.Fragment.Ink;

/// The letters of a PDF page in reading order.
final class PageLetters {
  private PageLetters() {}

  /// Blocks of letters, each to be written by itself; one block with all of them, as they came, when their
  /// order is right. Letters that run in another direction than most come last.
  ///
  /// @param isForm whether letters of form fields follow those of the page, so that the order in which
  ///     they came says nothing
  static List<List<TextPosition>> inReadingOrder(List<TextPosition> letters, boolean isForm) {
    if (letters.isEmpty()) {
      return List.of(letters);
    }
    float direction = mainDirection(letters);
    List<TextPosition> straight = letters.stream().filter(l -> l.getDir() == direction).toList();
    List<TextPosition> turned = letters.stream().filter(l -> l.getDir() != direction).toList();
    List<Fragment> fragments = Fragment.of(straight.stream().map(PageLetters::ink).toList());
    if (isForm) {
      fragments = downwards(fragments);
    }
    List<List<Fragment>> blocks = ReadingOrder.of(fragments);
    if (!isForm && isInFileOrder(blocks)) {
      return List.of(letters);
    }
    List<List<TextPosition>> ordered = new ArrayList<>();
    for (List<Fragment> block : blocks) {
      List<TextPosition> taken = new ArrayList<>();
      block.forEach(f -> f.letters().forEach(i -> taken.add(straight.get(i))));
      ordered.add(taken);
    }
    if (!turned.isEmpty()) {
      ordered.add(new ArrayList<>(turned));
    }
    return ordered;
  }

  private static boolean isInFileOrder(List<List<Fragment>> blocks) {
    int last = -1;
    for (Fragment fragment : blocks.getFirst()) {
      if (fragment.order() < last) {
        return false;
      }
      last = fragment.order();
    }
    return blocks.size() == 1;
  }

  /// In degrees, a multiple of 90.
  private static float mainDirection(List<TextPosition> letters) {
    int[] counts = new int[4];
    letters.forEach(letter -> counts[Math.floorMod(Math.round(letter.getDir() / 90), 4)]++);
    int most = 0;
    for (int i = 1; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    return most * 90f;
  }

  private static List<Fragment> downwards(List<Fragment> fragments) {
    List<Fragment> numbered = new ArrayList<>();
    for (List<Fragment> line : ReadingOrder.lines(fragments)) {
      for (Fragment f : line) {
        numbered.add(new Fragment(numbered.size(), f.left(), f.right(), f.baseline(), f.size(),
            f.text(), f.letters()));
      }
    }
    return numbered;
  }

  private static Ink ink(TextPosition letter) {
    double left = letter.getXDirAdj();
    return new Ink(left, left + letter.getWidthDirAdj(), letter.getYDirAdj(),
        Math.max(1, letter.getYScale()), letter.getUnicode());
  }
}
