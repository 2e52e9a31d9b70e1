import type { FieldDefinition, ObjectDefinition, SchemaPort } from '../../apex/index.ts';
import { UserError } from '../../shared/index.ts';
import { textOf, type Component, type Project } from '../metadata/index.ts';
import { qualify } from '../schema/index.ts';
import { compileFormula } from './compile.ts';
import { formulaPlace } from './place.ts';
import { recordReferences, type RecordEnvironment, type RecordPath } from './recordReferences.ts';
import { FormulaError, type Compiled, type FormulaType } from './types.ts';
import { nameOf } from './operators.ts';
import { formulaTypeOf } from './fieldTypes.ts';

/** A formula over the fields of one object's records. */
export interface RecordFormula {
  readonly compiled: Compiled<RecordEnvironment>;
  /** The fields that it reads, by the positions under which it asks for them. */
  readonly paths: readonly RecordPath[];
}

/** A validation rule, compiled. */
export interface RuleFormula extends RecordFormula {
  readonly name: string;
  readonly message: string;
  /** Canonical; undefined for the top of the page. */
  readonly field: string | undefined;
}

/** The formulas of an org, compiled when first asked for. */
export interface OrgFormulas {
  /** A formula field's formula; undefined for other fields. */
  field(object: ObjectDefinition, field: FieldDefinition): RecordFormula | undefined;
  /** The formula of a field's default value. */
  defaultValue(object: ObjectDefinition, field: FieldDefinition): RecordFormula | undefined;
  /** Active validation rules. */
  rules(object: ObjectDefinition): readonly RuleFormula[];
  /** Compiles all of them. @throws UserError at the first mistake, with file and line */
  check(): void;
}

export interface OrgFormulasOptions {
  readonly schema: SchemaPort;
  /** For validation rules, and to say where a mistake stands; without one there are only fields. */
  readonly project?: Project | undefined;
}

/** The formula fields, defaults and validation rules of an org. */
export function createOrgFormulas({ schema, project }: OrgFormulasOptions): OrgFormulas {
  const fields = new Map<FieldDefinition, RecordFormula>();
  const defaults = new Map<FieldDefinition, RecordFormula>();
  const rules = new Map<string, readonly RuleFormula[]>();
  const components = fieldComponents(project);
  const active = new Set<FieldDefinition>();
  const source = { schema, project };
  const orgFormulas: OrgFormulas = {
    field: (object, field) => {
      if (field.formula === undefined) return undefined;
      const component = components.get(`${object.name}.${field.name}`);
      refuseCircle(active, field, { ...source, component });
      active.add(field);
      try {
        const made = memo(fields, field, () =>
          fieldFormula(object, field, { ...source, component })
        );
        for (const path of made.paths) orgFormulas.field(path.object, path.field);
        return made;
      } finally {
        active.delete(field);
      }
    },
    defaultValue: (object, field) => {
      const text = field.defaultValueFormula;
      if (text === undefined) return undefined;
      const component = components.get(`${object.name}.${field.name}`);
      return memo(defaults, field, () =>
        compileAt({ ...source, component, object, text, element: 'defaultValue' })
      );
    },
    rules: (object) => memo(rules, object.name, () => rulesOf(source, object)),
    check: () => checkAll(schema, orgFormulas)
  };
  return orgFormulas;
}

interface Source {
  readonly schema: SchemaPort;
  readonly project: Project | undefined;
}

interface Located extends Source {
  readonly component: Component | undefined;
}

function memo<K, V>(cache: Map<K, V>, key: K, make: () => V): V {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

function fieldComponents(project: Project | undefined): Map<string, Component> {
  const components = project?.components('CustomField') ?? [];
  const path = ({ fullName }: Component): string =>
    fullName
      .split('.')
      .map((name) => qualify(name, project?.namespace))
      .join('.');
  return new Map(components.map((component) => [path(component), component]));
}

function checkAll(schema: SchemaPort, formulas: OrgFormulas): void {
  for (const object of schema.objects.values()) {
    for (const field of object.fields.values()) {
      formulas.field(object, field);
      if (field.type !== 'boolean') formulas.defaultValue(object, field);
    }
    formulas.rules(object);
  }
}

function refuseCircle(
  active: Set<FieldDefinition>,
  field: FieldDefinition,
  located: Located
): void {
  if (!active.has(field)) return;
  throw mistake(
    located,
    new FormulaError('The formula refers to itself, if only through other fields', 0),
    'formula'
  );
}

function fieldFormula(
  object: ObjectDefinition,
  field: FieldDefinition,
  located: Located
): RecordFormula {
  const blanks = textOf(located.component?.xml ?? {}, 'formulaTreatBlanksAs');
  const text = field.formula ?? '';
  const made = compileAt({
    ...located,
    object,
    text,
    element: 'formula',
    blankNumbersAsZero: blanks !== 'BlankAsBlank'
  });
  requireResult(made, formulaTypeOf(field), located);
  return made;
}

function requireResult(made: RecordFormula, type: FormulaType, located: Located): void {
  const { type: given } = made.compiled;
  if (given === type || given === 'nothing') return;
  const message = `Formula result is data type (${nameOf(given)}), incompatible with expected data type (${nameOf(type)})`;
  throw mistake(located, new FormulaError(message, 0), 'formula');
}

interface Compilation extends Located {
  readonly object: ObjectDefinition;
  readonly text: string;
  /** The element that the formula stands in. */
  readonly element: string;
  readonly blankNumbersAsZero?: boolean;
}

function compileAt(compilation: Compilation): RecordFormula {
  const { schema, object, text, blankNumbersAsZero = false } = compilation;
  const paths: RecordPath[] = [];
  const resolve = recordReferences(schema, object, paths);
  try {
    return { compiled: compileFormula(text, { resolve, blankNumbersAsZero }), paths };
  } catch (error) {
    throw mistake(compilation, error, compilation.element);
  }
}

function mistake({ project, component }: Located, error: unknown, element: string): unknown {
  if (!(error instanceof FormulaError)) return error;
  const what = component === undefined ? 'A formula' : `The formula of ${component.fullName}`;
  const place =
    project === undefined || component === undefined
      ? {}
      : formulaPlace({ project, component, element, offset: error.offset });
  return new UserError(
    `${what} is wrong: ${error.message.replace(/\.$/, '')}.`,
    'Correct it.',
    place
  );
}

function rulesOf(source: Source, object: ObjectDefinition): RuleFormula[] {
  const { project } = source;
  const components = project?.components('ValidationRule') ?? [];
  return components
    .filter(
      (rule) => qualify(rule.fullName.split('.')[0] ?? '', project?.namespace) === object.name
    )
    .filter((rule) => textOf(rule.xml, 'active') === 'true')
    .map((component) => ruleFormula({ ...source, component }, component, object));
}

function ruleFormula(
  located: Located,
  component: Component,
  object: ObjectDefinition
): RuleFormula {
  const { xml, fullName } = component;
  const text = textOf(xml, 'errorConditionFormula') ?? 'FALSE';
  const shown = textOf(xml, 'errorDisplayField');
  return {
    name: fullName.slice(fullName.indexOf('.') + 1),
    message: textOf(xml, 'errorMessage') ?? '',
    field: shown === undefined ? undefined : located.schema.field(object, shown)?.name,
    ...compileAt({ ...located, object, text, element: 'errorConditionFormula' })
  };
}
