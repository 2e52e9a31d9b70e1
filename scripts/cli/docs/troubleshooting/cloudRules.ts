import type { Project, XmlNode } from '../../../org/index.ts';
import { nodesOf, textOf } from '../../../org/index.ts';

/** A rule of a cloud about a field of a co-sell opportunity. */
export interface CloudRule {
  readonly cloud: string;
  readonly field: string;
  readonly check: string;
  readonly argument: string;
  readonly moment: string;
}

/** The records of Cosell_Rule__mdt, by cloud and field. */
export function cloudRules(project: Project): CloudRule[] {
  return project
    .components('CustomMetadata')
    .filter(({ fullName }) => fullName.startsWith('Cosell_Rule.'))
    .map(({ xml }) => ruleOf(valuesOf(xml)))
    .sort((left, right) => keyOf(left).localeCompare(keyOf(right), 'en'));
}

function keyOf({ cloud, field, check }: CloudRule): string {
  return [cloud, field, check].join(' ');
}

function valuesOf(xml: XmlNode): Map<string, string> {
  const pairs = nodesOf(xml, 'values').map((node): [string, string] => [
    textOf(node, 'field') ?? '',
    textOf(node, 'value') ?? ''
  ]);
  return new Map(pairs);
}

function ruleOf(values: ReadonlyMap<string, string>): CloudRule {
  const value = (name: string): string => values.get(`${name}__c`) ?? '';
  return {
    cloud: value('Cloud'),
    field: value('Field'),
    check: value('Check'),
    argument: value('Argument') || value('When'),
    moment: value('Moment')
  };
}
