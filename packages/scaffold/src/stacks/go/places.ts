import { isWithin, joinPath, relativeTo } from '@dockwarden-internal/facts';
import type { App } from '../../model/app.ts';
import { dotted } from '../../paths/resolve-folder.ts';
import type { GoApp } from './go-app.ts';

/** Folder of the sources in stages that build. */
export const SOURCE = '/src';

/** How the folders of an app are called within its build context and image. */
export interface GoPlaces {
  /** A folder of the workspace, from the context. */
  inContext(folder: string): string;
  /** Folder that the go command runs in: that of the app's module, under `SOURCE`. */
  readonly home: string;
  /** The program's package, as go takes it there: `./cmd/api`. */
  readonly program: string;
  /** All packages of the app: `./...`. */
  readonly packages: string;
}

export function goPlaces({ project }: App, { layout, main }: GoApp): GoPlaces {
  const top = layout.context === 'project' ? project.root : '.';
  const inContext = (folder: string) => relativeTo(top, folder) ?? folder;
  const module = layout.modules.filter((one) => isWithin(main, one)).sort((a, b) => b.length - a.length)[0] ?? top;
  const own = relativeTo(module, project.root) ?? '.';
  return {
    inContext,
    home: joinPath(SOURCE, inContext(module)),
    program: dotted(relativeTo(module, main) ?? '.'),
    packages: own === '.' ? './...' : `./${own}/...`,
  };
}
