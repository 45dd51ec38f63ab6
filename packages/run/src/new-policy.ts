import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { findRoot } from '@dockwarden-internal/workspace';

export interface NewPolicyRequest {
  readonly cwd: string;
  readonly id: string;
  readonly dryRun: boolean;
}

/** Begins a policy whose examples fail until it says something true. Nothing that is there is overwritten. */
export function newPolicy({
  cwd,
  id,
  dryRun,
}: NewPolicyRequest): { readonly text: string } | { readonly fault: string } {
  if (!/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/.test(id))
    return { fault: `${JSON.stringify(id)} is no id: write AREA/NAME in lower case, such as house/labels` };
  const root = findRoot(cwd) ?? cwd;
  const path = join(root, 'policies', `${id}.policy.yaml`);
  const shown = relative(cwd, path) || path;
  if (existsSync(path)) return { fault: `${shown} is there already` };
  const text = template(id);
  if (dryRun) return { text: `# ${shown}\n${text}` };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { flag: 'wx' });
  return {
    text: `${shown} is made. Its examples fail until it says what it should:\n  dockwarden test ${shown} --mutants\n  dockwarden facts FILE shows what it can speak about\n`,
  };
}

function template(id: string): string {
  return `dockwarden: policy/v1
id: ${id}
title: What holds, in one sentence
category: correctness
severity: warning
why: >
  What goes wrong where it does not hold.

on: stage
where: { final: true }
require: { user.root: false }
at: user
message: "{{ label }} runs as {{ user.spec }}"

examples:
  good:
    - |
      FROM debian:12
      # A Dockerfile that the policy passes; this one it does not, yet.
  bad:
    - code: |
        FROM debian:12
        # One that it reports, and the words that it underlines.
      at: replace these words
`;
}
