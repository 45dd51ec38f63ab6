import { faultsByAlias } from '@dockwarden-internal/facts';
import { checksOf, type PolicyDocument } from '@dockwarden-internal/policy';
import { suggest } from '@dockwarden-internal/syntax';
import { knownPolicies } from './known-policies.ts';
import { packsWith } from './packs-with.ts';
import { aliasesOf, faultsNamed, findByName } from './policies/find-by-name.ts';

export interface ExplainRequest {
  readonly cwd: string;
  readonly id: string;
  readonly config?: string;
  readonly colour: boolean;
}

/** A policy's page for the terminal, found by its id, a check's id, or what another tool calls it. */
export async function explainPolicy({
  id,
  colour,
  ...request
}: ExplainRequest): Promise<{ readonly text: string } | { readonly fault: string }> {
  const known = await knownPolicies(request);
  if ('fault' in known) return known;
  const found = findByName(id, [...known.documents.values()]);
  const faults = faultsNamed(id);
  if (found.length === 0 && faults.length > 0) return { text: faults.map(faultPage).join('\n') };
  const rule = /^(?:shellcheck:|hadolint:)?(SC\d{4})$/i.exec(id)?.[1]?.toUpperCase();
  if (found.length === 0 && rule) return { text: shellcheckPage(rule) };
  if (found.length === 0) {
    const names = [...known.documents.values()].flatMap((document) => [document.id, ...aliasesOf(document)]);
    const near = suggest(id, names);
    return {
      fault: `there is no policy ${JSON.stringify(id)}${near ? `: did you mean ${near}?` : '; dockwarden policies --all lists them'}`,
    };
  }
  const packs = (policy: string) => packsWith(known.builtin.packs, policy);
  return { text: found.map((document) => page(document, packs(document.id), colour)).join('\n') };
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

function page(document: PolicyDocument, packs: readonly string[], colour: boolean): string {
  const strong = (text: string) => (colour ? `\u001b[1m${text}\u001b[22m` : text);
  const lines = [strong(document.id), document.title, '', wrapped(document.why.trim()), ''];
  lines.push(`${document.severity} · ${document.category}${packs.length > 0 ? ` · in ${packs.join(', ')}` : ''}`);
  const checks = checksOf(document).filter(([name]) => name !== undefined);
  if (checks.length > 0)
    lines.push(
      '',
      strong('Checks'),
      ...checks.map(
        ([name, check]) =>
          `  ${document.id}/${name}${check.aliases ? ` (${check.aliases.join(', ')})` : ''}${check.fix ? ` · ${check.fix.safety ?? 'safe'} fix` : ''}`,
      ),
    );
  if (document.aliases) lines.push('', strong('Also known as'), `  ${document.aliases.join(', ')}`);
  if (document.params) {
    lines.push('', strong('Parameters'));
    for (const [name, param] of Object.entries(document.params))
      lines.push(`  ${name} (${param.type}, default ${JSON.stringify(param.default)})`, `    ${param.description}`);
  }
  const [bad] = document.examples?.bad ?? [];
  const [good] = document.examples?.good ?? [];
  if (bad) lines.push('', strong('Bad'), ...shown(bad.files ?? { Dockerfile: bad.code ?? '' }));
  if (good)
    lines.push(
      '',
      strong('Good'),
      ...shown(typeof good === 'string' ? { Dockerfile: good } : (good.files ?? { Dockerfile: good.code ?? '' })),
    );
  if (document.references) lines.push('', strong('References'), ...document.references.map((each) => `  ${each}`));
  lines.push('', strong('Silence it'), `  # dockwarden-ignore ${document.id} -- reason`, '');
  return lines.join('\n');
}

function shown(files: Readonly<Record<string, string>>): string[] {
  return Object.entries(files).flatMap(([path, text]) => [
    `  ${path}`,
    ...text
      .trimEnd()
      .split('\n')
      .map((line) => `    ${line}`),
  ]);
}

const columns = 92;

function wrapped(text: string): string {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/)) {
    if (`${lines.at(-1)} ${word}`.length > columns) lines.push(word);
    else lines[lines.length - 1] = lines.at(-1) === '' ? word : `${lines.at(-1)} ${word}`;
  }
  return lines.join('\n');
}
