/** What the plugins of task runners need of generators, loaded when they ask for it. */
export { sync } from '../sync/sync.ts';
export { over, planSetupOn } from './plan-on.ts';
