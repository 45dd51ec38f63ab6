import { loadSetup } from '@dockwarden-internal/run';
import { logger, type Tree } from 'nx/src/devkit-exports';
import type { DockerPolicyOptions } from '../../options/docker-policy-options.ts';

/** Begins a policy on Nx's tree, with examples that fail until it says something true. One that is there is left. */
export async function dockerPolicyGenerator(tree: Tree, { id }: DockerPolicyOptions): Promise<void> {
  if (id === undefined) throw new Error('Name the policy: nx g @dockwarden/nx:docker-policy house/labels');
  const { policyDraft, policyNext } = await loadSetup();
  const draft = policyDraft(id);
  if ('fault' in draft) throw new Error(draft.fault);
  if (tree.exists(draft.path)) throw new Error(`${draft.path} is there already`);
  tree.write(draft.path, draft.text);
  logger.info(policyNext(draft.path).trimEnd());
}
