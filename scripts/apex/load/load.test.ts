import { load, run, thrownBy } from '../testing/index.ts';

test('should run a class with methods, loops, strings and lists', () => {
  const statements = `
    List<String> names = new List<String>{ 'b', 'a' };
    names.sort();
    Integer total = 0;
    for (Integer i = 0; i < 5; i++) { if (i == 3) continue; total += twice(i); }
    for (String name : names) { System.debug(name.toUpperCase() + total); }`;

  const output = run(statements, 'static Integer twice(Integer x) { return x * 2; }');

  expect(output).toEqual(['A14', 'B14']);
});

test('should give errors that leave Apex their Apex frames', () => {
  const { program } = load(
    `public class Outer {
       public static void go() { new Inner().fail(); }
       class Inner {
         void fail() {
           String text;
           text.length();
         }
       }
     }`
  );

  const act = (): unknown => program.invokeStatic('Outer', 'go', []);

  expect(thrownBy(act)).toEqual(
    expect.objectContaining({
      $type: 'System.NullPointerException',
      stackTrace: 'Class.Outer.Inner.fail: line 6, column 1\nClass.Outer.go: line 2, column 1'
    })
  );
});
