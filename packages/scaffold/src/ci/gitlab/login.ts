import type { CiRequest, Login } from '../ci-request.ts';
import { type RegistryKind, registryKind } from '../registry-kind.ts';
import { shellWord } from '../shell-word.ts';

/** How a job gets into a registry: lines of its script, and what it declares for them. */
export interface GitlabLogin {
  readonly script: readonly string[];
  readonly job: object;
  readonly packages: readonly string[];
}

/** The way that fits a registry: the job's token for GitLab's own, OIDC for AWS, whose program reads the token itself; variables for the rest. */
function usualLogin(kind: RegistryKind['kind']): Login {
  if (kind === 'gitlab') return 'token';
  return kind === 'aws' ? 'oidc' : 'secrets';
}

const TOKEN =
  'echo "$CI_REGISTRY_PASSWORD" | docker login "$CI_REGISTRY" --username "$CI_REGISTRY_USER" --password-stdin';

export function pushLogin({ registry, login }: CiRequest): GitlabLogin {
  const kind = registryKind(registry);
  switch (login ?? usualLogin(kind.kind)) {
    case 'token':
      return { script: [TOKEN], job: {}, packages: [] };
    case 'secrets':
      return {
        script: [
          `echo "$REGISTRY_PASSWORD" | docker login ${shellWord(registry!)} --username "$REGISTRY_USERNAME" --password-stdin`,
        ],
        job: {},
        packages: [],
      };
    case 'oidc':
      return kind.kind === 'aws' ? awsLogin(registry!, kind.region) : { script: [], job: {}, packages: [] };
  }
}

/** That of a job that only reads: GitLab's own registry lets the job's token in; nothing else is handed to a merge request. */
export function readLogin({ registry, login }: CiRequest): GitlabLogin {
  const byToken = (login ?? usualLogin(registryKind(registry).kind)) === 'token';
  return { script: byToken ? [TOKEN] : [], job: {}, packages: [] };
}

/** The program takes the role by itself from a file with the token. Source: AWS CLI, "Assume role with web identity"; GitLab, "Configure OpenID Connect in AWS". */
function awsLogin(registry: string, region: string): GitlabLogin {
  return {
    script: [
      'printf "%s" "$AWS_ID_TOKEN" > /tmp/aws-token',
      `export AWS_ROLE_ARN="$AWS_ROLE_TO_ASSUME" AWS_WEB_IDENTITY_TOKEN_FILE=/tmp/aws-token AWS_REGION=${region}`,
      `aws ecr get-login-password | docker login --username AWS --password-stdin ${shellWord(registry)}`,
    ],
    job: { id_tokens: { AWS_ID_TOKEN: { aud: 'sts.amazonaws.com' } } },
    packages: ['aws-cli'],
  };
}
