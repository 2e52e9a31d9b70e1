import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { findFiles, projectFolder } from '../tools/index.ts';

/** What is measured of one TypeScript file. */
export interface TypeScriptFile {
  readonly path: string;
  readonly lines: number;
  readonly commentLines: number;
  /** Lines of each function that has a body. */
  readonly functionLines: readonly number[];
  readonly anyTypes: number;
  readonly nonNullAssertions: number;
  /** `as` without `as const`. */
  readonly casts: number;
  readonly moduleVariables: number;
}

/** Measures the TypeScript files that match a glob; tests and type declarations are left out. */
export function measureTypeScript(pattern: string): TypeScriptFile[] {
  return findFiles(pattern)
    .filter((path) => !/\.(test|browser|clients|d)\.ts$/.test(path) && !path.includes('/testing/'))
    .map((path) => measureFile(path, readFileSync(join(projectFolder, path), 'utf8')));
}

/** Measures one file's text. */
export function measureFile(path: string, text: string): TypeScriptFile {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const nodes = allNodes(source);
  return {
    path,
    lines: text.split('\n').length - 1,
    commentLines: countCommentLines(text),
    functionLines: nodes.filter(isFunctionWithBody).map((node) => lineCount(source, node)),
    anyTypes: nodes.filter(({ kind }) => kind === ts.SyntaxKind.AnyKeyword).length,
    nonNullAssertions: nodes.filter(ts.isNonNullExpression).length,
    casts: nodes.filter((node) => ts.isAsExpression(node) && node.type.getText() !== 'const')
      .length,
    moduleVariables: source.statements.filter(isModuleVariable).length
  };
}

function allNodes(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = [];
  node.forEachChild((child) => void children.push(child, ...allNodes(child)));
  return children;
}

function isFunctionWithBody(node: ts.Node): boolean {
  return ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;
}

function lineCount(source: ts.SourceFile, node: ts.Node): number {
  const start = source.getLineAndCharacterOfPosition(node.getStart()).line;
  return source.getLineAndCharacterOfPosition(node.getEnd()).line - start + 1;
}

function isModuleVariable(statement: ts.Statement): boolean {
  return (
    ts.isVariableStatement(statement) && (statement.declarationList.flags & ts.NodeFlags.Let) !== 0
  );
}

function countCommentLines(text: string): number {
  return text.split('\n').filter((line) => /^\s*(\/\/|\/\*|\*)/.test(line)).length;
}
