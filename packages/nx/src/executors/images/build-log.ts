import type { BuildEvent } from './build-types.ts';

/** Lines of one image that are kept; the last, since that is where a failure is told. */
const MOST_LINES = 5000;

export interface BuildLog {
  readonly onEvent: (event: BuildEvent) => void;
  /** What the builds of these images printed. */
  readonly textOf: (images: readonly string[]) => string;
}

/** Keeps what each image's build prints for its task, and says meanwhile, shortly, what is going on. */
export function buildLog(say: (line: string) => void): BuildLog {
  const lines = new Map<string, string[]>();
  const cut = new Set<string>();
  const note = (image: string, line: string) => {
    const own = lines.get(image) ?? [];
    lines.set(image, own);
    own.push(line);
    if (own.length <= MOST_LINES) return;
    own.shift();
    cut.add(image);
  };
  return {
    onEvent: (event) => {
      if (event.kind === 'planned' && event.toBuild.length > 0)
        say(`building ${event.toBuild.length} of ${event.images.length}: ${event.toBuild.join(', ')}`);
      else if (event.kind === 'again') say(`building again what a failure cancelled: ${event.images.join(', ')}`);
      else if (event.kind === 'log') note(event.image, `${event.image} | ${event.line}`);
      else if (event.kind === 'step' && !event.internal && event.state !== 'started') {
        const line = stepLine(event);
        note(event.image, line);
        if (event.state === 'done' || event.state === 'failed') say(line);
      }
    },
    textOf: (images) =>
      images
        .flatMap((image) => [
          ...(cut.has(image) ? [`${image} | (earlier lines left out)`] : []),
          ...(lines.get(image) ?? []),
        ])
        .map((line) => `${line}\n`)
        .join(''),
  };
}

function stepLine({ image, step, state, seconds }: Extract<BuildEvent, { kind: 'step' }>): string {
  const time = seconds === undefined || state !== 'done' ? '' : ` (${seconds.toFixed(1)} s)`;
  return `${image}: ${step}${time}${state === 'done' ? '' : ` ${state}`}`;
}
