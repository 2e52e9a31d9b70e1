import { coveredPercent } from './types.ts';
import type { ClassCoverage, TestOutcome, TestRun } from './types.ts';

/** The one JSON object of `npm run org -- test --json`. */
export function jsonReport({ summary, tests, compileErrors }: TestRun): string {
  const withoutLog = (key: string, value: unknown): unknown => (key === 'log' ? undefined : value);
  return JSON.stringify({ summary, tests, compileErrors }, withoutLog);
}

/** For people: what failed and why, coverage by class, the totals last. */
export function textReport(run: TestRun): string {
  const { compileErrors, tests, coverage, summary } = run;
  const { passed, failed, skipped, durationMs } = summary;
  const skippedText = skipped === 0 ? '' : `, ${skipped} skipped`;
  return [
    ...compileErrors.map(
      ({ file, line, column, message }) => `${file}:${line}:${column} ${message}`
    ),
    ...tests.filter(({ outcome }) => outcome !== 'Pass').map(failureText),
    ...(coverage.length === 0 ? [] : [coverageText(coverage)]),
    `${passed} passed, ${failed} failed${skippedText} (${(durationMs / 1000).toFixed(1)} s)`
  ].join('\n');
}

function failureText(test: TestOutcome): string {
  const lines = [
    `✗ ${test.class}.${test.method}`,
    ...indented(test.message),
    ...indented(test.stack)
  ];
  const log = test.log === null ? [] : ['  Log:', ...indented(test.log)];
  return [...lines, ...log, ''].join('\n');
}

function indented(text: string | null): string[] {
  if (text === null || text === '') return [];
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`);
}

function coverageText(coverage: readonly ClassCoverage[]): string {
  const width = Math.max(...coverage.map(({ name }) => name.length));
  const rows = coverage.map((each) => {
    const percent = `${coveredPercent([each])}%`.padStart(6);
    const missing = each.uncovered.length === 0 ? '' : `  ${lineRanges(each.uncovered)}`;
    return `${each.name.padEnd(width)} ${percent}${missing}`;
  });
  return [
    ...rows,
    `${'Total'.padEnd(width)} ${`${coveredPercent(coverage)}%`.padStart(6)}`,
    ''
  ].join('\n');
}

/** `3-5, 9` */
export function lineRanges(lines: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === line - 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}

/** JUnit XML, as CI servers read it. */
export function junitReport({ summary, tests }: TestRun): string {
  const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(3);
  const cases = tests.map((test) => {
    const { class: className, method, durationMs, outcome } = test;
    const name = `classname="${escape(className)}" name="${escape(method)}"`;
    const head = `    <testcase ${name} time="${seconds(durationMs)}"`;
    if (outcome === 'Pass') return `${head}/>`;
    if (outcome === 'Skip') return `${head}>\n      <skipped/>\n    </testcase>`;
    const message = escape(test.message ?? '');
    const stack = escape(test.stack ?? '');
    return `${head}>\n      <failure message="${message}">${stack}</failure>\n    </testcase>`;
  });
  const { passed, failed, skipped, durationMs } = summary;
  const counts = `tests="${passed + failed + skipped}" failures="${failed}" skipped="${skipped}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    `  <testsuite name="Apex" ${counts} errors="0" time="${seconds(durationMs)}">`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    ''
  ].join('\n');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;'
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"\n]/g, (character) => entities[character] ?? character);
}
