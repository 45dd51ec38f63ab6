import type { CiRequest } from '../ci-request.ts';

export function sampleRequest(more: Partial<CiRequest> = {}): CiRequest {
  return {
    workspace: { tool: 'nx', manager: 'npm' },
    node: { version: '24' },
    version: '1.2.3',
    branch: 'main',
    registry: 'ghcr.io',
    cache: 'gha',
    repository: 'ghcr.io/acme/{image}',
    matrix: false,
    sbom: false,
    codeScanning: true,
    targets: { build: 'docker-build', push: 'docker-push' },
    ...more,
  };
}
