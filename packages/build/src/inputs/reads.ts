import type { Instruction } from '@dockwarden-internal/facts';
import type { Place } from '@dockwarden-internal/syntax';
import type { InputSource } from '../model/image-inputs.ts';
import type { Named } from './named-by.ts';

/** What one instruction takes from one origin. */
export interface Read {
  /** Absent for the main context. */
  readonly origin?: Named;
  readonly use: 'from' | 'copy' | 'mount';
  /** What is read of it; empty where nothing can be said, which then is all of it. */
  readonly sources: readonly InputSource[];
  readonly instruction: Instruction;
  readonly place: Place;
  /** Why all of the context counts as read. */
  readonly widened?: string;
}
