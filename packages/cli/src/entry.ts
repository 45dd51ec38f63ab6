export * from '@dockwarden-internal/run';
export { run } from './bin.ts';
