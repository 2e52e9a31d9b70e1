import type { Project } from '../metadata/index.ts';
import { apexClassId } from '../security/index.ts';
import { isPlainObject, RestError } from '../rest/index.ts';

/** Which tests a client wants to run. */
export interface TestRequest {
  /** Names of classes, as the project writes them; undefined: all. */
  readonly classes: readonly string[] | undefined;
  /** `Class.method`, for classes of which only these methods are wanted. */
  readonly methods: readonly string[];
  readonly coverage: boolean;
}

/**
 * Reads the body of `runTestsSynchronous` and `runTestsAsynchronous`.
 * https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/intro_rest_resources_testing_runner.htm
 * @throws RestError for a class that is not there
 */
export function readTestRequest(body: unknown, project: Project): TestRequest {
  const given = isPlainObject(body) ? body : {};
  const find = classFinder(project);
  const tests = (Array.isArray(given['tests']) ? given['tests'] : []).filter(isPlainObject);
  const lists = ['classNames', 'classnames', 'classIds', 'classids'];
  const named = [...tests.map(ownerOf), ...lists.flatMap((name) => listOf(given[name]))].map(
    (name) => find(String(name))
  );
  const level = given['testLevel'];
  const isAll = level === 'RunLocalTests' || level === 'RunAllTestsInOrg';
  if (!isAll && named.length === 0) throw invalid('No test classes are named.');
  return {
    classes: isAll && named.length === 0 ? undefined : [...new Set(named)],
    methods: tests.flatMap((test) => methodsOf(test, find)),
    coverage: given['skipCodeCoverage'] !== true
  };
}

/** A class is named by its name or its id. */
function ownerOf(test: Record<string, unknown>): unknown {
  return test['className'] ?? test['classId'];
}

function methodsOf(test: Record<string, unknown>, find: (name: string) => string): string[] {
  const methods = test['testMethods'];
  if (!Array.isArray(methods)) return [];
  const owner = find(String(ownerOf(test)));
  return methods.map((method) => `${owner}.${String(method)}`);
}

/** Lists come as JSON or separated by commas. */
function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'string') return [];
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** By name, with or without namespace, or by id. */
function classFinder(project: Project): (name: string) => string {
  const { namespace } = project;
  const byKey = new Map(
    project.components('ApexClass').flatMap(({ fullName }): [string, string][] => {
      const id = apexClassId(fullName, namespace);
      const key = fullName.toLowerCase();
      const qualified = `${namespace ?? ''}.${key}`.toLowerCase();
      return [key, qualified, id.toLowerCase(), id.slice(0, 15).toLowerCase()].map((each) => [
        each,
        fullName
      ]);
    })
  );
  return (name) => {
    const found = byKey.get(name.toLowerCase());
    if (found !== undefined) return found;
    throw invalid(
      `This class name's value is invalid: ${name}. Provide the name of an Apex class that has test methods.`
    );
  };
}

function invalid(message: string): RestError {
  return new RestError(400, { errorCode: 'INVALID_INPUT', message });
}
