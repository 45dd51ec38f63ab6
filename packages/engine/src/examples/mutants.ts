import type { PolicyDocument } from '@dockwarden-internal/policy';
import type { ExampleTools } from './lint-example.ts';
import { runExamples } from './run-examples.ts';

/** A policy with one clause changed, which its examples should notice. */
export interface Mutant {
  /** Where: `checks.lists.unless`. */
  readonly path: string;
  readonly change: string;
  readonly document: PolicyDocument;
}

/** The mutants that no example notices: clauses that nothing proves are needed. */
export function survivingMutants(document: PolicyDocument, tools: ExampleTools): Mutant[] {
  return mutantsOf(document).filter((mutant) => runExamples(mutant.document, tools, true).length === 0);
}

/** Every policy that comes of dropping one clause, `at` or fix, blanking one reference, or turning one parameter. */
export function mutantsOf(document: PolicyDocument): Mutant[] {
  const mutants = new Map<string, Mutant>();
  const propose = (path: readonly (string | number)[], change: string, mutated: unknown) => {
    const key = JSON.stringify(mutated);
    if (!mutants.has(key)) mutants.set(key, { path: path.join('.'), change, document: mutated as PolicyDocument });
  };
  for (const path of clausePaths(document)) propose(path, 'dropped', without(document, path));
  for (const path of factPaths(document)) propose(path, 'blanked', replaced(document, path, { exists: false }));
  for (const [name, param] of Object.entries(document.params ?? {})) {
    const path = ['params', name, 'default'];
    if (param.type === 'boolean') propose(path, 'flipped', replaced(document, path, !param.default));
    if (Array.isArray(param.default) && param.default.length > 0)
      propose(path, 'emptied', replaced(document, path, []));
  }
  return [...mutants.values()];
}

type Way = readonly (string | number)[];

const conditionWords = ['where', 'unless', 'require', 'forbid'] as const;

function clausePaths(document: PolicyDocument): Way[] {
  const paths: Way[] = [];
  const within = (owner: object, at: Way) => {
    for (const word of conditionWords) {
      const condition = (owner as Record<string, unknown>)[word];
      if (condition !== undefined) collect(condition, [...at, word], paths);
    }
    for (const word of ['at', 'fix'])
      if ((owner as Record<string, unknown>)[word] !== undefined) paths.push([...at, word]);
  };
  within(document, []);
  for (const [name, check] of Object.entries(document.checks ?? {})) {
    paths.push(['checks', name]);
    within(check, ['checks', name]);
  }
  for (const [name, term] of Object.entries(document.terms ?? {})) collect(term, ['terms', name], paths);
  return paths;
}

/** Every entry of a condition, and every member of its `all` and `any`; values of operators are not clauses. */
function collect(value: unknown, at: Way, paths: Way[]): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      if (typeof item !== 'object' || item === null) continue;
      paths.push([...at, index]);
      collect(item, [...at, index], paths);
    }
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (name === 'as' || name === 'param' || name === 'fact') continue;
    paths.push([...at, name]);
    collect(inner, [...at, name], paths);
  }
}

function factPaths(document: PolicyDocument): Way[] {
  const paths: Way[] = [];
  const look = (value: unknown, at: Way) => {
    if (typeof value !== 'object' || value === null) return;
    if (typeof (value as Record<string, unknown>)['fact'] === 'string') paths.push(at);
    for (const [name, inner] of Object.entries(value))
      if (name !== 'examples') look(inner, [...at, Array.isArray(value) ? Number(name) : name]);
  };
  look(document, []);
  return paths;
}

/** A copy without what is at the path; a map or list that is empty then goes as well. */
function without(document: PolicyDocument, path: Way): unknown {
  const copy = structuredClone(document) as unknown;
  for (let length = path.length; length > 0; length--) {
    const parent = at(copy, path.slice(0, length - 1)) as Record<string, unknown> | unknown[];
    const name = path[length - 1]!;
    if (Array.isArray(parent)) parent.splice(Number(name), 1);
    else delete parent[name as string];
    if (!isEmpty(parent)) break;
  }
  return copy;
}

function isEmpty(value: object): boolean {
  return Object.keys(value).filter((name) => name !== 'as').length === 0;
}

function replaced(document: PolicyDocument, path: Way, value: unknown): unknown {
  const copy = structuredClone(document) as unknown;
  const parent = at(copy, path.slice(0, -1)) as Record<string | number, unknown>;
  parent[path.at(-1)!] = value;
  return copy;
}

function at(value: unknown, path: Way): unknown {
  return path.reduce<unknown>((each, name) => (each as Record<string | number, unknown>)[name], value);
}
