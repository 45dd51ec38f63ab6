import type { Place } from '@dockwarden-internal/syntax';
import { isUnsure, type Maybe } from '../kernel/unsure.ts';
import { placeOf, type Stage } from '../model/dockerfile.ts';
import { expandGlobally } from '../variable/global-scope.ts';
import { stageName } from './from-word.ts';

/** What FROM --platform says, as written; absent without. Source: Dockerfile reference, FROM. */
export function platformText(stage: Stage): string | undefined {
  return flagOf(stage)?.value;
}

/** The same with the global ARGs expanded. */
export function platformOf(stage: Stage): Maybe<string> {
  const text = platformText(stage);
  return text === undefined ? undefined : expandGlobally(stage.dockerfile, text);
}

export function platformPlace(stage: Stage): Place | undefined {
  const span = flagOf(stage)?.valueSpan;
  return span && placeOf(stage.dockerfile, span);
}

/** Whether the stage's name says for which platform it is, so that a constant is no slip. Source: build checks, FromPlatformFlagConstDisallowed. */
export function namesPlatform(stage: Stage): Maybe<boolean> {
  const platform = platformOf(stage);
  if (platform === undefined || isUnsure(platform)) return platform;
  const name = stageName(stage)?.toLowerCase() ?? '';
  return platform
    .split('/')
    .slice(0, 2)
    .some((part) => part !== '' && name.includes(part.toLowerCase()));
}

function flagOf({ from }: Stage) {
  return from?.node.flags.findLast(({ name }) => name === '--platform');
}
