import type { ProgramPort } from '../../apex/index.ts';

/** A field that belongs to an instance's state. */
export interface StateField {
  readonly key: string;
  get(target: unknown): unknown;
  set(target: unknown, value: unknown): void;
}

/** Fields of a class and its super classes that are neither static nor transient. */
export function instanceFields(program: ProgramPort, type: string): StateField[] {
  const info = program.classInfo(type);
  if (info === undefined) return [];
  const inherited = info.superName === undefined ? [] : instanceFields(program, info.superName);
  const own = info.fields.filter(({ isStatic, isTransient }) => !isStatic && !isTransient);
  return [
    ...inherited,
    ...own.map((field) => ({
      key: `${info.name}.${field.name}`,
      get: (target: unknown) => field.get(target),
      set: (target: unknown, value: unknown) => {
        field.set(target, value);
      }
    }))
  ];
}

/** An instance without its constructor having run. */
export function allocate(program: ProgramPort, type: string): unknown {
  const allocating = program as ProgramPort & { allocate?: (name: string) => unknown };
  return allocating.allocate?.(type) ?? program.construct(type, []);
}
