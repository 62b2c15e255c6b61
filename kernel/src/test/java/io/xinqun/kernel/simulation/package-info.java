/// Drives the product's own outbox and totals through random histories.
///
/// A **history** is everything that follows from one seed: which worker runs next, where it is
/// killed, which write fails or arrives late, which reply is lost. Workers are coroutines
/// ([io.xinqun.kernel.simulation.Coroutine]); every call to a store or a log is a place where
/// another one may go on, so the ordinary blocking classes of the product run here unchanged.
///
/// - `total`: two or three owners ([io.xinqun.kernel.total.journal.Totals]) and two folders on two
///   slots and two versions of the command topic. Appends of a batch succeed in part, replies get
///   lost, writes arrive after their sender died, commands come twice, late, out of order or too
///   old, topics are read from the start or made again, partitions move.
/// - `outbox`: two instances with two writers, a relay, its clearing and a sweeper each. Instances
///   die with all of their workers, the log refuses entries in the middle, loses acknowledgements,
///   takes some entries long after they were sent and a poisoned one never.
///
/// A history has a time of faults and then a time without, in which everything must come to rest;
/// after that the invariants are checked by code that shares nothing with the product:
///
/// - no total below zero; every piece free, held or sold exactly once (`TotalsInvariants`);
/// - no command decided twice, none lost; the journal without a gap (`TotalsInvariants`);
/// - every decision is what the rule says on the journal before it, so there is no clock in it
///   (`TotalsInvariants`);
/// - one outcome published per command, the decided one, and it never changes (`TotalsInvariants`);
/// - folded totals, items and decisions equal the replay (`TotalsInvariants`, `TotalsProof`);
/// - every event in the log, first occurrences in order and without a gap; every command; nothing
///   else (`OutboxInvariants`);
/// - nothing stuck once the faults end, not even behind a document that can never be published
///   (`World`).
///
/// **Replay:** a failure names its seed. `mvn -pl kernel test -Dtest=SimulationTest
/// -Dsimulation.seed=4711` runs that history alone and prints its diary.
/// `-Dsimulation.histories=1000000` searches longer.
///
/// **It bites:** `SimulationBitesTest` plants 21 mistakes, one at a time, as wrappers of store,
/// log, rule or relay (`TotalsMistake`, `OutboxMistake`), and prints after how many histories each
/// is found.
package io.xinqun.kernel.simulation;
