import { baselineCommand } from './baseline.ts';
import { buildCommand, pushCommand } from './build.ts';
import { ciCommand } from './ci.ts';
import type { Command } from './command.ts';
import { completionCommand } from './completion.ts';
import { composeCommand } from './compose.ts';
import { explainCommand } from './explain.ts';
import { extractCommand } from './extract.ts';
import { factsCommand } from './facts.ts';
import { imagesCommand, inputsCommand, labelsCommand } from './images.ts';
import { initCommand } from './init.ts';
import { inspectCommand } from './inspect.ts';
import { lintCommand } from './lint.ts';
import { logsCommand } from './logs.ts';
import { migrateCommand } from './migrate.ts';
import { pinCommand } from './pin.ts';
import { policiesCommand } from './policies.ts';
import { runCommand } from './run.ts';
import { scanCommand } from './scan.ts';
import { setupCommand } from './setup.ts';
import { shellCommand } from './shell.ts';
import { sizesCommand } from './sizes.ts';
import { syncCommand } from './sync.ts';
import { testCommand } from './test.ts';
import { downCommand, upCommand } from './up.ts';
import { waiversCommand } from './waivers.ts';

/** Every command there is, in the order of the help. */
export function commands(): readonly Command[] {
  return [
    lintCommand,
    testCommand,
    factsCommand,
    explainCommand,
    policiesCommand,
    waiversCommand,
    baselineCommand,
    imagesCommand,
    inputsCommand,
    labelsCommand,
    buildCommand,
    pushCommand,
    scanCommand,
    extractCommand,
    sizesCommand,
    runCommand,
    shellCommand,
    logsCommand,
    inspectCommand,
    upCommand,
    downCommand,
    pinCommand,
    ciCommand,
    initCommand,
    setupCommand,
    composeCommand,
    syncCommand,
    migrateCommand,
    completionCommand,
  ];
}
