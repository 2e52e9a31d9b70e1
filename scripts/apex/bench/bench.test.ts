import { load } from '../testing/index.ts';
import { benchClass } from './sources.ts';
import { twins } from './twins.ts';

test.each(Object.entries(twins))('should compute %s as its JavaScript twin does', (name, twin) => {
  const { program } = load(benchClass);

  const result = program.invokeStatic('Bench', name, [12]);

  // A list of twelve holds no seventh key twice; null and 0 mean the same here.
  expect(result ?? 0).toEqual(twin(12));
});
