package org.metier.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.metier.audit.internal.AuditKeys;
import org.metier.audit.internal.PersonSecret;
import org.metier.home.Home;

/// The log of a home: what was scored, shown, rated, overridden, disagreed with, changed and erased, appended for ever
/// and chained, without personal data.
///
/// What each part is for:
///
/// | where | what | after a person is erased |
/// |---|---|---|
/// | `audit/log` | entries, a line of JSON each | stay; the pseudonym in them leads nowhere |
/// | `audit/records` | inputs of decisions, each sealed with the key of its person | stay as bytes that nobody can open |
/// | `keys/persons` | a random key for each person | the person's is destroyed |
/// | `keys/audit.key`, `keys/audit.head` | the key that seals entries, and how far the log has come | stay |
///
/// Two entries of one person keep the same pseudonym, so that they can still be told to be of one person; who knows from
/// elsewhere what one person was shown at which moment can still tell which entries these are. Nothing else links them.
///
/// A change is found by [#verify]: an edited, deleted, moved or added line by chain and seal, a cut or replaced end by
/// the head, an older copy of everything by an [Anchor] that is kept elsewhere. Whoever has the key and all files, and
/// whom no anchor outside contradicts, can write another log that nothing tells from a true one.
///
/// Thread-safe, and any number of processes may use one log: each call takes the log's lock, looks at the head, and gives
/// the lock back. Under [AuditSettings.Forcing#DISK] a call costs two or three forced writes, so record many at a time
/// where there are many.
public final class AuditLog {
  private final LogFiles files;
  private final AuditKeys keys;
  private final Clock clock;
  private final LogLock lock;
  private final LogWriter writer;
  private final LogReader reader;

  private AuditLog(LogFiles files, AuditKeys keys, Clock clock) {
    this.files = files;
    this.keys = keys;
    this.clock = clock;
    lock = LogLock.of(files.folder());
    writer = new LogWriter(files, keys);
    reader = new LogReader(files);
  }

  /// Whether a home has a log, or its keys know of one that is gone, so that opening it says so.
  public static boolean exists(Home home) {
    return Files.isDirectory(home.auditLog().resolve("log"))
        || LogHead.exists(keysFolder(home, settings(home)));
  }

  private static Path keysFolder(Home home, AuditSettings settings) {
    String elsewhere = settings.keysFolder();
    return elsewhere == null ? home.auditKeys() : Path.of(elsewhere);
  }

  /// The log of a home; begins one, with new keys, where there is none.
  ///
  /// @throws AuditException if the log is there and its key is not
  public static AuditLog open(Home home) {
    return open(home, Clock.systemUTC());
  }

  /// @param clock dates entries
  public static AuditLog open(Home home, Clock clock) {
    return open(home, clock, new SecureRandom());
  }

  /// @param random source of keys and nonces; anything but the platform's is for tests
  public static AuditLog open(Home home, Clock clock, SecureRandom random) {
    LogFiles files = new LogFiles(home.auditLog());
    return LogLock.of(files.folder()).run(() -> {
      AuditSettings settings = AuditSettings.of(files.folder());
      Path folder = keysFolder(home, settings);
      boolean isBegun = !files.all().isEmpty();
      AuditKeys keys = isBegun || AuditKeys.exist(folder)
          ? AuditKeys.open(folder, random)
          : AuditKeys.create(folder, random);
      AuditLog log = new AuditLog(files, keys, clock);
      if (!isBegun) {
        requireNoHead(keys);
        log.writer.begin(clock.instant(), isForced(settings));
      }
      return log;
    });
  }

  private static void requireNoHead(AuditKeys keys) throws IOException {
    if (LogHead.exists(keys.folder())) {
      LogHead head = LogHead.read(keys).newest();
      throw new AuditException(LogHead.file(keys) + " knows a log"
          + (head == null ? "" : " of " + head.count() + " entries") + ", which is gone; restore"
          + " its folder, or set that file aside too to begin a new log");
    }
  }

  private static boolean isForced(AuditSettings settings) {
    return settings.forcing() == AuditSettings.Forcing.DISK;
  }

  public AuditSettings settings() {
    return AuditSettings.of(files.folder());
  }

  /// How a home's log is kept, or would be.
  public static AuditSettings settings(Home home) {
    return AuditSettings.of(home.auditLog());
  }

