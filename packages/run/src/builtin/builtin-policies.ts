import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledPolicies } from './compiled-policies.ts';

/** True in the bundle that is shipped, which has the compiled policies beside it. */
declare const DOCKWARDEN_BUNDLED: boolean | undefined;

let loaded: Promise<CompiledPolicies> | undefined;

/** The policies that come with the product: compiled in the bundle, read from the sources under test. */
export function builtinPolicies(): Promise<CompiledPolicies> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<CompiledPolicies> {
  if (typeof DOCKWARDEN_BUNDLED === 'boolean')
    return JSON.parse(readFileSync(join(__dirname, 'policies.json'), 'utf8')) as CompiledPolicies;
  const { compileBuiltin } = await import('./compile-builtin.ts');
  const { compiled, faults } = await compileBuiltin(join(__dirname, '../../../../policies'));
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return compiled;
}
