import {
  baseOf,
  earlierStage,
  expandGlobally,
  fromText,
  type Instruction,
  type Stage,
  stageName,
} from '@dockwarden-internal/facts';
import { fromParts } from '@dockwarden-internal/syntax';
import type { ImageRequest } from '../model/image-request.ts';
import { type NamedContext, namedContext } from './named-context.ts';

/** What a FROM, `--from` or a mount's `from` gets its files from in a certain build. */
export type Named =
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'context'; readonly context: NamedContext; readonly stage?: Stage }
  | { readonly kind: 'image'; readonly text: string }
  | { readonly kind: 'scratch' }
  /** A variable without a value decides. */
  | { readonly kind: 'unresolved'; readonly text: string };

/** What a stage builds on. A context by the name of a stage takes the stage's place. */
export function namedByFrom(request: ImageRequest, stage: Stage): Named {
  const base = baseOf(stage);
  if (base.kind === 'stage') return stageOrContext(request, base.stage);
  const word = stage.from && fromParts(stage.from.node).image;
  const text = word && expandGlobally(stage.dockerfile, word.text);
  if (typeof text !== 'string' || text === '') return { kind: 'unresolved', text: word?.text ?? '' };
  const context = namedContext(request, text);
  if (context) return { kind: 'context', context };
  return base.kind === 'scratch' ? { kind: 'scratch' } : { kind: 'image', text };
}

/** What the `--from` of a COPY names, or the `from` of a mount; a number is a stage to COPY alone. */
export function namedByFlag(request: ImageRequest, instruction: Instruction, text: string, byNumber: boolean): Named {
  const { stage, dockerfile } = instruction;
  if (text.includes('$') || !stage) return { kind: 'unresolved', text };
  const numbered = byNumber && /^\d{1,6}$/.test(text) ? dockerfile.stages[Number(text)] : undefined;
  const named = numbered && numbered.index < stage.index ? numbered : earlierStage(stage, text);
  if (named) return stageOrContext(request, named);
  const context = namedContext(request, text);
  if (context) return { kind: 'context', context };
  return text === 'scratch' ? { kind: 'scratch' } : { kind: 'image', text };
}

function stageOrContext(request: ImageRequest, stage: Stage): Named {
  const name = stageName(stage);
  const context = name === undefined ? undefined : namedContext(request, name);
  return context ? { kind: 'context', context, stage } : { kind: 'stage', stage };
}

/** What COPY's `--from` names; undefined for what is read from the main context. */
export function namedByCopy(request: ImageRequest, instruction: Instruction): Named | undefined {
  const text = fromText(instruction);
  return text === undefined ? undefined : namedByFlag(request, instruction, text, true);
}
