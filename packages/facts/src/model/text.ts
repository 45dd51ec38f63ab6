import type { CommentNode, Directive, Place } from '@dockwarden-internal/syntax';
import type { Maybe } from '../kernel/unsure.ts';
import type { Dockerfile, Instruction } from './dockerfile.ts';
import type { Service } from './service.ts';

/** A comment of a Dockerfile, one of the parser directives of its first lines, or a comment of a Compose file. */
export interface Comment {
  readonly dockerfile?: Dockerfile;
  readonly node: CommentNode;
  readonly directive?: Directive;
  readonly place: Place;
}

/** One `key=value` of a LABEL. */
export interface Label {
  readonly key: Maybe<string>;
  readonly value: Maybe<string>;
  readonly instruction: Instruction;
  readonly place: Place;
  readonly keyPlace: Place;
  readonly valuePlace?: Place;
}

/** Something that a parser or another tool refuses in a file. */
export interface Fault {
  /** `dockerfile`, `compose`, `shell`, … */
  readonly tool: string;
  readonly code: string;
  readonly level: 'error' | 'warning' | 'info';
  readonly text: string;
  readonly aliases: readonly string[];
  readonly place: Place;
  readonly dockerfile?: Dockerfile;
}

/** A secret that is written out in an instruction other than ARG and ENV, or in what a service starts. */
export interface Credential {
  readonly instruction?: Instruction;
  readonly service?: Service;
  readonly place: Place;
}