  /// Sets how a home's log is kept from the next entry on; before the log is begun, also where its keys are.
  ///
  /// @throws AuditException if the log is begun and its keys would be looked for elsewhere
  public static void configure(Home home, AuditSettings settings) {
    Path folder = home.auditLog();
    LogLock.of(folder).run(() -> {
      if (exists(home) && !java.util.Objects.equals(settings.keysFolder(),
          AuditSettings.of(folder).keysFolder())) {
        throw new AuditException("the log is begun; move the keys by hand, and name their folder as"
            + " keysFolder in " + AuditSettings.file(folder));
      }
      settings.write(folder);
      return folder;
    });
  }

  /// The models that decisions were made with.
  public ModelArchive models() {
    return new ModelArchive(files.folder().resolve("models"));
  }

  /// Whose data models were trained with.
  public TrainingMembers trained() {
    return new TrainingMembers(this, files.folder().resolve("trained"));
  }

  /// The keys, for those of our packages that keep something under them.
  public AuditKeys keys() {
    return keys;
  }

  public Instant now() {
    return clock.instant();
  }

  /// What is done while no other thread or process writes to the log or its keys.
  public <T> T exclusively(Supplier<T> task) {
    return lock.run(task::get);
  }

  /// Appends an entry.
  ///
  /// @param event something other than what the log says of itself, see [AuditEvent#isOfLog]
  /// @return its number
  public long record(AuditEvent event) {
    return recordAll(List.of(event));
  }

  /// Appends entries by one write.
  ///
  /// @param events at least one
  /// @return number of the first
  public long recordAll(List<AuditEvent> events) {
    return append(() -> events.stream().map(AuditLog::draftOf).toList());
  }

  private static Draft draftOf(AuditEvent event) {
    if (event.isOfLog()) {
      throw new IllegalArgumentException(event.getClass().getSimpleName()
          + " is what the log says of itself; nobody else may record it");
    }
    return Draft.of(event);
  }

  /// Appends what happened to a person.
  ///
  /// @param event made from the person's pseudonym
  public long record(String person, Function<String, AuditEvent> event) {
    return append(() -> List.of(draftOf(event.apply(keys.secret(person).pseudonym()))));
  }

  /// Appends a score, and seals what it was computed from.
  public long recordScore(String person, ScoreRecord score) {
    return recordDecision(person, score);
  }

  /// Appends scores by one write for each of log, records and head; for a night's run of many people, some thousands at
  /// a time.
  ///
  /// @param people as many as scores
  /// @return number of the first
  public long recordScores(List<String> people, List<ScoreRecord> scores) {
    return recordDecisions(people, scores);
  }

  /// Appends that nothing was scored, with a keyed fingerprint of what there was to go by, which is not kept.
  ///
  /// @param question what would have been scored, a code
  /// @param inputs in the scorer's own form
  /// @param model hash, 64 hexadecimal digits
  /// @param reason code of why
  /// @return number of the entry
  public long recordAbstention(String person, String question, String inputs, String model,
      String reason) {
    return recordDecision(person, new AbstentionRecord(question, inputs, model, reason));
  }

  /// Appends what a scorer came to.
  ///
  /// @return number of the entry
  public long recordDecision(String person, DecisionRecord decision) {
    return recordDecisions(List.of(person), List.of(decision));
  }

  /// Appends scores and abstentions in their order, by one write as [#recordScores] does.
  ///
  /// @param people as many as decisions
  /// @return number of the first
  public long recordDecisions(List<String> people, List<? extends DecisionRecord> decisions) {
    if (people.size() != decisions.size()) {
      throw new IllegalArgumentException("there must be as many people as scores, were "
          + people.size() + " and " + decisions.size());
    }
    return append(() -> {
      List<PersonSecret> secrets = keys.secrets(people);
      List<Draft> drafts = new ArrayList<>(decisions.size());
      for (int i = 0; i < decisions.size(); i++) {
        drafts.add(draft(secrets.get(i), decisions.get(i)));
      }
      return drafts;
    });
  }

  private Draft draft(PersonSecret secret, DecisionRecord decision) {
    byte[] inputs = decision.inputs().getBytes(StandardCharsets.UTF_8);
    String fingerprint = secret.fingerprint(inputs);
    return switch (decision) {
      case ScoreRecord score -> new Draft(
          place -> new AuditEvent.Scored(score.question(), secret.pseudonym(), fingerprint,
              score.model(), score.result(), score.score(), score.band(), score.reasons(), place),
          secret.sealed(inputs, keys.random()));
      case AbstentionRecord(var question, var _, var model, var reason) -> Draft.of(
          new AuditEvent.Abstained(question, secret.pseudonym(), fingerprint, model, reason));
    };
  }

