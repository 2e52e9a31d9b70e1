export { findFiles } from './findFiles.ts';
export { installTools } from './installTools.ts';
export type { ToolSet } from './installTools.ts';
export { installedProgram, localFolder, projectFolder } from './project.ts';
export { runCommand, runShown } from './runCommand.ts';
export type { CommandOptions, CommandResult } from './runCommand.ts';
export { untilInterrupted } from './untilInterrupted.ts';
