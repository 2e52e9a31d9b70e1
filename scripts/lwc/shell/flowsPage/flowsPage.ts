import { LightningElement } from 'lwc';
import { callOrg } from 'local/api';
import { outputValue } from './outputValue.ts';
import type { OutputValue } from './outputValue.ts';

interface Parameter {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly type: string;
  readonly required: boolean;
}

interface Entry {
  readonly kind: 'action' | 'flow';
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly note: string;
  readonly isRunnable: boolean;
  readonly inputs: readonly Parameter[];
  readonly outputs: readonly Parameter[];
}

interface Run {
  readonly isSuccess: boolean;
  readonly errors: readonly string[];
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly limits: readonly {
    readonly name: string;
    readonly used: number;
    readonly most: number;
  }[];
}

interface Group {
  readonly title: string;
  readonly items: readonly {
    readonly key: string;
    readonly label: string;
    readonly current: string;
  }[];
}

interface Field extends Parameter {
  readonly help: string;
  readonly value: string;
  readonly isBoolean: boolean;
  readonly isLong: boolean;
  readonly options: readonly { readonly label: string; readonly value: string }[];
}

interface Output {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly value: OutputValue;
}

const yesNo = [
  { label: '–', value: '' },
  { label: 'True', value: 'true' },
  { label: 'False', value: 'false' }
];

/** What flows of the package call, with its documentation, and a way to run it once. */
export default class ShellFlowsPage extends LightningElement {
  entries: readonly Entry[] | undefined;
  chosen = '';
  search = '';
  inputs: Readonly<Record<string, string>> = {};
  run: Run | undefined;
  problem = '';
  isRunning = false;

  override connectedCallback(): void {
    document.title = 'Flows';
    void this.load();
  }

  get isLoading(): boolean {
    return this.entries === undefined && this.problem === '';
  }

  get groups(): Group[] {
    const group = (title: string, kind: Entry['kind']): Group => ({
      title,
      items: this.found
        .filter((entry) => entry.kind === kind)
        .map((entry) => ({
          key: keyOf(entry),
          label: entry.label,
          current: String(keyOf(entry) === this.chosen)
        }))
    });
    return [group('Actions', 'action'), group('Flows', 'flow')].filter(
      ({ items }) => items.length > 0
    );
  }

  get found(): readonly Entry[] {
    const words = this.search.trim().toLowerCase();
    return (this.entries ?? []).filter(({ label, name, description }) =>
      `${label} ${name} ${description}`.toLowerCase().includes(words)
    );
  }

  get isEmpty(): boolean {
    return this.entries !== undefined && this.groups.length === 0;
  }

  get entry(): Entry | undefined {
    return this.entries?.find((entry) => keyOf(entry) === this.chosen);
  }

  get fields(): Field[] {
    return (this.entry?.inputs ?? []).map((parameter) => ({
      ...parameter,
      help: [parameter.description, parameter.type].filter((text) => text !== '').join(' · '),
      value: this.inputs[parameter.name] ?? '',
      isBoolean: parameter.type.toLowerCase() === 'boolean',
      isLong: parameter.type.startsWith('List<'),
      options: yesNo
    }));
  }

  get outputs(): Output[] {
    const outputs = this.run?.outputs ?? {};
    return (this.entry?.outputs ?? []).map(({ name, label, description }) => ({
      name,
      label,
      description,
      value: outputValue(outputs[name])
    }));
  }

  get hasRun(): boolean {
    return this.run !== undefined;
  }

  /** An action that ran may still answer that it could not do what it was asked. */
  get outcome(): { text: string; className: string } {
    const { run } = this;
    if (run === undefined) return { text: '', className: 'outcome' };
    if (!run.isSuccess) return { text: 'It did not run through.', className: 'outcome failed' };
    return run.outputs.success === false
      ? { text: 'It ran, and answered that it could not do this.', className: 'outcome failed' }
      : { text: 'It ran.', className: 'outcome done' };
  }

  get limits(): { name: string; text: string }[] {
    return (this.run?.limits ?? []).map(({ name, used, most }) => ({
      name,
      text: `${used.toLocaleString('en')} of ${most.toLocaleString('en')}`
    }));
  }

  get cannotRun(): boolean {
    return this.entry?.isRunnable !== true || this.isRunning;
  }

  async load(): Promise<void> {
    try {
      this.problem = '';
      this.entries = (await callOrg('/services/local/flows')) as readonly Entry[];
      this.show(this.entries[0]);
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  show(entry: Entry | undefined): void {
    this.chosen = entry === undefined ? '' : keyOf(entry);
    this.inputs = {};
    this.run = undefined;
    this.problem = '';
  }

  handleChoose(event: Event): void {
    const { key } = (event.currentTarget as HTMLElement).dataset;
    this.show(this.entries?.find((entry) => keyOf(entry) === key));
  }

  handleSearch(event: Event): void {
    this.search = (event.target as HTMLInputElement).value;
  }

  handleInput(event: CustomEvent<{ value: string }>): void {
    const { name = '' } = (event.currentTarget as HTMLElement).dataset;
    this.inputs = { ...this.inputs, [name]: event.detail.value };
  }

  async handleRun(): Promise<void> {
    const { kind, name } = this.entry ?? {};
    this.isRunning = true;
    this.problem = '';
    this.run = undefined;
    try {
      const body = { kind, name, inputs: this.inputs };
      this.run = (await callOrg('/services/local/flows/run', { method: 'POST', body })) as Run;
    } catch (error) {
      this.problem = messageOf(error);
    }
    this.isRunning = false;
  }
}

function keyOf({ kind, name }: Pick<Entry, 'kind' | 'name'>): string {
  return `${kind}:${name}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
