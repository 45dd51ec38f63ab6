import { type Diagnostic, suggest } from '@dockwarden-internal/syntax';
import type { App } from '../model/app.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Stack } from '../model/stack.ts';
import { STACKS } from '../stacks/registry.ts';

export interface FoundStack {
  readonly stack: Stack;
  readonly details: unknown;
  readonly evidence: readonly Evidence[];
}

/**
 * The stacks that a project's files speak for, the first of each family; several where it is not one app alone. `generic` speaks for
 * itself only where it is asked for.
 */
export function detectStacks(
  app: App,
  stacks: readonly Stack[] = STACKS,
): { found: FoundStack[]; faults: Diagnostic[] } {
  const found: FoundStack[] = [];
  const faults: Diagnostic[] = [];
  for (const stack of stacks) {
    if (found.some((other) => other.stack.family === stack.family)) continue;
    const seen = stack.detect(app, false);
    if (seen === undefined) continue;
    if ('details' in seen) found.push({ stack, ...seen });
    else faults.push(seen);
  }
  return { found, faults };
}

/** The stack that somebody named, held against the project. */
export function askedStack(app: App, name: string, stacks: readonly Stack[] = STACKS): FoundStack | Diagnostic {
  const stack = stacks.find((one) => one.name === name);
  if (!stack) {
    const known = stacks.map((one) => one.name);
    const near = suggest(name, known);
    return {
      code: 'setup/unknown-stack',
      message: `There is no stack ${JSON.stringify(name)}.`,
      hint: near ? `Did you mean ${near}?` : `Stacks: ${known.join(', ')}.`,
      path: app.project.root,
      exit: 2,
    };
  }
  const seen = stack.detect(app, true);
  if (seen === undefined)
    return {
      code: 'setup/not-that-stack',
      message: `${app.project.name} cannot be set up as ${name}: nothing in ${app.project.root} speaks for it.`,
      hint: 'Leave --stack out to see what is found.',
      path: app.project.root,
      exit: 2,
    };
  return 'details' in seen ? { stack, ...seen } : seen;
}
