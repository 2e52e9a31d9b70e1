import { LightningElement, api } from 'lwc';
import locale from '@salesforce/i18n/locale';
import showTable from '@salesforce/label/c.Chart_Show_Table';
import showChart from '@salesforce/label/c.Chart_Show_Chart';
import total from '@salesforce/label/c.Home_Total';

export interface Part {
  readonly label: string;
  readonly value: number;
}

export interface Column {
  readonly label: string;
  /** The same labels in the same order in every column; zero where there is nothing. */
  readonly parts: readonly Part[];
}

interface Segment {
  readonly key: string;
  readonly className: string;
  readonly y: number;
  readonly height: number;
  readonly title: string;
}

const WIDTH = 44;
const BAR = 28;
const HEIGHT = 150;
const TOP = 20;
const BOTTOM = 22;
const TONES = 5;

/** Amounts over time as columns made of parts, as a picture and as a table. */
export default class ColumnChart extends LightningElement {
  /** What the chart is about. */
  @api label = '';
  @api columns: readonly Column[] = [];
  isTable = false;
  labels = { total };

  get isPicture(): boolean {
    return !this.isTable;
  }

  get switchLabel(): string {
    return this.isTable ? showChart : showTable;
  }

  /** The table is always there for screen readers; hidden, it must not widen the page. */
  get tableBox(): string {
    return this.isTable ? 'slds-scrollable_x' : 'slds-assistive-text';
  }

  /** What scrolls must be reachable with the keyboard. */
  get tableTab(): number {
    return this.isTable ? 0 : -1;
  }

  get names(): string[] {
    return this.columns[0]?.parts.map((part) => part.label) ?? [];
  }

  get legend(): { label: string; className: string }[] {
    return this.names.map((label, index) => ({ label, className: `key ${toneOf(index)}` }));
  }

  get rows(): { label: string; total: string; cells: { key: string; text: string }[] }[] {
    return this.columns.map((column) => ({
      label: column.label,
      total: whole(totalOf(column)),
      cells: column.parts.map((part) => ({ key: part.label, text: whole(part.value) }))
    }));
  }

  get viewBox(): string {
    const width = Math.max(1, this.columns.length) * WIDTH;
    return `0 0 ${String(width)} ${String(TOP + HEIGHT + BOTTOM)}`;
  }

  get pictures(): object[] {
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
        total: totalOf(column) > 0 ? short(totalOf(column)) : ''
      };
    });
  }

  switchView(): void {
    this.isTable = !this.isTable;
  }
}

function totalOf(column: Column): number {
  return column.parts.reduce((sum, part) => sum + part.value, 0);
}

function toneOf(index: number): string {
  return `tone-${String(index % TONES)}`;
}

/** From the bottom up, each part as high as its share; parts of nothing are not drawn. */
function segmentsOf(column: Column, scale: number): Segment[] {
  let y = TOP + HEIGHT;
  return column.parts
    .map((part, index) => {
      const height = part.value * scale;
      y -= height;
      const title = `${column.label}, ${part.label}: ${whole(part.value)}`;
      return { key: part.label, className: toneOf(index), y, height, title };
    })
    .filter(({ height }) => height > 0);
}

function whole(value: number): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(value);
}

function short(value: number): string {
  const options = { notation: 'compact', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale, options).format(value);
}
