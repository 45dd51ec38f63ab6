import { type Editor, planEditor } from '@dockwarden-internal/scaffold';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { findWorkspace } from '@dockwarden-internal/workspace';
import { absentFolder } from '../files/absent-folder.ts';
import { fileChange, writes } from '../setup/file-changes.ts';
import { writeChanges } from '../setup/write-changes.ts';
import type { InitOutcome } from './init.ts';

export interface EditorRequest {
  readonly cwd: string;
  readonly dryRun: boolean;
  readonly editors: readonly Editor[];
}

const NAMES: Readonly<Record<Editor, string>> = { vscode: 'VS Code', jetbrains: 'JetBrains' };

/** Has editors complete and check dockwarden.yaml, policies, packs and waivers; what their settings say already stays. */
export async function initEditor({ cwd, dryRun, editors }: EditorRequest): Promise<InitOutcome> {
  const nothing = { changes: [], left: [], differences: [], notes: [], next: [], diagnostics: [], written: false };
  const workspace = await findWorkspace(cwd);
  if (!workspace) {
    return { ...nothing, root: cwd, diagnostics: [absentFolder(cwd)], exit: 3 };
  }
  const { fs } = workspace;
  const plans = [...new Set(editors)].map((editor) => planEditor(fs, editor));
  const faults = plans.flatMap((plan): Diagnostic[] =>
    'fault' in plan
      ? [{ code: 'init/editor', message: plan.fault, hint: 'Mend it, or remove it.', path: plan.path, exit: 2 }]
      : [],
  );
  if (faults.length > 0) return { ...nothing, root: fs.root, diagnostics: faults, exit: 2 };
  const changes = plans
    .flatMap((plan) => ('file' in plan ? [fileChange(fs, plan.file, { force: false, adopt: false })] : []))
    .filter(writes);
  const outcome: InitOutcome = {
    ...nothing,
    root: fs.root,
    tool: editors.map((editor) => NAMES[editor]).join(', '),
    changes,
    notes: [
      'the schemas are read from node_modules/dockwarden; any other editor takes `# yaml-language-server: $schema=node_modules/dockwarden/schema/config.schema.json` as first line',
    ],
    next: editors.includes('vscode') ? ['code --install-extension redhat.vscode-yaml'] : [],
    exit: 0,
  };
  if (dryRun) return outcome;
  const fault = writeChanges(fs, changes);
  if (fault) return { ...outcome, diagnostics: [fault], exit: 3 };
  return { ...outcome, written: changes.length > 0 };
}