  /// Appends an event that names sealed inputs.
  long recordSealed(String person, byte[] inputs, SealedEvent event) {
    return append(() -> {
      PersonSecret secret = keys.secret(person);
      return List.of(new Draft(
          place -> event.of(secret.pseudonym(), secret.fingerprint(inputs),
              java.util.Objects.requireNonNull(place)),
          secret.sealed(inputs, keys.random())));
    });
  }

  /// Makes an event of where its inputs stand.
  interface SealedEvent {
    AuditEvent of(String pseudonym, String fingerprint, RecordPlace place);
  }

  private long append(Supplier<List<Draft>> drafts) {
    return lock.run(() -> {
      AuditSettings settings = settings();
      Instant now = clock.instant();
      LogHead head = writer.ready(now, isForced(settings));
      List<Draft> all = drafts.get();
      if (all.isEmpty()) {
        throw new IllegalArgumentException("there must be something to record");
      }
      return writer.append(head, all, now, settings).count() - all.size() + 1;
    });
  }

  /// All entries in their order, unchecked: [#verify] first. Linear in the log; what is purged meanwhile is passed over.
  ///
  /// @throws AuditException if a line cannot be read
  public void forEach(Consumer<AuditEntry> visitor) {
    reader.forEach(visitor);
  }

  /// All entries of a person, oldest first; none once they were erased. Linear in the log.
  public List<AuditEntry> of(String person) {
    Optional<PersonSecret> secret = keys.find(person);
    List<AuditEntry> entries = new ArrayList<>();
    if (secret.isPresent()) {
      String pseudonym = secret.get().pseudonym();
      forEach(entry -> {
        if (pseudonym.equals(entry.event().subject())) {
          entries.add(entry);
        }
      });
    }
    return entries;
  }

  /// What was sealed at a place for a person.
  ///
  /// @return empty where the file of sealed inputs is gone
  /// @throws AuditException if it was changed since, or is another person's
  public Optional<byte[]> opened(RecordPlace place, PersonSecret secret) {
    return reader.opened(place, secret);
  }

  /// How far the log has come, to be kept elsewhere.
  public Anchor anchor() {
    return lock.run(() -> {
      Instant now = clock.instant();
      return writer.ready(now, isForced(settings())).anchor(now);
    });
  }

  /// Looks through the whole log. Others may write meanwhile, until the newest segment is looked at. Costs a few seconds
  /// for each GB of log and of sealed inputs.
  ///
  /// @param anchor null for none
  public Verification verify(@Nullable Anchor anchor) {
    try (LogCheck check = new LogCheck(files, keys, anchor)) {
      check.closedSegments();
      return lock.run(check::rest);
    } catch (NoSuchFileException e) {
      // Purged meanwhile.
      return lock.run(() -> verified(files, keys, anchor));
    } catch (IOException e) {
      throw reader.unreadable(e);
    }
  }

  private static Verification verified(LogFiles files, @Nullable AuditKeys keys,
      @Nullable Anchor anchor) throws IOException {
    try (LogCheck check = new LogCheck(files, keys, anchor)) {
      return check.rest();
    }
  }

  /// Looks through the chain of a log without its keys, as somebody from outside can with an anchor of their own. Seals
  /// and head stay unchecked; whoever writes meanwhile may be taken for a torn line.
  public static Verification verifyWithoutKeys(Path auditFolder, @Nullable Anchor anchor) {
    LogFiles files = new LogFiles(auditFolder);
    try {
      return verified(files, null, anchor);
    } catch (IOException e) {
      throw new AuditException("the audit log in " + auditFolder + " cannot be read", e);
    }
  }

  /// Destroys the keys of persons of whom the log says nothing any more and for whom nothing is sealed elsewhere; to be called
  /// after [#purge]. Linear in the log and in the number of persons.
  ///
  /// @param isNeeded whether something beside the log is sealed with the key of a person
  /// @return how many are gone
  public int purgeKeys(Predicate<PersonSecret> isNeeded) {
    return lock.run(() -> {
      Pseudonyms pseudonyms = new Pseudonyms();
      forEach(entry -> {
        String subject = entry.event().subject();
        if (subject != null) {
          pseudonyms.add(subject);
        }
      });
      return keys.retain(pseudonyms.named().or(isNeeded));
    });
  }

  /// Deletes whole segments, and the inputs sealed beside them, whose newest entry is older than the retention, and notes
  /// it as the anchor of what is left. Their inputs cannot be replayed any more.
  public PurgeReport purge() {
    return lock.run(() -> new LogPurge(files, writer).run(clock.instant(), settings()));
  }
}
