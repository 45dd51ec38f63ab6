import { applyEdits, modify, type ParseError, parse } from 'jsonc-parser';
import { jsonFormatOf } from '../json/json-format.ts';
import type { DevContainerSettings } from './devcontainer-settings.ts';

/** Ways to come by a container; a file that has one keeps it. */
const WAYS = ['dockerComposeFile', 'build', 'image', 'dockerFile'];

/**
 * Adds to a devcontainer.json what it lacks; comments, order and all that is there stay. Undefined where it cannot be read.
 */
export function editDevContainer(text: string, settings: DevContainerSettings): string | undefined {
  const faults: ParseError[] = [];
  const found: unknown = parse(text, faults, { allowTrailingComma: true });
  if (faults.length > 0 || typeof found !== 'object' || found === null || Array.isArray(found)) return undefined;
  const has = (key: string) => Object.hasOwn(found, key);
  const ownWay = WAYS.some((key) => has(key) && !(key in settings));
  const options = { formattingOptions: jsonFormatOf(text), getInsertionIndex: (names: string[]) => names.length };
  let edited = text;
  const add = (path: (string | number)[], value: unknown, insert = false) => {
    edited = applyEdits(edited, modify(edited, path, value, { ...options, isArrayInsertion: insert }));
  };
  for (const [key, value] of Object.entries(settings)) {
    if (key === 'customizations' || has(key)) continue;
    if (ownWay && !['name', 'forwardPorts', 'remoteUser'].includes(key)) continue;
    add([key], value);
  }
  const wanted = extensionsOf(settings);
  const there = extensionsOf(found);
  if (there === undefined && wanted) add(['customizations', 'vscode', 'extensions'], wanted);
  else
    for (const one of wanted ?? [])
      if (!there?.includes(one)) add(['customizations', 'vscode', 'extensions', -1], one, true);
  return edited;
}

function extensionsOf(settings: object): readonly string[] | undefined {
  const { customizations } = settings as { customizations?: { vscode?: { extensions?: unknown } } };
  const extensions = customizations?.vscode?.extensions;
  return Array.isArray(extensions) ? extensions.map(String) : undefined;
}
