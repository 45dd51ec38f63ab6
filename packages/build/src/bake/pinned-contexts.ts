import { familiarText, parseReference } from '@dockwarden-internal/syntax';
import type { ResolvedReference } from '../model/image-plan.ts';
import { contextName } from './context-name.ts';

/**
 * Contexts that hold bases to the digests that are in the key: `node:22-slim` → `docker-image://node:22-slim@sha256:…`. A frontend cannot
 * be pinned so, and a reference that names its digest needs no pin.
 */
export function pinnedContexts(references: readonly ResolvedReference[]): ReadonlyMap<string, string> {
  const contexts = new Map<string, string>();
  for (const { reference: remote, pin, by } of references) {
    if (pin === undefined || by === 'pinned' || remote.use === 'frontend') continue;
    const parsed = parseReference(remote.text.replace(/^docker-image:\/\//, ''));
    if ('fault' in parsed) continue;
    const tagged = parsed.tag === undefined ? `${familiarText(parsed)}:latest` : familiarText(parsed);
    contexts.set(contextName(parsed.text), `docker-image://${tagged}@${pin}`);
  }
  return contexts;
}
