import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { totalOf } from 'c/chartFrame';
import type { Part, PartLink, Stack } from 'c/chartFrame';
import { listPage } from 'c/pages';

interface Segment {
  readonly key: string;
  readonly x: string;
  readonly width: string;
  readonly middle: string;
  readonly className: string;
  readonly title: string;
  readonly text: string;
}

interface Picture {
  readonly label: string;
  readonly total: string;
  readonly segments: readonly Segment[];
}

/** A number fits into a part of at least this share of the widest bar. */
const LEAST_FOR_TEXT = 6;

/** Bars made of parts, as a picture and as a table; a part leads to the records that it counts. */
export default class StackedBars extends NavigationMixin(LightningElement) {
  /** What the chart is about. */
  @api label = '';
  @api bars: readonly Stack[] = [];

  get pictures(): Picture[] {
    const widest = Math.max(1, ...this.bars.map(totalOf));
    return this.bars.map((bar) => ({
      label: bar.label,
      total: bar.total ?? String(totalOf(bar)),
      segments: segmentsOf(bar, 100 / widest)
    }));
  }

  /** Words need more room than numbers; all bars leave the same, so that their lengths compare. */
  get totalClass(): string {
    return this.bars.some(({ total }) => total !== undefined) ? 'total words' : 'total';
  }

  /** The picture is for the eye and the mouse; the table has the same links for everyone. */
  follow(event: Event): void {
    const { bar, part } = (event.currentTarget as SVGElement).dataset;
    const link = this.linkOf(bar, part);
    if (link !== undefined) this[NavigationMixin.Navigate](listPage(link.list, link.state));
  }

  linkOf(bar: string | undefined, part: string | undefined): PartLink | undefined {
    return this.bars.find(({ label }) => label === bar)?.parts.find(({ label }) => label === part)
      ?.link;
  }
}

function segmentsOf(bar: Stack, scale: number): Segment[] {
  let x = 0;
  return bar.parts.map((part) => {
    const width = part.value * scale;
    const segment = segmentOf(part, x, width);
    x += width;
    return segment;
  });
}

function segmentOf(part: Part, x: number, width: number): Segment {
  return {
    key: part.label,
    x: percent(x),
    width: percent(width),
    middle: percent(x + width / 2),
    className: part.link === undefined ? part.tone : `${part.tone} leads`,
    title: `${part.label}: ${String(part.value)}`,
    text: width < LEAST_FOR_TEXT ? '' : String(part.value)
  };
}

function percent(value: number): string {
  return `${String(value)}%`;
}
