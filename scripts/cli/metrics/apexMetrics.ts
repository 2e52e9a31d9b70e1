import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '../../apex/syntax/index.ts';
import type { Member, MethodDeclaration, TypeDeclaration } from '../../apex/syntax/index.ts';
import { findFiles, projectFolder } from '../tools/index.ts';

/** What is measured of one Apex class file. */
export interface ApexFile {
  readonly path: string;
  readonly isTest: boolean;
  readonly lines: number;
  readonly commentLines: number;
  /** Lines of each method and constructor that has a body. */
  readonly methodLines: readonly number[];
  readonly parameterCounts: readonly number[];
  readonly declaresSharing: boolean;
  readonly testNames: readonly string[];
  readonly testLines: readonly number[];
  readonly text: string;
}

/** Measures every class of the package. */
export function measureApex(): ApexFile[] {
  return findFiles('force-app/**/*.cls').map((path) =>
    measureClass(path, readFileSync(join(projectFolder, path), 'utf8'))
  );
}

/** Measures one class. @throws Error for a text that is no class */
export function measureClass(path: string, text: string): ApexFile {
  const { unit } = parse('class', text);
  if (unit?.kind !== 'class') throw new Error(`${path} is no Apex class.`);
  const types = allTypes(unit.type);
  const methods = types.flatMap(({ members }) => members.flatMap(methodOf));
  const tests = methods.filter(({ isTest }) => isTest);
  return {
    path,
    isTest: isAnnotated(unit.type, 'istest'),
    lines: text.split('\n').length - 1,
    commentLines: text.split('\n').filter((line) => /^\s*(\/\/|\/\*|\*)/.test(line)).length,
    methodLines: methods.map(({ lines }) => lines),
    parameterCounts: methods.map(({ parameters }) => parameters),
    declaresSharing: unit.type.kind !== 'class' || hasSharing(unit.type),
    testNames: tests.map(({ name }) => name),
    testLines: tests.map(({ lines }) => lines),
    text
  };
}

interface MeasuredMethod {
  readonly name: string;
  readonly lines: number;
  readonly parameters: number;
  readonly isTest: boolean;
}

function methodOf(member: Member): MeasuredMethod[] {
  if (member.kind !== 'method' && member.kind !== 'constructor') return [];
  if (member.body === undefined) return [];
  const { body, name, parameters } = member;
  const lines = body.endLine - body.at.line + 1;
  return [{ name, lines, parameters: parameters.length, isTest: isTestMethod(member) }];
}

function isTestMethod({ modifiers }: Pick<MethodDeclaration, 'modifiers'>): boolean {
  return modifiers.annotations.some(({ name }) => name === 'istest');
}

function allTypes(type: TypeDeclaration): TypeDeclaration[] {
  const inner = type.members.flatMap((member) =>
    member.kind === 'type' ? allTypes(member.type) : []
  );
  return [type, ...inner];
}

function isAnnotated({ modifiers }: TypeDeclaration, name: string): boolean {
  return modifiers.annotations.some((annotation) => annotation.name === name);
}

function hasSharing({ modifiers, superType }: TypeDeclaration): boolean {
  const isException = superType?.parts.at(-1)?.name.toLowerCase().endsWith('exception') ?? false;
  return isException || [...modifiers.words].some((word) => word.endsWith('sharing'));
}
