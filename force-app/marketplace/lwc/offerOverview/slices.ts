import type { Bar, Tone } from 'c/stackedBars';

/** Offers of one cloud in one status, as Apex counts them. */
export interface Slice {
  readonly cloud?: string | null;
  readonly status?: string | null;
  readonly offers: number;
}

/** In the order in which an offer lives. */
const TONES: Readonly<Record<string, Tone>> = {
  Draft: 'plain',
  Publishing: 'moving',
  'Pending Acceptance': 'waiting',
  Accepted: 'good',
  Expired: 'over',
  Cancelled: 'over',
  Ended: 'over',
  Failed: 'bad',
  Unknown: 'plain'
};
const CLOUDS = ['AWS', 'Azure', 'GCP'];

function countOf(slices: readonly Slice[], status: string): number {
  return slices
    .filter((slice) => slice.status === status)
    .reduce((sum, slice) => sum + slice.offers, 0);
}

/** A bar for each cloud that has offers, its parts in the order of an offer's life. */
export function barsOf(slices: readonly Slice[]): Bar[] {
  return CLOUDS.map((label) => ({
    label,
    parts: partsOf(slices.filter((slice) => slice.cloud === label))
  })).filter((bar) => bar.parts.length > 0);
}

function partsOf(slices: readonly Slice[]): Bar['parts'] {
  return Object.entries(TONES)
    .map(([label, tone]) => ({ label, value: countOf(slices, label), tone }))
    .filter((part) => part.value > 0);
}
