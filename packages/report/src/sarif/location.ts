import type { Place } from '@dockwarden-internal/syntax';
import type { PathOf } from '../render-context.ts';
import { rangeOf } from '../text/range.ts';
import type { SarifArtifact, SarifLocation, SarifRegion, SarifRun } from './sarif-log.ts';

/** The folder that relative addresses start from; viewers map it to a checkout. */
const rootId = '%SRCROOT%';

/** What relative addresses start from, with its own address where the folder is to be told. */
export function baseIds(root: string | undefined): SarifRun['originalUriBaseIds'] {
  return {
    [rootId]: {
      ...(root !== undefined && { uri: `${fileUri(root).replace(/\/$/, '')}/` }),
      description: { text: 'The folder that Dockwarden ran in.' },
    },
  };
}

export function artifactOf(path: string, pathOf: PathOf): SarifArtifact {
  const shown = pathOf(path);
  const absolute = shown.startsWith('/') || /^[A-Za-z]:\//.test(shown);
  return absolute ? { uri: fileUri(shown) } : { uri: encodePath(shown), uriBaseId: rootId };
}

/** A `file:` address of an absolute path, with `/` between segments. */
function fileUri(path: string): string {
  return `file://${path.startsWith('/') ? '' : '/'}${encodePath(path)}`;
}

export function regionOf(place: Place): SarifRegion {
  const { start, end } = rangeOf(place);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

export function locationOf(place: Place, pathOf: PathOf): SarifLocation {
  return { physicalLocation: { artifactLocation: artifactOf(place.source.path, pathOf), region: regionOf(place) } };
}

function encodePath(path: string): string {
  const encode = (segment: string, index: number) =>
    index === 0 && /^[A-Za-z]:$/.test(segment)
      ? segment
      : encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\uFFFD'));
  return path.split('/').map(encode).join('/');
}
