import type { FieldDefinition, FieldType } from '../../apex/index.ts';
import type { FieldValue } from '../store/types.ts';
import type { FormulaType } from './types.ts';
import { roundTo } from './values.ts';

const types: Partial<Record<FieldType, FormulaType>> = {
  boolean: 'boolean',
  int: 'number',
  long: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
  picklist: 'picklist',
  multipicklist: 'multipicklist'
};

/** What a field is to a formula; a formula field that looks like a picklist is text. */
export function formulaTypeOf(field: FieldDefinition): FormulaType {
  return types[field.type] ?? 'text';
}

/** A field's value as formulas see it: 25 % is 0.25, a checkbox is never blank. */
export function toFormula(field: FieldDefinition, value: FieldValue | undefined): FieldValue {
  if (field.type === 'boolean') return value === true || value === 1;
  if (value === undefined || value === null) return null;
  return field.type === 'percent' ? Number(value) / 100 : value;
}

/** A formula's result as the field's value: rounded to its scale, cut to its length. */
export function fromFormula(field: FieldDefinition, value: FieldValue): FieldValue {
  if (field.type === 'boolean') return value === true;
  if (value === null || value === '') return null;
  if (typeof value !== 'number') return textResult(field, value);
  return roundTo(field.type === 'percent' ? value * 100 : value, field.scale);
}

function textResult(field: FieldDefinition, value: FieldValue): FieldValue {
  return typeof value === 'string' && field.length > 0 ? value.slice(0, field.length) : value;
}
