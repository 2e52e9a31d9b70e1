import { Script } from 'node:vm';
import type { ApexContext } from '../platform/index.ts';
import type { CompiledUnit } from './types.ts';

/** A class of the project as JavaScript. */
export type ClassObject = Readonly<Record<string, unknown>> & {
  readonly prototype?: Record<string, unknown>;
};

/** A class's statics; null for interfaces and enums. */
export interface Statics {
  $i: number;
  $init(): void;
  $reset(): void;
  [field: string]: unknown;
}

/** What a unit's code gives. */
export interface UnitModule {
  readonly imports: Readonly<Record<string, (type: ClassObject, statics: Statics | null) => void>>;
  /** Each makes its class; the super class must have been made before. */
  readonly classes: Readonly<Record<string, () => readonly [ClassObject, Statics | null]>>;
  /** The body of a trigger or anonymous block. */
  readonly run?: () => void;
}

type Factory = (helpers: Readonly<Record<string, unknown>>, context: ApexContext) => UnitModule;

/** Runs a unit's code. Its file name is the Apex source, which the source map behind it leads back to. */
export function instantiate(
  { code, map, path }: CompiledUnit,
  helpers: Readonly<Record<string, unknown>>,
  context: ApexContext
): UnitModule {
  const data = Buffer.from(JSON.stringify(map)).toString('base64');
  const text = `${code}\n//# sourceMappingURL=data:application/json;base64,${data}`;
  const factory = new Script(text, { filename: path }).runInThisContext() as Factory;
  return factory(helpers, context);
}
