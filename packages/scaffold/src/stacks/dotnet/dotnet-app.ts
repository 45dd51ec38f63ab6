import type { Serving } from '../../detect/serving.ts';

/** Which files a program of .NET is built from: all paths are from the workspace's root. */
export interface DotnetLayout {
  readonly context: 'project' | 'workspace';
  /** Project file of the program: `src/Api/Api.csproj`. */
  readonly program: string;
  /** What a restore reads: project files, their lockfiles, and what MSBuild and NuGet look for in the folders above. */
  readonly manifests: readonly string[];
  /** Folders of the program and of the projects that it refers to, none within another. */
  readonly sources: readonly string[];
  /** Whether a file of the folders above has the build write to `artifacts`. */
  readonly artifacts: boolean;
  /** Whether each project has its packages.lock.json. */
  readonly locked: boolean;
  /** Project files of tests, and the folders that they need beside `sources`. */
  readonly tests: readonly { readonly project: string; readonly folders: readonly string[] }[];
}

/** What is known of an app of .NET. */
export interface DotnetApp {
  readonly layout: DotnetLayout;
  /** Version of the runtime: `8.0`. */
  readonly version: string;
  /** Tag of the SDK's image, which global.json may ask for: `9.0.100`. */
  readonly sdk: string;
  /** `net8.0`, where the project file names several. */
  readonly framework?: string;
  /** Name of the program's file without its ending. */
  readonly assembly: string;
  /** Whether it needs the runtime of ASP.NET Core. */
  readonly web: boolean;
  /** Whether it does without cultures. Source: .NET, "Globalization invariant mode". */
  readonly invariant: boolean;
  /** Properties that are set otherwise, since the image brings the runtime: `PublishAot=false`. */
  readonly overrides: readonly string[];
  /** Whether the sources name the port, so that no variable moves it. */
  readonly fixedPort: boolean;
  readonly serving: Serving;
  readonly notes: readonly string[];
}
