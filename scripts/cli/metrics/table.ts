import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { findFiles, projectFolder } from '../tools/index.ts';
import { measureApex } from './apexMetrics.ts';
import type { ApexFile } from './apexMetrics.ts';
import { median, quantile, sum } from './statistics.ts';
import { measureTypeScript } from './typeScriptMetrics.ts';
import type { TypeScriptFile } from './typeScriptMetrics.ts';

/** One line of the style table: what is measured, and what it is. */
export type MetricRow = readonly [aspect: string, value: string];

/** Everything about our style that can be counted. */
export function metricRows(): MetricRow[] {
  const apex = measureApex();
  const production = apex.filter(({ isTest }) => !isTest);
  const tests = apex.filter(({ isTest }) => isTest);
  return [
    ...apexShape(production),
    ...apexSafety(production),
    ...testShape(tests),
    ...typeScriptShape(measureTypeScript('scripts/**/*.ts')),
    ...componentShape(measureTypeScript('force-app/**/lwc/*/*.ts'))
  ];
}

function apexShape(files: readonly ApexFile[]): MetricRow[] {
  const lines = files.map((file) => file.lines);
  const methods = files.flatMap(({ methodLines }) => methodLines);
  const parameters = files.flatMap(({ parameterCounts }) => parameterCounts);
  const short = methods.filter((length) => length <= 10).length;
  return [
    ['Apex lines/file, median · max', `${String(median(lines))} · ${String(Math.max(...lines))}`],
    ['Apex lines/method, median · p90 · max', spread(methods)],
    ['Apex methods <= 10 lines', percent(short, methods.length)],
    [
      'Apex parameters, p90 · max',
      `${String(quantile(parameters, 0.9))} · ${String(Math.max(...parameters))}`
    ],
    ['Apex comment lines', percent(sum(files.map(({ commentLines }) => commentLines)), sum(lines))]
  ];
}

function apexSafety(files: readonly ApexFile[]): MetricRow[] {
  const count = (pattern: RegExp): number =>
    sum(files.map(({ text }) => [...text.matchAll(pattern)].length));
  const queries = count(/\[\s*SELECT\b/gi);
  const userMode = count(/WITH\s+USER_MODE/gi);
  const dml = count(/^\s*(insert|update|upsert|delete|undelete)\s+(?!as\b)\w/gim);
  return [
    [
      'Sharing declared',
      percent(files.filter((file) => file.declaresSharing).length, files.length)
    ],
    ['Inline queries in user mode', `${String(userMode)} of ${String(queries)}`],
    ['DML statements without "as user"', String(dml)],
    [
      'Test.isRunningTest · System.debug',
      `${String(count(/isRunningTest/g))} · ${String(count(/System\.debug/g))}`
    ],
    [
      'catch (Exception) · empty catch',
      `${String(count(/catch\s*\(\s*Exception\b/g))} · ${String(count(/catch\s*\([^)]*\)\s*\{\s*\}/g))}`
    ],
    ['@SuppressWarnings', String(count(/@SuppressWarnings/gi))],
    ['Http.send call sites', String(count(/new Http\(\)\.send/g))]
  ];
}

function testShape(files: readonly ApexFile[]): MetricRow[] {
  const lines = files.flatMap(({ testLines }) => testLines);
  const names = files.flatMap(({ testNames }) => testNames);
  const sentences = names.filter((name) => /^should[A-Z]/.test(name)).length;
  return [
    ['Apex tests', String(names.length)],
    ['Test lines, median · max', `${String(median(lines))} · ${String(Math.max(...lines))}`],
    ['Test names are sentences', percent(sentences, names.length)]
  ];
}

function typeScriptShape(files: readonly TypeScriptFile[]): MetricRow[] {
  const lines = files.map((file) => file.lines);
  const perThousand = (count: number): string => ((count * 1000) / sum(lines)).toFixed(1);
  const total = (pick: (file: TypeScriptFile) => number): number => sum(files.map(pick));
  return [
    ['TS files · lines', `${String(files.length)} · ${String(sum(lines))}`],
    ['TS lines/file, median · max', `${String(median(lines))} · ${String(Math.max(...lines))}`],
    [
      'TS lines/function, median · p90 · max',
      spread(files.flatMap(({ functionLines }) => functionLines))
    ],
    [
      'any · ! · as per 1,000 TS lines',
      [
        perThousand(total(({ anyTypes }) => anyTypes)),
        perThousand(total(({ nonNullAssertions }) => nonNullAssertions)),
        perThousand(total(({ casts }) => casts))
      ].join(' · ')
    ],
    [
      'TS comment lines',
      percent(
        total(({ commentLines }) => commentLines),
        sum(lines)
      )
    ],
    ['Module-level let', String(total(({ moduleVariables }) => moduleVariables))]
  ];
}

function componentShape(files: readonly TypeScriptFile[]): MetricRow[] {
  const lines = files.map((file) => file.lines);
  const folders = files.map(({ path }) => dirname(path));
  const tested = folders.filter((folder) => testText(folder) !== '');
  const accessible = folders.filter((folder) => testText(folder).includes('toBeAccessible'));
  return [
    [
      'LWC lines/component, median · p90',
      `${String(median(lines))} · ${String(quantile(lines, 0.9))}`
    ],
    [
      'LWC with behaviour test · a11y test',
      `${String(tested.length)} · ${String(accessible.length)} of ${String(folders.length)}`
    ]
  ];
}

function testText(folder: string): string {
  const file = join(projectFolder, folder, '__tests__', `${basename(folder)}.test.ts`);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function spread(numbers: readonly number[]): string {
  return [median(numbers), quantile(numbers, 0.9), Math.max(...numbers)].map(String).join(' · ');
}

function percent(part: number, whole: number): string {
  return `${((part * 100) / Math.max(whole, 1)).toFixed(0)} %`;
}

/** How many TODO marks stand in the source. */
export function countTodos(): number {
  const files = findFiles('{scripts,force-app}/**/*.{ts,cls,html,js}');
  return sum(files.map((file) => [...read(file).matchAll(/\/[/*].*\b(TODO|FIXME)\b/g)].length));
}

function read(file: string): string {
  return readFileSync(join(projectFolder, file), 'utf8');
}
