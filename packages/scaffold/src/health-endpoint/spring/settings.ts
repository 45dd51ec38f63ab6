import { editedFile } from '../../compose/edit-compose.ts';
import { type App, pathIn, readIn } from '../../model/app.ts';

/** Settings of an app, and the file that holds them; none where it has none, or one that cannot be read. */
export interface SpringSettings {
  readonly path?: string;
  readonly text?: string;
  readonly value: (key: string) => string | undefined;
}

const FOLDER = 'src/main/resources';

/** Source: Spring Boot reference, "Externalized Configuration": properties win over YAML beside them. */
export function springSettings(app: App): SpringSettings {
  const properties = readIn(app, `${FOLDER}/application.properties`);
  if (properties !== undefined) {
    const values = new Map(properties.split('\n').flatMap(property));
    return {
      path: pathIn(app, `${FOLDER}/application.properties`),
      text: properties,
      value: (key) => values.get(key),
    };
  }
  for (const name of ['application.yml', 'application.yaml']) {
    const text = readIn(app, `${FOLDER}/${name}`);
    if (text !== undefined) {
      const values = flatten(editedFile(name, text).data());
      return { path: pathIn(app, `${FOLDER}/${name}`), text, value: (key) => values.get(key) };
    }
  }
  return { value: () => undefined };
}

/** Where settings go that have no file yet. */
export function settingsPath(app: App): string {
  return pathIn(app, `${FOLDER}/application.properties`);
}

function property(line: string): [string, string][] {
  if (/^\s*[#!]/.test(line)) return [];
  const at = line.search(/[=:]/);
  return at > 0 ? [[line.slice(0, at).trim(), line.slice(at + 1).trim()]] : [];
}

function flatten(data: unknown, prefix = '', into = new Map<string, string>(), depth = 0): Map<string, string> {
  if (typeof data !== 'object' || data === null || depth > 20) {
    if (prefix !== '' && data !== undefined && data !== null) into.set(prefix, String(data));
    return into;
  }
  for (const [key, value] of Object.entries(data))
    flatten(value, prefix === '' ? key : `${prefix}.${key}`, into, depth + 1);
  return into;
}
