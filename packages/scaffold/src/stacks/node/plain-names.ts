import type { Diagnostic } from '@dockwarden-internal/syntax';
import { unplainPath } from '../../dockerfile/plain-path.ts';
import { manifestFolders } from './manifest-block.ts';
import type { NodeProject } from './project/layout.ts';
import { installsAnything } from './stages/dependencies.ts';

/** Source: npm, package.json, "name"; older packages have capitals. */
const PACKAGE = /^(?:@[\w~-][\w.~-]*\/)?[\w~-][\w.~-]*$/;

/** A fault where a name or path of a project would mean something else in a Dockerfile or in a shell, or where its lockfile is missing. */
export function plainNames(project: NodeProject): Diagnostic | undefined {
  const { layout, manifest, manager, rootManifest } = project;
  const packages = [manifest, ...layout.libraries.map((library) => library.manifest)];
  const odd = packages.find(({ name }) => name !== undefined && !PACKAGE.test(name));
  if (odd)
    return {
      code: 'setup/package-name',
      message: `${odd.path} has a name that no package can have: ${JSON.stringify(odd.name)}.`,
      hint: 'Give it a name of lower-case letters, digits, dots and hyphens.',
      path: odd.path,
      exit: 2,
    };
  const named = layout.turbo !== undefined || (layout.kind === 'workspace' && manager.name === 'yarn');
  if (named && manifest.name === undefined)
    return {
      code: 'setup/package-name',
      message: `${manifest.path} has no name, by which ${layout.turbo ? 'turbo prune' : 'Yarn'} would find it.`,
      hint: 'Give it a name of lower-case letters, digits, dots and hyphens.',
      path: manifest.path,
      exit: 2,
    };
  if (Number.parseInt(layout.turbo ?? '', 10) >= 2 && rootManifest.packageManager === undefined)
    return {
      code: 'setup/no-package-manager',
      message: `${rootManifest.path} does not name its package manager, without which turbo prune does nothing.`,
      hint: `Add "packageManager": "${manager.name}@" with your version of ${manager.name}.`,
      path: rootManifest.path,
      exit: 2,
    };
  const path = unplainPath([layout.folder, ...manifestFolders(project)]);
  if (path) return path;
  if (manager.lockfile !== undefined || !installsAnything(project)) return undefined;
  return {
    code: 'setup/no-lockfile',
    message: `${manifest.path} has dependencies and no lockfile: an image of it would hold other versions every day.`,
    hint: `Run ${manager.name} install, and commit the lockfile that it writes.`,
    path: manifest.path,
    exit: 2,
  };
}
