import { OWN_FINDING_IDS } from '@dockwarden-internal/engine';
import { vocabulary } from '@dockwarden-internal/facts';
import { checksOf, type PolicyDocument, subjectKind } from '@dockwarden-internal/policy';
import { oneLine, visibleLines } from '@dockwarden-internal/report/text/visible';
import { suggest } from '@dockwarden-internal/syntax';
import { explainOther } from './explain-others.ts';
import { knownPolicies } from './known-policies.ts';
import { packsWith } from './packs-with.ts';
import { aliasesOf, findByName } from './policies/find-by-name.ts';

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
  if (found.length === 0) {
    const other = explainOther(id, known);
    if (other !== undefined) return { text: visibleLines(other) };
    const pack = id.replace(/^dockwarden:/, '');
    if (Object.hasOwn(known.builtin.packs, pack))
      return { fault: `${JSON.stringify(id)} is a pack: dockwarden policies --pack ${pack} lists what is in it` };
    const area = `${id.replace(/\/$/, '')}/`;
    if ([...known.documents.keys()].some((policy) => policy.startsWith(area)))
      return { fault: `${JSON.stringify(id)} is an area of policies: dockwarden policies --search ${area} lists them` };
    const names = [...known.documents.values()]
      .flatMap((document) => [document.id, ...checkIds(document), ...aliasesOf(document)])
      .concat(Object.keys(known.terms), OWN_FINDING_IDS);
    const near = suggest(id, names);
    return {
      fault: `there is no policy ${JSON.stringify(id)}${near ? `: did you mean ${near}?` : '; dockwarden policies --all lists them'}`,
    };
  }
  const packs = (policy: string) => packsWith(known.builtin.packs, policy);
  return { text: found.map((document) => page(document, packs(document.id), colour)).join('\n') };
}

function checkIds({ id, checks = {} }: PolicyDocument): string[] {
  return Object.keys(checks).map((check) => `${id}/${check}`);
}

function page(document: PolicyDocument, packs: readonly string[], colour: boolean): string {
  const strong = (heading: string) => ({ heading });
  const lines: (string | { readonly heading: string })[] = [
    strong(document.id),
    oneLine(document.title),
    '',
    wrapped(document.why.trim()),
    '',
  ];
  const fix = fixText(document.fix);
  lines.push(
    `${STATUS[document.status ?? 'stable']}${document.severity} · ${document.category}${fix}${packs.length > 0 ? ` · in ${packs.join(', ')}` : ''}`,
  );
  if (document.replacedBy !== undefined)
    lines.push(`replaced by ${document.replacedBy}, for which its id still counts; it does not run`);
  lines.push(`on ${document.on}: ${subjectText(document.on)}`);
  const checks = checksOf(document).filter(([name]) => name !== undefined);
  if (checks.length > 0)
    lines.push(
      '',
      strong('Checks'),
      ...checks.map(
        ([name, check]) =>
          `  ${document.id}/${name}${check.aliases ? ` (${check.aliases.join(', ')})` : ''}${fixText(check.fix)}`,
      ),
    );
  if (document.aliases) lines.push('', strong('Also known as'), `  ${document.aliases.join(', ')}`);
  if (document.params) {
    lines.push('', strong('Parameters'));
    for (const [name, param] of Object.entries(document.params))
      lines.push(
        `  ${name} (${param.type}, default ${JSON.stringify(param.default)})`,
        `    ${oneLine(param.description)}`,
      );
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
  const printed = (line: (typeof lines)[number]) => {
    if (typeof line === 'string') return visibleLines(line);
    return colour ? `\u001b[1m${line.heading}\u001b[22m` : line.heading;
  };
  return lines.map(printed).join('\n');
}

const STATUS = { stable: '', preview: 'preview, fails no build · ', deprecated: 'deprecated · ' } as const;

function fixText(fix: PolicyDocument['fix']): string {
  return fix ? ` · ${fix.safety ?? 'safe'} fix` : '';
}

/** What a policy looks at: a keyword stands for its instructions, unless a kind of fact is called so. */
function subjectText(on: string): string {
  const subject = subjectKind(on, vocabulary);
  if (!subject) return on;
  return subject.keyword === undefined ? vocabulary[subject.kind].doc : `each instruction ${on.toUpperCase()}`;
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
