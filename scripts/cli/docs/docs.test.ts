import { committedPage, generatedPages } from './writeDocs.ts';

test.each(Object.entries(generatedPages))(
  'should have docs/%s exactly as the code makes it (else: npm run docs)',
  async (name, make) => {
    expect(committedPage(name)).toBe(await make());
  }
);
