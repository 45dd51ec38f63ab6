import type { Block } from '../../../dockerfile/dockerfile-text.ts';
import type { NodeImage } from './node-image.ts';

/**
 * tini as PID 1. The kernel drops signals that PID 1 has no handler for, and node sets none: without one in the app, `docker stop` waits ten
 * seconds and kills. Sources: kernel, pid_namespaces(7); docker-node, best practices.
 */
export function initLines({ base }: NodeImage): string[] {
  switch (base) {
    case 'alpine':
      return ['RUN apk add --no-cache tini'];
    case 'distroless':
      return ['COPY --from=init /usr/bin/tini-static /tini'];
    case 'slim':
      return [`RUN ${APT_TINI}`];
  }
}

/** The stage that distroless has its init from. */
export function initStage({ base }: NodeImage, from: string): Block | undefined {
  return base === 'distroless'
    ? ['# init is where tini comes from: what ships cannot install it.', `FROM ${from} AS init`, `RUN ${APT_TINI}`]
    : undefined;
}

export function initPath({ base }: NodeImage): string {
  return base === 'alpine' ? '/sbin/tini' : base === 'distroless' ? '/tini' : '/usr/bin/tini';
}

const APT_TINI = [
  'apt-get update && \\',
  '    apt-get install --yes --no-install-recommends tini && \\',
  '    rm -rf /var/lib/apt/lists/*',
].join('\n');
