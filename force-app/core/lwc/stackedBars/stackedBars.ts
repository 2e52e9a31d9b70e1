import { LightningElement, api } from 'lwc';
import showTable from '@salesforce/label/c.Chart_Show_Table';
import showChart from '@salesforce/label/c.Chart_Show_Chart';

/** How a part looks. The word beside it says the same, so colour never speaks alone. */
export type Tone = 'good' | 'waiting' | 'moving' | 'over' | 'bad' | 'plain';

export interface Part {
  readonly label: string;
  readonly value: number;
  readonly tone: Tone;
}

export interface Bar {
  readonly label: string;
  readonly parts: readonly Part[];
}

const HEIGHT = 24;
const WIDTH = 1000;

/** Bars made of parts, as a picture and as a table. */
export default class StackedBars extends LightningElement {
  /** What the chart is about. */
  @api label = '';
  @api bars: readonly Bar[] = [];
  isTable = false;

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

  /** Every word that occurs in a bar, in the order of the first. */
  get columns(): string[] {
    return [...new Set(this.bars.flatMap((bar) => bar.parts.map((part) => part.label)))];
  }

  get rows(): { label: string; total: number; cells: { key: string; value: number }[] }[] {
    return this.bars.map((bar) => ({
      label: bar.label,
      total: totalOf(bar),
      cells: this.columns.map((key) => ({ key, value: valueOf(bar, key) }))
    }));
  }

  get pictures(): object[] {
    const widest = Math.max(1, ...this.bars.map(totalOf));
    return this.bars.map((bar) => ({
      label: bar.label,
      total: totalOf(bar),
      viewBox: `0 0 ${String(WIDTH)} ${String(HEIGHT)}`,
      segments: segmentsOf(bar, WIDTH / widest)
    }));
  }

  get legend(): { label: string; className: string }[] {
    const tones = new Map(
      this.bars.flatMap((bar) => bar.parts.map(({ label, tone }) => [label, tone]))
    );
    return [...tones].map(([label, tone]) => ({ label, className: `key ${tone}` }));
  }

  switchView(): void {
    this.isTable = !this.isTable;
  }
}

function totalOf(bar: Bar): number {
  return bar.parts.reduce((sum, part) => sum + part.value, 0);
}

function valueOf(bar: Bar, label: string): number {
  return bar.parts.find((part) => part.label === label)?.value ?? 0;
}

function segmentsOf(bar: Bar, scale: number): object[] {
  let x = 0;
  return bar.parts.map((part) => {
    const width = part.value * scale;
    const segment = { key: part.label, x, width, className: part.tone, title: titleOf(part) };
    x += width;
    return segment;
  });
}

function titleOf(part: Part): string {
  return `${part.label}: ${String(part.value)}`;
}
