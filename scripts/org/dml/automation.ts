import type { TriggerEvent } from '../../apex/index.ts';
import type { DmlContext, SaveKind } from './ports.ts';
import { TriggerFailure } from './ports.ts';
import { problem, shortId } from './problem.ts';
import { sound } from './work.ts';
import type { WorkRecord } from './work.ts';

/** Saves inside saves: the platform stops at this depth. */
const maximumDepth = 16;

type TriggerKind = SaveKind | 'undelete';

/** Would triggers or flows run when records of `object` are saved this way? */
export function isAutomated(context: DmlContext, object: string, kind: TriggerKind): boolean {
  return (
    hasBefore(context, object, kind) ||
    handles(context, object, `after ${kind}`) ||
    (kind !== 'undelete' && (context.flows?.handles(object, 'after', kind) ?? false))
  );
}

/** Would anything run before the save? */
export function hasBefore(context: DmlContext, object: string, kind: TriggerKind): boolean {
  if (kind === 'undelete') return false;
  return (
    (context.flows?.handles(object, 'before', kind) ?? false) ||
    handles(context, object, `before ${kind}`)
  );
}

function handles(context: DmlContext, object: string, event: TriggerEvent): boolean {
  return context.triggers?.handles(object, event) ?? false;
}

/** Before-save flows, then before triggers (steps 4 and 5). */
export function runBefore(
  context: DmlContext,
  kind: SaveKind,
  records: readonly WorkRecord[]
): void {
  runFlows(context, { moment: 'before', kind }, records);
  runTriggers(context, `before ${kind}`, records);
}

/** After triggers, over records that are saved. */
export function runAfter(
  context: DmlContext,
  kind: TriggerKind,
  records: readonly WorkRecord[]
): void {
  runTriggers(context, `after ${kind}`, records);
}

/** Record-triggered flows that run after the save. */
export function runAfterFlows(
  context: DmlContext,
  kind: SaveKind,
  records: readonly WorkRecord[]
): void {
  runFlows(context, { moment: 'after', kind }, records);
}

interface FlowMoment {
  readonly moment: 'before' | 'after';
  readonly kind: SaveKind;
}

function runFlows(
  context: DmlContext,
  { moment, kind }: FlowMoment,
  records: readonly WorkRecord[]
): void {
  const { flows } = context;
  const living = sound(records);
  const object = living[0]?.object;
  if (object === undefined || !flows?.handles(object, moment, kind)) return;
  guarded(living, () => flows.run(moment, kind, living));
}

function runTriggers(
  context: DmlContext,
  event: TriggerEvent,
  records: readonly WorkRecord[]
): void {
  const { triggers } = context;
  const living = sound(records);
  const object = living[0]?.object;
  if (object === undefined || !triggers?.handles(object, event)) return;
  guarded(living, () =>
    nested(context, stackLine(event, living), () => triggers.run(event, object, living))
  );
}

/** An exception that leaves a trigger marks all records of the chunk. */
function guarded(records: readonly WorkRecord[], run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof TriggerFailure)) throw error;
    for (const record of records) record.errors.push(problem(error.statusCode, error.message));
  }
}

function nested(context: DmlContext, line: string, run: () => void): void {
  const { stack } = context.transaction;
  if (stack.length >= maximumDepth) {
    throw new TriggerFailure(`maximum trigger depth exceeded\n${[...stack, line].join('\n')}`);
  }
  stack.push(line);
  try {
    run();
  } finally {
    stack.pop();
  }
}

/** `Account trigger event AfterUpdate for [001000000000001]` */
function stackLine(event: TriggerEvent, records: readonly WorkRecord[]): string {
  const [first] = records;
  const name = event.replace(/(?:^| )(\w)/g, (_, letter: string) => letter.toUpperCase());
  const ids = records.flatMap(({ id }) => (id === undefined ? [] : [shortId(id)]));
  const list = ids.length === 0 ? 'new' : ids.slice(0, 10).join(', ');
  return `${first?.object} trigger event ${name} for [${list}]`;
}
