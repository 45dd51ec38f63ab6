import type { FactSettings, ProjectModel, WorkspaceModel } from '@dockwarden-internal/facts';

/**
 * A policy as it stands in YAML, its shape checked by the schema but its words not yet held against the facts. Either
 * `checks`, or one check's verdict at the top.
 */
export interface PolicyDocument extends VerdictDocument {
  readonly dockwarden: 'policy/v1';
  readonly id: string;
  readonly title: string;
  readonly category: string;
  readonly severity: Severity;
  readonly why: string;
  readonly practice?: string | readonly string[];
  readonly aliases?: readonly string[];
  readonly references?: readonly string[];
  readonly tags?: readonly string[];
  readonly status?: 'stable' | 'preview' | 'deprecated';
  readonly since?: string;
  readonly replacedBy?: string;
  readonly params?: Readonly<Record<string, ParamDeclaration>>;
  readonly terms?: Readonly<Record<string, ConditionDocument>>;
  readonly on: string;
  readonly checks?: Readonly<Record<string, CheckDocument>>;
  readonly examples?: ExamplesDocument;
}

export type Severity = 'error' | 'warning' | 'info';

/** What is demanded of a subject, where to point, what to say and how to mend it. */
export interface VerdictDocument {
  readonly where?: ConditionDocument;
  readonly unless?: ConditionDocument;
  readonly require?: ConditionDocument;
  readonly forbid?: ConditionDocument;
  readonly at?: string;
  readonly related?: string | readonly string[];
  readonly message?: string;
  readonly fix?: FixDocument;
  readonly unknown?: 'skip' | 'report';
}

export interface CheckDocument extends VerdictDocument {
  readonly each?: string;
  readonly severity?: Severity;
  readonly aliases?: readonly string[];
}

/** `path: matcher`, `all`, `any`, `not`, `is`; every entry must hold. */
export type ConditionDocument = { readonly [entry: string]: unknown };

export interface ParamDeclaration {
  readonly description: string;
  readonly type: 'array' | 'string' | 'integer' | 'number' | 'boolean';
  readonly items?: { readonly type: 'string' | 'integer' };
  readonly default: unknown;
}

export interface FixDocument {
  readonly insert?: string;
  readonly after?: string;
  readonly before?: string;
  readonly replace?: string;
  readonly with?: string;
  readonly remove?: string;
  readonly set?: string;
  readonly to?: unknown;
  readonly append?: string;
  readonly lines?: string;
  readonly sort?: string;
  readonly safety?: 'safe' | 'unsafe';
}

export interface ExamplesDocument {
  readonly good: readonly (string | GoodExample)[];
  readonly bad: readonly BadExample[];
}

export interface ExampleSetting {
  /** A Dockerfile's text. */
  readonly code?: string;
  /** Files by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly project?: Partial<ProjectModel>;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly config?: ExampleConfig;
  /** The image that was built of it, for policies on built images. */
  readonly built?: BuiltExample;
}

/** What of the configuration tells facts something, beside the settings themselves. */
export interface ExampleConfig extends FactSettings {
  readonly unknown?: 'skip' | 'report';
  readonly workspace?: Partial<Omit<WorkspaceModel, 'projects'>> & {
    readonly projects: readonly (Partial<ProjectModel> & Pick<ProjectModel, 'name' | 'root'>)[];
  };
}

/** What of a built image an example is about; the rest is as in an image of `scratch`. */
export interface BuiltExample {
  readonly user?: string;
  readonly workdir?: string;
  /** Bytes of the whole image; the sum of its layers unless said. */
  readonly size?: number;
  readonly layers?: readonly { readonly size: number; readonly command?: string }[];
  readonly env?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly healthcheck?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  readonly volumes?: readonly string[];
}

export interface GoodExample extends ExampleSetting {}

export interface BadExample extends ExampleSetting, ExpectedFinding {
  readonly expect?: readonly ExpectedFinding[];
  /** The file after one pass of this policy's fixes; files by path where there are several. */
  readonly fixed?: string | Readonly<Record<string, string>>;
}

export interface ExpectedFinding {
  readonly check?: string;
  /** The words that the finding underlines. */
  readonly at?: string;
  /** Line of those words, from 1. */
  readonly line?: number;
  readonly message?: string;
}
