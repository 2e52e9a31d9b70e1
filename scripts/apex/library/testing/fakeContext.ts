import { manualClock, seededRandom } from '../../../shared/index.ts';
import type {
  ApexContext,
  ObjectDefinition,
  ProgramPort,
  SchemaPort
} from '../../platform/index.ts';
import { fakeProgram } from './fakeProgram.ts';

/** A context for tests of natives: a clock that stands still, a seeded random source, no objects, no classes. */
export function fakeContext(parts: Partial<FakeParts> = {}): ApexContext {
  const { objects = [], program = fakeProgram(), timeZone = 'America/Los_Angeles' } = parts;
  return {
    clock: manualClock('2024-03-01T12:00:00Z'),
    random: seededRandom(1),
    schema: fakeSchema(objects),
    host: {
      userSettings: { timeZone, locale: parts.locale ?? 'en_US' }
    } as unknown as ApexContext['host'],
    program,
    sharing: 'none',
    access: 'system',
    bindScope: undefined
  };
}

export interface FakeParts {
  readonly objects: readonly ObjectDefinition[];
  readonly program: ProgramPort;
  readonly timeZone: string;
  readonly locale: string;
}

function fakeSchema(objects: readonly ObjectDefinition[]): SchemaPort {
  const byName = new Map(objects.map((object) => [object.name.toLowerCase(), object]));
  return {
    namespace: undefined,
    objects: byName,
    object: (name) => byName.get(name.toLowerCase()),
    field: (object, name) => object.fields.get(name.toLowerCase()),
    parentRelationship: (object, name) =>
      [...object.fields.values()].find(
        ({ relationshipName }) => relationshipName?.toLowerCase() === name.toLowerCase()
      ),
    childRelationship: (object, name) =>
      object.childRelationships.find(
        ({ relationshipName }) => relationshipName?.toLowerCase() === name.toLowerCase()
      ),
    label: () => undefined
  };
}
