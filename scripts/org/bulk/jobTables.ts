import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync
} from 'node:fs';
import { join } from 'node:path';

/** What is kept of a job: what it is, what was uploaded, what became of the rows, what a query found. */
export type TableName = 'job' | 'upload' | 'successful' | 'failed' | 'unprocessed' | 'rows';

/** The texts of jobs. */
export interface JobTables {
  /** Ids of the jobs that are kept, oldest first. */
  ids(): readonly string[];
  /** Empty when there is none. */
  read(id: string, name: TableName): string;
  write(id: string, name: TableName, text: string): void;
  append(id: string, name: TableName, text: string): void;
  /** Drops what comes after so many bytes. */
  cut(id: string, name: TableName, bytes: number): void;
  remove(id: string): void;
}

/** Tables that go with the process. */
export function memoryTables(): JobTables {
  const texts = new Map<string, Map<TableName, string>>();
  const read = (id: string, name: TableName): string => texts.get(id)?.get(name) ?? '';
  const write = (id: string, name: TableName, text: string): void => {
    const own = texts.get(id) ?? new Map<TableName, string>();
    texts.set(id, own.set(name, text));
  };
  return {
    ids: () => [...texts.keys()],
    read,
    write,
    append: (id, name, text) => write(id, name, read(id, name) + text),
    cut: (id, name, bytes) =>
      write(id, name, Buffer.from(read(id, name)).subarray(0, bytes).toString('utf8')),
    remove: (id) => void texts.delete(id)
  };
}

/** Tables that outlive the process: each job has a folder of its own, for its owner only. */
export function fileTables(folder: string): JobTables {
  const fileOf = (id: string, name: TableName): string => join(folder, id, name);
  const ready = (id: string): string => {
    mkdirSync(join(folder, id), { recursive: true, mode: 0o700 });
    return join(folder, id);
  };
  return {
    ids: () => (existsSync(folder) ? readdirSync(folder).toSorted() : []),
    read: (id, name) =>
      existsSync(fileOf(id, name)) ? readFileSync(fileOf(id, name), 'utf8') : '',
    write: (id, name, text) => {
      const fresh = join(ready(id), `${name}.new`);
      writeFileSync(fresh, text);
      renameSync(fresh, fileOf(id, name));
    },
    append: (id, name, text) => {
      appendFileSync(join(ready(id), name), text);
    },
    cut: (id, name, bytes) => {
      if (existsSync(fileOf(id, name))) truncateSync(fileOf(id, name), bytes);
    },
    remove: (id) => {
      rmSync(join(folder, id), { recursive: true, force: true });
    }
  };
}
