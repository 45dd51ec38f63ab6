import { inFolder } from '../manager/manager.ts';
import type { Library, NodeProject } from '../project/layout.ts';
import { appFolder } from './build.ts';
import { installsAnything } from './dependencies.ts';
import type { NodeImage } from './node-image.ts';

/** What of the app's own folder ships, and which stage has it; from the context where that is undefined. */
export interface Shipped {
  readonly entries: readonly string[];
  readonly from?: string;
}

/** Where builds have written: in a stage of the image, or in the context. */
export type BuiltIn = 'build' | 'context';

/** Where the app lies in the final image: in the tree of the workspace, or by itself where the manager deployed it. */
export function runtimeFolder({ commands, project }: NodeImage): string {
  return commands.production.deploy === undefined ? appFolder(project) : '/app';
}

/** The COPY lines of the final stage: packages first, which change least, then what was built. */
export function runtimeCopies(image: NodeImage, shipped: readonly Shipped[], built: BuiltIn = 'build'): string[] {
  return [...packageCopies(image), ...builtCopies(image, shipped, built)];
}

/** Libraries, then the app. */
export function builtCopies(image: NodeImage, shipped: readonly Shipped[], built: BuiltIn): string[] {
  return [...libraryCopies(image, built), ...shipped.flatMap((one) => ownCopies(image.project, one))];
}

/** The packages that the app runs with, and its manifest. */
export function packageCopies({ commands, project, prefix = '' }: NodeImage): string[] {
  const { deploy } = commands.production;
  const from = 'COPY --from=production-dependencies';
  if (deploy !== undefined)
    return [`${from} ${deploy}/node_modules ./node_modules`, `${from} ${deploy}/package.json ./`];
  return installsAnything(project) ? [`${from} /app /app`] : [`COPY ${prefix}package.json ./`];
}

function libraryCopies({ commands, project }: NodeImage, built: BuiltIn): string[] {
  if (commands.production.deploy !== undefined) return [];
  return project.layout.libraries.flatMap((library) =>
    libraryEntries(project, library).map((name) => {
      const path = `${library.root}/${name}`;
      return `COPY ${built === 'build' ? '--from=build /app/' : ''}${path} /app/${path}`;
    }),
  );
}

/** Folders and files of a library that its entries lie in: what is there, or what its build is to make. */
function libraryEntries({ app }: NodeProject, library: Library): string[] {
  const builds = library.manifest.scripts.build !== undefined;
  return entriesOf(library).filter((name) => builds || app.fs.kind(inFolder(library.root, name)) !== undefined);
}

/** Folders that a library's build makes: they lie beside its sources, and not in them. */
export function builtEntries(library: Library): string[] {
  if (library.manifest.scripts.build === undefined) return [];
  return entriesOf(library).filter((name) => !/^src$|\./.test(name));
}

function entriesOf({ manifest }: Library): string[] {
  const named = manifest.entries.length > 0 ? manifest.entries : ['index.js'];
  const tops = named.flatMap((path) => (path.includes('..') ? [] : (path.replace(/^\.\//, '').split('/')[0] ?? [])));
  return [...new Set(tops)].filter((name) => name !== '' && name !== 'package.json' && !name.includes('*')).sort();
}

function ownCopies({ app, layout }: NodeProject, { entries, from }: Shipped): string[] {
  const folder =
    from === undefined
      ? layout.folder === '.'
        ? ''
        : `${layout.folder}/`
      : `${appFolder({ layout } as NodeProject)}/`;
  const flag = from === undefined ? '' : `--from=${from} `;
  const isFolder = (name: string) => from !== undefined || app.fs.kind(inFolder(app.project.root, name)) !== 'file';
  const folders = entries.filter(isFolder);
  const files = entries.filter((name) => !isFolder(name));
  return [
    ...(files.length > 0 ? [`COPY ${files.map((name) => `${folder}${name}`).join(' ')} ./`] : []),
    ...folders.map((name) => `COPY ${flag}${folder}${name} ./${name}`),
  ];
}
