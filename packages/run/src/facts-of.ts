import { buildWorld, type KindName, subjectsOf, vocabulary, worldRoots } from '@dockwarden-internal/facts';
import { isSubject } from '@dockwarden-internal/policy';
import { visibleName } from '@dockwarden-internal/report';
import { suggest } from '@dockwarden-internal/syntax';
import { openWorkspace } from '@dockwarden-internal/workspace';
import { readConfig } from './config/read-config.ts';
import { groupByRoot } from './files/groups.ts';
import { IGNORE_FILE } from './files/of-ignore-file.ts';
import { readOutside } from './files/read-outside.ts';
import { findTargets } from './files/targets.ts';
import { hideFacts } from './hide-fact.ts';
import { factsAlone, factTree, treeText } from './print-facts.ts';
import { sentenceOf } from './sentence-of.ts';

export { catalogue } from './catalogue.ts';

export interface FactsRequest {
  readonly cwd: string;
  readonly path: string;
  readonly kinds: readonly string[];
  readonly format: 'tree' | 'json';
}

/** The facts of one file: of a Dockerfile, or of each model that a Compose file is part of. */
export async function factsOf({
  cwd,
  path,
  kinds,
  format,
}: FactsRequest): Promise<{ readonly text: string } | { readonly fault: string; readonly exit: 2 | 3 }> {
  const names = Object.keys(vocabulary);
  const stray = kinds.find((kind) => !names.includes(kind));
  if (stray !== undefined) {
    const near = suggest(stray, names);
    return {
      fault: `there is no kind of fact ${JSON.stringify(stray)}${near ? `: did you mean ${near}?` : `; kinds are ${names.join(', ')}`}`,
      exit: 2,
    };
  }
  const { groups, diagnostics } = groupByRoot(cwd, [path]);
  const target =
    groups[0] && findTargets(await openWorkspace(groups[0].disk.fs.root, groups[0].disk), groups[0].paths, []);
  const fault = diagnostics[0] ?? target?.diagnostics[0];
  const [only] = target?.only ?? new Set<string>();
  if (!target || only === undefined)
    return fault
      ? { fault: `${fault.message}${fault.hint ? ` ${fault.hint}` : ''}`, exit: fault.exit === 2 ? 2 : 3 }
      : {
          fault: `${path} ${IGNORE_FILE.test(path) ? 'speaks for' : 'holds'} no Dockerfile or Compose file: name one`,
          exit: 3,
        };
  if (target.only!.size > 1 && IGNORE_FILE.test(path))
    return { fault: `${path} speaks for ${target.only!.size} Dockerfiles: name one, with --kind ignore`, exit: 2 };
  if (target.only!.size > 1) return { fault: `${path} is a folder: facts takes one file`, exit: 2 };
  const { config, diagnostics: faults } = await readConfig({ fs: target.workspace.fs, readOutside }, cwd, undefined);
  // Facts are asked for to see what was understood of the configuration's bases and programs.
  if (faults[0]) return { fault: sentenceOf(faults[0]), exit: 2 };
  const { parseYaml } = await import('@dockwarden-internal/syntax/yaml/parse-yaml');
  const { checkSchema } = await import('@dockwarden-internal/facts/compose/schema/schema-check');
  const world = buildWorld({
    fs: target.workspace.fs,
    workspace: target.workspace.model,
    settings: config,
    files: target.files,
    parseYaml,
    checkSchema,
  });
  const roots = worldRoots(world).filter((root) =>
    root.kind === 'dockerfile'
      ? root.node.source.path === only
      : root.kind === 'compose'
        ? root.node.files.some((file) => file.source.path === only)
        : root.kind === 'compose-file' && root.node.source.path === only,
  );
  if (roots.length === 0) return { fault: `${path} is no Dockerfile and no Compose file`, exit: 3 };
  const data = roots.map((root) => {
    const hide = hideFacts(root);
    if (kinds.length === 0) return { [root.kind]: factTree(root, hide) };
    return Object.fromEntries(
      kinds.flatMap((kind) => {
        const subjects = subjectsOf(root, kind as KindName);
        return subjects && subjects.length > 0
          ? [[kind, subjects.map((node) => factsAlone(kind as KindName, node, hide))]]
          : [];
      }),
    );
  });
  if (format === 'json') return { text: `${JSON.stringify(data.length === 1 ? data[0] : data, undefined, 2)}\n` };
  const missing = kinds.filter((kind) => !data.some((each) => Object.hasOwn(each, kind)));
  const trees = data.filter((each) => Object.keys(each).length > 0).map((each) => treeText(each));
  return { text: [...trees, ...missing.map((kind) => `${visibleName(only)}: ${nothingOf(kind)}\n`)].join('\n') };
}

function nothingOf(kind: string): string {
  return isSubject(kind)
    ? `no ${kind}`
    : `a fact of the kind ${kind} is a part of others, which show it without --kind`;
}
