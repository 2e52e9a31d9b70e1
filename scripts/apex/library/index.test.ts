import { coreLibrary } from './index.ts';

test('should name every type once', () => {
  const names = coreLibrary.map(({ name }) => name.toLowerCase());

  expect(new Set(names).size).toBe(names.length);
});
