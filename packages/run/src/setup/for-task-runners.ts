/** What the plugins of task runners need of generators, loaded when they ask for it. */
export { policyDraft, policyNext } from '../new-policy.ts';
export { sync } from '../sync/sync.ts';
export { over, planSetupOn } from './plan-on.ts';
