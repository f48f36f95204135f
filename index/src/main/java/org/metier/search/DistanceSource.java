package org.metier.search;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.geo.GeoEncodingUtils;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import org.metier.index.internal.Fields;
import org.metier.place.GeoPoint;
import org.metier.place.Place;

/// Kilometres from the nearest place of work to the nearest of some centres; infinite when the place is
/// not known. Of the index's positions, which are a centimetre off at most.
final class DistanceSource extends DoubleValuesSource {
  private final List<Circle> circles;

  DistanceSource(List<Circle> circles) {
    this.circles = List.copyOf(circles);
  }

  @Override
  public DoubleValues getValues(LeafReaderContext leaf, @Nullable DoubleValues scores)
      throws IOException {
    SortedNumericDocValues points = DocValues.getSortedNumeric(leaf.reader(), Fields.POINT);
    return new DoubleValues() {
      private int doc = -1;

      @Override
      public double doubleValue() throws IOException {
        double nearest = Double.POSITIVE_INFINITY;
        if (points.advanceExact(doc)) {
          for (int i = 0; i < points.docValueCount(); i++) {
            long encoded = points.nextValue();
            GeoPoint place = new GeoPoint(GeoEncodingUtils.decodeLatitude((int) (encoded >> 32)),
                GeoEncodingUtils.decodeLongitude((int) encoded));
            nearest = Math.min(nearest, nearest(place));
          }
        }
        return nearest;
      }

      @Override
      public boolean advanceExact(int next) {
        doc = next;
        return true;
      }
    };
  }

  double nearest(GeoPoint place) {
    double nearest = Double.POSITIVE_INFINITY;
    for (Circle circle : circles) {
      nearest = Math.min(nearest, circle.centre().distanceKm(place));
    }
    return nearest;
  }

  /// Whether a place lies within one of the circles.
  boolean contains(Place place) {
    GeoPoint point = place.point();
    return point != null && circles.stream()
        .anyMatch(circle -> circle.centre().distanceKm(point) <= circle.radiusKm());
  }

  @Override
  public boolean needsScores() {
    return false;
  }

  @Override
  public DoubleValuesSource rewrite(IndexSearcher searcher) {
    return this;
  }

  @Override
  public boolean isCacheable(LeafReaderContext leaf) {
    return true;
  }

  @Override
  public Explanation explain(LeafReaderContext leaf, int doc, Explanation score)
      throws IOException {
    DoubleValues values = getValues(leaf, null);
    values.advanceExact(doc);
    return Explanation.match(values.doubleValue(), "kilometres to the nearest of " + circles);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DistanceSource source && source.circles.equals(circles);
  }

  @Override
  public int hashCode() {
    return Objects.hash(circles);
  }

  @Override
  public String toString() {
    return "kilometres to " + circles;
  }
}
