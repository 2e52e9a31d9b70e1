export { deployInto, readDeployed } from './deployed.ts';
export type { DeployedFiles, Deployment } from './deployed.ts';
export { createProject } from './project.ts';
export type { ProjectData } from './project.ts';
export { readProject } from './read.ts';
export type { ReadOptions } from './read.ts';
export { childElements, resolveComponents } from './resolve.ts';
export { refuseUnsupported } from './unsupported.ts';
export type { ComponentSource } from './resolve.ts';
export type { Component, Project, XmlNode, XmlValue } from './types.ts';
export {
  flagOf,
  lineOf,
  nodeOf,
  nodesOf,
  numberOf,
  parseXml,
  shortName,
  textOf,
  textsOf
} from './xml.ts';
