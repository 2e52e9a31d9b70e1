import type { CompiledProgram, CompiledUnit } from '../../apex/load/index.ts';

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
  /** `Class.method`, or `method` of any class. */
  readonly methods?: readonly string[] | undefined;
}

/** The test classes of a compiled project that are selected. */
export function findTests({ units }: CompiledProgram, selection: TestSelection = {}): TestClass[] {
  const wanted = selection.classes?.map((name) => name.toLowerCase());
  const methods = selection.methods?.map((name) => name.toLowerCase());
  return units
    .filter(isTestClass)
    .filter(({ name }) => wanted === undefined || wanted.includes(name.toLowerCase()))
    .flatMap((unit) => testClasses(unit, methods))
    .filter((test) => test.methods.length > 0);
}

/** Is the unit a class that is annotated with @IsTest? */
export function isTestClass({ kind, declaration }: CompiledUnit): boolean {
  return kind === 'class' && has(declaration.modifiers, 'istest');
}

type Modifiers = CompiledUnit['declaration']['modifiers'];

/** A class, or, where only some of its methods see all data, two. */
function testClasses(unit: CompiledUnit, wanted: readonly string[] | undefined): TestClass[] {
  const { name, declaration } = unit;
  const methods = declaration.members.flatMap((member) =>
    member.kind === 'method' ? [member] : []
  );
  const setups = methods.filter(({ modifiers }) => has(modifiers, 'testsetup'));
  const tests = methods
    .filter(({ modifiers }) => isTest(modifiers))
    .filter((method) => isWanted(wanted, name, method.name));
  const whole = seesAllData(declaration.modifiers);
  return [true, false].map((seeAllData) => ({
    name,
    seeAllData,
    setups: setups.map((setup) => setup.name),
    methods: tests
      .filter(({ modifiers }) => (whole || seesAllData(modifiers)) === seeAllData)
      .map((method) => method.name)
  }));
}

function isTest(modifiers: Modifiers): boolean {
  return has(modifiers, 'istest') || modifiers.words.has('testmethod');
}

function isWanted(wanted: readonly string[] | undefined, owner: string, name: string): boolean {
  if (wanted === undefined) return true;
  const method = name.toLowerCase();
  return wanted.includes(method) || wanted.includes(`${owner.toLowerCase()}.${method}`);
}

function has({ annotations }: Modifiers, name: string): boolean {
  return annotations.some((annotation) => annotation.name === name);
}

function seesAllData({ annotations }: Modifiers): boolean {
  const value = annotations.find(({ name }) => name === 'istest')?.parameters.get('seealldata');
  return value === true || value === 'true';
}
