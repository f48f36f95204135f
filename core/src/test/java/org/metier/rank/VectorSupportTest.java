package org.metier.rank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metier.rank.GrownForests.Shape;

class VectorSupportTest {
  @Test
  void a_jvm_without_the_module_scores_the_same() throws Exception {
    assertEquals(scores(false), run());
  }

  @Test
  void a_jvm_with_the_module_scores_the_same() throws Exception {
    assertEquals(scores(true), run("--add-modules", "jdk.incubator.vector"));
  }

  @Test
  void a_jvm_without_the_optimizing_compiler_is_not_asked_for_vectors() throws Exception {
    assertEquals(scores(false),
        run("--add-modules", "jdk.incubator.vector", "-XX:TieredStopAtLevel=1"));
  }

  @Test
  void jvms_say_whether_they_optimize() {
    assertTrue(VectorSupport.isOptimizing("mixed mode, sharing"));
    assertFalse(VectorSupport.isOptimizing("mixed mode, emulated-client, sharing"));
    assertFalse(VectorSupport.isOptimizing("interpreted mode"));
  }

  /// However soon the engine changes: the scores do not.
  @Test
  void scores_stay_the_same_while_the_engine_changes() {
    var grown = new GrownForests(new Random(12), 10);
    Forest forest = grown.forest(60, 32, Shape.BUSHY);
    double[] rows = grown.rows(1000);
    double[] expected = new double[1000];
    for (int r = 0; r < expected.length; r++) {
      expected[r] = forest.score(Arrays.copyOfRange(rows, 10 * r, 10 * r + 10));
    }
    double[] scores = new double[1000];
    long start = System.nanoTime();
    do {
      forest.score(rows, 1000, scores);
      assertArrayEquals(expected, scores);
    } while (System.nanoTime() - start < TimeUnit.SECONDS.toNanos(3)
        && !forest.engine().equals("vector"));
    forest.score(rows, 1000, scores);
    assertArrayEquals(expected, scores);
  }

  /// With some hundred thresholds to a feature, and with more than a byte numbers. An x86 processor without
  /// AVX2 has registers of 128 bits, and not every operation.
  @ParameterizedTest
  @ValueSource(ints = {100, 600})
  void vectors_allocate_next_to_nothing_once_they_are_compiled(int trees) throws Exception {
    assumeTrue(ModuleFinder.ofSystem().find("jdk.incubator.vector").isPresent());
    String[] printed = run(AllocationInOwnJvm.class, List.of(Integer.toString(trees)),
        "--add-modules", "jdk.incubator.vector").split(" ");
    assumeTrue(printed[0].equals("vector") && Integer.parseInt(printed[1]) > 128);
    long bytes = Long.parseLong(printed[2]);
    assertTrue(bytes < AllocationInOwnJvm.MOST_BYTES,
        () -> AllocationInOwnJvm.ROWS + " rows allocated " + bytes + " bytes");
  }

  private static String scores(boolean isOffered) {
    return ScoresInOwnJvm.print().replaceFirst("offered \\w+", "offered " + isOffered);
  }

  private static String run(String... options) throws IOException, InterruptedException {
    return run(ScoresInOwnJvm.class, List.of(), options);
  }

  private static String run(Class<?> program, List<String> arguments, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "-Xshare:auto",
        program.getName()));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    return output.strip();
  }
}
