import type { ConstructorDeclaration, MethodDeclaration } from '../../syntax/index.ts';
import type { MethodSymbol } from '../../types/index.ts';
import type { BoundMethod } from '../bound.ts';
import { nested } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { completes } from '../flow.ts';
import { checkBlock } from '../statements/check.ts';
import { declare } from '../variables.ts';
import { constructorRules, firstCall } from './constructors.ts';

export function checkMethod(
  checker: Checker,
  declaration: MethodDeclaration | ConstructorDeclaration,
  symbol: MethodSymbol
): BoundMethod {
  const inside = nested(checker, {
    isStatic: symbol.isStatic,
    returnType: symbol.returnType,
    isInitializer: declaration.kind === 'constructor',
    isConstructor: declaration.kind === 'constructor',
    firstCall: declaration.kind === 'constructor' ? firstCall(declaration.body) : undefined,
    loopDepth: 0
  });
  const parameters = declaration.parameters.map(({ name, at, isFinal }, index) => {
    const type = symbol.parameters[index]?.type ?? symbol.returnType;
    return declare(inside, { name, type, at, isFinal });
  });
  const { body } = declaration;
  const endLine = body?.endLine ?? declaration.at.line;
  if (declaration.kind === 'constructor') constructorRules(inside, declaration, symbol);
  if (!body) return { symbol, parameters, body: undefined, endLine };
  requireReturn(inside, declaration, symbol);
  return { symbol, parameters, body: checkBlock(inside, body), endLine };
}

function requireReturn(
  checker: Checker,
  { body, at }: MethodDeclaration | ConstructorDeclaration,
  { returnType }: MethodSymbol
): void {
  const ends = body ? completes(checker, body) : false;
  if (!ends || returnType.kind === 'void') return;
  checker.report(at, `Missing return statement required return type: ${returnType.name}`);
}
