import { anchor, code, table } from './markdown.mjs';

/** The tools that there is a pack for, then catalogues that our policies name as well. */
const PEERS = [
  ['hadolint', 'hadolint'],
  ['buildkit', 'BuildKit'],
  ['trivy', 'Trivy'],
  ['checkov', 'Checkov'],
  ['kics', 'KICS'],
  ['semgrep', 'Semgrep'],
  ['dclint', 'dclint'],
  ['dockle', 'Dockle'],
  ['dockerfilelint', 'dockerfilelint'],
  ['cis', 'CIS Docker Benchmark'],
  ['kicsDatadog', 'KICS, queries of Datadog'],
];

/** docs/policies/peers.md: the rules of each tool with the policies that carry their promise, and the policies that none has. */
export function peerPage({ policies, packs, ownPacks, checksOf, faultsByAlias }) {
  const rules = rulesOf(policies, checksOf);
  const faults = faultsByAlias().byAlias;
  for (const [alias, codes] of faults) {
    const [tool, rule] = split(alias);
    const byRule = rules.get(tool) ?? new Map();
    rules.set(tool, byRule.set(rule, [...(byRule.get(rule) ?? []), ...codes.map((code) => ({ code }))]));
  }
  const known = new Set(PEERS.map(([name]) => name));
  const further = [...rules.keys()].filter((name) => !known.has(name)).sort();
  const peers = [...PEERS.filter(([name]) => rules.has(name)), ...further.map((name) => [name, name])];
  const packed = packs.filter(({ id }) => !id.startsWith('peers/'));
  const runsIn = (policy) => packed.filter((pack) => pack.policies.has(policy)).map(({ id }) => id);
  const named = new Set([...rules.values()].flatMap((byRule) => policiesIn([...byRule.values()].flat())));
  const alone = policies.filter(({ id }) => !named.has(id));
  const overview = peers.map(([name, title]) => [
    `[${title}](#${anchor(title)})`,
    String(rules.get(name).size),
    String(new Set(policiesIn([...rules.get(name).values()].flat())).size),
    ownPacks[`peers/${name}`] ? code(`dockwarden:peers/${name}`) : '',
  ]);
  return `# Rules of other tools

What other tools call the promises of our [policies](README.md). A rule may be one check of a policy, or be spread over several policies.
\`dockwarden explain DL3008\` and \`dockwarden policies --search DL3008\` find the same; [their comments](../suppressions.md#comments-of-other-tools)
are read, and so is [\`.hadolint.yaml\`](../configuration.md#hadolintyaml). How near the packs come to the tools: [precision](../precision.md#beside-the-other-tools).

${table(['tool', 'rules', 'policies', 'pack'], overview)}
${peers.map(([name, title]) => section(name, title, rules.get(name), runsIn)).join('\n')}
## Policies that no other tool has

${alone.length} of ${policies.length}.

${table(
  ['policy', 'promise', 'packs'],
  alone.map(({ id, title }) => [link(id), title, runsIn(id).join(', ')]),
)}`;
}

function section(name, title, byRule, runsIn) {
  const rows = [...byRule]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, ids]) => {
      const packs = new Set(policiesIn(ids).flatMap(runsIn));
      const codes = ids.flatMap((id) => (id.code ? [code(id.code)] : []));
      const parser = codes.length > 0 ? [`${codes.join(', ')} of the parser`] : [];
      const links = ids.filter((id) => !id.code).map(link);
      return [code(rule), [...links, ...parser].join(', '), [...packs].sort().join(', ')];
    });
  return `## ${title}\n\n${table([name === 'kics' ? 'query' : 'rule', 'policy or check', 'packs'], rows)}`;
}

/** Ids of the policies and checks by tool and rule; of a policy all of whose checks carry a rule, its own. */
function rulesOf(policies, checksOf) {
  const rules = new Map();
  for (const policy of policies) {
    const byAlias = new Map();
    const checks = checksOf(policy);
    for (const [check, { aliases = policy.aliases ?? [] }] of checks)
      for (const alias of aliases) byAlias.set(alias, [...(byAlias.get(alias) ?? []), check]);
    for (const [alias, having] of byAlias) {
      const [tool, rule] = split(alias);
      const ids = having.length === checks.length ? [policy.id] : having.map((check) => `${policy.id}/${check}`);
      const byRule = rules.get(tool) ?? new Map();
      rules.set(tool, byRule);
      byRule.set(rule, [...(byRule.get(rule) ?? []), ...ids]);
    }
  }
  return rules;
}

function split(alias) {
  const colon = alias.indexOf(':');
  return [alias.slice(0, colon), alias.slice(colon + 1)];
}

/** A fault of the parser is no policy. */
function policiesIn(ids) {
  return ids.flatMap((id) => (id.code ? [] : [policyOf(id)]));
}

function policyOf(id) {
  return id.split('/').slice(0, 2).join('/');
}

function link(id) {
  return `[${id}](${policyOf(id)}.md)`;
}
