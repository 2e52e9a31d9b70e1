/** A static Apex method that LWC can call. */
export interface ApexMethod {
  readonly className: string;
  readonly name: string;
  readonly cacheable: boolean;
  readonly returnType: string;
  readonly parameters: readonly ApexVariable[];
}

/** A name with its Apex type as written. */
export interface ApexVariable {
  readonly name: string;
  readonly type: string;
}

/** An Apex class as far as LWC sees it: its callable methods and its readable properties. */
export interface ApexClass {
  readonly name: string;
  readonly methods: readonly ApexMethod[];
  /** Properties marked `@AuraEnabled`, by (inner) class name. */
  readonly properties: ReadonlyMap<string, readonly ApexVariable[]>;
}

const typePattern = String.raw`[\w.]+(?:\s*<[\w\s.,<>]+>)?(?:\[\])?`;
const modifiers = String.raw`(?:(?:global|public|private|protected|static|virtual|override|final|transient)\s+)*`;
const memberPattern = new RegExp(
  String.raw`@AuraEnabled\b\s*(\([^)]*\))?((?:\s*@\w+(?:\([^)]*\))?)*)\s*(${modifiers})(${typePattern})\s+(\w+)\s*(\(([^)]*)\)|[;={])`,
  'gi'
);
const classPattern = /\b(?:class|interface|enum)\s+(\w+)[^{]*\{/gi;

/**
 * Finds what a class offers to LWC, by scanning (not parsing) its source: enough for
 * names and types; whether the class compiles is for the Apex compiler to say.
 */
export function scanApexClass(name: string, source: string): ApexClass {
  const code = blankComments(source);
  const owners = [...code.matchAll(classPattern)].map((match) => owner(code, match));
  const members = [...code.matchAll(memberPattern)].map(readMember);
  const properties = Map.groupBy(
    members.filter(({ parameters }) => parameters === undefined),
    ({ position }) => ownerAt(owners, position) ?? name
  );
  return {
    name,
    methods: members.flatMap((member) => asMethod(name, member)),
    properties: new Map([...properties].map(([owner, list]) => [owner, list.map(asVariable)]))
  };
}

interface Member extends ApexVariable {
  readonly position: number;
  readonly settings: string;
  /** Absent for a property. */
  readonly parameters: string | undefined;
}

function readMember(match: RegExpExecArray): Member {
  const [, settings = '', , , type = '', name = '', , parameters] = match;
  return { position: match.index, settings, type, name, parameters };
}

function asVariable({ type, name }: Member): ApexVariable {
  return { type, name };
}

function asMethod(className: string, member: Member): ApexMethod[] {
  const { name, type, settings, parameters } = member;
  if (parameters === undefined) return [];
  const cacheable = /cacheable\s*=\s*true/i.test(settings);
  return [{ className, name, cacheable, returnType: type, parameters: readParameters(parameters) }];
}

interface Owner {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

function owner(code: string, match: RegExpExecArray): Owner {
  const start = match.index + match[0].length;
  let depth = 1;
  let end = start;
  while (depth > 0 && end < code.length) {
    if (code[end] === '{') depth += 1;
    if (code[end] === '}') depth -= 1;
    end += 1;
  }
  return { name: match[1] ?? '', start, end };
}

function ownerAt(owners: readonly Owner[], position: number): string | undefined {
  return owners.findLast(({ start, end }) => start <= position && position < end)?.name;
}

function readParameters(text: string): ApexVariable[] {
  return splitTopLevel(text).map((parameter) => {
    const words = parameter.replace(/^final\s+/i, '').trim();
    const space = words.lastIndexOf(' ');
    return { type: words.slice(0, space).trim(), name: words.slice(space + 1) };
  });
}

/** Splits at commas that are not inside `<...>`. */
export function splitTopLevel(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '<') depth += 1;
    if (character === '>') depth -= 1;
    if (character === ',' && depth === 0) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${character}`);
  }
  return parts.map((part) => part.replace(/\s+/g, ' ').trim()).filter((part) => part !== '');
}

/** Comments and strings must not look like code; positions stay as they are. */
function blankComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'/g, (found) =>
    found.replace(/[^\n]/g, ' ')
  );
}
