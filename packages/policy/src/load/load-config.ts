import type { Diagnostic, SourceText } from '@dockwarden-internal/syntax';
import type { ConfigDocument } from './config-document.ts';
import { configSchema } from './config-schema.ts';
import { type Located, readLocated } from './located.ts';
import { validate } from './validate.ts';

export interface LoadedConfig {
  readonly config?: ConfigDocument;
  readonly located: Located;
  readonly diagnostics: readonly Diagnostic[];
}

export function loadConfig(source: SourceText): LoadedConfig {
  const located = readLocated(source, 'config/yaml');
  const { data, diagnostics } = validate(located, configSchema, 'config/shape');
  return { ...(data && { config: data }), located, diagnostics };
}
