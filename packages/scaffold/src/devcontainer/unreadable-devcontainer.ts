import { type Diagnostic, sourceText } from '@dockwarden-internal/syntax';
import type { ParseError } from 'jsonc-parser';
import { textReader } from '../compose/compose-files.ts';
import { jsonTree } from '../json/read-json.ts';
import { devContainerPath } from './devcontainer-path.ts';
import type { DevContainerRequest } from './devcontainer-request.ts';

/** Why the devcontainer.json that is there cannot be edited; undefined where it can, or where there is none. */
export function unreadableDevContainer(request: DevContainerRequest): Diagnostic | undefined {
  const path = devContainerPath(request);
  const text = textReader(request.app, request.existing)(path);
  if (text === undefined) return undefined;
  const faults: ParseError[] = [];
  const tree = jsonTree(text, faults);
  const [fault] = faults;
  if (!fault && tree?.type === 'object') return undefined;
  return {
    code: 'setup/devcontainer-unreadable',
    message: fault ? `${path} is no valid JSON.` : `${path} is no JSON object that can be read.`,
    hint: 'Mend it, or move it away; nothing was changed.',
    path,
    ...(fault && {
      place: { source: sourceText(path, text), span: { start: fault.offset, end: fault.offset + fault.length } },
    }),
    exit: 2,
  };
}
