import type { RemoteUse } from '../model/image-inputs.ts';
import type { ResolvedReference } from '../model/image-plan.ts';
import { pinnedContexts } from './pinned-contexts.ts';

const D = `sha256:${'1'.repeat(64)}`;
const resolved = (text: string, use: RemoteUse = 'from', more: Partial<ResolvedReference> = {}): ResolvedReference => ({
  reference: { text, use, kind: 'resolvable', place: undefined as never },
  digests: new Map(),
  digestKind: 'manifest',
  by: 'registry',
  pin: D,
  ...more,
});

test('each reference is held to its digest, under the name that BuildKit looks for', () => {
  const contexts = pinnedContexts([
    resolved('node:22-slim'),
    resolved('debian', 'copy'),
    resolved('docker.io/library/busybox:latest', 'mount'),
    resolved('docker-image://ghcr.io/a/b:1', 'context'),
  ]);
  expect([...contexts]).toEqual([
    ['node:22-slim', `docker-image://node:22-slim@${D}`],
    ['debian', `docker-image://debian:latest@${D}`],
    ['busybox', `docker-image://busybox:latest@${D}`],
    ['ghcr.io/a/b:1', `docker-image://ghcr.io/a/b:1@${D}`],
  ]);
});

test('frontends, references with a digest, and image ids are not', () => {
  const pins = pinnedContexts([
    resolved('docker/dockerfile:1', 'frontend'),
    resolved(`node@${D}`, 'from', { by: 'pinned' }),
    resolved('local:1', 'from', { by: 'engine', digestKind: 'config', pin: undefined }),
  ]);
  expect(pins.size).toBe(0);
});
