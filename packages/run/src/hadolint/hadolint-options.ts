import { isMap, suggest } from '@dockwarden-internal/syntax';
import type { Say } from './hadolint-problem.ts';

/** hadolint's severities. Source: hadolint's README, "Configure". */
export const LEVELS = ['error', 'warning', 'info', 'style'];
const THRESHOLDS = [...LEVELS, 'ignore', 'none'];

/** What an option may hold; undefined where what it holds is looked at item by item. */
interface Shape {
  readonly fits: (value: unknown) => boolean;
  readonly fault: (key: string, value: unknown) => readonly [message: string, hint?: string];
}

const FLAG: Shape = { fits: (value) => typeof value === 'boolean', fault: (key) => [`\`${key}\` is true or false`] };
const TEXT: Shape = { fits: (value) => typeof value === 'string', fault: (key) => [`\`${key}\` is a text`] };
const MAP: Shape = { fits: isMap, fault: (key) => [`\`${key}\` is a map`] };
const THRESHOLD: Shape = {
  fits: (value) => THRESHOLDS.includes(String(value)),
  fault: (_, value) => [`${JSON.stringify(value)} is no threshold`, `there are ${THRESHOLDS.join(', ')}`],
};

/**
 * hadolint's options. How its own run ends and what it prints (`failure-threshold`, `no-fail`, `format`, `no-color`, `verbose`) says
 * nothing of a file: these are held to their shape, and let be. Source: hadolint's README, "Configure".
 */
const OPTIONS: Readonly<Record<string, Shape | undefined>> = {
  ignored: undefined,
  override: MAP,
  trustedRegistries: undefined,
  'label-schema': MAP,
  'strict-labels': FLAG,
  'disable-ignore-pragma': FLAG,
  'failure-threshold': THRESHOLD,
  format: TEXT,
  'no-color': FLAG,
  'no-fail': FLAG,
  verbose: FLAG,
};

/** Says which keys are no options of hadolint, and which hold something of another shape. */
export function sayMisshapen(root: Readonly<Record<string, unknown>>, say: Say): void {
  for (const [key, value] of Object.entries(root)) {
    if (!Object.hasOwn(OPTIONS, key)) {
      const near = suggest(key, Object.keys(OPTIONS));
      say([key], `\`${key}\` is no option of hadolint`, { atKey: true, hint: near && `did you mean \`${near}\`?` });
      continue;
    }
    const shape = OPTIONS[key];
    if (value === null || !shape || shape.fits(value)) continue;
    const [message, hint] = shape.fault(key, value);
    say([key], message, { hint });
  }
}
