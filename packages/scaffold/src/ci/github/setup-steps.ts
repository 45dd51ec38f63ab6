import type { CiRequest } from '../ci-request.ts';
import { managerCommands } from '../managers.ts';
import { action, type Step } from './step.ts';

/**
 * The whole history, since labels name the commit that last changed an input, and affected images are told from the base of the change. The token
 * is not left in the checkout, where what an installation runs could read it.
 */
const CHECKOUT: Step = action('actions/checkout', { 'fetch-depth': 0, 'persist-credentials': false });

/** Checkout, Node, and the workspace's packages. */
export function setupSteps({ workspace: { manager }, managerVersion, node }: CiRequest): Step[] {
  const { prepare, install } = managerCommands(manager, managerVersion);
  const isBun = manager === 'bun';
  return [
    CHECKOUT,
    ...(isBun || prepare.length === 0 ? [] : [{ run: prepare.join('\n') }]),
    ...(isBun
      ? [action('oven-sh/setup-bun', managerVersion === undefined ? undefined : { 'bun-version': managerVersion })]
      : []),
    action('actions/setup-node', {
      ...(node.file === undefined ? { 'node-version': node.version } : { 'node-version-file': node.file }),
      ...(isBun || manager === undefined ? {} : { cache: manager }),
    }),
    ...(install === undefined ? [] : [{ run: install }]),
  ];
}

/** A builder of its own: the engine's can neither keep layers elsewhere nor attach attestations. Source: docker build, "Build drivers". */
export function builderSteps(cache: string): Step[] {
  return [
    action('docker/setup-buildx-action'),
    // What a step of a shell is not handed by itself. Source: docker build, "GitHub Actions cache", Authentication.
    ...(cache === 'gha' ? [action('crazy-max/ghaction-github-runtime')] : []),
  ];
}
