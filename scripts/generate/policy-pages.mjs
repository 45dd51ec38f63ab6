import { code, fenced, prose, table } from './markdown.mjs';

/** How many examples a page shows; the rest stands in the policy's file. */
const shownExamples = 4;

/** A page for each policy, by its path below docs/policies. */
export function policyPages({ policies, packs, checksOf, vocabulary }) {
  return new Map(policies.map((policy) => [`${policy.id}.md`, page(policy, packs, checksOf(policy), vocabulary)]));
}

function page(policy, packs, everyCheck, vocabulary) {
  const { id, title, severity, category, on, why, status, references = [] } = policy;
  const checks = everyCheck.filter(([name]) => name !== undefined);
  const parts = [
    `# ${id}`,
    `**${prose(title)}.**`,
    `${severity} · ${category} · about ${subject(on, vocabulary)}${status && status !== 'stable' ? ` · ${status}` : ''}`,
    paragraphs(why),
    ...(checks.length > 0 ? ['## Checks', checkTable(policy, checks)] : []),
    ...(singleFix(policy, checks) ? [singleFix(policy, checks)] : []),
    '## Bad',
    ...policy.examples.bad.slice(0, shownExamples).map((example) => bad(example, checks.length > 0)),
    '## Good',
    ...policy.examples.good.slice(0, shownExamples).map(good),
    ...(policy.params ? ['## Parameters', paramTable(policy)] : []),
    '## Use',
    usage(policy, packs, checks),
    ...aliasPart(policy, checks),
    ...(references.length > 0 ? ['## References', references.map((each) => `- <${each}>\n`).join('')] : []),
    `Made from [policies/${id}.yaml](../../../policies/${id}.yaml).`,
  ];
  return `${parts.map((part) => part.trimEnd()).join('\n\n')}\n`;
}

/** A kind of fact, or a keyword that stands for instructions. */
function subject(on, vocabulary) {
  return Object.hasOwn(vocabulary, on)
    ? `every [${on}](../../facts.md#${on})`
    : `every ${code(on.toUpperCase())} [instruction](../../facts.md#instruction)`;
}

function paragraphs(text) {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map(prose)
    .join('\n\n');
}

function checkTable(policy, checks) {
  const rows = checks.map(([name, check]) => [
    code(`${policy.id}/${name}`),
    check.severity ?? policy.severity,
    check.message ? plainMessage(check.message) : policy.title,
    check.fix ? `${check.fix.safety ?? 'safe'} fix` : '',
  ]);
  return table(['check', 'severity', 'reports', 'fix'], rows);
}

/** `{{ path | filter }}` reads as the path in a table. */
function plainMessage(message) {
  return message.replace(/\{\{\s*([^|}\s]+)[^}]*\}\}/g, (_, path) => `*${path}*`);
}

function singleFix(policy, checks) {
  if (checks.length > 0 || !policy.fix) return '';
  return policy.fix.safety === 'unsafe'
    ? 'It has a fix, applied with `--fix --unsafe`.'
    : 'It has a fix, applied with `--fix`.';
}

function bad(example, named) {
  const said = (example.expect ?? [example]).map((expected) => reported(expected, named));
  const list = said.length > 1 ? said.map((line) => `- ${line}\n`).join('') : said[0];
  const after =
    example.fixed === undefined ? [] : ['After the fix:', files(example.fixed, Object.keys(example.files ?? {})[0])];
  return [setting(example), list, ...after]
    .filter(Boolean)
    .map((part) => part.trimEnd())
    .join('\n\n');
}

/** What an example expects, in words; nothing where it expects a finding anywhere. */
function reported({ check, at, message }, named) {
  const parts = [
    ...(named && check ? [`by ${code(check)}`] : []),
    ...(at === undefined ? [] : [`at ${code(at.trim().split('\n')[0])}`]),
  ];
  if (parts.length === 0 && message === undefined) return '';
  return `${['Reported', ...parts].join(' ')}${message === undefined ? '.' : `: ${prose(message)}`}`;
}

function good(example) {
  return setting(typeof example === 'string' ? { code: example } : example);
}

/** An example's files, and what else is set for it. */
function setting(example) {
  const named = ['project', 'params', 'config'].filter((name) => example[name] !== undefined);
  const given = named.map((name) => `${name} ${code(JSON.stringify(example[name]))}`);
  const shown = files(example.files ?? example.code ?? '', 'Dockerfile');
  return given.length > 0 ? `With ${given.join(', ')}:\n\n${shown}` : shown;
}

function files(given, single) {
  if (typeof given === 'string') return fenced(language(single ?? 'Dockerfile'), given);
  const entries = Object.entries(given);
  return entries
    .map(
      ([path, text]) =>
        (entries.length === 1 && path === 'Dockerfile' ? '' : `\`${path}\`\n\n`) + fenced(language(path), text),
    )
    .join('\n');
}

function language(path) {
  if (/\.ya?ml$/.test(path)) return 'yaml';
  if (/\.json$/.test(path)) return 'json';
  return /dockerfile|containerfile/i.test(path) && !path.endsWith('ignore') ? 'dockerfile' : 'text';
}

function paramTable({ params }) {
  const rows = Object.entries(params).map(([name, { type, items, default: value, description }]) => [
    code(name),
    type === 'array' ? `list of ${items?.type === 'integer' ? 'whole numbers' : 'texts'}` : type,
    code(JSON.stringify(value)),
    description,
  ]);
  return table(['name', 'type', 'default', 'is'], rows);
}

function usage(policy, packs, checks) {
  const within = packs.filter((pack) => pack.policies.has(policy.id)).map((pack) => code(pack.id));
  const { id, severity, params } = policy;
  const [first] = Object.entries(params ?? {});
  const value = first && JSON.stringify(first[1].default);
  const setting = first ? `{ severity: ${severity}, params: { ${first[0]}: ${value} } }` : severity;
  const lines = [
    `dockwarden: config/v1`,
    `policies:`,
    `  ${id}: ${setting}`,
    ...(checks.length > 1 ? [`  ${id}/${checks[0][0]}: off`] : []),
  ];
  return [
    within.length > 0
      ? `In the ${within.length === 1 ? 'pack' : 'packs'} ${within.join(', ')}.`
      : 'In no pack: it runs where a configuration names it.',
    'In `dockwarden.yaml`:',
    fenced('yaml', lines.join('\n')).trimEnd(),
    'For one instruction or service, as a comment above it:',
    fenced('dockerfile', `# dockwarden-ignore ${id} -- reason`).trimEnd(),
  ].join('\n\n');
}

function aliasPart(policy, checks) {
  const rows = [
    ...(policy.aliases ?? []).map((alias) => [alias, policy.id]),
    ...checks.flatMap(([name, check]) => (check.aliases ?? []).map((alias) => [alias, `${policy.id}/${name}`])),
  ];
  if (rows.length === 0) return [];
  return [
    '## Elsewhere',
    table(
      ['there', 'here'],
      rows.map((row) => row.map(code)),
    ),
  ];
}
