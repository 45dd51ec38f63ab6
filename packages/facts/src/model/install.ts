import type { Place } from '@dockwarden-internal/syntax';
import type { DownloadReading } from '../commands/downloads.ts';
import type { PackageReading } from '../commands/packages.ts';
import type { InstallReading } from '../commands/read-install.ts';
import type { Maybe } from '../kernel/unsure.ts';
import type { Command } from './command.ts';
import type { Instruction } from './dockerfile.ts';

/** A command that installs packages, and how. */
export interface Install {
  readonly command: Command;
  readonly reading: InstallReading;
}

/** One installed package. */
export interface Package {
  readonly command: Command;
  readonly reading: PackageReading;
  readonly place: Place;
}

/** Something fetched by curl, wget or ADD. */
export interface Download {
  readonly url: Maybe<string>;
  readonly place: Place;
  readonly command?: Command;
  readonly instruction: Instruction;
  /** What becomes of it; absent where ADD puts it somewhere that cannot be told. */
  readonly reading?: DownloadReading;
  /** The command that checks its sum or signature. */
  readonly verifiedBy?: Command;
}
