import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findRoot, nodeFileSystem } from '@dockwarden-internal/workspace';
import { writeChanges } from './setup/write-changes.ts';

export interface NewPolicyRequest {
  readonly cwd: string;
  readonly id: string;
  readonly dryRun: boolean;
}

/** Where a policy of that id lies, from the root, and the text that it begins with: its examples fail until it says something true. */
export function policyDraft(id: string): { readonly path: string; readonly text: string } | { readonly fault: string } {
  if (!/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/.test(id))
    return { fault: `${JSON.stringify(id)} is no id: write AREA/NAME in lower case, such as house/labels` };
  return { path: `policies/${id}.policy.yaml`, text: template(id) };
}

/** Says what comes next, once the file is there. */
export function policyNext(shown: string): string {
  return `${shown} is made. Its examples fail until it says what it should:\n  dockwarden test ${shown} --mutants\n  dockwarden facts FILE shows what it can speak about\n`;
}

export type NewPolicy = { readonly text: string } | { readonly fault: string; readonly exit: 2 | 3 };

/** Begins a policy. Nothing that is there is overwritten, and nothing written out of the root. */
export function newPolicy({ cwd, id, dryRun }: NewPolicyRequest): NewPolicy {
  const draft = policyDraft(id);
  if ('fault' in draft) return { ...draft, exit: 2 };
  const fs = nodeFileSystem(findRoot(cwd) ?? cwd);
  const path = join(fs.root, draft.path);
  const shown = relative(cwd, path) || path;
  if (existsSync(path)) return { fault: `${shown} is there already`, exit: 2 };
  if (dryRun) return { text: `# ${shown}\n${draft.text}` };
  const fault = writeChanges(fs, [{ path: draft.path, state: 'new', before: undefined, after: draft.text }]);
  return fault ? { fault: fault.message, exit: 3 } : { text: policyNext(shown) };
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
