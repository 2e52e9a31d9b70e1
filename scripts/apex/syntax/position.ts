import type { ApexParserRuleContext } from '@apexdevtools/apex-parser';

/** A place in a source text; both count from 1, as the platform's messages do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface CompileProblem extends Position {
  readonly message: string;
}

export function positionOf(context: ApexParserRuleContext): Position {
  return { line: context.start.line, column: context.start.column + 1 };
}

export function endLineOf(context: ApexParserRuleContext): number {
  return context.stop?.line ?? context.start.line;
}
