import { ownFinding } from '@dockwarden-internal/engine';
import { faultAliases, faultsByAlias } from '@dockwarden-internal/facts';
import { explainProblem } from './explain-problem.ts';
import { faultsNamed } from './policies/find-by-name.ts';
import type { ResolvedPolicies } from './policies/resolve-policies.ts';

/** The page of what is no policy: a finding of our own, a problem, a shared term, a rule of ShellCheck; undefined where nothing is called so. */
export function explainOther(id: string, { terms, files }: Pick<ResolvedPolicies, 'terms' | 'files'>) {
  const faults = faultsNamed(id);
  if (faults.length > 0) return faults.map(faultPage).join('\n');
  const rule = /^(?:shellcheck:|hadolint:)?(SC\d{4})$/i.exec(id)?.[1]?.toUpperCase();
  if (rule) return shellcheckPage(rule);
  if (Object.hasOwn(terms, id)) return termPage(id, terms[id], files.get(id));
  return ownPage(id) ?? explainProblem(id, files.keys());
}

function faultPage({ alias, codes }: ReturnType<typeof faultsNamed>[number]): string {
  const rest = alias === faultsByAlias().others ? ', and every other fault of the parser' : '';
  return `${alias}\nThe parser tells this, as ${codes.join(', ')}${rest}. It needs no policy and no pack.\n`;
}

/** What ShellCheck finds has its page there. */
function shellcheckPage(rule: string): string {
  const lines = [
    `shellcheck:${rule}`,
    `A rule of ShellCheck, which is asked about the shell text of RUN where it is installed.`,
    '',
    'References',
    `  https://www.shellcheck.net/wiki/${rule}`,
    '',
    'Silence it',
    `  # dockwarden-ignore shellcheck:${rule} -- reason`,
  ];
  return `${lines.join('\n')}\n`;
}

function ownPage(id: string): string | undefined {
  const own = ownFinding(id);
  if (!own) return undefined;
  const isParser = id.startsWith('syntax/');
  const lines = [
    id,
    own.meaning,
    '',
    'It needs no policy and no pack, and no configuration switches it off.',
    ...(isParser && !id.startsWith('syntax/yaml-') ? ['', 'Also known as', `  ${faultAliases(id).join(', ')}`] : []),
    '',
    'End it',
    `  ${own.silence}`,
    ...(isParser ? [`  # dockwarden-ignore-file ${id} -- reason`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function termPage(name: string, term: unknown, file: string | undefined): string {
  const from = file === undefined ? 'which comes with dockwarden' : `defined in ${file}`;
  return [
    name,
    `A shared term, ${from}.`,
    '',
    ...outline(term, '  '),
    '',
    'Use it',
    `  where: { is: ${name} }`,
    '',
  ].join('\n');
}

/** A condition as lines, a key each. */
function outline(value: unknown, indent: string): string[] {
  if (typeof value !== 'object' || value === null) return [`${indent}${String(value)}`];
  return Object.entries(value).flatMap(([key, inner]) => {
    const name = Array.isArray(value) ? '-' : `${key}:`;
    const isFlat =
      typeof inner !== 'object' || (Array.isArray(inner) && inner.every((each) => typeof each !== 'object'));
    if (isFlat) return [`${indent}${name} ${Array.isArray(inner) ? `[${inner.join(', ')}]` : String(inner)}`];
    return [`${indent}${name}`, ...outline(inner, `${indent}  `)];
  });
}
