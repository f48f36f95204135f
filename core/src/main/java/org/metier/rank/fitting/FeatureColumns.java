package org.metier.rank.fitting;

/// Features of many rows, however they are kept: a trainer reads each column once and holds what it needs of
/// it in a byte per value. Must not change while it is read.
public interface FeatureColumns {
  int rows();

  /// At least 1.
  int features();

  /// @return NaN where missing, else finite
  double value(int row, int feature);

  /// @param rows each of one length; not copied
  static FeatureColumns ofRows(double[][] rows) {
    for (int row = 1; row < rows.length; row++) {
      requireLength("row " + row, rows[row].length, "row 0", rows[0].length);
    }
    return new FeatureColumns() {
      @Override
      public int rows() {
        return rows.length;
      }

      @Override
      public int features() {
        return rows.length == 0 ? 0 : rows[0].length;
      }

      @Override
      public double value(int row, int feature) {
        return rows[row][feature];
      }
    };
  }

  /// Half the memory of doubles.
  ///
  /// @param columns one per feature, each of one length; not copied
  static FeatureColumns ofColumns(float[][] columns) {
    for (int feature = 1; feature < columns.length; feature++) {
      requireLength("column " + feature, columns[feature].length, "column 0", columns[0].length);
    }
    return new FeatureColumns() {
      @Override
      public int rows() {
        return columns.length == 0 ? 0 : columns[0].length;
      }

      @Override
      public int features() {
        return columns.length;
      }

      @Override
      public double value(int row, int feature) {
        return columns[feature][row];
      }
    };
  }

  private static void requireLength(String what, int length, String first, int expected) {
    if (length != expected) {
      throw new IllegalArgumentException(
          what + " has " + length + " values, but " + first + " has " + expected);
    }
  }
}
