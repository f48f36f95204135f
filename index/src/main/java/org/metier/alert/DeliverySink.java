package org.metier.alert;

/// Takes deliveries to people.
///
/// Each batch comes at least once, and again with the same number if the program ended, or the sink failed,
/// before it was recorded that the batch had arrived. Only the last batch ever comes again: a sink that
/// keeps the number of the last batch it took, and drops a batch of that number or less, takes each delivery
/// exactly once.
public interface DeliverySink {
  /// Takes a batch; returning means that it has arrived. Whatever is thrown ends the run, and the next one
  /// begins with this batch.
  void accept(Batch batch);
}
