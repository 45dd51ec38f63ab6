import type { Diagnostic, SourceText } from '@dockwarden-internal/syntax';
import { type Located, readLocated } from './located.ts';
import type { PackDocument } from './pack-document.ts';
import { packSchema } from './schema.ts';
import { validate } from './validate.ts';

export interface LoadedPack {
  readonly pack?: PackDocument;
  readonly located: Located;
  readonly diagnostics: readonly Diagnostic[];
}

export function loadPack(source: SourceText): LoadedPack {
  const located = readLocated(source, 'pack/yaml');
  const { data, diagnostics } = validate(located, packSchema, 'pack/shape');
  return { ...(data && { pack: data }), located, diagnostics };
}
