import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { vocabulary } from '@dockwarden-internal/facts';
import {
  type ConditionDocument,
  compilePolicy,
  overlay,
  type PackDocument,
  type PolicyDocument,
  platformPattern,
} from '@dockwarden-internal/policy';
import { loadPack, loadPolicy, loadTerms } from '@dockwarden-internal/policy/load';
import { type Diagnostic, sourceText } from '@dockwarden-internal/syntax';
import { isShellcheck } from '../policies/unknown-ids.ts';
import { sentenceOf } from '../sentence-of.ts';
import type { CompiledPolicies } from './compiled-policies.ts';

/** Reads and checks a folder of policies (`area/name.yaml`), `packs/` and `terms/`. */
export async function compileBuiltin(
  folder: string,
): Promise<{ readonly compiled: CompiledPolicies; readonly faults: readonly string[] }> {
  const faults: string[] = [];
  const report = (diagnostics: readonly Diagnostic[]) => faults.push(...diagnostics.map(sentenceOf));
  const terms: Record<string, ConditionDocument> = {};
  for (const source of sources(folder, 'terms')) {
    const loaded = loadTerms(source);
    Object.assign(terms, loaded.terms);
    report(loaded.diagnostics);
  }
  const policies: PolicyDocument[] = [];
  for (const area of areas(folder)) {
    for (const source of sources(folder, area)) {
      const { document, diagnostics } = loadPolicy(source, vocabulary, platformPattern, terms);
      report(diagnostics);
      if (!document) continue;
      if (`${document.id}.yaml` !== source.path)
        faults.push(`${source.path}: the id ${document.id} does not match the file's name`);
      policies.push(document);
    }
  }
  const packs: Record<string, PackDocument> = {};
  const ids = new Set(policies.map((policy) => policy.id));
  for (const source of sources(folder, 'packs')) {
    const { pack, diagnostics } = loadPack(source);
    report(diagnostics);
    if (!pack) continue;
    if (`packs/${pack.id}.yaml` !== source.path)
      faults.push(`${source.path}: the id ${pack.id} does not match the file's name`);
    packs[pack.id] = pack;
    for (const id of Object.keys(pack.policies))
      if (!isShellcheck(id) && !ids.has(id.split('/').slice(0, 2).join('/')))
        faults.push(`${source.path}: there is no policy ${id}`);
    for (const [id, settings] of overlay(new Map(), pack.policies)) {
      const document = policies.find((policy) => policy.id === id);
      if (!document || !settings.params) continue;
      const input = { document, vocabulary, compilePattern: platformPattern, sharedTerms: terms, settings };
      compilePolicy({ ...input, report: ({ message }) => faults.push(`${source.path}: ${id}: ${message}`) });
    }
  }
  policies.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { compiled: { policies, packs, terms }, faults };
}

function areas(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['packs', 'terms', 'node_modules'].includes(entry.name))
    .map((entry) => entry.name)
    .sort();
}

function sources(folder: string, below: string) {
  let names: string[];
  try {
    names = readdirSync(join(folder, below), { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
  return names
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const path = join(folder, below, name);
      return sourceText(relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8'));
    });
}
