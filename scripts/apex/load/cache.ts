import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { compilerVersion } from './compilerVersion.ts';
import type { TypeDeclaration } from '../syntax/index.ts';
import { versionOf } from './types.ts';
import type { ApexSource, CompiledUnit } from './types.ts';

/** What was compiled before, by the content that it was compiled from. */
export interface UnitCache {
  surface(source: ApexSource): TypeDeclaration | undefined;
  keepSurface(source: ApexSource, surface: TypeDeclaration): void;
  /** `key` stands for all that the unit depends on. */
  unit(source: ApexSource, key: string): CompiledUnit | undefined;
  keepUnit(source: ApexSource, key: string, unit: CompiledUnit): void;
  /** Writes to disk what was used or added since; the rest is dropped. */
  save(): void;
}

interface CacheFile {
  readonly version: string;
  readonly surfaces: ReadonlyMap<string, TypeDeclaration>;
  readonly units: ReadonlyMap<string, CompiledUnit>;
}

const empty: CacheFile = { version: '', surfaces: new Map(), units: new Map() };

/** A cache in one file of the folder; without a folder it forgets. */
export function createUnitCache(folder: string | undefined): UnitCache {
  const version = folder === undefined ? '' : compilerVersion();
  const before = folder === undefined ? empty : read(folder, version);
  const surfaces = new Map<string, TypeDeclaration>();
  const units = new Map<string, CompiledUnit>();
  let changed = false;
  const keep = <V>(map: Map<string, V>, key: string, value: V): void => {
    map.set(key, value);
    changed = true;
  };
  return {
    surface: (source) => reuse(before.surfaces, surfaces, digest(source)),
    keepSurface: (source, surface) => keep(surfaces, digest(source), surface),
    unit: (source, key) => reuse(before.units, units, `${digest(source)}${key}`),
    keepUnit: (source, key, unit) => keep(units, `${digest(source)}${key}`, unit),
    save: () => {
      if (folder !== undefined && changed) write(folder, { version, surfaces, units });
    }
  };
}

function reuse<V>(from: ReadonlyMap<string, V>, to: Map<string, V>, key: string): V | undefined {
  const found = from.get(key);
  if (found !== undefined) to.set(key, found);
  return found;
}

function digest(source: ApexSource): string {
  const { kind, path, text } = source;
  const parts = [kind, path, versionOf(source), text];
  return createHash('sha256').update(parts.join('\n')).digest('base64');
}

const fileName = 'apex.cache';

/** A file that is missing, broken, or of another compiler or Node is no cache. */
function read(folder: string, version: string): CacheFile {
  try {
    const file = deserialize(readFileSync(join(folder, fileName))) as CacheFile;
    return file.version === version ? file : empty;
  } catch {
    return empty;
  }
}

function write(folder: string, file: CacheFile): void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, fileName);
  writeFileSync(`${path}.${process.pid}`, serialize(file));
  renameSync(`${path}.${process.pid}`, path);
}
