import { crc32, deflateRawSync } from 'node:zlib';

const localHeader = 0x04034b50;
const entryHeader = 0x02014b50;
const endHeader = 0x06054b50;
const deflated = 8;

/** A zip of texts by path, whatever the paths are: attackers do not keep to good ones. */
export function zipOf(files: Readonly<Record<string, string>>): Buffer {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  // The same text is packed once: a zip that swells is made of few.
  const packed = new Map<string, Packed>();
  let offset = 0;
  for (const [path, text] of Object.entries(files)) {
    const known = packed.get(text) ?? pack(text);
    packed.set(text, known);
    const { data } = known;
    const name = Buffer.from(path);
    const about = { ...known, packed: data.length, name };
    const body = Buffer.concat([header(localHeader, about), name, data]);
    entries.push(Buffer.concat([header(entryHeader, about, offset), name]));
    bodies.push(body);
    offset += body.length;
  }
  const directory = Buffer.concat(entries);
  return Buffer.concat([...bodies, directory, end(entries.length, directory.length, offset)]);
}

interface Packed {
  readonly crc: number;
  readonly plain: number;
  readonly data: Buffer;
}

function pack(text: string): Packed {
  const plain = Buffer.from(text);
  return { crc: crc32(plain), plain: plain.length, data: deflateRawSync(plain) };
}

interface Entry {
  readonly crc: number;
  readonly packed: number;
  readonly plain: number;
  readonly name: Buffer;
}

/** Both headers say the same; that of the directory also where the file begins. */
function header(signature: number, { crc, packed, plain, name }: Entry, offset?: number): Buffer {
  const isEntry = offset !== undefined;
  const bytes = Buffer.alloc(isEntry ? 46 : 30);
  const shift = isEntry ? 2 : 0;
  bytes.writeUInt32LE(signature, 0);
  bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(20, 4 + shift);
  bytes.writeUInt16LE(deflated, 8 + shift);
  bytes.writeUInt32LE(crc, 14 + shift);
  bytes.writeUInt32LE(packed, 18 + shift);
  bytes.writeUInt32LE(plain, 22 + shift);
  bytes.writeUInt16LE(name.length, 26 + shift);
  if (isEntry) bytes.writeUInt32LE(offset, 42);
  return bytes;
}

function end(count: number, size: number, offset: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(endHeader, 0);
  bytes.writeUInt16LE(count, 8);
  bytes.writeUInt16LE(count, 10);
  bytes.writeUInt32LE(size, 12);
  bytes.writeUInt32LE(offset, 16);
  return bytes;
}
