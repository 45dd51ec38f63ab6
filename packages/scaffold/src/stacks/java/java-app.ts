import type { Serving } from '../../detect/serving.ts';

/** How a Java app is built: folders and files are from the workspace's root. */
export interface JavaProject {
  readonly tool: 'maven' | 'gradle';
  /** Whether the repository brings the tool itself, as mvnw or gradlew. */
  readonly wrapper: boolean;
  readonly context: 'project' | 'workspace';
  /** Files that say what is installed and built, of all modules that the tool wants to see. */
  readonly manifests: readonly string[];
  /** Folders of modules whose sources are compiled, the app's own first. */
  readonly modules: readonly string[];
  /** What a build file sets: `java.version` of a pom, a toolchain of Gradle. */
  readonly version?: { readonly range: string; readonly file: string };
  /** `3.5.7`; absent where it is no Spring Boot app, or nothing says its version. */
  readonly spring?: { readonly version?: string; readonly actuator: boolean };
  /** How Gradle gives its program out; Maven's are all the same. */
  readonly distribution: boolean;
  readonly why: string;
}

/** What is known of a Java app. */
export interface JavaApp {
  readonly build: JavaProject;
  readonly version: string;
  /** Class that is started, where no Spring Boot jar says it. */
  readonly main?: string;
  readonly tested: boolean;
  readonly serving: Serving;
}
