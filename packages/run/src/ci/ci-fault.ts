import type { CiRequest, Provider } from '@dockwarden-internal/scaffold';
import { registryKind } from '@dockwarden-internal/scaffold/ci/registry-kind';
import type { Diagnostic } from '@dockwarden-internal/syntax';

/** Where what is asked for does not go together, with what does. */
export function ciFault(request: CiRequest, provider: Provider): Diagnostic | undefined {
  const { branch, registry, login, cache, repository } = request;
  // Source: git-check-ref-format; a double quote would end the word of a rule.
  if (!/^[^\s~^:?*[\\"-][^\s~^:?*[\\"]*$/.test(branch))
    return fault(`${JSON.stringify(branch)} cannot be the name of a branch`, 'Give --branch another.');
  if (registry !== undefined && !/^[A-Za-z0-9][A-Za-z0-9.-]*(?::\d{1,5})?$/.test(registry))
    return fault(`${JSON.stringify(registry)} is no host of a registry`, 'Give --registry a host, such as ghcr.io.');
  const { kind } = registryKind(registry);
  const host = registry ?? 'the registry of GitLab';
  if (login === 'token' && provider === 'github' && kind !== 'ghcr')
    return fault(`The token of a job opens ghcr.io alone, not ${host}`, 'Take --login secrets, or oidc for a cloud.');
  if (login === 'oidc' && !['aws', 'gcp', 'azure'].includes(kind))
    return fault(
      `${host} is no registry of AWS, Google Cloud or Azure, for which --login oidc is`,
      'Take token or secrets.',
    );
  if (login === 'oidc' && provider === 'gitlab' && kind !== 'aws')
    return fault('On GitLab, --login oidc is written for Amazon ECR alone', 'Take --login secrets.');
  if (login === 'secrets' && registry === undefined)
    return fault('--login secrets needs to know the registry', 'Give --registry, or build.repository.');
  if (cache === 'gha' && provider === 'gitlab')
    return fault("GitLab has no cache of GitHub's", 'Take --cache registry or none.');
  if (cache === 'registry' && repository === undefined)
    return fault(
      '--cache registry is kept beside the images, and nothing says where they are',
      'Set build.repository in dockwarden.yaml.',
    );
  return undefined;
}

function fault(message: string, hint: string): Diagnostic {
  return { code: 'ci/options', message, hint, exit: 2 };
}
