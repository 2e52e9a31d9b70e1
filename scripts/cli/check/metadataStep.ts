import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFiles, projectFolder } from '../tools/index.ts';
import { resultOf } from './checkStep.ts';
import type { CheckStep, Finding } from './checkStep.ts';
import { loadMetadataTypes, validateMetadata } from './metadata/index.ts';

/** Every metadata document against the Metadata API's types. */
export const metadataStep: CheckStep = {
  name: 'metadata',
  what: 'metadata XML against the Metadata API',
  run: () => Promise.resolve(resultOf(findProblems()))
};

function findProblems(): Finding[] {
  const types = loadMetadataTypes();
  return findFiles('force-app/**/*-meta.xml').flatMap((file) =>
    validateMetadata(readFileSync(join(projectFolder, file), 'utf8'), types).map((problem) => ({
      file,
      ...problem
    }))
  );
}
