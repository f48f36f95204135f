package org.metier.potential;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import org.metier.home.internal.WholeFile;
import org.metier.json.Json;

/// How much help there is, as somebody set it for a model, and the threshold that it comes to. Immutable; as a file it is
/// the JSON of this record.
///
/// @param modelSha256 of the model whose chances it is about; with another it says nothing
/// @param share of the people who can be invited, above 0 to 1
/// @param atMost people whose chance is at most this are invited to additional help
/// @param setBy who decided, by role or name as the service wants it; never blank
/// @param reason why so much; never blank
/// @param setAt when
public record Capacity(String modelSha256, double share, double atMost, String setBy,
    String reason, Instant setAt) {
  public Capacity {
    if (!modelSha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "modelSha256 must be 64 hexadecimal digits, was " + modelSha256);
    }
    if (!(share > 0 && share <= 1) || !(atMost >= 0 && atMost <= 1)) {
      throw new IllegalArgumentException("share must be above 0 to 1 and atMost 0 to 1, was "
          + share + " and " + atMost);
    }
    if (setBy.isBlank() || reason.isBlank()) {
      throw new IllegalArgumentException(
          "who set the capacity, and why, must be said; setBy or reason is blank");
    }
  }

  /// A point of a curve, chosen.
  public static Capacity chosen(PotentialModel model, CapacityCurve.Point point, String setBy,
      String reason, Instant setAt) {
    return new Capacity(model.sha256(), point.share(), point.atMost(), setBy, reason, setAt);
  }

  /// Whether an assessment leads to an invitation. Whom the model abstains on is for the counsellor alone, and not
  /// invited by it.
  ///
  /// @throws IllegalArgumentException if the assessment is by another model
  public boolean invites(Assessment assessment) {
    if (!assessment.trace().modelSha256().equals(modelSha256)) {
      throw new IllegalArgumentException("the capacity was set for model " + modelSha256
          + ", but the assessment is by " + assessment.trace().modelSha256()
          + "; look at the curve of the new model and set it again");
    }
    return switch (assessment) {
      case Assessment.Scored scored -> scored.score().chance() <= atMost;
      case Assessment.Abstained abstained -> false;
    };
  }

  /// @throws IllegalArgumentException if the file cannot be read or is no capacity
  public static Capacity read(Path file) throws IOException {
    try {
      return Json.read(Files.readString(file), Capacity.class);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(file
          + ": there is no such file; set a capacity with ./metier potential capacity", e);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file
          + ": is not UTF-8 text; expected what ./metier potential capacity wrote", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /// Replaces the file as a whole.
  public void write(Path file) throws IOException {
    WholeFile.replace(file, (Json.writePretty(this) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
