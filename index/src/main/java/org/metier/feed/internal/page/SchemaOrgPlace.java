package org.metier.feed.internal.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.feed.internal.Nodes;
import org.metier.feed.internal.draft.Draft;
import org.metier.feed.internal.draft.PlaceLine;
import tools.jackson.databind.JsonNode;

/// Reads one `jobLocation`: a text, or a `Place` whose address is a `PostalAddress` or a text. Publishers
/// write "Remote", "53 Locations" or a whole address where a town belongs.
final class SchemaOrgPlace {
  private static final String FIELD = "jobLocation";

  private final Draft draft;

  SchemaOrgPlace(Draft draft) {
    this.draft = draft;
  }

  void read(JsonNode place) {
    if (!place.isObject()) {
      draft.placeText(FIELD, Nodes.text(place), null);
      return;
    }
    JsonNode geo = place.path("geo");
    String latitude = SchemaOrgPosting.first(geo, "latitude");
    String longitude = SchemaOrgPosting.first(geo, "longitude");
    List<JsonNode> addresses = Nodes.list(place.has("address") ? place.path("address") : place);
    for (JsonNode one : addresses) {
      if (one.isObject()) {
        address(one, latitude, longitude);
      } else {
        text(Nodes.text(one), latitude, longitude);
      }
    }
    if (addresses.isEmpty()) {
      draft.place(FIELD, null, null, null, null, latitude, longitude);
    }
  }

  private void address(JsonNode address, @Nullable String latitude, @Nullable String longitude) {
    String locality = SchemaOrgPosting.first(address, "addressLocality");
    String postcode = SchemaOrgPosting.first(address, "postalCode");
    String region = SchemaOrgPosting.first(address, "addressRegion");
    String country = SchemaOrgPosting.named(address.path("addressCountry"));
    PlaceLine words = PlaceLine.of(locality == null ? "" : locality);
    if (locality == null || words.parts().size() > 1) {
      draft.place(FIELD, locality, postcode, region, country, latitude, longitude);
      return;
    }
    draft.raw(FIELD, locality);
    draft.remoteUnlessStated(words.remote());
    PlaceLine.Part part = words.parts().isEmpty()
        ? new PlaceLine.Part(null, null, null, null)
        : words.parts().getFirst();
    draft.place(FIELD, part.city(), postcode == null ? part.postcode() : postcode,
        region == null ? part.region() : region, country == null ? part.country() : country,
        latitude, longitude);
  }

  /// The coordinates belong to the text's place, if it names one only.
  private void text(@Nullable String text, @Nullable String latitude, @Nullable String longitude) {
    PlaceLine words = PlaceLine.of(text == null ? "" : text);
    if (words.parts().size() != 1) {
      draft.placeText(FIELD, text, null);
      return;
    }
    PlaceLine.Part part = words.parts().getFirst();
    draft.raw(FIELD, text);
    draft.remoteUnlessStated(words.remote());
    draft.place(FIELD, part.city(), part.postcode(), part.region(), part.country(), latitude,
        longitude);
  }
}
