import type { FormFieldPlan } from 'c/formField';
import { problemAt } from 'c/formSession';
import type { FormState } from 'c/formSession';

/** A field with what a person has typed and what is wrong with it. */
export interface ShownField {
  readonly name: string;
  readonly plan: FormFieldPlan;
  readonly value: unknown;
  readonly isMapped: boolean;
  readonly error: string;
  readonly className: string;
}

export interface ShownSection {
  readonly name: string;
  readonly label: string;
  readonly fields: readonly ShownField[];
}

/** A field as it is sent, and what it was. */
export interface Reviewed {
  readonly field: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What a person has changed, by field; all others stay as the mapping or the record has them. */
export type Changes = Readonly<Record<string, unknown>>;

export interface Asked {
  readonly form: Apex.CosellForm;
  readonly changes: Changes;
  readonly state: FormState;
  readonly isMoreShown: boolean;
  /** Fields that must be seen, such as those that AWS wants corrected. */
  readonly wanted: ReadonlySet<string>;
}

const WIDE = new Set(['longText', 'multiPicklist', 'list', 'json']);

/** The sections with the fields that are needed now, each with its value, origin and problem. */
export function sectionsOf(asked: Asked): ShownSection[] {
  return asked.form.sections
    .map(({ name, label, fields }) => ({
      name,
      label,
      fields: fields.filter((field) => isShown(field, asked)).map((field) => shownOf(field, asked))
    }))
    .filter(({ fields }) => fields.length > 0);
}

/** How many fields stand behind *More fields*. */
export function hiddenCount(asked: Asked): number {
  const all = asked.form.sections.flatMap(({ fields }) => fields);
  return all.filter((field) => !isShown(field, { ...asked, isMoreShown: false })).length;
}

function isShown(field: Apex.CosellField, asked: Asked): boolean {
  const { name } = field;
  const isAnswered = name in asked.changes || isWrong(name, asked);
  return asked.isMoreShown || isAnswered || isNeeded(field, asked);
}

/** What cannot be changed now is not in the way: it stands behind *More fields*. */
function isNeeded(field: Apex.CosellField, { wanted }: Asked): boolean {
  const { name, isMain, required, requiredToSubmit, locked } = field;
  return wanted.has(name) || (!locked && (isMain || required || requiredToSubmit));
}

function isWrong(name: string, { state }: Asked): boolean {
  return state.errors.some(({ field }) => field === name);
}

function shownOf(field: Apex.CosellField, asked: Asked): ShownField {
  const { name } = field;
  const isChanged = name in asked.changes;
  const value = isChanged ? asked.changes[name] : field.value;
  return {
    name,
    plan: field as unknown as FormFieldPlan,
    value,
    isMapped: !isChanged && !isEmpty(field.value),
    error: problemAt(asked.state, name),
    className: WIDE.has(field.type) ? 'field wide' : 'field'
  };
}

/** What exactly is sent, field by field. */
export function reviewedOf(check: Apex.CosellCheck | undefined): Reviewed[] {
  return (check?.changes ?? []).map(({ field, label, before, after }) => ({
    field,
    label,
    before: before ?? '',
    after: after ?? ''
  }));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
