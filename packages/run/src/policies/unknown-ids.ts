import { ownFinding, withTool } from '@dockwarden-internal/engine';
import { type PolicyDocument, splitId } from '@dockwarden-internal/policy';
import { type Diagnostic, type Place, suggest } from '@dockwarden-internal/syntax';
import { type AliasIndex, idsOf } from './aliases.ts';
import { aliasesOf } from './find-by-name.ts';

/** A word that is to be a policy, a check or an alias, and the way to it in its file. */
export interface NamedId {
  readonly word: string;
  readonly way: readonly (string | number)[];
}

export interface IdFile {
  readonly named: readonly NamedId[];
  readonly path?: string;
  readonly placeOf?: (way: readonly (string | number)[]) => Place;
}

export interface KnownIds {
  readonly documents: ReadonlyMap<string, PolicyDocument>;
  readonly aliases: AliasIndex;
  /** Policies that are there and not fit to run, which is said elsewhere. */
  readonly unfit: ReadonlySet<string>;
}

/** A fault for each word of a file that nothing is called by, with what was probably meant. */
export function unknownIds({ named, path, placeOf }: IdFile, { documents, aliases, unfit }: KnownIds): Diagnostic[] {
  return named.flatMap(({ word, way }): Diagnostic[] => {
    const strays = idsOf(word, aliases).filter((id) => !isKnown(id, documents) && !unfit.has(splitId(id).policy));
    const [stray] = strays;
    if (stray === undefined) return [];
    const where = placeOf ? { place: placeOf(way) } : path === undefined ? {} : { path };
    return [{ code: 'config/policy', ...sentence(stray, documents), ...where, exit: 2 }];
  });
}

function isKnown(id: string, documents: KnownIds['documents']): boolean {
  if (isShellcheck(id)) return true;
  const { policy, check } = splitId(id);
  const document = documents.get(policy);
  return document !== undefined && (check === undefined || Object.hasOwn(document.checks ?? {}, check));
}

/** What ShellCheck finds is set as policies are: all of it, or a rule. */
export function isShellcheck(id: string): boolean {
  return /^shellcheck(?::SC\d{4})?$/.test(id);
}

function sentence(id: string, documents: KnownIds['documents']): { message: string; hint?: string } {
  const own = ownFinding(id);
  if (own) return { message: `\`${id}\` is told without a policy, and cannot be set here`, hint: own.silence };
  const { policy, check } = splitId(id);
  const checks = Object.keys(documents.get(policy)?.checks ?? {});
  if (documents.has(policy)) {
    const near = suggest(check!, checks);
    const all = checks.length > 0 ? `checks: ${checks.join(', ')}` : 'it has a single check: name the policy';
    return { message: `${policy} has no check \`${check}\``, hint: near ? `did you mean \`${near}\`?` : all };
  }
  const aliases = [...documents.values()].flatMap(aliasesOf);
  if (id.startsWith('shellcheck:'))
    return { message: `\`${id}\` is no rule of ShellCheck`, hint: 'they are called as `shellcheck:SC2086` is' };
  if (id.includes(':')) {
    const near = suggest(id, aliases);
    return { message: `no policy has the alias \`${id}\``, ...(near && { hint: `did you mean \`${near}\`?` }) };
  }
  const near = withTool(id, aliases) ?? suggest(policy, documents.keys());
  const hint = near ? `did you mean \`${near}\`?` : '`dockwarden policies --all` lists them';
  return { message: `there is no policy \`${policy}\``, hint };
}
