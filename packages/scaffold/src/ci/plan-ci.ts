import type { PlannedFile } from '../model/planned-file.ts';
import type { CiRequest, Provider } from './ci-request.ts';
import { githubWorkflow } from './github/github-workflow.ts';
import { WORKFLOW } from './github/scripts.ts';
import { gitlabPipeline } from './gitlab/gitlab-pipeline.ts';
import { GITLAB_JOBS, GITLAB_MAIN, includeJobs } from './gitlab/include.ts';

export interface CiPlan {
  readonly files: readonly PlannedFile[];
  /** What is to be done by hand. */
  readonly notes: readonly string[];
}

/** The files of a CI system. `read` gives what is there. */
export function planCi(request: CiRequest, provider: Provider, read: (path: string) => string | undefined): CiPlan {
  if (provider === 'github')
    return { files: [{ path: `.github/workflows/${WORKFLOW}`, text: githubWorkflow(request) }], notes: [] };
  const { stages, file, byHand } = includeJobs(read(GITLAB_MAIN));
  const jobs = { path: GITLAB_JOBS, text: gitlabPipeline(request, stages) };
  return { files: [jobs, ...(file ? [file] : [])], notes: byHand === undefined ? [] : [byHand] };
}
