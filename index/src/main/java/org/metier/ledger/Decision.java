package org.metier.ledger;

import java.time.Instant;
import java.util.List;
import org.metier.coding.Correction;
import org.metier.duplicate.Ruling;
import org.metier.vacancy.VacancyId;

/// What a person decided about records. No later feed, coding or merging overrules it.
public sealed interface Decision {
  /// The records that it is about; an erased one is known by its hash alone.
  List<VacancyId> about();

  /// Role or pseudonym of the person, such as `editor`; never a name.
  String by();

  Instant at();

  /// A quarantined record may be shown, whatever its flags.
  record Released(VacancyId id, String by, Instant at) implements Decision {
    @Override
    public List<VacancyId> about() {
      return List.of(id);
    }
  }

  /// Two records stand for one job, or for two, whatever they look like.
  record Ruled(Ruling ruling, String by, Instant at) implements Decision {
    @Override
    public List<VacancyId> about() {
      return List.of(ruling.first(), ruling.second());
    }
  }

  /// The occupation of a record is this one, or none.
  record Corrected(Correction correction) implements Decision {
    @Override
    public List<VacancyId> about() {
      return List.of(correction.vacancy());
    }

    @Override
    public String by() {
      return correction.role();
    }

    @Override
    public Instant at() {
      return correction.at();
    }
  }

  /// A record was erased and must not come back.
  ///
  /// @param keySha256 SHA-256 of its id, in hexadecimal
  record Erased(String keySha256, String by, Instant at) implements Decision {
    @Override
    public List<VacancyId> about() {
      return List.of();
    }
  }
}
