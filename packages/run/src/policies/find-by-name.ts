import { qualified } from '@dockwarden-internal/engine';
import { faultsByAlias } from '@dockwarden-internal/facts';
import { checksOf, type PolicyDocument, splitId } from '@dockwarden-internal/policy';
import { ownEntry } from '@dockwarden-internal/syntax';

/**
 * The policies that a word names: by id, by a check's id, or by what another tool calls the same, with that tool's name (`hadolint:DL3008`)
 * or without (`DL3008`, `AVD-DS-0002`, a KICS identifier).
 */
export function findByName(word: string, documents: readonly PolicyDocument[]): readonly PolicyDocument[] {
  const { policy, check } = splitId(word);
  const own = documents.find((document) => document.id === policy);
  if (own && (check === undefined || ownEntry(own.checks, check))) return [own];
  return documents.filter((document) => aliasesOf(document).some((alias) => isCalled(word, alias)));
}

/** The policies that speak of a text: in their id, promise, reason, or in what other tools call them. */
export function search(text: string, documents: readonly PolicyDocument[]): readonly PolicyDocument[] {
  const wanted = text.toLowerCase();
  const named = new Set(findByName(text, documents));
  return documents.filter((document) => {
    const { id, title, why } = document;
    return named.has(document) || [id, title, why, ...aliasesOf(document)].some((each) => holds(each, wanted));
  });
}

/** Of a policy and of its checks, each once. */
export function aliasesOf(document: PolicyDocument): readonly string[] {
  const ofChecks = checksOf(document).flatMap(([, check]) => check.aliases ?? []);
  return [...new Set([...(document.aliases ?? []), ...ofChecks])];
}

/** The faults of the parser that another tool calls so, with its name for them. */
export function faultsNamed(word: string): readonly { readonly alias: string; readonly codes: readonly string[] }[] {
  const named = [...faultsByAlias().byAlias].filter(([alias]) => isCalled(word, alias));
  return named.map(([alias, codes]) => ({ alias, codes }));
}

function isCalled(word: string, alias: string): boolean {
  const [tool] = alias.split(':');
  const own = alias.toLowerCase();
  const withoutTool = word.toLowerCase().startsWith(`${tool}:`) ? word.slice(tool!.length + 1) : word;
  return qualified(tool!, withoutTool) === own;
}

function holds(text: string, wanted: string): boolean {
  return text.toLowerCase().includes(wanted);
}
