import { suggest } from '@dockwarden-internal/syntax';

/** What may stand in braces in a template of a tag; `{sha:12}` cuts, `{date:…}` forms. */
export const TAG_WORDS: readonly string[] = ['version', 'branch', 'sha', 'date', 'project', 'image', 'digest', 'tag'];

/** Why a template gives no tag whatever its words stand for; undefined for one that may. */
export function templateFault(template: string): { readonly message: string; readonly hint: string } | undefined {
  for (const [, word] of template.matchAll(/\{([a-z]*)(?::[^{}]*)?\}/gi)) {
    if (TAG_WORDS.includes(word!)) continue;
    const near = suggest(word!, TAG_WORDS);
    const hint =
      near === undefined ? `there are ${TAG_WORDS.map((each) => `{${each}}`).join(', ')}` : `did you mean {${near}}?`;
    return { message: `{${word}} in the tag ${template} stands for nothing`, hint };
  }
  const rest = template.replace(/\{[a-z]+(?::[^{}]*)?\}/gi, 'x');
  // Source: OCI distribution specification, `<reference>` as a tag.
  if (/^\w[\w.-]{0,127}$/.test(rest)) return undefined;
  return {
    message: `${template} is no tag`,
    hint: 'use letters, digits, _, . and -, beginning with a letter, digit or _',
  };
}
