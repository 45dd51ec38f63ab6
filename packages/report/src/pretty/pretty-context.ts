import type { PolicySummary } from '@dockwarden-internal/engine';
import type { Masks } from '../masks.ts';
import type { PathOf } from '../render-context.ts';
import type { Styles } from './styles.ts';

/** What the parts of the pretty report share. */
export interface PrettyContext {
  readonly pathOf: PathOf;
  readonly masks: Masks;
  readonly styles: Styles;
  readonly width: number;
  readonly verbose: boolean;
  readonly policies: ReadonlyMap<string, PolicySummary>;
}
