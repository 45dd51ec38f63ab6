import type { CiRequest, Login } from '../ci-request.ts';
import { type RegistryKind, registryKind } from '../registry-kind.ts';
import { shellWord } from '../shell-word.ts';
import { action, expression, type Step } from './step.ts';

const HOST = 'ghcr.io';

/** How a job gets into a registry, with the permissions that takes beside `contents: read`. */
export interface GithubLogin {
  readonly steps: readonly Step[];
  readonly permissions: Readonly<Record<string, string>>;
}

/** The way that fits a registry: the job's token for GitHub's own, OIDC for the clouds, secrets for the rest. */
function usualLogin(kind: RegistryKind['kind']): Login {
  if (kind === 'ghcr') return 'token';
  return kind === 'aws' || kind === 'gcp' || kind === 'azure' ? 'oidc' : 'secrets';
}

/** The login of a job that pushes. */
export function pushLogin({ registry = HOST, login }: CiRequest): GithubLogin {
  const kind = registryKind(registry);
  switch (login ?? usualLogin(kind.kind)) {
    case 'token':
      return { steps: [tokenLogin()], permissions: { packages: 'write' } };
    case 'secrets':
      return { steps: [secretLogin(registry)], permissions: {} };
    case 'oidc':
      return { steps: cloudLogin(kind, registry), permissions: { 'id-token': 'write' } };
  }
}

/** That of a job that only reads: GitHub's own registry lets the job's token in; nothing else is handed to a pull request. */
export function readLogin({ registry = HOST, login }: CiRequest): GithubLogin {
  const kind = registryKind(registry).kind;
  const byToken = (login ?? usualLogin(kind)) === 'token';
  return byToken ? { steps: [tokenLogin()], permissions: { packages: 'read' } } : { steps: [], permissions: {} };
}

/** That of the weekly job, which reads bases wherever they lie and runs what has landed. */
export function renewLogin(request: CiRequest): GithubLogin {
  const read = readLogin(request);
  return read.steps.length > 0 ? read : pushLogin(request);
}

function tokenLogin(): Step {
  const username = expression('github.actor');
  return action('docker/login-action', { registry: HOST, username, password: expression('github.token') });
}

function secretLogin(registry: string): Step {
  return action('docker/login-action', {
    registry,
    username: expression('secrets.REGISTRY_USERNAME'),
    password: expression('secrets.REGISTRY_PASSWORD'),
  });
}

/** Which role, account or app is a variable of the repository: it is no secret. */
function cloudLogin(kind: RegistryKind, registry: string): Step[] {
  if (kind.kind === 'aws')
    return [
      action('aws-actions/configure-aws-credentials', {
        'role-to-assume': expression('vars.AWS_ROLE_TO_ASSUME'),
        'aws-region': kind.region,
      }),
      { run: `aws ecr get-login-password | docker login --username AWS --password-stdin ${shellWord(registry)}` },
    ];
  if (kind.kind === 'gcp')
    return [
      {
        id: 'auth',
        ...action('google-github-actions/auth', {
          workload_identity_provider: expression('vars.GCP_WORKLOAD_IDENTITY_PROVIDER'),
          service_account: expression('vars.GCP_SERVICE_ACCOUNT'),
          token_format: 'access_token',
          create_credentials_file: false,
        }),
      },
      action('docker/login-action', {
        registry,
        username: 'oauth2accesstoken',
        password: expression('steps.auth.outputs.access_token'),
      }),
    ];
  if (kind.kind === 'azure')
    return [
      action('azure/login', {
        'client-id': expression('vars.AZURE_CLIENT_ID'),
        'tenant-id': expression('vars.AZURE_TENANT_ID'),
        'subscription-id': expression('vars.AZURE_SUBSCRIPTION_ID'),
      }),
      { run: `az acr login --name ${shellWord(kind.name)}` },
    ];
  return [];
}
