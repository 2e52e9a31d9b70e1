import { Session } from 'node:inspector';
import type { Profiler } from 'node:inspector';
import type { CompiledProgram, CompiledUnit } from '../../apex/load/index.ts';
import type { ClassCoverage } from './types.ts';

/** Lines that ran, by the path of the unit. */
export type CoveredLines = ReadonlyMap<string, readonly number[]>;

/** Watches which Apex lines run in this thread. */
export interface CoverageRecorder {
  /** Lines that have run since the last time it was asked. */
  take(): CoveredLines;
}

/** Starts V8's precise coverage; code that is loaded before it is not seen. */
export function startCoverage(program: CompiledProgram): CoverageRecorder {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const placesOf = remembered(positions);
  return {
    take() {
      let scripts: readonly Profiler.ScriptCoverage[] = [];
      session.post('Profiler.takePreciseCoverage', (_error, { result }) => {
        scripts = result;
      });
      return linesOf(program, scripts, placesOf);
    }
  };
}

function linesOf(
  { units }: CompiledProgram,
  scripts: readonly Profiler.ScriptCoverage[],
  placesOf: PlacesOf
): CoveredLines {
  const byUrl = new Map(scripts.map((script) => [script.url, script]));
  return new Map(
    units.map((unit) => {
      const script = byUrl.get(unit.path);
      return [unit.path, script === undefined ? [] : coveredLines(placesOf(unit), script)];
    })
  );
}

function coveredLines(
  places: readonly CodePosition[],
  { functions }: Profiler.ScriptCoverage
): number[] {
  const ranges = functions.flatMap((each) => each.ranges);
  if (ranges.every(({ count }) => count === 0)) return [];
  const covered = new Set<number>();
  for (const { offset, line } of places) {
    if (!covered.has(line) && countAt(ranges, offset) > 0) covered.add(line);
  }
  return [...covered].sort((a, b) => a - b);
}

/** The count of the innermost range around an offset. */
function countAt(ranges: readonly Profiler.CoverageRange[], offset: number): number {
  let best: Profiler.CoverageRange | undefined;
  for (const range of ranges) {
    if (range.startOffset > offset || range.endOffset <= offset) continue;
    if (best === undefined || size(range) <= size(best)) best = range;
  }
  return best?.count ?? 0;
}

function size({ startOffset, endOffset }: Profiler.CoverageRange): number {
  return endOffset - startOffset;
}

interface CodePosition {
  /** In the emitted code. */
  readonly offset: number;
  /** In the Apex source, from 1. */
  readonly line: number;
}

type PlacesOf = (unit: CompiledUnit) => readonly CodePosition[];

function remembered(find: PlacesOf): PlacesOf {
  const known = new Map<CompiledUnit, readonly CodePosition[]>();
  return (unit) => {
    const places = known.get(unit) ?? find(unit);
    known.set(unit, places);
    return places;
  };
}

/** Every mapped place of the emitted code: https://tc39.es/ecma426/ */
function positions({ code, map }: CompiledUnit): CodePosition[] {
  const starts = lineStarts(code);
  const found: CodePosition[] = [];
  let source = 0;
  map.mappings.split(';').forEach((segments, row) => {
    let column = 0;
    for (const segment of segments.split(',').filter((each) => each !== '')) {
      const [columnStep = 0, , lineStep = 0] = decode(segment);
      column += columnStep;
      source += lineStep;
      found.push({ offset: (starts[row] ?? 0) + column, line: source + 1 });
    }
  });
  return found;
}

function lineStarts(code: string): number[] {
  const starts = [0];
  for (let index = code.indexOf('\n'); index >= 0; index = code.indexOf('\n', index + 1)) {
    starts.push(index + 1);
  }
  return starts;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The numbers of a base-64 VLQ segment. */
function decode(segment: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const character of segment) {
    const digit = digits.indexOf(character);
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit >= 32) continue;
    numbers.push((value & 1) === 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}

/** Coverage by class and trigger, test classes left out, of everything that several threads have run. */
export function mergeCoverage(
  { units }: CompiledProgram,
  parts: readonly CoveredLines[],
  isTest: (name: string) => boolean
): ClassCoverage[] {
  return units
    .filter(({ name, kind }) => kind !== 'anonymous' && !isTest(name))
    .map(({ name, path, coverableLines }) => {
      const ran = new Set(parts.flatMap((part) => part.get(path) ?? []));
      return {
        name,
        path,
        covered: coverableLines.filter((line) => ran.has(line)),
        uncovered: coverableLines.filter((line) => !ran.has(line))
      };
    });
}
