package org.metier.alert;

import org.metier.place.GeoPoint;

/// Cuts the earth into cells, at several levels: a circle is covered by few cells of one level, and a point
/// lies in one cell of each. Cells are numbers from 0.
final class Grid {
  /// The degrees of a cell's edges double with each level; at each they divide 360.
  static final int LEVELS = 6;
  private static final double FINEST_DEGREES = 0.25;
  private static final int MAX_CELLS = 9;
  private static final int LEVEL_SHIFT = 24;

  /// The place of work is not asked.
  static final int ANYWHERE = LEVELS << LEVEL_SHIFT;
  /// Fully remote work.
  static final int REMOTE = ANYWHERE + 1;
  /// The place of work is not known for sure.
  static final int UNKNOWN = ANYWHERE + 2;

  private static final double KM_PER_DEGREE = 111.19;
  /// Widens circles, so that rounding never leaves a point of the rim out.
  private static final double MARGIN = 1 + 1e-6;

  private Grid() {}

  static int level(int cell) {
    return cell >>> LEVEL_SHIFT;
  }

  static int cell(int level, GeoPoint point) {
    return cell(level, row(level, point.latitude()), column(level, point.longitude()));
  }

  /// Cells of one level that cover the circle; [#ANYWHERE] alone when that would take too many.
  static int[] cover(Area area) {
    for (int level = 0; level < LEVELS; level++) {
      int[] cells = cover(level, area);
      if (cells.length > 0) {
        return cells;
      }
    }
    return new int[]{ANYWHERE};
  }

  /// @return none when there would be too many
  private static int[] cover(int level, Area area) {
    GeoPoint centre = area.centre();
    double reach = area.radiusKm() * MARGIN / KM_PER_DEGREE + 1e-9;
    double south = Math.max(-90, centre.latitude() - reach);
    double north = Math.min(90, centre.latitude() + reach);
    int columns = columns(level);
    int west = 0;
    int width = columns;
    if (south > -90 && north < 90) {
      double sine = StrictMath.sin(StrictMath.toRadians(reach))
          / StrictMath.cos(StrictMath.toRadians(centre.latitude()));
      double wide = StrictMath.toDegrees(StrictMath.asin(Math.min(1, sine))) * MARGIN + 1e-9;
      west = floor(level, centre.longitude() - wide + 180);
      width = Math.min(columns, floor(level, centre.longitude() + wide + 180) - west + 1);
    }
    int first = row(level, south);
    int rows = row(level, north) - first + 1;
    if ((long) rows * width > MAX_CELLS) {
      return new int[0];
    }
    int[] cells = new int[rows * width];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cell(level, first + i / width, Math.floorMod(west + i % width, columns));
    }
    return cells;
  }

  private static int cell(int level, int row, int column) {
    return level << LEVEL_SHIFT | row * columns(level) + column;
  }

  private static int row(int level, double latitude) {
    return floor(level, latitude + 90);
  }

  private static int column(int level, double longitude) {
    return Math.floorMod(floor(level, longitude + 180), columns(level));
  }

  private static int floor(int level, double degrees) {
    return (int) Math.floor(degrees / (FINEST_DEGREES * (1 << level)));
  }

  private static int columns(int level) {
    return (int) (360 / (FINEST_DEGREES * (1 << level)));
  }
}
