import type { AnnotationInfo, ClassInfo, MethodInfo } from '../../apex/index.ts';

/** A test class with its test methods in order of declaration. */
export interface TestClass {
  readonly name: string;
  readonly setups: readonly string[];
  readonly methods: readonly string[];
  readonly seeAllData: boolean;
}

/** Which tests to run; without classes, all of them. Names in any case. */
export interface TestSelection {
  readonly classes?: readonly string[] | undefined;
  /** `Class.method` or `method` of any class. */
  readonly methods?: readonly string[] | undefined;
}

/** The test classes among a project's classes that are selected. */
export function findTests(
  classes: readonly ClassInfo[],
  selection: TestSelection = {}
): TestClass[] {
  const wanted = selection.classes?.map((name) => name.toLowerCase());
  const methods = selection.methods?.map((name) => name.toLowerCase());
  return classes
    .filter((each) => wanted === undefined || wanted.includes(each.name.toLowerCase()))
    .map((each) => testClass(each, methods))
    .filter(({ methods: found }) => found.length > 0);
}

function testClass(info: ClassInfo, wanted: readonly string[] | undefined): TestClass {
  const tests = info.methods.filter((method) => isTest(method));
  const selected = tests.filter(({ name }) => isWanted(wanted, info.name, name));
  return {
    name: info.name,
    setups: info.methods.filter((method) => has(method.annotations, 'testsetup')).map(nameOf),
    methods: selected.map(nameOf),
    seeAllData: parameter(info.annotations, 'istest', 'seealldata')
  };
}

function isTest({ annotations, isStatic }: MethodInfo): boolean {
  return isStatic && (has(annotations, 'istest') || has(annotations, 'testmethod'));
}

function isWanted(wanted: readonly string[] | undefined, owner: string, name: string): boolean {
  if (wanted === undefined) return true;
  const method = name.toLowerCase();
  return wanted.includes(method) || wanted.includes(`${owner.toLowerCase()}.${method}`);
}

function has(annotations: readonly AnnotationInfo[], name: string): boolean {
  return annotations.some((annotation) => annotation.name === name);
}

function parameter(annotations: readonly AnnotationInfo[], name: string, key: string): boolean {
  const value = annotations.find((annotation) => annotation.name === name)?.parameters.get(key);
  return value === true || value === 'true';
}

function nameOf({ name }: MethodInfo): string {
  return name;
}
