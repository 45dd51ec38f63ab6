import { type Maybe, unknown, unresolved } from '../kernel/unsure.ts';
import type { Command } from '../model/command.ts';
import { lookUpAt } from '../variable/lookup.ts';
import { proxyArgs } from '../variable/predefined.ts';
import { assignmentsBefore } from './shell-place.ts';

/**
 * A variable of the environment that a command runs in: set in front of it, exported earlier in its shell, or by ARG and ENV. Absent where nothing
 * sets it; unknown where an unknown base image may.
 */
export function environmentValue(command: Command, name: string): Maybe<string> {
  const { run, shell } = command;
  const own = shell.assignments.findLast((each) => each.name === name);
  if (own) return own.value ?? unresolved;
  for (const before of assignmentsBefore(command, name)) {
    if (before.command.scope === shell.scope && before.command.words[0]?.shown === 'export')
      return before.assignment.value ?? unresolved;
  }
  const proxy = proxyArgs.has(name) ? run.dockerfile.buildArgs?.get(name) : undefined;
  if (proxy !== undefined) return proxy;
  const { known, maybeInherited } = lookUpAt(run, name);
  if (maybeInherited) return unknown;
  if (known === 'bare') return undefined;
  return known === null ? unresolved : known?.value;
}
