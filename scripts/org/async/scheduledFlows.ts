import type { FlowSchedule } from '../flow/index.ts';
import { timeOf as instantOf } from '../../shared/index.ts';
import type { Store } from '../store/types.ts';
import { jobQueue } from './queue.ts';

/** A flow that its start element schedules. */
export interface ScheduledFlow {
  readonly name: string;
  readonly schedule: FlowSchedule;
}

interface Place {
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The org's time zone, IANA name. */
  readonly timeZone: string;
  readonly userId: string;
}

const day = 24 * 60 * 60_000;
/** Days between two runs; others run once. */
const periods: Readonly<Record<string, number>> = { Daily: 1, Weekdays: 1, Weekly: 7 };

/** The first time after `after` at which a flow is to run; undefined: never again. */
export function nextFlowTime(
  schedule: FlowSchedule,
  after: number,
  timeZone: string
): number | undefined {
  const { frequency } = schedule;
  const period = periods[frequency];
  if (period === undefined) return [timeOf(schedule, 0, timeZone)].find((time) => time > after);
  const first = Math.max(0, Math.floor((after - timeOf(schedule, 0, timeZone)) / (period * day)));
  const steps = Array.from({ length: 8 }, (_unused, index) => (first + index) * period);
  return steps
    .filter((offset) => frequency !== 'Weekdays' || isWeekday(schedule, offset))
    .map((offset) => timeOf(schedule, offset, timeZone))
    .find((time) => time > after);
}

/** When the flow would run `offset` days after its start. */
function timeOf({ startDate, startTime }: FlowSchedule, offset: number, timeZone: string): number {
  const [year = 1970, month = 1, date = 1] = startDate.split('-').map(Number);
  const [hour = 0, minute = 0] = startTime.split(':').map(Number);
  return instantOf(timeZone, {
    year,
    month,
    day: date + offset,
    hour,
    minute,
    second: 0,
    millisecond: 0
  });
}

function isWeekday({ startDate }: FlowSchedule, offset: number): boolean {
  const weekday = new Date(Date.parse(startDate) + offset * day).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** Brings the queue up to the flows that the project schedules now; the caller commits. */
export function syncScheduledFlows(flows: readonly ScheduledFlow[], place: Place): void {
  const queue = jobQueue(place.store);
  const queued = queue.waiting().filter(({ kind }) => kind === 'scheduledFlow');
  const keys = new Set(flows.map(keyOf));
  for (const { id, payload } of queued) if (!keys.has(payload)) queue.remove(id);
  const known = new Set(queued.map(({ payload }) => payload));
  for (const flow of flows) {
    const runAt = nextFlowTime(flow.schedule, place.now, place.timeZone);
    if (runAt !== undefined && !known.has(keyOf(flow))) queue.add(newJob(flow, runAt, place));
  }
}

/** A changed schedule is another entry. */
function keyOf({ name, schedule }: ScheduledFlow): string {
  return JSON.stringify({ name, schedule });
}

function newJob(flow: ScheduledFlow, runAt: number, { userId }: Place) {
  return {
    kind: 'scheduledFlow',
    jobId: undefined,
    triggerId: undefined,
    userId,
    runAt,
    depth: 1,
    maximumDepth: undefined,
    signature: undefined,
    payload: keyOf(flow)
  } as const;
}
