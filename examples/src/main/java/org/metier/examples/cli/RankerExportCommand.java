package org.metier.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.metier.interchange.ForeignModel;
import org.metier.match.model.RankerModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "export", mixinStandardHelpOptions = true, description = "Write a ranker as XGBoost's JSON dump, which learning to rank of Elasticsearch, OpenSearch and Vespa reads.")
final class RankerExportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "the ranker, such as ranker.json")
  private Path ranker = Path.of("");
  @Option(names = "--out", required = true, paramLabel = "FILE", description = "the file to write, such as model.json")
  private Path out = Path.of("");
  @Mixin
  private Output output = new Output();

  /// What `--json` prints.
  private record Result(String out, int trees, int features) {}

  @Override
  public Integer call() throws IOException {
    RankerModel model = RankerModel.read(ranker);
    Files.writeString(out, new ForeignModel(model.features(), model.forest()).toXgboostDump());
    int trees = model.forest().trees().size();
    if (output.isJson()) {
      output.json(new Result(out.toString(), trees, model.features().size()));
    } else {
      output.out()
          .printf("%s: %,d trees that test features by Metier's names, %d of them%n", out, trees,
              model.features().size());
    }
    return 0;
  }
}
