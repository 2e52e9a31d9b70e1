import { run } from '../../testing/index.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_expressions_operators_understanding.htm

test('should compare text without its case, numbers and lists by value', () => {
  const output = run(`
    System.debug('Text' == 'tEXT');
    System.debug(1 == 1.0);
    System.debug(5L == 5);
    System.debug(1.50 == 1.5);
    System.debug(new List<Integer>{ 1 } == new List<Integer>{ 1 });
    System.debug(new Account(Name = 'a') == new Account(Name = 'a'));
    System.debug(new Main() == new Main());`);

  expect(output).toEqual(['true', 'true', 'true', 'true', 'true', 'true', 'false']);
});

test('should tell the same object from an equal one', () => {
  const output = run(`
    List<Integer> a = new List<Integer>(); List<Integer> b = a;
    System.debug(a === b);
    System.debug(a === new List<Integer>());
    System.debug(a !== b);
    Object text = 'Text'; Object other = 'text';
    System.debug(text === other);`);

  expect(output).toEqual(['true', 'false', 'false', 'false']);
});

test('should find null neither less nor greater than a number', () => {
  const output = run(`
    Integer nothing;
    System.debug(nothing < 5);
    System.debug(nothing >= -5);
    System.debug(nothing == null);
    System.debug(null != 'x');`);

  expect(output).toEqual(['false', 'false', 'true', 'true']);
});

test('should not evaluate what does not matter', () => {
  const output = run(
    `System.debug(say(false) && say(true));
     System.debug(say(true) || say(false));`,
    `static Boolean say(Boolean value) { System.debug('say ' + value); return value; }`
  );

  expect(output).toEqual(['say false', 'false', 'say true', 'true']);
});

test('should throw for a condition that is null', () => {
  const output = run(`
    Boolean nothing;
    try { if (nothing) { } } catch (NullPointerException error) { System.debug('null'); }`);

  expect(output).toEqual(['null']);
});

test('should compare an id by case, and whether it has 15 characters or 18', () => {
  const output = run(`
    Id account = '001000000000aBc';
    System.debug(account == '001000000000aBc');
    System.debug(account == '001000000000ABC');
    System.debug('001000000000aBcAAU' == account);
    System.debug(account != Id.valueOf('001000000000aBc'));
    System.debug(account == 'no id');
    System.debug(account == null);`);

  expect(output).toEqual(['true', 'false', 'false', 'false', 'false', 'false']);
});
