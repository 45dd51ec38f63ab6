import type { MigrationOutcome } from '@dockwarden-internal/run/migrate/migration';
import type { NxSource } from '@dockwarden-internal/run/migrate/nx/migrate-nx';
import { MIGRATE_OPTIONS, type MigrateValues } from '@dockwarden-internal/run/options/migrate-options';
import { suggest } from '@dockwarden-internal/syntax';
import { PLAN_FLAG } from '../arguments/common-flags.ts';
import { flagsOf, valuesOf } from '../arguments/flags-of.ts';
import { refuse } from '../output/refuse.ts';
import { sayProblems } from '../output/say-problems.ts';
import type { Command, Invocation } from './command.ts';

interface Given {
  readonly cwd: string;
  readonly dryRun: boolean;
  readonly values: MigrateValues;
}

interface Source {
  /** Options that mean something to it. */
  readonly takes: readonly (keyof MigrateValues)[];
  readonly migrate: (given: Given) => Promise<MigrationOutcome>;
}

/** What one can come from. */
const SOURCES: Readonly<Record<string, Source>> = {
  hadolint: {
    takes: ['pack', 'remove'],
    migrate: async ({ values, ...given }) => {
      const { migrateHadolint } = await import('@dockwarden-internal/run/migrate/hadolint/migrate-hadolint');
      return migrateHadolint({
        ...given,
        remove: values.remove === true,
        ...(values.pack && { packs: values.pack }),
      });
    },
  },
  'nx-docker': {
    takes: ['force'],
    migrate: (given) => fromNx(given, '@nx/docker'),
  },
  'nx-container': {
    takes: ['force'],
    migrate: (given) => fromNx(given, '@nx-tools/nx-container'),
  },
  policies: {
    takes: [],
    migrate: async (given) => {
      const { migratePolicies } = await import('@dockwarden-internal/run/migrate/policies/migrate-policies');
      return migratePolicies(given);
    },
  },
};

async function fromNx({ values, ...given }: Given, from: NxSource): Promise<MigrationOutcome> {
  const { migrateNx } = await import('@dockwarden-internal/run/migrate/nx/migrate-nx');
  return migrateNx({ ...given, from, force: values.force === true });
}

export const migrateCommand: Command = {
  spec: {
    name: 'migrate',
    summary: 'Moves over from another tool: takes its settings over, and lists what cannot be.',
    operands: 'hadolint|nx-docker|nx-container|policies',
    options: {
      ...flagsOf(MIGRATE_OPTIONS),
      ...PLAN_FLAG,
    },
    examples: [
      ['dockwarden migrate hadolint', 'every .hadolint.yaml into dockwarden.yaml'],
      ['dockwarden migrate hadolint --pack recommended --pack peers/hadolint', 'with the recommended policies as well'],
      ['dockwarden migrate nx-container --dry-run', 'targets of @nx-tools/nx-container into docker-build'],
      ['dockwarden migrate nx-docker', 'the same for @nx/docker and release.docker'],
      ['dockwarden migrate policies', 'whether policies and packs of your own are of the newest version'],
    ],
    notes: [
      'All files are written, or none; a second run finds nothing to change. CI files, hooks and scripts are listed, and left.',
      'Exit: 0 done or nothing to change, 1 something is there and says otherwise, 2 bad arguments or configuration, or nothing to move, 3 a file cannot be read or written.',
    ],
  },
  run: migrate,
};

async function migrate({ operands, values, io }: Invocation): Promise<number> {
  const names = Object.keys(SOURCES);
  const [name, ...more] = operands;
  if (name === undefined || more.length > 0) return refuse(io, `migrate takes one of ${names.join(', ')}`);
  if (!Object.hasOwn(SOURCES, name)) {
    const near = suggest(name, names);
    return refuse(
      io,
      `migrate knows no ${JSON.stringify(name)}: ${near ? `did you mean ${near}?` : `it takes one of ${names.join(', ')}`}`,
    );
  }
  const source = SOURCES[name]!;
  const given = valuesOf(MIGRATE_OPTIONS, values);
  const stray = (Object.keys(given) as (keyof MigrateValues)[]).find((option) => !source.takes.includes(option));
  if (stray) return refuse(io, `migrate ${name} takes no --${stray}: dockwarden help migrate`);
  const dryRun = values['dry-run'] === true;
  const outcome = await source.migrate({ cwd: io.cwd, dryRun, values: given });
  const { printMigration } = await import('@dockwarden-internal/run/migrate/print-migration');
  const text = printMigration(outcome, { cwd: io.cwd, color: io.colour, dryRun });
  await (outcome.exit === 0 ? io.out(text) : io.error(text));
  await sayProblems(outcome, io);
  return outcome.exit;
}
