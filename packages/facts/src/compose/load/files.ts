import type { LocatedMap } from '../located.ts';
import { clear } from '../merge/clear.ts';
import { dropRepeated, merge } from '../merge/merge.ts';
import { RULES } from '../merge/rules.ts';
import type { Variables } from '../variables/expand.ts';
import { loadDocuments } from './document.ts';
import { applyExtends } from './extends.ts';
import { applyInclude } from './include.ts';
import type { Session } from './session.ts';
import { takeValues } from './take-values.ts';

/**
 * Files merged in order, later over earlier, `extends` and `include` followed. Undefined where none of them holds a map.
 * `including` names the files that lead here, to end circles.
 */
export function loadFiles(
  session: Session,
  paths: readonly string[],
  variables: Variables,
  folder: string | undefined,
  including: readonly string[],
): LocatedMap | undefined {
  let model: LocatedMap | undefined;
  const visited = [...including];
  for (const path of paths) {
    session.loaded.set(path, 'all');
    for (const document of loadDocuments(session, path, variables, folder) ?? []) {
      visited.push(path);
      const included = applyInclude(session, variables, document, visited);
      const root = applyExtends(session, variables, path, { ...document, root: included });
      const merged = model ? merge(clear(model, document.cleared), root, RULES, session.faults) : root;
      model = dropRepeated(merged, RULES) as LocatedMap;
    }
  }
  return model && takeValues(model, variables);
}
