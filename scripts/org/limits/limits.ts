import type { Clock } from '../../shared/index.ts';
import { createHeapMeter, knownHeap } from './heap.ts';
import type { KnownHeap } from './heap.ts';
import { limitRules, maximumOf } from './names.ts';
import type { LimitName, TransactionKind } from './names.ts';
import { createStopwatch } from './stopwatch.ts';

/** A governor limit was exceeded: in Apex a `System.LimitException`, which nothing can catch. */
export class LimitExceeded extends Error {
  readonly limit: LimitName;
  constructor(limit: LimitName, message: string) {
    super(message);
    this.name = 'LimitExceeded';
    this.limit = limit;
  }
}

/** Opaque to callers. */
export interface LimitSnapshot {
  readonly counters: ReadonlyMap<LimitName, number>;
}

/** The governor limits of one transaction. */
export interface Limits {
  readonly kind: TransactionKind;
  /** @throws LimitExceeded when the counter goes over its maximum */
  count(name: LimitName, by?: number): void;
  /** Sets a counter that is measured rather than added up (heap). @throws LimitExceeded */
  measure(name: LimitName, value: number): void;
  used(name: LimitName): number;
  maximum(name: LimitName): number;
  /** @throws LimitExceeded when too much CPU time has gone by, or too much memory is held */
  checkCpuTime(): void;
  /** Runs what costs no Apex CPU time and no Apex heap: queries, DML, callouts. */
  offTheClock<T>(run: () => T): T;
  /** `Test.startTest()`: a fresh set, until `stopTest` brings the first one back. */
  startTest(): void;
  stopTest(): void;
  snapshot(): LimitSnapshot;
  restore(snapshot: unknown): void;
}

/**
 * Counts what one transaction uses.
 *
 * CPU time is an estimate: the time that goes by on `stopwatchClock` while Apex runs, without queries, DML and
 * callouts, which the platform does not count as Apex CPU time either. A machine slower than the platform's so runs
 * into the limit earlier. Heap size is an estimate too: half of what V8's heap has grown by since the transaction began,
 * without what nothing reaches any more.
 */
export function createLimits(
  kind: TransactionKind,
  stopwatchClock: Clock,
  heap: KnownHeap = knownHeap()
): Limits {
  let counters = new Map<LimitName, number>();
  let outer: { counters: Map<LimitName, number>; cpuTime: number } | undefined;
  let cpuBase = 0;
  const stopwatch = createStopwatch(stopwatchClock);
  const meter = createHeapMeter(heap);
  const cpuTime = (): number => stopwatch.elapsed() - cpuBase;
  const measured: Partial<Record<LimitName, () => number>> = {
    heapSize: () => stopwatch.pausedWhile(meter.size),
    cpuTime: () => Math.max(0, Math.round(cpuTime()))
  };
  const used = (name: LimitName): number => measured[name]?.() ?? counters.get(name) ?? 0;
  const measure = (name: LimitName, value: number): void => {
    counters.set(name, value);
    if (value > maximumOf(name, kind)) throw exceeded(name, value);
  };
  return {
    kind,
    used,
    measure,
    count: (name, by = 1) => measure(name, used(name) + by),
    maximum: (name) => maximumOf(name, kind),
    checkCpuTime() {
      if (cpuTime() > maximumOf('cpuTime', kind)) throw exceeded('cpuTime', cpuTime());
      const size = meter.excess(maximumOf('heapSize', kind));
      if (size !== undefined) throw exceeded('heapSize', size);
    },
    offTheClock: (run) => meter.ignoring(() => stopwatch.pausedWhile(run)),
    startTest() {
      outer = { counters, cpuTime: cpuTime() };
      counters = new Map();
      cpuBase = stopwatch.elapsed();
      meter.restart();
    },
    stopTest() {
      if (outer === undefined) return;
      counters = outer.counters;
      cpuBase = stopwatch.elapsed() - outer.cpuTime;
      outer = undefined;
    },
    snapshot: () => ({ counters: new Map(counters) }),
    restore(snapshot) {
      if (isSnapshot(snapshot)) counters = new Map(snapshot.counters);
    }
  };
}

function isSnapshot(value: unknown): value is LimitSnapshot {
  return typeof value === 'object' && value !== null && 'counters' in value;
}

function exceeded(name: LimitName, value: number): LimitExceeded {
  const { message } = limitRules[name];
  return new LimitExceeded(name, message.endsWith(':') ? `${message} ${value}` : message);
}
