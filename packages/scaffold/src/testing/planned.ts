import type { App } from '../model/app.ts';
import type { SetupOptions } from '../model/setup-options.ts';
import type { Stack, StackPlan } from '../model/stack.ts';
import { PLAIN_OPTIONS } from './app-of.ts';

/** What a stack finds and plans, for tests that expect it to; a fault is thrown. */
export function planned<T>(
  stack: Stack<T>,
  app: App,
  options: Partial<SetupOptions> = {},
): StackPlan & { readonly found: string[] } {
  const seen = stack.detect(app, false);
  if (seen === undefined) throw new Error(`not ${stack.name}`);
  if (!('details' in seen)) throw new Error(seen.message);
  const plan = stack.plan(app, seen.details, { ...PLAIN_OPTIONS, ...options });
  if ('code' in plan) throw new Error(plan.message);
  return { ...plan, found: seen.evidence.map(({ what, why }) => `${what}: ${why}`) };
}

/** The block of a stage, by its name. */
export function stageText({ dockerfile }: Pick<StackPlan, 'dockerfile'>, name: string): string | undefined {
  return dockerfile.split(/\n\n(?=[#A-Z])/).find((block) => new RegExp(`^FROM .* AS ${name}$`, 'm').test(block));
}
