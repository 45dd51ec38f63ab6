import type { FormFinder } from './form-finder.ts';

/** What stands for a value that looks like a secret. */
export const mask = '•••';

/** The text with all that the finder finds replaced by the mask; finds that overlap share one. */
export function hideForms(text: string, find: FormFinder): string {
  let shown = '';
  let from = 0;
  let end = -1;
  for (let at = 0; at < text.length; at++) {
    const [longest] = find(text, at);
    if (!longest) continue;
    if (at >= end) shown += text.slice(from, at) + mask;
    end = Math.max(end, at + longest.text.length);
    from = end;
  }
  return shown + text.slice(from);
}
