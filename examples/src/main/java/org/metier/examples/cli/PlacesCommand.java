package org.metier.examples.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import org.metier.place.Gazetteer;
import org.metier.place.GeoPoint;
import org.metier.place.Place;
import org.metier.place.PlaceText;
import org.metier.place.PlacesImport;
import org.metier.place.PlacesReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "places", mixinStandardHelpOptions = true, description = "Import the gazetteer of a home, or ask it.", subcommands = {
  PlacesCommand.Import.class, PlacesCommand.Find.class})
final class PlacesCommand extends Group {

  @Command(name = "import", mixinStandardHelpOptions = true, description = "Read files of places (GeoNames, postal codes, NUTS) and compile them into the home; they replace those imported before.")
  static final class Import implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "GeoNames' own files, or CSV, TSV or JSON with a header")
    private List<Path> files = List.of();
    @Mixin
    private HomeOption home = new HomeOption();
    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
      PlacesReport report = PlacesImport.of(files).into(home.open());
      if (output.isJson()) {
        output.json(report);
      } else {
        print(report, output.out());
      }
      return 0;
    }

    private static void print(PlacesReport report, PrintWriter out) {
      report.files()
          .forEach(file -> out.printf("%s: %s, %,d rows, %,d passed over%n", file.file(),
              file.layout(), file.rows(), file.passedOver()));
      out.printf("The gazetteer holds%n  %-10s %,9d%n  %-10s %,9d%n  %-10s %,9d%n  %-10s %,9d%n",
          "towns", report.towns(), "postcodes", report.postcodes(), "regions", report.regions(),
          "countries", report.countries());
      out.printf("  communes that nothing locates: %,d%n", report.unlocated());
      out.printf("  rows skipped: %,d%n", report.skippedRows());
      report.skipped().stream().limit(10).forEach(row -> out.println("    " + row));
    }
  }

  @Command(name = "find", mixinStandardHelpOptions = true, description = "Say what a text about places is taken for.")
  static final class Find implements Callable<Integer> {
    @Parameters(paramLabel = "TEXT", description = "such as \"75 - PARIS\"")
    private String text = "";
    @Option(names = "--country", description = "two letters; where the places are unless the text says otherwise")
    private @Nullable String country;
    @Mixin
    private HomeOption home = new HomeOption();
    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
      Home opened = home.open();
      PlaceText.Reading reading = PlaceText.read(text, country, Gazetteer.of(opened));
      if (output.isJson()) {
        output.json(reading);
      } else {
        print(reading, output.out());
      }
      return 0;
    }

    private static void print(PlaceText.Reading reading, PrintWriter out) {
      for (Place place : reading.places()) {
        GeoPoint point = place.point();
        out.printf("town %s, postcode %s, region %s, country %s: %s%n", known(place.city()),
            known(place.postcode()), known(place.region()), known(place.country()),
            point == null
                ? "not found"
                : point.latitude() + ", " + point.longitude() + " (" + place.precision() + ")");
      }
      if (reading.areUnnamed()) {
        out.println("several places that it does not name");
      }
      if (reading.remote() != null) {
        out.println("work from elsewhere: " + reading.remote());
      }
    }

    private static String known(@Nullable String part) {
      return part == null ? "–" : part;
    }
  }
}
