import { suggest } from '@dockwarden-internal/syntax';
import { memo } from '../kernel/memo.ts';
import { type Maybe, unknown, unresolved } from '../kernel/unsure.ts';
import type { Expansion, Variable } from '../model/variable.ts';
import { chainOf } from '../stage/parent.ts';
import { baseVariables } from './base-variables.ts';
import { globalScope } from './global-scope.ts';
import { lookUpAt } from './lookup.ts';
import { platformArgs, proxyArgs } from './predefined.ts';
import { scopesOf } from './scope.ts';

/** What declares the variable that an expansion names; unknown where only a base image that is not known could, absent where nothing does. */
export const definitionOf = memo((expansion: Expansion): Maybe<Variable> => {
  const { name, instruction, pair, place } = expansion;
  const { variable, maybeInherited } = lookUpAt(instruction, name, pair);
  if (variable) return variable;
  if (maybeInherited) return unknown;
  const value = instruction.dockerfile.buildArgs?.get(name) ?? unresolved;
  return isPredefinedHere(expansion)
    ? { name, declaredBy: 'arg', instruction, value, place, namePlace: place, implied: true }
    : undefined;
});

/** True where the builder sets the variable without any declaration: platform arguments in FROM, proxies in RUN. */
export function isPredefinedHere({ name, instruction, shell }: Expansion): boolean {
  if (shell) return proxyArgs.has(name);
  return (!instruction.stage || instruction.node.keyword === 'from') && platformArgs.has(name);
}

/** The ARG of that name before the first FROM, for an expansion in a stage. */
export function globalArgOf({ name, instruction }: Expansion): Variable | undefined {
  if (!instruction.stage || instruction.node.keyword === 'from') return undefined;
  return globalScope(instruction.dockerfile).byName.get(name)?.at(-1);
}

/** What stands in for a variable that is not set; absent without an operator that says so. */
export function fallbackOf({ operator, word, guarded }: Expansion): string | undefined {
  if (guarded) return '';
  return operator === '-' || operator === ':-' || operator === '+' || operator === ':+' ? word : undefined;
}

/** The nearest name that is defined where the expansion stands; absent for one that is defined itself. */
export function suggestionFor(expansion: Expansion): string | undefined {
  if (definitionOf(expansion) !== undefined) return undefined;
  return suggest(expansion.name, otherNamesAt(expansion));
}

function* otherNamesAt(expansion: Expansion): Iterable<string> {
  for (const name of namesAt(expansion)) if (name !== expansion.name) yield name;
}

function* namesAt({ instruction }: Expansion): Iterable<string> {
  const { stage, dockerfile, node } = instruction;
  if (!stage || node.keyword === 'from') {
    yield* globalScope(dockerfile).known.keys();
    return;
  }
  const chain = chainOf(stage);
  for (const each of chain) yield* scopesOf(dockerfile).get(each)?.bindings.keys() ?? [];
  const inherited = baseVariables(chain.at(-1)!);
  if (inherited instanceof Map) yield* inherited.keys();
}
