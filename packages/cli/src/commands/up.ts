import { DOWN_OPTIONS, UP_OPTIONS } from '@dockwarden-internal/run/options/day-to-day-options';
import { flagsOf, valuesOf } from '../arguments/flags-of.ts';
import { seatOf, tellOutcome } from '../output/day-outcome.ts';
import type { Command, Invocation } from './command.ts';

const exits = 'Exit: that of docker compose; 2 bad arguments, or no such files, 130 interrupted.';
const upFlags = flagsOf(UP_OPTIONS);

export const upCommand: Command = {
  spec: {
    name: 'up',
    summary: "Starts a project's Compose files: compose.yaml with compose.override.yaml, or with compose.prod.yaml.",
    operands: '[PROJECT [SERVICE…]]',
    options: { ...upFlags, detach: { ...upFlags['detach']!, short: 'd' } },
    examples: [
      ['dockwarden up api', 'development; Ctrl-C ends it'],
      ['dockwarden up api --wait', 'returns when every service is healthy'],
      ['dockwarden up api --prod --tag 1.2.3 --wait', 'production, as a version that was built'],
    ],
    notes: [exits],
  },
  run: async (invocation) => {
    const { composeUp } = await import('@dockwarden-internal/run/day-to-day/compose-project');
    const values = valuesOf(UP_OPTIONS, invocation.values);
    return tellOutcome(await composeUp({ ...requestOf(invocation), values }), invocation.io);
  },
};

export const downCommand: Command = {
  spec: {
    name: 'down',
    summary: "Ends a project's Compose files: removes their containers and networks.",
    operands: '[PROJECT]',
    options: flagsOf(DOWN_OPTIONS),
    examples: [
      ['dockwarden down api', 'what is in its volumes stays'],
      ['dockwarden down api --volumes', 'and with --volumes it goes'],
    ],
    notes: [exits],
  },
  run: async (invocation) => {
    const { composeDown } = await import('@dockwarden-internal/run/day-to-day/compose-project');
    const values = valuesOf(DOWN_OPTIONS, invocation.values);
    return tellOutcome(await composeDown({ ...requestOf(invocation), values }), invocation.io);
  },
};

function requestOf({ operands: [project, ...services], io }: Invocation) {
  return { cwd: io.cwd, ...(project !== undefined && { project }), services, seat: seatOf(io) };
}
