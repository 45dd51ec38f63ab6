import { isMap } from '@dockwarden-internal/syntax';
import { editJson } from '../json/edit-json.ts';
import { soundJson } from '../json/read-json.ts';
import { SCHEMA_FILES } from './schema-files.ts';

/**
 * `.vscode/settings.json` with our schemas in `yaml.schemas`; comments, order and what is said of a schema already stay. Undefined where the text
 * is no JSON object. Source: the README of the extension YAML of Red Hat, "Associating schemas".
 */
export function vscodeSettings(text: string | undefined): string | undefined {
  const before = text === undefined || text.trim() === '' ? '{}\n' : text;
  const found = soundJson(before);
  if (!isMap(found)) return undefined;
  const said = found['yaml.schemas'] ?? {};
  if (!isMap(said)) return undefined;
  const isSaid = (schema: string) => Object.keys(said).some((key) => key.endsWith(schema));
  const edits = SCHEMA_FILES.filter(({ schema }) => !isSaid(schema)).map(({ schema, files }) => ({
    path: ['yaml.schemas', `./${schema}`],
    value: files.length === 1 ? files[0] : files,
  }));
  return editJson(before, edits);
}
