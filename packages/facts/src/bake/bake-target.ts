import type { Place } from '@dockwarden-internal/syntax';
import { resolvePath } from '../compose/resolve-path.ts';
import { contextKind } from '../context/context-kind.ts';
import { textOf, textsOf } from './bake-data.ts';
import type { Attributes } from './bake-file.ts';
import { type Data, tell, type Variables } from './bake-value.ts';

/** A target of Bake files: what it builds, and from where. Source: Bake file reference, target. */
export interface BakeTarget {
  readonly name: string;
  /** From the root; absent where it is inline, remote or outside. */
  readonly dockerfile?: string;
  readonly context?: string;
  readonly target?: string;
  /** True where its output is no image: files, or nothing at all. */
  readonly noImage: boolean;
  /** An attribute's data; undefined where it has none, or has to be evaluated. */
  readonly data: (key: string) => Data | undefined;
  /** Places of what has to be evaluated, by attribute, of those that were asked for. */
  readonly untold: ReadonlyMap<string, Place>;
}

export function readTarget(name: string, folder: string, attributes: Attributes, variables: Variables): BakeTarget {
  const untold = new Map<string, Place>();
  const data = (key: string): Data | undefined => {
    const value = attributes.get(key);
    if (!value) return undefined;
    const told = tell(value, variables);
    if ('untold' in told) untold.set(key, told.untold);
    return 'untold' in told || told.data === null ? undefined : told.data;
  };
  if (attributes.has('matrix')) untold.set('matrix', attributes.get('matrix')!.place);
  const context = textOf(data('context')) ?? '.';
  const isFolder = contextKind(context).kind === 'folder';
  const directory = isFolder ? resolvePath(folder, context) : undefined;
  const inline = attributes.has('dockerfile-inline');
  const file = textOf(data('dockerfile')) ?? 'Dockerfile';
  const dockerfile = directory === undefined || inline ? undefined : resolvePath(directory, file);
  const target = textOf(data('target'));
  const outputs = textsOf(data('output'));
  return {
    name,
    ...(dockerfile !== undefined && { dockerfile }),
    ...(directory !== undefined && { context: directory }),
    ...(target !== undefined && { target }),
    noImage:
      outputs.length > 0 && outputs.every((output) => !/(?:^|,)type=(?:image|docker|oci|registry)\b/.test(output)),
    data,
    untold,
  };
}
