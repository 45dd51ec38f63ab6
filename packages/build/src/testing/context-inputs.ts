import { sourceText } from '@dockwarden-internal/syntax';
import type { ContextInputs, InputSource } from '../model/image-inputs.ts';

/** Sources as texts are plain paths, or patterns where they hold a wildcard. */
export function contextInputs(
  sources: readonly (string | Partial<InputSource>)[],
  rest: Partial<ContextInputs> = {},
): ContextInputs {
  return { directory: '.', ignoreCandidates: [], sources: sources.map(inputSource), ...rest };
}

function inputSource(source: string | Partial<InputSource>): InputSource {
  const given = typeof source === 'string' ? { path: source } : source;
  const place = { source: sourceText('Dockerfile', ''), span: { start: 0, end: 0 } };
  return { path: '.', pattern: /[*?[]/.test(given.path ?? ''), excludes: [], instruction: 'COPY', place, ...given };
}
