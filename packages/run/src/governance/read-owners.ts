import { type CodeOwners, codeOwners } from '@dockwarden-internal/engine';
import { CODE_OWNERS_FILES } from '../lint-inputs/standing-globs.ts';
import type { Governed } from './named-file.ts';

/** Whom the CODEOWNERS files of a workspace name; undefined where it has none. */
export function readOwners(fs: Pick<Governed['fs'], 'read'>): CodeOwners | undefined {
  const texts = CODE_OWNERS_FILES.flatMap((name) => fs.read(name) ?? []);
  return texts.length > 0 ? codeOwners(texts.join('\n')) : undefined;
}
