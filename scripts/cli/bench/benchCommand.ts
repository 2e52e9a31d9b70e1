import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runApexBench } from '../../apex/bench/index.ts';
import { benchDml } from '../../org/bench-dml.ts';
import { dataBenchmarks } from '../../org/bench-data.ts';
import { exitCodes, preciseClock } from '../../shared/index.ts';
import { localFolder } from '../tools/index.ts';
import type { BenchLine } from './benchLine.ts';
import { orgBench } from './orgBench.ts';
import { restBench } from './restBench.ts';
import { screenBench } from './screenBench.ts';

type Group = () => readonly BenchLine[] | Promise<readonly BenchLine[]>;

const groups: readonly Group[] = [
  runApexBench,
  () =>
    dataBenchmarks.map((run) => {
      const { name, ours, byHand, limit } = run();
      return { name, milliseconds: ours, baseline: byHand, limit };
    }),
  () => {
    const { rows, dml, handWritten } = benchDml(10_000, preciseClock);
    const name = `DML insert of ${rows.toLocaleString('en')} rows`;
    return [{ name, milliseconds: dml, baseline: handWritten, limit: 4 }];
  },
  orgBench,
  restBench,
  screenBench
];

/**
 * Runs the benchmarks, prints a table and keeps it as JSON under `.local/bench`.
 *
 * @returns 0 when every figure is within its limit, else 1
 */
export async function bench(): Promise<number> {
  const lines: BenchLine[] = [];
  for (const run of groups) lines.push(...(await run()));
  process.stdout.write(`${table(lines)}\n`);
  const folder = join(localFolder, 'bench');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'bench.json'), JSON.stringify(lines, undefined, 2));
  return lines.every(isWithinLimit) ? exitCodes.success : exitCodes.failure;
}

function measured({ milliseconds, baseline }: BenchLine): number {
  return baseline === undefined ? milliseconds : milliseconds / baseline;
}

function isWithinLimit(line: BenchLine): boolean {
  return measured(line) <= line.limit;
}

function table(lines: readonly BenchLine[]): string {
  const rows = [
    ['what', 'ours', 'by hand', 'result', 'limit', ''],
    ...lines.map((line) => [
      line.name,
      `${line.milliseconds.toFixed(1)} ${line.unit ?? 'ms'}`,
      line.baseline === undefined ? '' : `${line.baseline.toFixed(1)} ${line.unit ?? 'ms'}`,
      figure(line, measured(line)),
      figure(line, line.limit),
      isWithinLimit(line) ? '' : 'too slow'
    ])
  ];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0))
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()
    )
    .join('\n');
}

function figure({ baseline, unit = 'ms' }: BenchLine, value: number): string {
  return baseline === undefined ? `${value.toFixed(0)} ${unit}` : `${value.toFixed(2)}x`;
}
