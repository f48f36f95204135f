package org.metier.coding.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.metier.index.Market;

/// Coded advertisements whose titles say little and whose texts tell bakers from butchers.
public final class BakersAndButchers {
  private static final List<String> TITLES = List.of("Helper wanted", "Colleague for our shop",
      "Join our team", "Friendly help needed");
  private static final List<String> BAKING = List.of("you knead dough", "you bake bread",
      "you heat the oven", "you decorate cakes", "you weigh flour", "you shape rolls");
  private static final List<String> BUTCHERING = List.of("you cut meat", "you make sausages",
      "you bone hams", "you serve at the counter of our butchery", "you sharpen knives",
      "you mince beef");

  private BakersAndButchers() {}

  public static OccupationModel model() {
    return OccupationTrainer.builder(Market.taxonomy()).build().train(ads(120)).model();
  }

  static List<CodedAd> ads(int count) {
    Random random = new Random(7);
    List<CodedAd> ads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean isBaker = i % 2 == 0;
      StringBuilder text = new StringBuilder("We look for you in place" + i + ".");
      for (int n = 0; n < 4; n++) {
        List<String> tasks = isBaker ? BAKING : BUTCHERING;
        for (int word = 0; word < 5; word++) {
          text.append(" word").append(random.nextInt(300));
        }
        text.append(" and ").append(tasks.get(random.nextInt(tasks.size()))).append('.');
      }
      ads.add(new CodedAd(
          new AdText(TITLES.get(random.nextInt(TITLES.size())), text.toString(), "firm" + i),
          isBaker ? "7512" : "7511", isBaker ? "bread baker" : "meat cutter"));
    }
    return ads;
  }
}
