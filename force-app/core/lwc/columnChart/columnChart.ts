import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import locale from '@salesforce/i18n/locale';
import { totalOf } from 'c/chartFrame';
import type { Stack } from 'c/chartFrame';
import { shortMoney } from 'c/format';
import { listPage } from 'c/pages';

interface Segment {
  readonly key: string;
  readonly className: string;
  readonly y: number;
  readonly height: number;
  readonly title: string;
}

interface Picture {
  readonly label: string;
  readonly segments: readonly Segment[];
  readonly x: number;
  readonly middle: number;
  readonly totalY: number;
  readonly labelY: number;
  readonly total: string;
}

const WIDTH = 44;
const BAR = 28;
const HEIGHT = 150;
const TOP = 20;
const BOTTOM = 22;

/** Amounts over time as columns made of parts, as a picture and as a table. */
export default class ColumnChart extends NavigationMixin(LightningElement) {
  /** What the chart is about. */
  @api label = '';
  /** The same parts in the same order in every column; zero where there is nothing. */
  @api columns: readonly Stack[] = [];
  format = whole;

  get viewBox(): string {
    const width = Math.max(1, this.columns.length) * WIDTH;
    return `0 0 ${String(width)} ${String(TOP + HEIGHT + BOTTOM)}`;
  }

  get pictures(): Picture[] {
    const highest = Math.max(1, ...this.columns.map(totalOf));
    return this.columns.map((column, index) => {
      const segments = segmentsOf(column, HEIGHT / highest);
      const top = Math.min(TOP + HEIGHT, ...segments.map(({ y }) => y));
      return {
        label: column.label,
        segments,
        x: index * WIDTH + (WIDTH - BAR) / 2,
        middle: index * WIDTH + WIDTH / 2,
        totalY: top - 6,
        labelY: TOP + HEIGHT + 16,
        total: totalOf(column) > 0 ? shortMoney(totalOf(column)) : ''
      };
    });
  }

  /** The picture is for the eye and the mouse; the table has the same links for everyone. */
  follow(event: Event): void {
    const { column, part } = (event.currentTarget as SVGElement).dataset;
    const link = this.columns
      .find(({ label }) => label === column)
      ?.parts.find(({ label }) => label === part)?.link;
    if (link !== undefined) this[NavigationMixin.Navigate](listPage(link.list, link.state));
  }
}

/** From the bottom up, each part as high as its share; parts of nothing are not drawn. */
function segmentsOf({ label, parts }: Stack, scale: number): Segment[] {
  let y = TOP + HEIGHT;
  return parts
    .map((part) => {
      const height = part.value * scale;
      y -= height;
      const title = `${label}, ${part.label}: ${whole(part.value)}`;
      const className = part.link === undefined ? part.tone : `${part.tone} leads`;
      return { key: part.label, className, y, height, title };
    })
    .filter(({ height }) => height > 0);
}

function whole(value: number): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(value);
}
