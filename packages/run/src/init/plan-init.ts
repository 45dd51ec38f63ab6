import type { ConfigDocument } from '@dockwarden-internal/policy';
import { asFields, editJson, fieldsOf, scriptEdits } from '@dockwarden-internal/scaffold';
import type { Workspace } from '@dockwarden-internal/workspace';
import { configName } from '../config/read-config.ts';
import { productVersion } from '../product-version.ts';
import { type Draft, draftOf } from './draft.ts';
import { nextSteps } from './next-steps.ts';
import { planTurborepo } from './plan-turborepo.ts';
import { turboVersion } from './turbo-version.ts';

const PRODUCT = 'dockwarden';
const CONFIGURATION = 'dockwarden: config/v1\nextends: [dockwarden:recommended]\n';

/** The scripts of a workspace without a task runner. */
const SCRIPTS = ['lint', 'build', 'push'].map((command) => ({ name: `docker-${command}`, words: [command] }));

export interface InitPlan {
  readonly tool: string;
  readonly draft: Draft;
  readonly next: readonly string[];
}

/** What a workspace needs, by the tool that runs its tasks. */
export async function planInit(request: {
  readonly workspace: Workspace;
  readonly config: ConfigDocument;
  readonly force: boolean;
}): Promise<InitPlan> {
  const { workspace, force } = request;
  const { fs, model } = workspace;
  const isTurborepo = model.tool === 'turborepo';
  const draft = isTurborepo ? await planTurborepo({ ...request, first: true }) : draftOf(fs);
  if (fs.entry(configName) === 'absent') draft.set(configName, CONFIGURATION);
  const manifest = draft.read('package.json');
  if (manifest !== undefined) {
    const fields = fieldsOf(manifest);
    const scripts = isTurborepo ? { edits: [], foreign: [] } : scriptEdits(fields['scripts'], SCRIPTS, force);
    draft.leave('package.json', scripts.foreign);
    draft.set('package.json', editJson(manifest, [...scripts.edits, ...dependency(fields, draft)]));
  }
  const version = isTurborepo ? turboVersion(fs) : undefined;
  const tool = isTurborepo
    ? `Turborepo${version ? ` ${version.text}` : ''}`
    : (model.manager ?? (manifest === undefined ? 'folder' : 'npm'));
  return { tool, draft, next: nextSteps(workspace, isInstalled(manifest)) };
}

/** One release of the product has one meaning of every policy, so that the version is exact. */
function dependency(fields: ReturnType<typeof fieldsOf>, draft: Draft) {
  const asked = asFields(fields['devDependencies'])[PRODUCT] ?? asFields(fields['dependencies'])[PRODUCT];
  if (asked === undefined) return [{ path: ['devDependencies', PRODUCT], value: productVersion }];
  // Whoever names a file, a catalog or a range has a reason to.
  if (/^\d/.test(String(asked)) && asked !== productVersion)
    draft.note(`package.json asks for ${PRODUCT} ${asked}, and this is ${productVersion}.`);
  return [];
}

function isInstalled(manifest: string | undefined): boolean {
  const fields = fieldsOf(manifest ?? '{}');
  return PRODUCT in asFields(fields['devDependencies']) || PRODUCT in asFields(fields['dependencies']);
}
