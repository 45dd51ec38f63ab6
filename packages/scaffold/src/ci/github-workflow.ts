import { ciCommands } from './ci-commands.ts';
import type { CiRequest } from './ci-plan.ts';

/**
 * A workflow for GitHub Actions. Values of the event reach a shell through the environment alone, never as text of the script: a branch
 * may be called anything. Source: GitHub documentation, "Script injections".
 */
export function githubWorkflow(request: CiRequest): string {
  const { branch, registry, workspace } = request;
  const commands = ciCommands(workspace);
  const setup = setupSteps(workspace.manager ?? 'npm', commands.install);
  return `# Lints and builds what a pull request affects, pushes what lands, and renews every image once a week.
# Written by dockwarden ci; it is yours to change.
name: Containers

on:
  pull_request:
  push:
    branches: [${quoted(branch)}]
  schedule:
    - cron: '17 4 * * 1'
  workflow_dispatch:

permissions:
  contents: read

concurrency:
  group: containers-\${{ github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}

jobs:
  check:
    if: github.event_name == 'pull_request'
    runs-on: ubuntu-latest
    timeout-minutes: 60
    steps:
${setup}
      - name: Find the base of the change
        env:
          BASE_REF: \${{ github.base_ref }}
        run: |
          base=$(git merge-base "origin/$BASE_REF" HEAD)
          echo "NX_BASE=$base" >> "$GITHUB_ENV"
          echo "NX_HEAD=$(git rev-parse HEAD)" >> "$GITHUB_ENV"
      - name: Lint
        run: ${commands.lintAffected}
      - name: Build
        run: ${commands.buildAffected}

  push:
    if: github.event_name == 'push'
    runs-on: ubuntu-latest
    timeout-minutes: 90
    permissions:
      contents: read
      packages: write
    steps:
${setup}
${loginStep(registry)}
      - name: Push
        run: ${commands.push}

  renew:
    if: github.event_name == 'schedule' || github.event_name == 'workflow_dispatch'
    runs-on: ubuntu-latest
    timeout-minutes: 120
    permissions:
      contents: write
      pull-requests: write
    steps:
${setup}
      - name: Renew digests and packages
        run: ${commands.renew}
      - name: Build every image
        run: ${commands.buildAll}
      - name: Propose the change
        env:
          GH_TOKEN: \${{ github.token }}
        run: |
          if git diff --quiet; then
            echo "Nothing moved."
            exit 0
          fi
          branch="containers/renew-$(date -u +%Y-%m-%d)"
          git config user.name 'github-actions[bot]'
          git config user.email '41898282+github-actions[bot]@users.noreply.github.com'
          git switch -c "$branch"
          git commit -am 'Renew base images and packages'
          git push --force-with-lease origin "$branch"
          gh pr create --fill --head "$branch" || gh pr view "$branch"
`;
}

function quoted(branch: string): string {
  return `'${branch.replaceAll("'", "''")}'`;
}

/** The whole history, since labels name the commit that last changed an input; without the old contents, which nobody needs. */
function setupSteps(manager: string, install: string): string {
  const corepack = manager === 'pnpm' || manager === 'yarn';
  const steps = [
    `      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
          filter: blob:none`,
    ...(corepack ? ['      - run: corepack enable'] : []),
    manager === 'bun'
      ? '      - uses: oven-sh/setup-bun@v2'
      : `      - uses: actions/setup-node@v4
        with:
          node-version: 22
          cache: ${manager}`,
    `      - run: ${install}`,
    '      - uses: docker/setup-buildx-action@v3',
  ];
  return steps.join('\n');
}

function loginStep(registry: string): string {
  return registry === 'ghcr.io'
    ? `      - uses: docker/login-action@v3
        with:
          registry: ghcr.io
          username: \${{ github.actor }}
          password: \${{ secrets.GITHUB_TOKEN }}`
    : `      - uses: docker/login-action@v3
        with:
          registry: ${quoted(registry)}
          username: \${{ secrets.REGISTRY_USERNAME }}
          password: \${{ secrets.REGISTRY_PASSWORD }}`;
}
