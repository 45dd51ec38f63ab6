import { joinPath, relativeTo } from '@dockwarden-internal/facts';
import type { App } from '../../model/app.ts';
import type { BaseKind, SetupOptions } from '../../model/setup-options.ts';
import type { JavaApp } from './java-app.ts';

/** What the stages of one Dockerfile are written from. */
export interface JavaBuild {
  readonly app: App;
  readonly java: JavaApp;
  readonly options: SetupOptions;
  readonly base: BaseKind;
  readonly port?: number;
  /** Absent where no route is known. */
  readonly healthPath?: string;
}

/** Folder of the sources in stages that build. */
export const SOURCE = '/src';

/** A path of the workspace, from the build context. */
export function inContext({ app, java }: JavaBuild, path: string): string {
  return java.build.context === 'workspace' ? path : (relativeTo(app.project.root, path) ?? path);
}

/** Folder of the app's module in stages that build. */
export function moduleFolder(build: JavaBuild): string {
  return joinPath(SOURCE, inContext(build, build.app.project.root));
}

/** How a Spring Boot jar is taken apart: `tools` since 3.3, by its launcher since 2.3, before that not at all. Source: Spring Boot, "Dockerfiles". */
export function layering({ build: { spring } }: JavaApp): 'tools' | 'launcher' | 'none' {
  if (!spring) return 'none';
  const [major = 99, minor = 0] = (spring.version ?? '99.0').split('.').map(Number);
  if (major > 3 || (major === 3 && minor >= 3)) return 'tools';
  return major === 3 || (major === 2 && minor >= 3) ? 'launcher' : 'none';
}

/** Source: Spring Boot 3.2 release notes, "Nested Jar Support". */
export function launcherClass({ build: { spring } }: JavaApp): string {
  const [major = 3, minor = 2] = (spring?.version ?? '3.2').split('.').map(Number);
  const moved = major > 3 || (major === 3 && minor >= 2);
  return `org.springframework.boot.loader.${moved ? 'launch.' : ''}JarLauncher`;
}
