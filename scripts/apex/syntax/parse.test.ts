import { parse } from './index.ts';

test('should replace the binds of a query and keep its text', () => {
  const { unit } = parse(
    'anonymous',
    `List<Account> rows = [SELECT Id, (SELECT Id FROM Contacts) FROM Account
       WHERE Name = :name AND Id IN :ids.keySet() LIMIT :(1 + 2)];`
  );

  const [statement] = unit?.kind === 'anonymous' ? unit.body : [];
  const query = statement?.kind === 'locals' ? statement.variables[0]?.value : undefined;

  expect(query).toMatchObject({
    kind: 'soql',
    text: expect.stringMatching(/WHERE Name = :b0 AND Id IN :b1 LIMIT :b2$/) as string,
    binds: [
      { field: { names: ['Name'] }, inList: false },
      { field: { names: ['Id'] }, inList: true },
      { field: undefined }
    ],
    query: { from: { names: ['Account'] }, isCount: false }
  });
});

test('should resolve the escapes of text', () => {
  const { unit } = parse('anonymous', String.raw`String text = 'it\'s \u0041\n\\';`);

  const [statement] = unit?.kind === 'anonymous' ? unit.body : [];
  const value = statement?.kind === 'locals' ? statement.variables[0]?.value : undefined;

  expect(value).toMatchObject({ kind: 'literal', value: "it's A\n\\" });
});

test('should give the first syntax error only, with its place', () => {
  const { unit, problems } = parse(
    'class',
    'public class A {\n  void run() { Integer a = 1 }\n  Integer;\n}'
  );

  expect(unit).toBeUndefined();
  expect(problems).toEqual([{ line: 2, column: 30, message: "Missing ';' at '}'" }]);
});

test('should read triggers with their events', () => {
  const { unit } = parse('trigger', 'trigger T on Account (before insert, after undelete) { }');

  expect(unit).toMatchObject({
    kind: 'trigger',
    name: 'T',
    object: 'Account',
    events: ['before insert', 'after undelete']
  });
});
