import { NONROOT_ID, userLine } from '../dockerfile/app-user.ts';
import type { Block } from '../dockerfile/dockerfile-text.ts';
import { labelLines } from '../dockerfile/label-lines.ts';
import type { Service } from '../model/service.ts';

/** A last stage that holds nothing but files, for `dockwarden extract` or `docker build --output`. `source`: address of the repository, if known. */
export function artifactStage(title: string, copies: readonly string[], source?: string): Block {
  return [
    '# artifact holds nothing but what was built: dockwarden extract writes it to a folder.',
    'FROM scratch AS artifact',
    ...copies,
    userLine(NONROOT_ID),
    ...labelLines({ title, source }),
  ];
}

/** Of files nothing is started. */
export const NO_SERVICE: Service = { user: `${NONROOT_ID}:${NONROOT_ID}`, writable: [], environment: {} };

export const ARTIFACT_NOTE = 'dockwarden extract writes what was built to a folder; nothing of it is started.';
