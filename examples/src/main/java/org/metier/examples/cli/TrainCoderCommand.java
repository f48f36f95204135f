package org.metier.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.coding.CodedAds;
import org.metier.coding.crosswalk.Crosswalks;
import org.metier.coding.learned.OccupationTrainer;
import org.metier.coding.learned.TrainedCoder;
import org.metier.home.Home;
import org.metier.home.LearnedPart;
import org.metier.home.ModelSlot;
import org.metier.match.model.ModelCard;
import org.metier.taxonomy.Taxonomy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `train coder`.
@Command(name = "coder", mixinStandardHelpOptions = true, description = "Fit the occupation coder to your own coded advertisements.")
final class TrainCoderCommand implements Callable<Integer> {
  private static final List<String> NOT_FOR = List.of(
      "languages, countries and kinds of work that the training data does not have",
      "coding without a person's review below the threshold",
      "decisions about persons");

  @Option(names = "--data", required = true, paramLabel = "FILE", description = "CSV or TSV with a header: title, description, employer, code, label")
  private Path data = Path.of("");
  @Option(names = "--columns", paramLabel = "OURS=THEIRS", split = ",", description = "columns called otherwise, such as title=job.title,code=kzis_code")
  private Map<String, String> columns = Map.of();
  @Option(names = "--scheme", paramLabel = "NAME", defaultValue = "", description = "classification of the codes, such as kzis (default: isco08)")
  private String scheme = "";
  @Option(names = "--out", paramLabel = "FILE", description = "the model; its card goes beside it (default: the home's models folder, where it is in service)")
  private @Nullable Path out;
  @Option(names = "--seed", defaultValue = "1", description = "same seed, same bytes (default: ${DEFAULT-VALUE})")
  private long seed;
  @Option(names = "--epochs", defaultValue = "10", description = "how often each text is looked at (default: ${DEFAULT-VALUE})")
  private int epochs;
  @Mixin
  private HomeOption home = new HomeOption();
  @Mixin
  private Output output = new Output();

  @Override
  public Integer call() throws IOException {
    Home opened = home.open();
    Taxonomy taxonomy = Taxonomy.of(opened);
    CodedAds ads = CodedAds.read(data, columns, scheme, Crosswalks.of(opened));
    TrainedCoder coder = OccupationTrainer.builder(taxonomy)
        .seed(seed)
        .epochs(epochs)
        .progress(output.isTerminal() ? output.err()::println : line -> {})
        .build()
        .train(ads.ads());
    ModelCard card = new ModelCard(coder.model().sha256(), List.of(coder.features()),
        Map.of(String.valueOf(data.getFileName()), sha256(data)), seed, coder.settings(),
        coder.measures(), Instant.now(), NOT_FOR);
    show(ads, coder, card, write(coder, card, opened.model(LearnedPart.CODER)));
    return 0;
  }

  /// @return where the model is
  private Path write(TrainedCoder coder, ModelCard card, ModelSlot slot) {
    if (out == null) {
      slot.install(coder.model().toBytes(), card.toBytes());
      return slot.file();
    }
    coder.model().write(out);
    card.write(ModelCard.beside(out));
    return out;
  }

  private void show(CodedAds ads, TrainedCoder coder, ModelCard card, Path file) {
    if (output.isJson()) {
      output.json(card);
      return;
    }
    output.out()
        .printf(Locale.ROOT, "%,d of %,d rows are coded advertisements%n", ads.ads().size(),
            ads.rows());
    ads.skipped()
        .forEach((why, count) -> output.out()
            .printf(Locale.ROOT, "  skipped, %s: %,d%n", why, count));
    output.out().println(coder.model() + " written to " + file);
    output.out().println("on a held-out fifth, near-duplicates kept together:");
    coder.measures()
        .forEach((name, value) -> output.out().printf(Locale.ROOT, "  %-26s %.4f%n", name, value));
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (DigestInputStream through = new DigestInputStream(in, digest)) {
        through.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
