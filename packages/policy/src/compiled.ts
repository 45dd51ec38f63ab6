import type { KindName } from '@dockwarden-internal/facts';
import type { Condition } from './condition.ts';
import type { Severity } from './document.ts';
import type { FactPath } from './fact-path.ts';
import type { FixPlan } from './fix.ts';
import type { Template } from './message.ts';

/** What is known of a check before it is compiled. */
export interface CheckHead {
  /** `area/name/check`, or `area/name` for a policy with a single check. */
  readonly id: string;
  readonly policy: string;
  readonly title: string;
  readonly category: string;
  /** `info` of a policy in preview, whatever it or the configuration says. */
  readonly severity: Severity;
  /** What it finds fails no build. */
  readonly preview?: true;
  readonly aliases: readonly string[];
  /** Ids that its findings had, in policies that this one replaces. */
  readonly formerly?: readonly string[];
  /** Kind of the policy's subject. */
  readonly on: KindName;
  /** Only subjects whose property has one of these values can match; absent: all. */
  readonly discriminator?: Discriminator;
}

/** A check of one configuration that is compiled when it is first needed. */
export interface PlannedCheck extends CheckHead {
  /** The same at every call; undefined where the check cannot be compiled. */
  readonly compiled: () => CompiledCheck | undefined;
}

/** One check of one policy, compiled for one configuration. */
export interface CompiledCheck extends CheckHead {
  /** About the policy's subject. */
  readonly subjectWhere: readonly Condition[];
  readonly subjectUnless: readonly Condition[];
  /** Steps into a collection of the subject. */
  readonly each?: FactPath;
  /** Kind of the check's subject: the element's, or the policy's. */
  readonly selfKind: KindName;
  /** About the element, where there is `each`. */
  readonly elementWhere: readonly Condition[];
  readonly elementUnless: readonly Condition[];
  readonly verdict: Verdict;
  /** Compiled at the first hit. */
  readonly telling: () => Telling;
  readonly reportUnknown: boolean;
}

/** What must hold, or must not. */
export interface Verdict {
  readonly word: 'require' | 'forbid';
  /** The condition's own from the first subject on, which has it compiled: most checks are never asked. */
  readonly test: Condition['test'];
  readonly condition: () => Condition;
}

/** What is told of a hit: its place, its words, and what mends it. */
export interface Telling {
  readonly at?: FactPath;
  readonly related: readonly FactPath[];
  readonly message?: Template;
  readonly fix?: FixPlan;
  /** True where a finding implies that something is missing, and lists it. */
  readonly listsMissing: boolean;
}

export interface Discriminator {
  readonly property: string;
  readonly values: ReadonlySet<unknown>;
}
