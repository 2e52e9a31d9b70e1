import type {
  DateFieldNameContext, SelectEntryContext, SoqlFunctionContext, SubFieldEntryContext, TypeOfContext
} from '@apexdevtools/apex-parser'; // prettier-ignore
import type { Expression, FunctionCall, SelectItem, TypeOf } from './ast.ts';
import { malformed } from './errors.ts';
import { readSubQuery } from './readQuery.ts';
import { optional, readPath, startOf } from './tokens.ts';

/** One entry of a SELECT list. */
export function readSelect(context: SelectEntryContext | SubFieldEntryContext): SelectItem {
  const subquery = optional(context.subQuery());
  if (subquery !== undefined) return { kind: 'subquery', query: readSubQuery(subquery) };
  const typeOf = optional(context.typeOf());
  if (typeOf !== undefined) return readTypeOf(typeOf);
  const call = optional(context.soqlFunction());
  const fields = call === undefined ? undefined : readFields(call);
  if (fields !== undefined) return fields;
  const expression = call === undefined ? readPath(context.fieldName()) : readFunction(call);
  const alias = optional(context.soqlId())?.getText();
  return { kind: 'expression', expression, ...(alias === undefined ? {} : { alias }) };
}

function readFields(context: SoqlFunctionContext): SelectItem | undefined {
  const parameter = optional(context.soqlFieldsParameter());
  if (parameter === undefined) return undefined;
  const which = parameter.getText().toUpperCase() as 'ALL' | 'STANDARD' | 'CUSTOM';
  return { kind: 'fields', which, at: startOf(context) };
}

function readTypeOf(context: TypeOfContext): TypeOf {
  const otherwise = optional(context.elseClause())?.fieldNameList().fieldName_list() ?? [];
  return {
    kind: 'typeof',
    path: readPath(context.fieldName()),
    whens: context.whenClause_list().map((when) => ({
      object: readPath(when.fieldName()),
      fields: when.fieldNameList().fieldName_list().map(readPath)
    })),
    otherwise: otherwise.map(readPath)
  };
}

/** A function of a field: an aggregate, a part of a date, a label … */
export function readFunction(context: SoqlFunctionContext): FunctionCall {
  const at = startOf(context);
  const name = context.start.text.toUpperCase();
  if (optional(context.DISTANCE()) !== undefined)
    throw malformed('the local org does not compute DISTANCE', at);
  return { kind: 'call', name, argument: readArgument(context), at };
}

function readArgument(context: SoqlFunctionContext): Expression | undefined {
  const inner = optional(context.soqlFunction());
  if (inner !== undefined) return readFunction(inner);
  const date = optional(context.dateFieldName());
  if (date !== undefined) return readDateField(date);
  const field = optional(context.fieldName());
  return field === undefined ? undefined : readPath(field);
}

function readDateField(context: DateFieldNameContext): Expression {
  const field = readPath(context.fieldName());
  if (optional(context.CONVERT_TIMEZONE()) === undefined) return field;
  return { kind: 'call', name: 'CONVERTTIMEZONE', argument: field, at: startOf(context) };
}
