import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { ImageDraft } from './image-draft.ts';
import { slug } from './image-names.ts';

/** Gives each image a name of its own: of two, the one that yields takes its Dockerfile's path into its name. */
export function uniqueNames(drafts: readonly ImageDraft[]): { named: ImageDraft[]; clashes: Diagnostic[] } {
  const named = new Map<string, ImageDraft>();
  const clashes: Diagnostic[] = [];
  const firm = (draft: ImageDraft) => (draft.nameYields ? 1 : 0);
  for (const draft of [...drafts].sort((a, b) => firm(a) - firm(b))) {
    const longer = `${draft.name}-${slug(draft.dockerfile)}`;
    const names = draft.nameYields ? [draft.name, longer, `${longer}-${slug(draft.target ?? 'last')}`] : [draft.name];
    const name = names.find((each) => !named.has(each));
    if (name !== undefined) named.set(name, name === draft.name ? draft : { ...draft, name });
    else clashes.push(clash(draft, named.get(draft.name)!));
  }
  return { named: [...named.values()], clashes };
}

function clash(draft: ImageDraft, other: ImageDraft): Diagnostic {
  return {
    code: 'images/name',
    message: `two images are called ${draft.name}: one by ${other.declaredBy}, one by ${draft.declaredBy}`,
    hint: 'give one of them another name under images: in dockwarden.yaml',
    ...draft.placeOf(),
    exit: 2,
  };
}
