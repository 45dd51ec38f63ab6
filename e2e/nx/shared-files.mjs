/** A policy that finds a fault for sure, one that mends one, and nothing else: the tests are not about the built-in policies. */
export const POLICIES = {
  'dockwarden.yaml': 'dockwarden: config/v1\nextends: []\npolicies:\n  e2e/tag: error\n  e2e/lean: warning\n',
  'policies/tag.policy.yaml': `dockwarden: policy/v1
id: e2e/tag
title: Base images name a tag
category: supply-chain
severity: error
why: Without a tag it is another image tomorrow.
on: stage
where: { base.kind: image }
require: { base.tag: { exists: true } }
at: base
message: "{{ base.text }} has no tag"
examples:
  good: ["FROM debian:12\\n"]
  bad: [{ code: "FROM debian\\n", at: debian }]
`,
  'policies/lean.policy.yaml': `dockwarden: policy/v1
id: e2e/lean
title: apt-get installs only what is named
category: size
severity: warning
why: Recommended packages are dead weight.
on: command
where: { name: apt-get, subcommand: install }
require: { flags: { has: --no-install-recommends } }
message: apt-get install without --no-install-recommends
fix: { insert: " --no-install-recommends", after: subcommand }
examples:
  good: ["FROM debian:12\\nRUN apt-get install --no-install-recommends -y curl\\n"]
  bad:
    - code: "FROM debian:12\\nRUN apt-get install -y curl\\n"
      fixed: "FROM debian:12\\nRUN apt-get install --no-install-recommends -y curl\\n"
`,
};

export const NX_JSON = { neverConnectToCloud: true, analytics: false, plugins: ['@dockwarden/nx'] };

/** The bones of a workspace of packages. */
export const BONES = {
  'package.json': { name: 'e2e', private: true, workspaces: ['apps/*', 'libs/*'] },
  'nx.json': NX_JSON,
  '.gitignore': 'node_modules\n.nx\ndist\n',
  ...POLICIES,
};

/** A package of the workspace. */
export function manifest(name, more = {}) {
  return { name, version: '1.0.0', private: true, ...more };
}
