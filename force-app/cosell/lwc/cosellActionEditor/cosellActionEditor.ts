import { LightningElement, api, wire } from 'lwc';
import getFields from '@salesforce/apex/CosellEditorController.getFields';
import help from '@salesforce/label/c.Editor_Help';
import missing from '@salesforce/label/c.Editor_Missing';
import wrong from '@salesforce/label/c.Editor_No_Value';
import { fill } from 'c/text';
import { INPUTS, fits, shown, stored } from './plan';
import type { FlowVariable, InputPlan } from './plan';

/** An input as Flow Builder keeps it. */
interface InputVariable {
  readonly name: string;
  readonly value: unknown;
  readonly valueDataType: string;
}

interface BuilderContext {
  readonly variables?: readonly FlowVariable[];
  readonly constants?: readonly FlowVariable[];
}

/** What Flow Builder knows about the action that is edited. */
interface ElementInfo {
  readonly apiName?: string;
  readonly type?: string;
  readonly actionName?: string;
}

interface Option {
  readonly label: string;
  readonly value: string;
}

interface Row extends InputPlan {
  readonly label: string;
  readonly text: string;
  readonly options: readonly Option[];
  readonly isChosen: boolean;
  readonly hint: string;
}

interface Problem {
  readonly key: string;
  readonly errorString: string;
}

/** Kinds that are chosen from a list, never typed. */
const CHOSEN: readonly InputPlan['kind'][] = ['texts', 'overrides', 'boolean'];

/**
 * The editor of *Create* and *Update AWS Co-Sell Opportunity* in Flow Builder: lists of AWS to choose
 * from, and only the variables that fit.
 */
export default class CosellActionEditor extends LightningElement {
  @api inputVariables: readonly InputVariable[] = [];
  @api builderContext: BuilderContext = {};
  @api elementInfo: ElementInfo = {};
  fields: readonly Apex.CosellField[] = [];
  labels = { help };

  @wire(getFields, { cloud: 'AWS' })
  receive({ data }: { data?: readonly Apex.CosellField[] }): void {
    this.fields = data ?? [];
  }

  /** Flow Builder asks before it closes the editor. */
  @api validate(): Problem[] {
    return this.rows.flatMap((row) => {
      const problem = problemWith(row);
      return problem === '' ? [] : [{ key: row.name, errorString: problem }];
    });
  }

  get rows(): Row[] {
    return INPUTS.filter(({ only }) => only === undefined || only === this.action).map((plan) =>
      this.rowOf(plan)
    );
  }

  /** The action is told by its name; while that is unknown, by its inputs. */
  get action(): 'create' | 'update' {
    const name = this.elementInfo.actionName ?? this.elementInfo.apiName ?? '';
    const hasRecord = this.inputVariables.some(
      ({ name: input }) => input === 'cosellOpportunityId'
    );
    return /update/i.test(name) || hasRecord ? 'update' : 'create';
  }

  change(event: CustomEvent<{ value?: string }>): void {
    const { name } = (event.currentTarget as HTMLElement).dataset;
    const plan = INPUTS.find((each) => each.name === name);
    const typed = event.detail.value ?? (event.target as HTMLInputElement).value;
    if (plan) this.tell(plan, typed);
  }

  private tell(plan: InputPlan, typed: string): void {
    const { value, type } = stored(plan, typed);
    const isEmpty = typed === '';
    const name = isEmpty
      ? 'configuration_editor_input_value_deleted'
      : 'configuration_editor_input_value_changed';
    const detail = isEmpty
      ? { name: plan.name }
      : { name: plan.name, newValue: value, newValueDataType: type };
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  private rowOf(plan: InputPlan): Row {
    const input = this.inputVariables.find(({ name }) => name === plan.name);
    const field = this.fields.find(({ name }) => name === plan.column);
    const fixed = plan.values ?? (field?.choices ?? []).map(({ value }) => value);
    return {
      ...plan,
      ...saidOf(plan, field),
      text: input ? shown(input.value, input.valueDataType) : '',
      options: [...fixed.map(asOption), ...this.references(plan)],
      isChosen: fixed.length > 0 || CHOSEN.includes(plan.kind)
    };
  }

  private references(plan: InputPlan): Option[] {
    const { variables = [], constants = [] } = this.builderContext;
    const booleans = plan.kind === 'boolean' ? ['true', 'false'] : [];
    return [
      ...booleans.map(asOption),
      ...[...variables, ...constants]
        .filter((variable) => fits(plan, variable))
        .map(({ name }) => asOption(`{!${name}}`))
    ];
  }
}

function asOption(value: string): Option {
  return { label: value, value };
}

/** What a person reads of an input: the field's own words where it has some. */
function saidOf(
  { name }: InputPlan,
  field: Apex.CosellField | undefined
): { label: string; hint: string } {
  return { label: field?.label ?? words(name), hint: field?.help ?? '' };
}

function problemWith({ label, text, isRequired, isChosen, options }: Row): string {
  if (isRequired === true && text === '') return fill(missing, label);
  const isKnown = options.some(({ value }) => value === text) || text.startsWith('{!');
  return isChosen && text !== '' && !isKnown ? fill(wrong, text, label) : '';
}

/** `whenLocked` as people read it: When Locked. */
function words(name: string): string {
  const spaced = name.replace(/([A-Z])/g, ' $1');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
