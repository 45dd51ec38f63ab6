import type { Place } from '@dockwarden-internal/syntax';
import type { Maybe } from '../kernel/unsure.ts';
import type { Command, Word } from './command.ts';
import type { Dockerfile, Instruction, Stage } from './dockerfile.ts';
import type { Service } from './service.ts';

/** The user that a stage or instruction runs as. */
export interface User {
  /** `1000:1000`, `node`, `root`: as written or as the base image sets it. */
  readonly spec: Maybe<string>;
  readonly root: Maybe<boolean>;
  /** What set it, for a message: `USER`, `the base image node:22`. */
  readonly origin: string;
  /** The word of USER, or of the FROM that implies it. */
  readonly place: Place;
  readonly instruction?: Instruction;
}

/** The shell that a shell-form instruction is run by. */
export interface ShellInForce {
  readonly family: Maybe<'posix' | 'powershell' | 'cmd' | 'none'>;
  readonly pipefail: Maybe<boolean>;
  /** Set by SHELL in this file. */
  readonly explicit: boolean;
  readonly words: readonly string[];
  readonly place?: Place;
}

/** A port of EXPOSE, or of the base image. */
export interface Port {
  /** The container's port, or the first of a range; also where it is out of range, absent where it is no number. */
  readonly number: Maybe<number>;
  /** The last of a range; equals `number` without one. */
  readonly last: Maybe<number>;
  /** In lower case; `tcp` where none is written. */
  readonly protocol: string;
  /** As written. */
  readonly protocolText?: string;
  /** `8080` of `8080:80`, which EXPOSE does not publish. */
  readonly published?: string;
  /** Where `127.0.0.1:8080:` stands, colons included; absent where a variable holds it. */
  readonly hostPlace?: Place;
  /** Where the protocol stands; absent where none is written, or a variable holds it. */
  readonly protocolPlace?: Place;
  /** As written, variables and all. */
  readonly text: string;
  readonly place: Place;
  /** Absent for a port of the base image. */
  readonly instruction?: Instruction;
}

/** A program that an image holds. */
export interface Program {
  readonly name: string;
  /** The base, install or copy that brings it. */
  readonly place: Place;
}

export interface Runtime {
  /** `node`, `python`, `java`, `go`, … */
  readonly name: string;
  readonly version: Maybe<string>;
  readonly place: Place;
}

/** A version of a runtime that the project asks for (.nvmrc, engines, …), held against the base image. */
export interface RuntimeClaim {
  readonly runtime: string;
  readonly range: string;
  /** The file that claims it. */
  readonly file: string;
  readonly satisfied: Maybe<boolean>;
  readonly stage: Stage;
  readonly place: Place;
}

/** What a container of a stage or service starts: ENTRYPOINT and CMD together, `exec`, init and shells seen through. */
export interface Process {
  /** As the container gets them; for the shell form the words of the command that is started. */
  readonly words: readonly Word[];
  /** Without its folder; unresolved where a variable or an entrypoint script decides it. */
  readonly program: Maybe<string>;
  /** True where a shell stays in between as PID 1. */
  readonly shellWrapped: Maybe<boolean>;
  /** True where an init (tini, dumb-init, …) is PID 1. */
  readonly init: Maybe<boolean>;
  readonly devServer: boolean;
  /** True for a package manager that starts a script as its child. */
  readonly packageManager: Maybe<boolean>;
  readonly commands: readonly Command[];
  readonly place: Place;
  readonly programPlace?: Place;
  readonly stage?: Stage;
  readonly service?: Service;
}

/** A health check: HEALTHCHECK or a service's. */
export interface Probe {
  readonly disabled: boolean;
  /** Without its folder. */
  readonly program: Maybe<string>;
  /** The program as written, where that is a path. */
  readonly programPath?: string;
  readonly url: Maybe<string>;
  readonly port: Maybe<number>;
  /** True where it asks the container itself. */
  readonly local: Maybe<boolean>;
  readonly interval: Maybe<number>;
  readonly timeout: Maybe<number>;
  readonly startPeriod: Maybe<number>;
  readonly startInterval?: Maybe<number>;
  readonly retries: Maybe<number>;
  readonly place: Place;
  readonly programPlace?: Place;
  readonly urlPlace?: Place;
  readonly portPlace?: Place;
  readonly instruction?: Instruction;
  readonly service?: Service;
  readonly dockerfile?: Dockerfile;
}
