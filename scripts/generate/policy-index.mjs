import { code, table } from './markdown.mjs';

/** docs/policies/README.md: every policy by area, with what reports it in which pack. */
export function policyIndex({ policies, packs }) {
  return `# Policies

${policies.length} policies come with Dockwarden. Each page is made from the policy's file; \`dockwarden explain ID\` prints it in the
terminal. A policy runs where a pack or \`dockwarden.yaml\` names it: [configuration](../configuration.md). What other tools call the same:
[rules of other tools](peers.md).

${areas(policies, packs, (id) => `${id}.md`)}
## Packs

${packTable(packs)}`;
}

/** policies/README.md: the same for who reads the YAML. */
export function policiesReadme({ policies, packs }) {
  return `# Policies

The policies that come with Dockwarden, one file each: logic, reason, examples, fixes and the names that other tools have for it.
[The language](../docs/policy-language.md) · [the facts](../docs/facts.md) · [add one](../CONTRIBUTING.md#add-a-policy)

- \`AREA/NAME.yaml\` is the policy with the id \`AREA/NAME\`;
- \`packs/NAME.yaml\` names policies with their severity and parameters, \`packs/peers/TOOL.yaml\` those that do what another tool does;
- \`terms/NAME.yaml\` holds conditions that several policies share, where there are such.

This list is generated: \`npm run generate\`.

${areas(policies, packs, (id) => `${id}.yaml`)}
## Packs

${packTable(packs)}`;
}

function areas(policies, packs, pathOf) {
  return [...grouped(policies)]
    .map(([area, members]) => {
      const rows = members.map((policy) => [
        `[${policy.id}](${pathOf(policy.id)})`,
        policy.title,
        policy.severity,
        hasFix(policy) ? 'yes' : '',
        packs
          .filter((pack) => pack.policies.has(policy.id) && !pack.id.startsWith('peers/'))
          .map((pack) => pack.id)
          .join(', '),
      ]);
      return `## ${area}\n\n${table(['policy', 'promise', 'severity', 'fix', 'packs'], rows)}`;
    })
    .join('\n');
}

function areaOf(policy) {
  return policy.id.split('/')[0];
}

function grouped(policies) {
  const map = new Map();
  for (const policy of policies) map.set(areaOf(policy), [...(map.get(areaOf(policy)) ?? []), policy]);
  return map;
}

function hasFix({ fix, checks = {} }) {
  return fix !== undefined || Object.values(checks).some((check) => check.fix !== undefined);
}

function packTable(packs) {
  const rows = packs.map(({ id, title = '', why = '', policies }) => [
    code(`dockwarden:${id}`),
    [title && `${title.replace(/\.$/, '')}.`, why].filter(Boolean).join(' '),
    String([...policies.keys()].filter((id) => id !== 'shellcheck').length),
  ]);
  return table(['pack', 'is', 'policies'], rows);
}
