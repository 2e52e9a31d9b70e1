import type { ApexContext, ClassInfo } from '../../apex/index.ts';
import { elementOf, invocableFields, invocableMethod } from './invocable.ts';

/** An `@InvocableMethod`, as clients and Flow Builder are told of it. */
export interface ApexAction {
  /** The class. */
  readonly name: string;
  readonly label: string;
  readonly description: string | undefined;
  readonly category: string | undefined;
  readonly inputs: readonly ApexActionField[];
  readonly outputs: readonly ApexActionField[];
}

export interface ApexActionField {
  readonly name: string;
  readonly label: string;
  /** In Apex: `Id`, `List<String>`. */
  readonly type: string;
  readonly required: boolean;
  readonly description: string | undefined;
}

/** All invocable actions of a project's Apex. */
export function apexActions({ program }: ApexContext): ApexAction[] {
  return program.classes.flatMap((info) => {
    const method = invocableMethod(info);
    if (method === undefined) return [];
    const parameters = annotationOf(method, 'invocablemethod');
    const [parameter] = method.parameters;
    const fieldsOf = (type: string | undefined, bare: string): ApexActionField[] =>
      type === undefined || type === 'void'
        ? []
        : describeFields(program.classInfo(elementOf(type)), elementOf(type), bare);
    return [
      {
        name: info.name,
        label: text(parameters.get('label')) ?? info.name,
        description: text(parameters.get('description')),
        category: text(parameters.get('category')),
        inputs: fieldsOf(parameter?.type, parameter?.name ?? 'input'),
        outputs: fieldsOf(method.returnType, 'output')
      }
    ];
  });
}

function describeFields(
  info: ClassInfo | undefined,
  type: string,
  bare: string
): ApexActionField[] {
  if (info === undefined) {
    return [{ name: bare, label: bare, type, required: true, description: undefined }];
  }
  return invocableFields(info).map((field) => {
    const parameters = annotationOf(field, 'invocablevariable');
    return {
      name: field.name,
      label: text(parameters.get('label')) ?? field.name,
      type: field.type,
      required: String(parameters.get('required')) === 'true',
      description: text(parameters.get('description'))
    };
  });
}

type Annotated = Pick<ReturnType<typeof invocableFields>[number], 'annotations'>;

function annotationOf({ annotations }: Annotated, name: string): ReadonlyMap<string, unknown> {
  return annotations.find((each) => each.name === name)?.parameters ?? new Map<string, unknown>();
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
