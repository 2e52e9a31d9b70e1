import { ApexErrorListener, ApexParserFactory } from '@apexdevtools/apex-parser';
import type { ApexParser } from '@apexdevtools/apex-parser';
import type { CompilationUnit } from './ast/index.ts';
import { anonymousUnit, classUnit, triggerUnit } from './convert/units.ts';
import { IncompleteSyntax } from './convert/context.ts';
import { platformWording } from './messages.ts';
import type { CompileProblem } from './position.ts';

export type UnitKind = 'class' | 'trigger' | 'anonymous';

export interface ParseResult {
  /** Undefined when there are problems. */
  readonly unit: CompilationUnit | undefined;
  readonly problems: readonly CompileProblem[];
}

class ProblemCollector extends ApexErrorListener {
  readonly problems: CompileProblem[] = [];

  override apexSyntaxError(line: number, column: number, message: string): void {
    this.problems.push({ line, column: column + 1, message: platformWording(message) });
  }
}

/** Parses one source text. A text with syntax errors has no tree: the first error hides the rest, as on the platform. */
export function parse(kind: UnitKind, text: string): ParseResult {
  const collector = new ProblemCollector();
  const { parser } = ApexParserFactory.createLexerAndParser(text, collector);
  const context = enter(kind, parser);
  const [first] = collector.problems;
  if (first) return { unit: undefined, problems: [first] };
  return converted(context);
}

function enter(kind: UnitKind, parser: ApexParser): () => CompilationUnit {
  if (kind === 'class') {
    const context = parser.compilationUnit();
    return () => classUnit(context);
  }
  if (kind === 'trigger') {
    const context = parser.triggerUnit();
    return () => triggerUnit(context);
  }
  const context = parser.anonymousUnit();
  return () => anonymousUnit(context);
}

function converted(convert: () => CompilationUnit): ParseResult {
  try {
    return { unit: convert(), problems: [] };
  } catch (error) {
    if (!(error instanceof IncompleteSyntax)) throw error;
    const problem = { line: 1, column: 1, message: 'Unexpected syntax.' };
    return { unit: undefined, problems: [problem] };
  }
}
