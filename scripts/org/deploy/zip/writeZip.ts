import { crc32, deflateRawSync } from 'node:zlib';

/** 1980-01-01, the first day that a zip can name: the same files give the same zip. */
const firstDay = 0x00210000;

/** Packs files into a zip, in the order of the map. */
export function writeZip(files: ReadonlyMap<string, Uint8Array>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, data] of files) {
    const packed = deflateRawSync(data);
    const path = Buffer.from(name);
    const traits = traitsOf({ data, packed, path });
    const head = Buffer.concat([signature(0x04034b50), traits, path]);
    central.push(Buffer.concat([signature(0x02014b50), entryOf(traits, offset), path]));
    local.push(head, packed);
    offset += head.length + packed.length;
  }
  const directory = Buffer.concat(central);
  return Buffer.concat([...local, directory, endOf(files.size, directory.length, offset)]);
}

interface PackedFile {
  readonly data: Uint8Array;
  readonly packed: Buffer;
  readonly path: Buffer;
}

/** What the entry and the directory say alike. */
function traitsOf({ data, packed, path }: PackedFile): Buffer {
  const traits = Buffer.alloc(26);
  traits.writeUInt16LE(20, 0);
  traits.writeUInt16LE(0x0800, 2);
  traits.writeUInt16LE(8, 4);
  traits.writeUInt32LE(firstDay, 6);
  traits.writeUInt32LE(crc32(data), 10);
  traits.writeUInt32LE(packed.length, 14);
  traits.writeUInt32LE(data.length, 18);
  traits.writeUInt16LE(path.length, 22);
  return traits;
}

function entryOf(traits: Buffer, offset: number): Buffer {
  const version = Buffer.from([20, 0]);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([version, traits, rest]);
}

function endOf(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(18);
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([signature(0x06054b50), end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
