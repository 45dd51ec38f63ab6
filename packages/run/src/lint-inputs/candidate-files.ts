/**
 * The files that make a project lintable, as the glob that Nx hands to `createNodes`: at least all that `candidateKind` of the
 * workspace layer says yes to.
 */
export const CANDIDATE_GLOB =
  '**/{Dockerfile,Dockerfile.*,*.Dockerfile,*.dockerfile,Containerfile*,*compose*.yml,*compose*.yaml}';
