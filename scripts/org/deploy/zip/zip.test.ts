import fc from 'fast-check';
import { readZip } from './readZip.ts';
import { writeZip } from './writeZip.ts';
import { ZipError } from './zipError.ts';

const zipOf = (files: Readonly<Record<string, string>>): Buffer =>
  writeZip(new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])));

describe('a zip', () => {
  test('should come back as it was packed', () => {
    const name = fc.stringMatching(/^[a-z]{1,8}\/[a-z]{1,8}\.cls$/);
    const files = fc.dictionary(name, fc.string());

    fc.assert(
      fc.property(files, (texts) => {
        const read = [...readZip(zipOf(texts))];
        expect(read.map(([path, data]) => [path, Buffer.from(data).toString()])).toEqual(
          Object.entries(texts)
        );
      }),
      { numRuns: 50 }
    );
  });

  test.each([
    ['../outside.cls'],
    ['classes/../../outside.cls'],
    ['/etc/passwd'],
    ['classes//A.cls'],
    ['C:\\A.cls'],
    ['classes/\u0000.cls']
  ])('should refuse the path %j', (name) => {
    expect(() => readZip(zipOf({ [name]: 'x' }))).toThrow(/not allowed/);
  });

  test('should refuse what swells beyond the limit', () => {
    const bomb = zipOf({ 'a.txt': '0'.repeat(2_000_000) });

    expect(() => readZip(bomb, { mostFiles: 10, mostBytes: 1024 * 1024 })).toThrow(
      /more than 1 MB/
    );
  });

  test('should refuse what swells beyond what it says', () => {
    const bomb = zipOf({ 'a.txt': '0'.repeat(100_000) });
    const sizeInDirectory = bomb.lastIndexOf(Buffer.from('PK\u0001\u0002')) + 24;
    bomb.writeUInt32LE(10, sizeInDirectory);

    expect(() => readZip(bomb)).toThrow(ZipError);
  });

  test('should refuse too many files', () => {
    const many = zipOf({ a: '', b: '', c: '' });

    expect(() => readZip(many, { mostFiles: 2, mostBytes: 10 })).toThrow(/more than 2 files/);
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('hello, this is not a zip at all')],
    ['half a zip', zipOf({ 'a.txt': 'hello' }).subarray(30)]
  ])('should refuse %s', (_, data) => {
    expect(() => readZip(data)).toThrow(ZipError);
  });

  test('should refuse any damage with its own error', () => {
    const whole = zipOf({ 'classes/A.cls': 'public class A {}', 'package.xml': '<Package/>' });
    const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) });

    fc.assert(
      fc.property(change, ({ at, byte }) => {
        const damaged = Buffer.from(whole);
        damaged[at] = byte;
        try {
          readZip(damaged);
        } catch (error) {
          expect(error).toBeInstanceOf(ZipError);
        }
      }),
      { numRuns: 300 }
    );
  });
});
