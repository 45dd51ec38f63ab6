import type { WorkspaceModel } from '@dockwarden-internal/facts';
import type { PlannedFile } from '../model/planned-file.ts';
import { githubWorkflow } from './github-workflow.ts';

/** What a workflow is written for. */
export interface CiRequest {
  readonly workspace: Pick<WorkspaceModel, 'tool' | 'manager'>;
  /** Branch whose images are pushed. */
  readonly branch: string;
  /** Registry to log in to: `ghcr.io`. */
  readonly registry: string;
}

/** The files of a CI system; GitHub Actions is the one that there is. */
export function planCi(request: CiRequest): PlannedFile[] {
  return [{ path: '.github/workflows/containers.yml', text: githubWorkflow(request) }];
}
