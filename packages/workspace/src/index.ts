export * from './candidate-kind.ts';
export { withDependencies } from './closure.ts';
export { looksLikeCompose, mayBeCompose } from './compose-content.ts';
export { decodeText, type Entry, isWithin, type NodeFileSystem, nodeFileSystem } from './file-system.ts';
export * from './find-files.ts';
export * from './find-root.ts';
export * from './find-workspace.ts';
export * from './list-files.ts';
export { type ReadWorkspace, readWorkspace } from './read-workspace.ts';
