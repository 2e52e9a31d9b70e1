import { exitCodes } from '../../shared/index.ts';
import { countTodos, metricRows } from './table.ts';

/** Prints what of our style can be counted. */
export function metrics(): number {
  const rows = [...metricRows(), ['TODO marks', String(countTodos())] as const];
  const width = Math.max(...rows.map(([aspect]) => aspect.length));
  const lines = rows.map(([aspect, value]) => `${aspect.padEnd(width)}  ${value}`);
  process.stdout.write(`${lines.join('\n')}\n`);
  return exitCodes.success;
}
