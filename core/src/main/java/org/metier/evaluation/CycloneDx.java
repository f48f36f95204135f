package org.metier.evaluation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metier.fairness.Breakdown;
import org.metier.fairness.FairnessReport;
import org.metier.fairness.Finding;
import org.metier.fairness.GroupCell;
import org.metier.json.Json;

/// Writes a technical file as a bill of materials with one component of type `machine-learning-model` and its
/// `modelCard`, after CycloneDX 1.6 (ECMA-424), whose model card 1.7 kept as it was. What its schema has no place
/// for stands in `properties` whose names begin with `metier:`. Equal files give equal bytes.
public final class CycloneDx {
  private static final String VERSION = "1.6";

  private CycloneDx() {}

  public static String of(TechnicalFile said) {
    TechnicalFile file = Wording.plain(said);
    Map<String, Object> component = new LinkedHashMap<>();
    component.put("type", "machine-learning-model");
    component.put("bom-ref", "model");
    component.put("name", file.model().name());
    component.put("version", file.model().sha256().substring(0, 12));
    component.put("description", file.model().task());
    component.put("hashes",
        List.of(Map.of("alg", "SHA-256", "content", file.model().sha256())));
    component.put("modelCard", modelCard(file));
    Map<String, Object> bom = new LinkedHashMap<>();
    bom.put("$schema", "http://cyclonedx.org/schema/bom-" + VERSION + ".schema.json");
    bom.put("bomFormat", "CycloneDX");
    bom.put("specVersion", VERSION);
    bom.put("serialNumber", "urn:uuid:"
        + UUID.nameUUIDFromBytes(file.model().sha256().getBytes(StandardCharsets.US_ASCII)));
    bom.put("version", 1);
    if (file.model().trainedAt() != null) {
      bom.put("metadata", Map.of("timestamp", file.model().trainedAt().toString()));
    }
    bom.put("components", List.of(component));
    return Json.writePretty(bom);
  }

  private static Map<String, Object> modelCard(TechnicalFile file) {
    Map<String, Object> card = new LinkedHashMap<>();
    card.put("modelParameters", parameters(file));
    card.put("quantitativeAnalysis", Map.of("performanceMetrics", metrics(file)));
    card.put("considerations", considerations(file));
    card.put("properties", properties(file));
    return card;
  }

