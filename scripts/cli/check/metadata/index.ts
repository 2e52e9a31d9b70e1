export { createMetadataTypes, loadMetadataTypes } from './metadataTypes.ts';
export type { MetadataTypes } from './metadataTypes.ts';
export { validateMetadata } from './validateMetadata.ts';
export type { MetadataProblem } from './validateMetadata.ts';
