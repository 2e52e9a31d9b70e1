import { run } from '../../testing/index.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_expressions_casting.htm
test('should refuse a cast that the value does not allow', () => {
  const output = run(
    `Object value = 'text';
     try { Integer size = (Integer) value; } catch (TypeException error) { System.debug(error.getMessage()); }
     Base base = new Base();
     try { Sub sub = (Sub) base; } catch (TypeException error) { System.debug(error.getMessage()); }
     SObject record = new Account();
     try { Contact person = (Contact) record; } catch (TypeException error) { System.debug(error.getMessage()); }`,
    `virtual class Base { }
     class Sub extends Base { }`
  );

  expect(output).toEqual([
    'Invalid conversion from runtime type String to Integer',
    'Invalid conversion from runtime type Main.Base to Main.Sub',
    'Invalid conversion from runtime type Account to Contact'
  ]);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_keywords_instanceof.htm
test('should know what a value is an instance of', () => {
  const output = run(
    `Object sub = new Sub(); Object nothing; Object one = 1;
     System.debug(sub instanceof Base);
     System.debug(sub instanceof Named);
     System.debug(nothing instanceof Base);
     System.debug(one instanceof Integer);
     System.debug(one instanceof Decimal);
     System.debug(one instanceof String);
     Object accounts = new List<Account>();
     System.debug(accounts instanceof List<SObject>);
     System.debug(accounts instanceof List<Contact>);`,
    `interface Named { }
     virtual class Base implements Named { }
     class Sub extends Base { }`
  );

  expect(output).toEqual(['true', 'true', 'false', 'true', 'true', 'false', 'true', 'false']);
});

test('should narrow numbers by cast and widen them by assignment', () => {
  const output = run(`
    System.debug((Integer) 3.99);
    Object small = 5; Long big = (Long) small; System.debug(big + 1L);
    Decimal exact = (Decimal) small; System.debug(exact / 2);`);

  expect(output).toEqual(['3', '6', '2.5']);
});

test('should still know an id that is held as an object', () => {
  const output = run(`
    Object held = Id.valueOf('001000000000001'); Object text = 'no id';
    System.debug(held instanceof Id);
    System.debug(text instanceof Id);
    System.debug((Id) held);
    System.debug(String.valueOf(held));
    System.debug(new Map<Id, Integer>{ '001000000000001' => 1 }.get((Id) held));
    System.debug(JSON.serialize(new List<Object>{ held }));
    try { Integer size = (Integer) held; } catch (TypeException error) { System.debug(error.getMessage()); }
    try { Id broken = (Id) text; } catch (StringException error) { System.debug(error.getMessage()); }`);

  expect(output).toEqual([
    'true',
    'false',
    '001000000000001AAA',
    '001000000000001AAA',
    '1',
    '["001000000000001AAA"]',
    'Invalid conversion from runtime type Id to Integer',
    'Invalid id: no id'
  ]);
});
