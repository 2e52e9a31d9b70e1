import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileApex } from '../load/index.ts';
import type { CompileInput } from '../load/index.ts';
import { defaultSchema, load, testHost, testLibrary } from '../testing/index.ts';
import { benchClass, manyClasses } from './sources.ts';
import { twins } from './twins.ts';

/** One measured thing; times are milliseconds of the processor. */
export interface BenchResult {
  readonly name: string;
  readonly milliseconds: number;
  /** The same in hand-written JavaScript, where there is such. */
  readonly baseline: number | undefined;
  /** The most that is allowed: a ratio to the baseline, or milliseconds. */
  readonly limit: number;
  readonly passed: boolean;
}

const sizes: Readonly<Record<string, number>> = {
  integers: 10_000_000,
  recursion: 30,
  decimals: 1_000_000,
  text: 1_000_000,
  lists: 2_000_000,
  maps: 1_000_000,
  records: 2_000_000,
  objects: 5_000_000
};

const allowedRatio = 3;
const allowedCold = 8000;
const allowedWarm = 1000;

/** Runs all benchmarks of the Apex engine, in this order. */
export function runApexBench(): readonly BenchResult[] {
  return [...cpuBench(), ...compileBench()];
}

/** Apex against the same algorithm in JavaScript, in turns, the best of each. */
export function cpuBench(): readonly BenchResult[] {
  const { program } = load(benchClass);
  return Object.entries(sizes).map(([name, size]) => {
    const twin = twins[name] ?? (() => 0);
    const times = [0, 1, 2, 3, 4].map(() => ({
      apex: time(() => program.invokeStatic('Bench', name, [size])),
      twin: time(() => twin(size))
    }));
    const milliseconds = Math.min(...times.map(({ apex }) => apex));
    const baseline = Math.min(...times.map(({ twin: own }) => own));
    const passed = milliseconds <= baseline * allowedRatio;
    return { name: `apex ${name}`, milliseconds, baseline, limit: allowedRatio, passed };
  });
}

/** 20,000 lines compiled from nothing, and again with nothing changed. */
export function compileBench(): readonly BenchResult[] {
  const cacheFolder = mkdtempSync(join(tmpdir(), 'apex-bench-'));
  try {
    const input = compileInput(cacheFolder);
    const compile = (): unknown => compileApex(input);
    return [
      timed('compile 20,000 lines cold', time(compile), allowedCold),
      timed('compile 20,000 lines warm', time(compile), allowedWarm)
    ];
  } finally {
    rmSync(cacheFolder, { recursive: true });
  }
}

function timed(name: string, milliseconds: number, limit: number): BenchResult {
  return { name, milliseconds, baseline: undefined, limit, passed: milliseconds <= limit };
}

function compileInput(cacheFolder: string): CompileInput {
  const sources = manyClasses(50).map(({ name, text }) => ({
    path: `${name}.cls`,
    name,
    kind: 'class' as const,
    text
  }));
  return { sources, schema: defaultSchema, natives: testLibrary(testHost()), cacheFolder };
}

/** Milliseconds of the processor, which are the same however busy the machine is with other things. */
function time(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
