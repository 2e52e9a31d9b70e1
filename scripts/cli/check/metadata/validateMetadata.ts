import { unreachable } from '../../../shared/index.ts';
import type { ElementRule, ElementShape, MetadataTypes } from './metadataTypes.ts';
import { readXml } from './readXml.ts';
import type { XmlElement } from './readXml.ts';

export interface MetadataProblem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

const namespaceUri = 'http://soap.sforce.com/2006/04/metadata';

/** Elements whose content the type declarations do not describe as the platform takes it. */
const freeContent = new Set(['LightningComponentBundle.targetConfigs', 'CustomMetadata.values']);

/** Elements that the declarations call required and every org takes without (seen in Salesforce's own projects). */
const optionalInPractice = new Set(['ApexClass.status', 'ApexTrigger.status', 'Flow.apiVersion']);

/**
 * Checks one metadata document against the Metadata API's types: root, namespace, unknown, missing, repeated
 * and scattered elements, numbers, booleans and enumerated values. Deploy conversion checks none of this.
 */
export function validateMetadata(text: string, types: MetadataTypes): MetadataProblem[] {
  const result = readXml(text);
  if ('problem' in result) return [result.problem];
  const { root } = result;
  if (!types.has(root.name)) {
    return [{ line: root.line, message: `${root.name} is not a metadata type.` }];
  }
  const namespaceProblems =
    root.attributes['xmlns'] === namespaceUri
      ? []
      : [{ line: root.line, message: `The root element needs xmlns="${namespaceUri}".` }];
  return [...namespaceProblems, ...validateStructure(root, root.name, types)];
}

function validateStructure(
  element: XmlElement,
  typeName: string,
  types: MetadataTypes
): MetadataProblem[] {
  const rules = types.elements(typeName);
  return [
    ...missingElements(element, typeName, rules),
    ...repeatedElements(element, rules),
    ...element.children.flatMap((child) => validateChild(child, { typeName, rules, types }))
  ];
}

interface Surroundings {
  readonly typeName: string;
  readonly rules: ReadonlyMap<string, ElementRule>;
  readonly types: MetadataTypes;
}

function validateChild(child: XmlElement, around: Surroundings): MetadataProblem[] {
  const rule = around.rules.get(child.name);
  if (rule === undefined) {
    const message = `${around.typeName} has no element <${child.name}>.`;
    return [{ line: child.line, message }];
  }
  if (freeContent.has(`${around.typeName}.${child.name}`)) return [];
  return validateContent(child, rule.shape, around.types);
}

function validateContent(
  element: XmlElement,
  shape: ElementShape,
  types: MetadataTypes
): MetadataProblem[] {
  const wrong = (expected: string): MetadataProblem[] => [
    {
      line: element.line,
      message: `<${element.name}> is "${element.text}", but needs ${expected}.`
    }
  ];
  switch (shape.kind) {
    case 'text':
      return [];
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(element.text) ? [] : wrong('a number');
    case 'boolean':
      return /^(true|false)$/.test(element.text) ? [] : wrong('true or false');
    case 'choice':
      return shape.values.has(element.text) ? [] : wrong(`one of ${[...shape.values].join(', ')}`);
    case 'structure':
      return validateStructure(element, shape.typeName, types);
    default:
      return unreachable(shape);
  }
}

function missingElements(
  element: XmlElement,
  typeName: string,
  rules: ReadonlyMap<string, ElementRule>
): MetadataProblem[] {
  const present = new Set(element.children.map((child) => child.name));
  return [...rules]
    .filter(([name, rule]) => rule.required && !present.has(name))
    .filter(([name]) => !optionalInPractice.has(`${typeName}.${name}`))
    .map(([name]) => ({ line: element.line, message: `<${element.name}> needs <${name}>.` }));
}

/** The Metadata API wants elements of one name to stand together, and single ones once. */
function repeatedElements(
  element: XmlElement,
  rules: ReadonlyMap<string, ElementRule>
): MetadataProblem[] {
  return element.children.flatMap((child, index) => {
    const earlier = element.children.slice(0, index).some((other) => other.name === child.name);
    if (!earlier) return [];
    if (rules.get(child.name)?.repeatable === false) {
      return [{ line: child.line, message: `<${child.name}> may stand only once.` }];
    }
    const adjacent = element.children[index - 1]?.name === child.name;
    return adjacent
      ? []
      : [{ line: child.line, message: `All <${child.name}> elements must stand together.` }];
  });
}
