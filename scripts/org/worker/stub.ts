import type { LoadedProgram } from '../../apex/load/index.ts';
import { ApexException, ApexList, ApexType } from '../../apex/runtime/index.ts';

type Class = NonNullable<ReturnType<LoadedProgram['world']['classes']['get']>>;
type Method = NonNullable<ReturnType<Class['methods']['get']>>[number];

/**
 * An object of a class of the project whose methods all go to a `StubProvider`.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_testing_stub_api.htm
 */
export function createStub(program: LoadedProgram, typeName: string, provider: unknown): unknown {
  const symbol = program.world.classes.get(typeName.toLowerCase());
  if (symbol === undefined) {
    throw new ApexException('System.TypeException', `Type cannot be stubbed: ${typeName}`);
  }
  const stub = program.allocate(symbol.name);
  Object.defineProperty(stub, '$toString', { value: () => `${symbol.name}__sfdc_ApexStub:[]` });
  for (const method of instanceMethods(symbol)) {
    Object.defineProperty(stub, method.js, {
      value: (...values: unknown[]) => handle(program, { stub, provider, method }, values)
    });
  }
  return stub;
}

function instanceMethods(symbol: Class): Method[] {
  const own = [...symbol.methods.values()].flat().filter((method) => !method.isStatic);
  const parent = symbol.superType?.kind === 'class' ? symbol.superType.symbol : undefined;
  return parent === undefined ? own : [...instanceMethods(parent), ...own];
}

interface StubCall {
  readonly stub: object;
  readonly provider: unknown;
  readonly method: Method;
}

function handle(
  program: LoadedProgram,
  { stub, provider, method }: StubCall,
  values: readonly unknown[]
): unknown {
  const { name, returnType, parameters } = method;
  const types = parameters.map(({ type }) => new ApexType(type.name));
  return program.invoke(provider, 'handleMethodCall', [
    stub,
    name,
    new ApexType(returnType.name),
    new ApexList('Type', types),
    new ApexList(
      'String',
      parameters.map((parameter) => parameter.name)
    ),
    new ApexList('Object', [...values])
  ]);
}
