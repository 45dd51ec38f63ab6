import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledPolicies } from './compiled-policies.ts';

/** True in the bundle that is shipped, which has the compiled policies beside it. */
declare const DOCKWARDEN_BUNDLED: boolean | undefined;

const loaded = new Map<string, Promise<CompiledPolicies>>();

/** The policies that come with the product: compiled in the bundle, read from the sources under test. A lint run needs no examples. */
export function builtinPolicies(part: 'rules' | 'whole' = 'rules'): Promise<CompiledPolicies> {
  const file = part === 'whole' ? 'policies-whole.json' : 'policies.json';
  const known = loaded.get(file) ?? load(file);
  loaded.set(file, known);
  return known;
}

async function load(file: string): Promise<CompiledPolicies> {
  if (typeof DOCKWARDEN_BUNDLED === 'boolean') {
    return JSON.parse(readFileSync(join(__dirname, file), 'utf8')) as CompiledPolicies;
  } else {
    // In a branch of its own, so that the bundle has nothing of it.
    const { compileBuiltin } = await import('./compile-builtin.ts');
    const { compiled, faults } = await compileBuiltin(join(__dirname, '../../../../policies'));
    if (faults.length > 0) throw new Error(faults.join('\n'));
    return compiled;
  }
}
