package org.metier.skill;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.metier.json.Json;
import org.metier.skill.internal.SpanFeatures;
import org.metier.skill.internal.SpanWeights;
import org.metier.text.Language;

/// The JSON of a [SpanModel], as it stands in its file.
record SpanModelFile(int formatVersion, String kind, int features, String language,
    Weights written, Weights bridged) {
  static final int MAX_BYTES = 16 << 20;

  private static final int FORMAT_VERSION = 1;
  private static final String KIND = "spans";
  private static final String REMEDY = "; restore it, or train the model again";
  /// Bytes of Base64 in one string: a multiple of 3, so that the parts are that of the whole.
  private static final int PART = 1 << 20;

  /// [SpanWeights], as they stand there.
  record Weights(List<String> hashes, List<String> weights, double scale,
      List<Double> skillTransitions, List<Double> knowledgeTransitions, double skillThreshold,
      double knowledgeThreshold) {
    Weights {
      hashes = List.copyOf(hashes);
      weights = List.copyOf(weights);
      skillTransitions = List.copyOf(skillTransitions);
      knowledgeTransitions = List.copyOf(knowledgeTransitions);
    }
  }

  /// @param name of the file, for messages
  static SpanModel parse(String name, byte[] bytes) {
    String json = text(name, bytes);
    try {
      requireFormat(name, json);
      SpanModelFile content = Json.read(json, SpanModelFile.class);
      Language language = Language.of(content.language)
          .orElseThrow(() -> new IllegalArgumentException("\"language\" is \"" + content.language
              + "\"; expected en, fr, nl, pl or de"));
      return new SpanModel(language, weights(content.written), weights(content.bridged));
    } catch (IllegalArgumentException e) {
      throw new SpanModelException(name + ": " + e.getMessage() + REMEDY, e);
    }
  }

  private static SpanWeights weights(Weights content) {
    byte[] packed = decode(content.hashes);
    int[] hashes = new int[packed.length / Integer.BYTES];
    ByteBuffer.wrap(packed).asIntBuffer().get(hashes);
    return new SpanWeights(hashes, decode(content.weights), content.scale,
        new double[][]{doubles(content.skillTransitions), doubles(content.knowledgeTransitions)},
        new double[]{content.skillThreshold, content.knowledgeThreshold});
  }

  private static double[] doubles(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static byte[] decode(List<String> parts) {
    return Base64.getDecoder().decode(String.join("", parts));
  }

  private static String text(String name, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new SpanModelException(name + " is not UTF-8 text" + REMEDY, e);
    }
  }

  private static void requireFormat(String name, String json) {
    if (!Json.scalar(json, "kind").equals(Optional.of(KIND))) {
      throw new SpanModelException(name + " is no model of skill spans: expected \"kind\":\""
          + KIND + "\"; name a file that ./metier train spans wrote");
    }
    if (!Json.scalar(json, "formatVersion")
        .equals(Optional.of(Integer.toString(FORMAT_VERSION)))) {
      throw new SpanModelException(name + ": \"formatVersion\" is not " + FORMAT_VERSION
          + ", the one this release reads; use the release that wrote it, or train it again");
    }
    String features = Json.scalar(json, "features").orElse("missing");
    if (!features.equals(Integer.toString(SpanFeatures.VERSION))) {
      throw new SpanModelException(name + ": its features are of version " + features
          + ", but this release computes version " + SpanFeatures.VERSION
          + "; train the model again with this release");
    }
  }

  static String format(SpanModel model) {
    return "{\"formatVersion\":" + FORMAT_VERSION + ",\n\"kind\":\"" + KIND + "\",\n\"features\":"
        + SpanFeatures.VERSION + ",\n\"language\":\"" + model.language().code()
        + "\",\n\"written\":" + format(model.written()) + ",\n\"bridged\":"
        + format(model.bridged()) + "}\n";
  }

  private static String format(SpanWeights weights) {
    int[] hashes = weights.hashes();
    ByteBuffer packed = ByteBuffer.allocate(hashes.length * Integer.BYTES);
    packed.asIntBuffer().put(hashes);
    double[][] transitions = weights.transitions();
    double[] thresholds = weights.thresholds();
    return "{\"hashes\":" + encode(packed.array()) + ",\n\"weights\":"
        + encode(weights.weights()) + ",\n\"scale\":" + weights.scale()
        + ",\n\"skillTransitions\":" + Arrays.toString(transitions[0])
        + ",\n\"knowledgeTransitions\":" + Arrays.toString(transitions[1])
        + ",\n\"skillThreshold\":" + thresholds[0] + ",\n\"knowledgeThreshold\":" + thresholds[1]
        + "}";
  }

  private static String encode(byte[] bytes) {
    String text = Base64.getEncoder().encodeToString(bytes);
    List<String> parts = new ArrayList<>();
    for (int at = 0; at < text.length(); at += PART) {
      parts.add(text.substring(at, Math.min(text.length(), at + PART)));
    }
    return parts.stream().collect(Collectors.joining("\",\n\"", "[\"", "\"]"));
  }
}