  private static Map<String, Object> parameters(TechnicalFile file) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("approach", Map.of("type", "supervised"));
    parameters.put("task", file.model().task());
    if (!file.model().family().isEmpty()) {
      parameters.put("architectureFamily", file.model().family());
    }
    DataSheet data = file.data();
    if (data != null) {
      parameters.put("datasets", data.sha256().entrySet().stream().map(entry -> {
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("type", "dataset");
        set.put("name", entry.getKey());
        set.put("contents", Map.of("properties", dataProperties(data, entry.getValue())));
        set.put("sensitiveData", data.fields()
            .stream()
            .filter(field -> field.use().equalsIgnoreCase("protected"))
            .map(DataSheet.Field::name)
            .toList());
        return set;
      }).toList());
    }
    parameters.put("inputs",
        file.model().features().stream().map(feature -> Map.of("format", feature)).toList());
    parameters.put("outputs", List.of(Map.of("format", file.model().task())));
    return parameters;
  }

  private static List<Map<String, String>> dataProperties(DataSheet data, String hash) {
    List<Map<String, String>> properties = new ArrayList<>();
    properties.add(property("sha256", hash));
    properties.add(property("rows", Long.toString(data.rows())));
    properties.add(property("used", Long.toString(data.used())));
    properties.add(property("known", Long.toString(data.known())));
    if (data.from() != null) {
      properties.add(property("from", data.from().toString()));
    }
    if (data.until() != null) {
      properties.add(property("until", data.until().toString()));
    }
    data.exclusions()
        .forEach((reason, rows) -> properties
            .add(property("excluded:" + reason, Long.toString(rows))));
    data.fields()
        .forEach(field -> properties
            .add(property("unknown:" + field.name(), Long.toString(field.unknown()))));
    return properties;
  }

  private static Map<String, String> property(String name, String value) {
    Map<String, String> property = new LinkedHashMap<>();
    property.put("name", "metier:" + name);
    property.put("value", value);
    return property;
  }

  private static List<Map<String, Object>> metrics(TechnicalFile file) {
    List<Map<String, Object>> metrics = new ArrayList<>();
    for (Quality quality : file.quality()) {
      metrics.add(metric(quality.measure(), quality.value(), quality.of(), quality.low(),
          quality.high()));
    }
    FairnessReport fairness = file.fairness();
    if (fairness != null) {
      fairness.whole()
          .forEach((figure, finding) -> metrics.add(metric(figure.name(), finding, "everybody")));
      for (Breakdown breakdown : fairness.breakdowns()) {
        for (GroupCell cell : breakdown.cells()) {
          cell.figures()
              .forEach((figure, finding) -> metrics
                  .add(metric(figure.name(), finding, slice(breakdown, cell))));
        }
      }
    }
    return metrics;
  }

  private static String slice(Breakdown breakdown, GroupCell cell) {
    StringBuilder slice = new StringBuilder();
    for (int i = 0; i < cell.values().size(); i++) {
      slice.append(slice.isEmpty() ? "" : ", ")
          .append(breakdown.attributes().get(i))
          .append('=')
          .append(cell.values().get(i).isEmpty() ? "unknown" : cell.values().get(i));
    }
    return slice.toString();
  }

  private static Map<String, Object> metric(String type, Finding finding, String slice) {
    return metric(type, finding.value(), slice,
        finding.interval() == null ? null : finding.interval().low(),
        finding.interval() == null ? null : finding.interval().high());
  }

  private static Map<String, Object> metric(String type, double value, String slice,
      @Nullable Double low, @Nullable Double high) {
    Map<String, Object> metric = new LinkedHashMap<>();
    metric.put("type", type);
    metric.put("value", Double.toString(value));
    metric.put("slice", slice);
    if (low != null && high != null) {
      Map<String, String> interval = new LinkedHashMap<>();
      interval.put("lowerBound", Double.toString(low));
      interval.put("upperBound", Double.toString(high));
      metric.put("confidenceInterval", interval);
    }
    return metric;
  }

  private static Map<String, Object> considerations(TechnicalFile file) {
    Map<String, Object> considerations = new LinkedHashMap<>();
    considerations.put("users", file.purpose().users());
    considerations.put("useCases",
        List.of(file.purpose().purpose() + ". " + file.purpose().intendedUse()));
    considerations.put("technicalLimitations", file.purpose().limits());
    considerations.put("ethicalConsiderations", file.purpose()
        .notFor()
        .stream()
        .map(use -> Map.of("name", "not for: " + use))
        .toList());
    FairnessReport fairness = file.fairness();
    if (fairness != null) {
      considerations.put("fairnessAssessments", fairness.breakdowns()
          .stream()
          .filter(breakdown -> breakdown.kind() == Breakdown.Kind.PROTECTED)
          .map(breakdown -> breakdown.attributes().getFirst())
          .map(attribute -> {
            Map<String, String> assessment = new LinkedHashMap<>();
            assessment.put("groupAtRisk", attribute);
            assessment.put(switch (fairness.meaning().effect()) {
              case HELP -> "benefits";
              case BURDEN -> "harms";
            }, "selected: " + fairness.meaning().selected());
            return assessment;
          })
          .toList());
    }
    return considerations;
  }

  private static List<Map<String, String>> properties(TechnicalFile file) {
    List<Map<String, String>> properties = new ArrayList<>();
    properties.add(property("population", file.purpose().population()));
    properties.add(property("horizon", file.purpose().horizon()));
    properties.add(property("seed", Long.toString(file.seed())));
    file.settings()
        .forEach((name, value) -> properties.add(property("setting:" + name, value)));
    Selection selection = file.selection();
    if (selection != null) {
      properties.add(property("selected", selection.meaning().selected()));
      properties.add(property("outcome", selection.meaning().outcome()));
      properties.add(property("selection", selection.rule()));
      properties.add(property("selectionSetBy", selection.setBy()));
      if (selection.setAt() != null) {
        properties.add(property("selectionSetAt", selection.setAt().toString()));
      }
      if (selection.reason() != null) {
        properties.add(property("selectionReason", selection.reason()));
      }
    }
    if (file.capacity() != null) {
      properties.add(property("capacity", Json.write(file.capacity())));
    }
    if (file.baseline() != null) {
      properties.add(property("baseline", Json.write(file.baseline())));
    }
    return properties;
  }
}
