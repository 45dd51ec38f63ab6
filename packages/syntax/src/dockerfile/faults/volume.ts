import { skipSpace } from '../blank.ts';
import { jsonOrWords } from '../words.ts';
import type { Check } from './report.ts';

/** Source: parseVolume in moby/buildkit frontend/dockerfile/instructions/parse.go. */
export const checkVolume: Check = (node, { report }) => {
  for (const { text, span } of jsonOrWords(node)) {
    if (skipSpace(text, 0, text.length) < text.length) continue;
    report('syntax/empty-volume', 'A VOLUME needs a path; this one is empty', span);
  }
};
