import type { Annotation, Member, TypeDeclaration } from '../../syntax/index.ts';
import type { Checker } from '../checker.ts';

const verbs = ['HttpDelete', 'HttpGet', 'HttpPatch', 'HttpPost', 'HttpPut'];

/**
 * Rules on `@RestResource` and on the one method for each HTTP verb.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_annotation_rest_resource.htm
 */
export function restResourceRules(checker: Checker, declaration: TypeDeclaration): void {
  for (const one of declaration.modifiers.annotations) {
    if (one.name === 'restresource') urlRules(checker, one);
  }
  for (const verb of verbs) onlyOne(checker, declaration, verb);
}

function urlRules(checker: Checker, { at, parameters }: Annotation): void {
  const url = parameters.get('urlmapping');
  const problem =
    typeof url === 'string' ? urlMistake(url) : 'Required property is missing: urlMapping';
  if (problem !== undefined) checker.report(at, problem);
}

function urlMistake(url: string): string | undefined {
  if (url === '') return 'Rest Resource url cannot be empty';
  if (url.length > 255) return 'Rest Resource url cannot be longer than 255 characters';
  if (!url.startsWith('/')) return "Rest Resource url must begin with a forward slash, '/'";
  if (/[^/]\*/.test(url)) {
    return "Rest Resource url wildcard, '*', must be preceded by a forward slash, '/'";
  }
  return /\*[^/]/.test(url)
    ? "Rest Resource url wildcard, '*', must be followed by a forward slash, '/', or be the last character"
    : undefined;
}

function onlyOne(checker: Checker, { members }: TypeDeclaration, verb: string): void {
  const [, second] = members.filter((member) => has(member, verb.toLowerCase()));
  if (second) {
    checker.report(second.at, `Only one method per type can be defined with: ${verb}`);
  }
}

function has(member: Member, annotation: string): boolean {
  if (member.kind !== 'method') return false;
  return member.modifiers.annotations.some(({ name }) => name === annotation);
}
