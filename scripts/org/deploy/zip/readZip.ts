import { crc32, inflateRawSync } from 'node:zlib';
import { requireSafeName } from './safeName.ts';
import { ZipError } from './zipError.ts';

/** What the platform takes in one deployment or retrieval. */
export interface ZipLimits {
  readonly mostFiles: number;
  /** Of all files together, unpacked. */
  readonly mostBytes: number;
}

/** https://developer.salesforce.com/docs/atlas.en-us.salesforce_app_limits_cheatsheet.meta/salesforce_app_limits_cheatsheet/salesforce_app_limits_platform_metadata.htm */
export const zipLimits: ZipLimits = { mostFiles: 10_000, mostBytes: 400 * 1024 * 1024 };

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const fileSignature = 0x04034b50;
const endSize = 22;
const longestComment = 0xffff;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly start: number;
}

/**
 * Unpacks a zip in memory; folders are left out.
 * @returns files by their path
 * @throws ZipError for what is no zip, is damaged, encrypted, too large when unpacked, or names paths outside of it
 */
export function readZip(zip: Buffer, limits: ZipLimits = zipLimits): Map<string, Uint8Array> {
  const entries = readEntries(zip, limits).filter(({ name }) => !name.endsWith('/'));
  const announced = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  if (announced > limits.mostBytes) throw tooLarge(limits);
  const files = new Map<string, Uint8Array>();
  for (const entry of entries) {
    requireSafeName(entry.name);
    if (files.has(entry.name)) throw new ZipError(`The zip has ${entry.name} twice.`);
    files.set(entry.name, unpack(zip, entry));
  }
  return files;
}

function readEntries(zip: Buffer, limits: ZipLimits): Entry[] {
  const end = findEnd(zip);
  const count = zip.readUInt16LE(end + 10);
  if (count > limits.mostFiles) {
    throw new ZipError(`The zip has more than ${String(limits.mostFiles)} files.`);
  }
  const entries: Entry[] = [];
  let position = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    requireSignature(zip, position, entrySignature);
    entries.push(readEntry(zip, position));
    position += 46 + lengths(zip, position + 28, 3);
  }
  return entries;
}

function findEnd(zip: Buffer): number {
  const lowest = Math.max(0, zip.length - endSize - longestComment);
  for (let position = zip.length - endSize; position >= lowest; position -= 1) {
    if (zip.readUInt32LE(position) === endSignature) return position;
  }
  throw new ZipError('This is no zip file.');
}

function readEntry(zip: Buffer, at: number): Entry {
  const nameStart = at + 46;
  return {
    flags: zip.readUInt16LE(at + 8),
    method: zip.readUInt16LE(at + 10),
    crc: zip.readUInt32LE(at + 16),
    packedBytes: zip.readUInt32LE(at + 20),
    bytes: zip.readUInt32LE(at + 24),
    start: zip.readUInt32LE(at + 42),
    name: zip.toString('utf8', nameStart, nameStart + zip.readUInt16LE(at + 28))
  };
}

/** The sum of lengths that stand one after the other. */
function lengths(zip: Buffer, at: number, count: number): number {
  return Array.from({ length: count }, (_, index) => zip.readUInt16LE(at + index * 2)).reduce(
    (sum, length) => sum + length,
    0
  );
}

function requireSignature(zip: Buffer, at: number, signature: number): void {
  const isInside = at + 46 <= zip.length;
  if (isInside && zip.readUInt32LE(at) === signature) return;
  throw new ZipError('The zip is damaged.');
}

function unpack(zip: Buffer, entry: Entry): Uint8Array {
  if ((entry.flags & 1) === 1) throw new ZipError(`${entry.name} is encrypted.`);
  requireSignature(zip, entry.start, fileSignature);
  const start = entry.start + 30 + lengths(zip, entry.start + 26, 2);
  const packed = zip.subarray(start, start + entry.packedBytes);
  const data = inflate(packed, entry);
  if (data.length !== entry.bytes || crc32(data) !== entry.crc) {
    throw new ZipError(`${entry.name} is damaged.`);
  }
  return data;
}

/** Never more than the zip said: what swells beyond that is a bomb. */
function inflate(packed: Buffer, { name, method, bytes }: Entry): Buffer {
  if (method === 0) return packed;
  if (method !== 8) throw new ZipError(`${name} is packed in a way that is not supported.`);
  if (bytes === 0) return Buffer.alloc(0);
  try {
    return inflateRawSync(packed, { maxOutputLength: bytes });
  } catch {
    throw new ZipError(`${name} is damaged.`);
  }
}

function tooLarge({ mostBytes }: ZipLimits): ZipError {
  const megabytes = Math.floor(mostBytes / 1024 / 1024);
  return new ZipError(`Unpacked, the zip has more than ${String(megabytes)} MB.`);
}
