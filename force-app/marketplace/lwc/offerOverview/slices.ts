import type { Part, Stack } from 'c/chartFrame';
import { toneOf } from 'c/tones';

/** Offers of one cloud in one status, as Apex counts them. */
export interface Slice {
  readonly cloud?: string | null;
  readonly status?: string | null;
  readonly offers: number;
}

/** In the order in which an offer lives. */
const STATES = [
  'Draft',
  'Publishing',
  'Pending Acceptance',
  'Accepted',
  'Expired',
  'Cancelled',
  'Ended',
  'Failed',
  'Unknown'
];
const CLOUDS = ['AWS', 'Azure', 'GCP'];

function countOf(slices: readonly Slice[], status: string): number {
  return slices
    .filter((slice) => slice.status === status)
    .reduce((sum, slice) => sum + slice.offers, 0);
}

/** A bar for each cloud that has offers, its parts in the order of an offer's life. */
export function barsOf(slices: readonly Slice[]): Stack[] {
  return CLOUDS.map((label) => ({
    label,
    parts: partsOf(slices, label)
  })).filter((bar) => bar.parts.length > 0);
}

function partsOf(slices: readonly Slice[], cloud: string): Part[] {
  const own = slices.filter((slice) => slice.cloud === cloud);
  return STATES.map((status) => ({
    label: status,
    value: countOf(own, status),
    tone: toneOf(status),
    link: { list: 'offers' as const, state: { view: 'all', cloud, status } }
  })).filter((part) => part.value > 0);
}
