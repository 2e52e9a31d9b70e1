import { nativeClass, nativeEnum } from './native.ts';
import { supportTable } from './support.ts';

test('should count and list the members of each type, joined where a type is spread over tables', () => {
  const types = [
    nativeClass('Thing', { 'void b()': () => null, 'new()': () => null }),
    nativeClass('Thing', { 'static Integer a(String text)': () => 1 }),
    nativeEnum('Color', ['RED', 'BLUE'])
  ];

  const table = supportTable(types);

  expect(table).toContain('**2 types, 5 members.**');
  expect(table).toContain('| `Thing` | class | 3 |');
  expect(table).toContain('- `new()`\n- `static Integer a(String text)`\n- `void b()`');
  expect(table).toContain('- `RED`');
});
