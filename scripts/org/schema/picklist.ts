import type { PicklistValue } from '../../apex/index.ts';
import {
  flagOf, nodeOf, nodesOf, textOf, textsOf, type Component, type Project, type XmlNode
} from '../metadata/index.ts'; // prettier-ignore
import type { FieldDraft } from './field.ts';
import { fieldError } from './fieldError.ts';
import { qualify } from './naming.ts';

/** The values of a picklist field, from its own set or a global one, and what controls them. */
export function readPicklist(component: Component, project: Project): Partial<FieldDraft> {
  const set = nodeOf(component.xml, 'valueSet');
  if (set === undefined) return { length: 255 };
  const controlling = textOf(set, 'controllingField');
  const shared = textOf(set, 'valueSetName');
  const values = shared === undefined ? ownValues(set) : globalValues(shared, project);
  if (values === undefined)
    throw fieldError(component, project, `uses the unknown global value set ${shared ?? ''}`);
  return {
    length: component.xml['type'] === 'MultiselectPicklist' ? 4099 : 255,
    restrictedPicklist: shared !== undefined || flagOf(set, 'restricted'),
    controllingField:
      controlling === undefined ? undefined : qualify(controlling, project.namespace),
    picklistValues: withControllers(values, nodesOf(set, 'valueSettings'))
  };
}

function ownValues(set: XmlNode): PicklistValue[] {
  const definition = nodeOf(set, 'valueSetDefinition');
  if (definition === undefined) return [];
  const values = nodesOf(definition, 'value').map(readValue);
  return flagOf(definition, 'sorted') ? values.sort(byLabel) : values;
}

function globalValues(name: string, project: Project): PicklistValue[] | undefined {
  const set = project.component('GlobalValueSet', name);
  return set === undefined ? undefined : nodesOf(set.xml, 'customValue').map(readValue);
}

/** One value as it stands in a value set. */
export function readValue(node: XmlNode): PicklistValue {
  const value = textOf(node, 'fullName') ?? '';
  return {
    value,
    label: textOf(node, 'label') ?? value,
    active: textOf(node, 'isActive') !== 'false',
    defaultValue: flagOf(node, 'default'),
    validFor: []
  };
}

function withControllers(
  values: readonly PicklistValue[],
  settings: readonly XmlNode[]
): PicklistValue[] {
  const controllers = new Map(
    settings.map((node) => [textOf(node, 'valueName'), textsOf(node, 'controllingFieldValue')])
  );
  return values.map((value) => ({ ...value, validFor: controllers.get(value.value) ?? [] }));
}

function byLabel(a: PicklistValue, b: PicklistValue): number {
  return a.label.localeCompare(b.label, 'en');
}
