import { LightningElement, api } from 'lwc';
import showTable from '@salesforce/label/c.Chart_Show_Table';
import showChart from '@salesforce/label/c.Chart_Show_Chart';
import totalLabel from '@salesforce/label/c.Home_Total';
import type { ListName, ListState } from 'c/pages';
import type { Tone } from 'c/tones';

/** The colour of a part: how its state feels, or its cloud. The word beside it says the same. */
export type PartTone = Tone | 'aws' | 'azure' | 'gcp';

/** Where a part of a chart leads: the records that it counts. */
export interface PartLink {
  readonly list: ListName;
  readonly state: ListState;
}

/** A part of a bar or a column. */
export interface Part {
  readonly label: string;
  readonly value: number;
  readonly tone: PartTone;
  readonly link?: PartLink;
}

/** A bar or a column. */
export interface Stack {
  readonly label: string;
  readonly parts: readonly Part[];
  /** What is said of the whole; its sum when it is left out. */
  readonly total?: string;
}

interface Cell {
  readonly key: string;
  readonly text: string;
  readonly link?: PartLink;
}

interface Row {
  readonly label: string;
  readonly total: string;
  readonly cells: readonly Cell[];
}

const CLOUD_TONES: Readonly<Record<string, PartTone>> = { AWS: 'aws', Azure: 'azure', GCP: 'gcp' };

/** The colour of a cloud in every chart. */
export function cloudTone(cloud: string): PartTone {
  return CLOUD_TONES[cloud] ?? 'plain';
}

export function totalOf({ parts }: Stack): number {
  return parts.reduce((sum, { value }) => sum + value, 0);
}

/** What all charts have in common: a picture (in the slot) with its legend, or the same as a table. */
export default class ChartFrame extends LightningElement {
  /** What the chart is about. */
  @api label = '';
  @api stacks: readonly Stack[] = [];
  /** How a number is written. */
  @api format: (value: number) => string = String;
  isTable = false;
  labels = { totalLabel };

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

  /** Every word that occurs, in the order of the first. */
  get columns(): string[] {
    return [...new Set(this.stacks.flatMap(({ parts }) => parts.map(({ label }) => label)))];
  }

  /** Bars of one part each say themselves what they are. */
  get legend(): { label: string; className: string }[] {
    const tones = new Map(
      this.stacks.flatMap(({ parts }) => parts.map(({ label, tone }) => [label, tone]))
    );
    const isSaid = this.stacks.every(({ label, parts }) =>
      parts.every((part) => part.label === label)
    );
    return isSaid ? [] : [...tones].map(([label, tone]) => ({ label, className: `key ${tone}` }));
  }

  get rows(): Row[] {
    return this.stacks.map((stack) => ({
      label: stack.label,
      total: stack.total ?? this.format(totalOf(stack)),
      cells: this.columns.map((key) => this.cellOf(stack, key))
    }));
  }

  /** Links stand in the table only while it is seen: nobody should tab through what is hidden. */
  cellOf({ parts }: Stack, key: string): Cell {
    const part = parts.find(({ label }) => label === key);
    const cell = { key, text: this.format(part?.value ?? 0) };
    const isLinked = this.isTable && part?.link !== undefined && part.value > 0;
    return isLinked ? { ...cell, link: part.link } : cell;
  }

  switchView(): void {
    this.isTable = !this.isTable;
  }
}
