/**
 * What is known of a base image without asking a registry: its configuration, and what its file system holds of the things that
 * policies ask for. A field that may be absent is then not known, unless its description says otherwise.
 */
export interface BaseFacts {
  /** The pattern of the table (or configuration) that fitted. */
  readonly entry: string;
  /**
   * Day on which the entry was last held against the build files and documentation that `sources` name: `2026-11-21`. It says nothing of an
   * image that was pulled and looked into, nor of tags published later. Absent for an entry from general knowledge: what it lacks is
   * then only what is plain.
   */
  readonly asOf?: string;
  /** Where it can be looked up: the image's build files, its documentation. */
  readonly sources: readonly string[];
  readonly variant: BaseVariant;
  /** `debian`, `ubuntu`, `alpine`, `wolfi`, `rhel`, …; absent for an image without a distribution (`busybox`). */
  readonly distro?: string;
  readonly libc: 'glibc' | 'musl' | 'none';
  /** `User` of the image's configuration; empty where it sets none, which means root. */
  readonly user: string;
  /** Of that user; 0 for root. */
  readonly uid?: number;
  /** Other users that the image has for USER to name, with their uid: `node` 1000. Those of the distribution (nobody, …) left out. */
  readonly users: Readonly<Record<string, number>>;
  /** Shells by program name: `sh`, `bash`, `ash`; empty for an image without any. */
  readonly shells: readonly string[];
  /** `Shell` of the image's configuration, which shell-form instructions take over; absent: none is set. */
  readonly shell?: readonly string[];
  /** Package managers of the distribution: `apt`, `apk`, `dnf`, `microdnf`, `yum`, `tdnf`, `zypper`. */
  readonly managers: readonly string[];
  /** Programs that the image is known to have. */
  readonly programs: readonly string[];
  /** Programs that the image is known not to have. Of what is in neither list nothing is known. */
  readonly lacks: readonly string[];
  /** Interpreters, compilers and servers that the image is for, with the version as far as the reference tells it. */
  readonly runtimes: readonly BaseRuntime[];
  /** Whether a Java image has a compiler. */
  readonly java?: 'jdk' | 'jre';
  readonly ports: readonly number[];
  readonly workdir: string;
  /** Folders declared by VOLUME: what a later RUN writes there is lost. */
  readonly volumes: readonly string[];
  /** Folders that hold what should outlive a container, declared by VOLUME or not. */
  readonly data: readonly string[];
  /** Folders that held the data of earlier versions, and hold nothing of this one: a volume there keeps nothing. */
  readonly formerData: readonly string[];
  /** Empty: none. */
  readonly entrypoint?: readonly string[];
  readonly cmd?: readonly string[];
  /** True where the entrypoint is an init that reaps children. */
  readonly init: boolean;
  readonly healthcheck: boolean;
  /** Names of the environment variables that the image sets, or set in some version. */
  readonly env: readonly string[];
  /** Instructions that ONBUILD runs in the image built on this one. */
  readonly onbuild: readonly string[];
}

export interface BaseRuntime {
  /** `node`, `python`, `go`, `java`, `rust`, `dotnet`, `php`, `ruby`, `nginx`, `postgres`, … */
  readonly name: string;
  /** As the reference has it: `22`, `3.12.7`. */
  readonly version?: string;
}

/**
 * `full`: with the tools of its distribution; `slim`: with few of them; `alpine`: on busybox; `minimal`: a distribution without package
 * manager or with a small one; `distroless`: no shell.
 */
export type BaseVariant = 'full' | 'slim' | 'alpine' | 'minimal' | 'distroless';
