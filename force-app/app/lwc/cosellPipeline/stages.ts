import { cloudTone } from 'c/chartFrame';
import type { Part, Stack } from 'c/chartFrame';
import { shortMoney } from 'c/format';
import { toneOf } from 'c/tones';

/** Open deals of one cloud in one stage, as Apex counts them. */
export interface Stage {
  readonly cloud?: string | null;
  readonly stage?: string | null;
  readonly records: number;
  /** US dollars a month. */
  readonly monthly?: number | null;
}

/** AWS names its stages; Microsoft says how likely the deal is. */
const STAGES: readonly (readonly [aws: string, azure: string])[] = [
  ['Prospect', '10%'],
  ['Qualified', '20%'],
  ['Technical Validation', '40%'],
  ['Business Validation', '60%'],
  ['Committed', '80%']
];
const CLOUDS = ['AWS', 'Azure', 'GCP'];
const STATES = ['Draft', 'Invited', 'Submitted', 'In Review', 'Action Required', 'Approved', 'Won'];

/** A bar for each stage on the way to a signed deal, its parts by cloud, with what AWS expects a month. */
export function pipelineOf(stages: readonly Stage[], perMonth: string): Stack[] {
  return STAGES.map(([aws, azure]) => {
    const own = stages.filter(({ stage }) => stage === aws || stage === azure);
    const monthly = own.reduce((sum, { monthly: value }) => sum + (value ?? 0), 0);
    const total = monthly > 0 ? `${shortMoney(monthly, 'USD')} ${perMonth}` : '';
    return { label: aws, parts: partsOf(own), total };
  });
}

function partsOf(stages: readonly Stage[]): Part[] {
  return CLOUDS.map((cloud) => {
    const own = stages.filter((each) => each.cloud === cloud);
    const state = { view: 'open', cloud, stage: own[0]?.stage ?? '' };
    return {
      label: cloud,
      value: own.reduce((sum, { records }) => sum + records, 0),
      tone: cloudTone(cloud),
      link: { list: 'cosell' as const, state }
    };
  }).filter(({ value }) => value > 0);
}

/** A bar for each state on the way, as long as there are deals in it. */
export function funnelOf(states: Readonly<Record<string, number>>): Stack[] {
  return STATES.map((status) => ({
    label: status,
    parts: [
      {
        label: status,
        value: states[status] ?? 0,
        tone: toneOf(status),
        link: { list: 'cosell' as const, state: { view: 'all', status } }
      }
    ].filter(({ value }) => value > 0)
  }));
}
