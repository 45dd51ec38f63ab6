import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PolicyDocument } from '@dockwarden-internal/policy';
import type { CompiledPolicies } from './compiled-policies.ts';

/** True in the bundle that is shipped, which has the compiled policies beside it. */
declare const DOCKWARDEN_BUNDLED: boolean | undefined;

/** What a page or a test shows of a policy beyond its rules, in the order of the policies. */
type PagePart = Pick<PolicyDocument, 'examples' | 'references'>;

const loaded = new Map<string, Promise<CompiledPolicies>>();

/** The policies that come with the product: compiled in the bundle, read from the sources under test. A lint run needs no examples. */
export function builtinPolicies(part: 'rules' | 'whole' = 'rules'): Promise<CompiledPolicies> {
  const known = loaded.get(part) ?? load(part);
  loaded.set(part, known);
  return known;
}

async function load(part: 'rules' | 'whole'): Promise<CompiledPolicies> {
  if (typeof DOCKWARDEN_BUNDLED === 'boolean') {
    const compiled = readBeside('policies.json') as CompiledPolicies;
    if (part === 'rules') return compiled;
    const pages = readBeside('policies-pages.json') as readonly PagePart[];
    return { ...compiled, policies: compiled.policies.map((rules, index) => ({ ...rules, ...pages[index] })) };
  } else {
    // In a branch of its own, so that the bundle has nothing of it.
    const { compileBuiltin } = await import('./compile-builtin.ts');
    const { compiled, faults } = await compileBuiltin(join(__dirname, '../../../../policies'));
    if (faults.length > 0) throw new Error(faults.join('\n'));
    return compiled;
  }
}

function readBeside(file: string): unknown {
  return JSON.parse(readFileSync(join(__dirname, file), 'utf8'));
}
