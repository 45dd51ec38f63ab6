import type { WaiverEntry } from '@dockwarden-internal/policy';
import { loadWaivers } from '@dockwarden-internal/policy/load/load-waivers';
import { sourceText } from '@dockwarden-internal/syntax';
import { stringify } from 'yaml';
import type { Waivers } from '../waivers/waivers.ts';

/** Waivers for a test, as if read from a file: what an entry leaves out is filled in. */
export function waiversOf(entries: readonly Partial<WaiverEntry>[], more: Partial<Waivers> = {}): Waivers {
  const waivers = entries.map((entry) => ({
    policy: 'test/wget',
    ...(entry.project === undefined && { file: 'Dockerfile' }),
    owner: '@acme',
    reason: 'so',
    expires: '2026-06-01',
    ...entry,
  }));
  const text = stringify({ dockwarden: 'waivers/v1', waivers });
  const loaded = loadWaivers(sourceText('dockwarden.waivers.yaml', text));
  if (loaded.diagnostics.length > 0) throw new Error(loaded.diagnostics.map(({ message }) => message).join('\n'));
  return { list: loaded.waivers, maxDays: 180, ...more };
}
