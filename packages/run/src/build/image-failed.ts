import type { ImageFailure } from './build-outcome.ts';

export function imageFailed(message: string, exit: ImageFailure['exit'] = 1): ImageFailure {
  return { message, lastLines: [], exit };
}
