package org.metier.examples.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.metier.interchange.ForeignModel;
import org.metier.match.feature.Feature;
import org.metier.match.model.ModelCard;
import org.metier.match.model.RankerModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "import", mixinStandardHelpOptions = true, description = "Make a ranker of a model that LightGBM (text) or XGBoost (JSON model, or JSON dump with covers) trained on Metier's features.", footer = {
  "",
  "Put it into service through the same gate as any other: metier evaluate ranker --candidate FILE --install"})
final class RankerImportCommand implements Callable<Integer> {
  /// How LightGBM and XGBoost call features that were not named.
  private static final Pattern NUMBERED = Pattern.compile("(?:Column_|f)(\\d{1,6})");

  @Parameters(paramLabel = "FILE", description = "the model of the other program")
  private Path model = Path.of("");
  @Option(names = "--out", required = true, paramLabel = "FILE", description = "the ranker to write, such as ranker.json; its card is written beside it")
  private Path out = Path.of("");
  @Option(names = "--features", paramLabel = "NAME", split = ",", description = "Metier's name of each feature, in the model's order; by default the model's own names, or where it has none (Column_0, f0) all of Metier's in their order")
  private List<String> features = List.of();
  @Mixin
  private Output output = new Output();

  /// What `--json` prints.
  private record Result(String out, String sha256, int trees, List<String> features) {}

  @Override
  public Integer call() throws IOException {
    byte[] bytes = Files.readAllBytes(model);
    ForeignModel foreign = ForeignModel.read(model);
    Format format = Format.of(bytes);
    RankerModel ranker = new RankerModel(names(foreign.features(), format), foreign.forest());
    card(ranker, format, bytes).write(ModelCard.beside(out));
    ranker.write(out);
    // What is written must be what a home will read.
    RankerModel.read(out);
    print(ranker);
    return 0;
  }

  private void print(RankerModel ranker) {
    int trees = ranker.forest().trees().size();
    if (output.isJson()) {
      output.json(new Result(out.toString(), ranker.sha256(), trees, ranker.features()));
    } else {
      output.out().printf("%s: %,d trees over %d features%n", out, trees, ranker.features().size());
      output.out()
          .println("to put it into service: metier evaluate ranker --candidate " + out
              + " --install, with the files of your judgments");
    }
  }

  /// Told from the content, as [ForeignModel] does.
  private enum Format {
    LIGHTGBM_TEXT("LightGBM text"), XGBOOST_JSON("XGBoost JSON model"), XGBOOST_DUMP(
        "XGBoost JSON dump");

    private final String title;

    Format(String title) {
      this.title = title;
    }

    static Format of(byte[] bytes) {
      return switch (new String(bytes, StandardCharsets.UTF_8).stripLeading().substring(0, 1)) {
        case "[" -> XGBOOST_DUMP;
        case "{" -> XGBOOST_JSON;
        default -> LIGHTGBM_TEXT;
      };
    }
  }

  /// The name of a [Feature] for each of the model's, in its order.
  private List<String> names(List<String> own, Format format) {
    if (own.stream().allMatch(name -> NUMBERED.matcher(name).matches())) {
      return byNumber(own, format);
    }
    if (features.isEmpty()) {
      return known(own);
    }
    requireCount(own.size(), features.size());
    return known(features);
  }

  /// A dump says only which features its trees test, the other formats all that there are.
  private List<String> byNumber(List<String> own, Format format) {
    List<String> all = features.isEmpty() ? Feature.names() : known(features);
    if (format != Format.XGBOOST_DUMP || features.isEmpty()) {
      requireCount(own.size(), all.size());
    }
    List<String> names = new ArrayList<>();
    for (String name : own) {
      int number = Integer.parseInt(NUMBERED.matcher(name).replaceFirst("$1"));
      if (number >= all.size()) {
        throw new IllegalArgumentException(model + ": tests feature \"" + name + "\", but only "
            + all.size() + " are named, from 0");
      }
      names.add(all.get(number));
    }
    return names;
  }

  private void requireCount(int own, int named) {
    if (own != named) {
      throw new IllegalArgumentException(model + ": has " + own + " features, but "
          + (features.isEmpty()
              ? "this release has " + named
                  + "; name the model's with --features, in the order of its training"
              : "--features names " + named));
    }
  }

  private List<String> known(List<String> names) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (!Feature.names().contains(name)) {
        throw new IllegalArgumentException(model + ": feature " + (i + 1) + " is \"" + name
            + "\", which is none of Metier's; expected a name such as "
            + Feature.names().getFirst() + ", or all names with --features");
      }
      if (!seen.add(name)) {
        throw new IllegalArgumentException(
            model + ": feature " + (i + 1) + " is \"" + name + "\", which stands there before");
      }
    }
    return List.copyOf(names);
  }

  private ModelCard card(RankerModel ranker, Format format, byte[] bytes) {
    return new ModelCard(ranker.sha256(), ranker.features(), Map.of(), 0,
        Map.of("origin", "imported: another program trained it, seed and data are not known",
            "importedFile", String.valueOf(model.getFileName()), "importedFormat", format.title,
            "importedSha256", sha256(bytes)),
        Map.of(), null,
        List.of("any use before it passed the gate: its data and its quality are not known here"));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
