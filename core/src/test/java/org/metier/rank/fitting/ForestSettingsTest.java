package org.metier.rank.fitting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForestSettingsTest {
  @Test
  void a_setting_out_of_range_is_refused_by_its_name() {
    assertRefused("trees must be 1 to 10000, was 0", ForestSettings.builder().trees(0));
    assertRefused("leaves must be 2 to 1024, was 1", ForestSettings.builder().leaves(1));
    assertRefused("minLeafRows", ForestSettings.builder().minLeafRows(0));
    assertRefused("minLeafHessian", ForestSettings.builder().minLeafHessian(Double.NaN));
    assertRefused("l2 must be at least 0", ForestSettings.builder().l2(-1));
    assertRefused("shrinkage", ForestSettings.builder().shrinkage(0));
    assertRefused("listShare", ForestSettings.builder().listShare(1.1));
    assertRefused("featureShare", ForestSettings.builder().featureShare(Double.NaN));
    assertRefused("patience", ForestSettings.builder().patience(0));
    assertRefused("truncation", ForestSettings.builder().truncation(0));
    assertRefused("a direction must be -1 to 1, was 2",
        ForestSettings.builder().directions(List.of(0, 2)));
    assertRefused("feature 3 is twice",
        ForestSettings.builder().oneSetPerTree(List.of(List.of(1, 3), List.of(3))));
    assertRefused("empty", ForestSettings.builder().oneSetPerTree(List.of(List.of())));
  }

  private static void assertRefused(String part, ForestSettings.Builder settings) {
    var refused = assertThrows(IllegalArgumentException.class, settings::build);
    assertTrue(String.valueOf(refused.getMessage()).contains(part), refused.getMessage());
  }

  @Test
  void a_builder_of_settings_makes_the_same_again() {
    ForestSettings settings = ForestSettings.builder()
        .growth(ForestSettings.Growth.SMILE)
        .trees(7)
        .leaves(5)
        .minLeafRows(3)
        .minLeafHessian(0.5)
        .l2(2)
        .shrinkage(0.3)
        .listShare(0.4)
        .featureShare(0.6)
        .patience(9)
        .truncation(11)
        .pairWeights(ForestSettings.PairWeights.PLAIN)
        .sigmoid(ForestSettings.Sigmoid.EXACT)
        .directions(List.of(1, -1))
        .oneSetPerTree(List.of(List.of(0), List.of(1)))
        .seed(12)
        .build();
    assertEquals(settings, settings.toBuilder().build());
  }

  @Test
  void sets_given_are_copied() {
    List<Integer> set = new ArrayList<>(List.of(0));
    ForestSettings settings = ForestSettings.builder().oneSetPerTree(List.of(set)).build();
    set.add(1);
    assertEquals(List.of(List.of(0)), settings.oneSetPerTree());
  }

  @Test
  void columns_and_rows_are_read_alike_and_must_be_of_one_length() {
    FeatureColumns rows = FeatureColumns.ofRows(new double[][]{{1, 2}, {3, 4}, {5, 6}});
    FeatureColumns columns = FeatureColumns.ofColumns(new float[][]{{1, 3, 5}, {2, 4, 6}});
    for (FeatureColumns either : List.of(rows, columns)) {
      assertEquals(3, either.rows());
      assertEquals(2, either.features());
      assertEquals(4, either.value(1, 1));
    }
    assertThrows(IllegalArgumentException.class,
        () -> FeatureColumns.ofRows(new double[][]{{1, 2}, {3}}));
    assertThrows(IllegalArgumentException.class,
        () -> FeatureColumns.ofColumns(new float[][]{{1, 2}, {3}}));
  }
}
