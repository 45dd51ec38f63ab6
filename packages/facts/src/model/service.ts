import type { Place, SourceText, YamlEntry, YamlMap, YamlNode, YamlTree } from '@dockwarden-internal/syntax';
import type { ComposeModel } from '../compose/load/model.ts';
import type { LoggingSettings } from '../compose/read/attachments.ts';
import type { BuildSettings } from '../compose/read/build.ts';
import type { DependencySettings } from '../compose/read/dependencies.ts';
import type { HealthcheckSettings } from '../compose/read/healthcheck.ts';
import type { KeyValue } from '../compose/read/key-values.ts';
import type { LimitSettings } from '../compose/read/limits.ts';
import type { PortSettings } from '../compose/read/ports.ts';
import type { ServiceSettings } from '../compose/read/service.ts';
import type { Setting } from '../compose/read/setting.ts';
import type { Maybe } from '../kernel/unsure.ts';
import type { World } from './world.ts';

/** A merged Compose model: what one `docker compose -f … -f …` runs. */
export interface Compose {
  readonly world: World;
  readonly model: ComposeModel;
  /** The files that are merged, in order. */
  readonly files: readonly ComposeFile[];
  readonly services: readonly Service[];
}

/** One Compose file as it is written, nothing merged. */
export interface ComposeFile {
  readonly world: World;
  readonly source: SourceText;
  readonly tree: YamlTree;
}

/** A service of a merged model. Source: Compose specification, services. */
export interface Service {
  readonly compose: Compose;
  readonly name: string;
  readonly place: Place;
  readonly settings: ServiceSettings;
}

/** A service as one file writes it. */
export interface RawService {
  readonly file: ComposeFile;
  readonly name: string;
  readonly entry: YamlEntry;
  readonly map: YamlMap;
}

/** A key or item as written: what style policies look at. */
export interface ComposeKey {
  readonly file: ComposeFile;
  readonly name: string;
  readonly node: YamlNode;
  readonly place: Place;
}

export interface Build {
  readonly service: Service;
  readonly settings: BuildSettings;
  readonly place: Place;
}

/** A service that another one needs: by `depends_on`, or by a key that shares something with it. */
export interface DependsOn {
  readonly service: Service;
  readonly settings: Pick<DependencySettings, 'name' | 'condition' | 'required' | 'fixable'>;
  readonly via: DependencyKey;
  readonly place: Place;
}

export type DependencyKey = 'depends_on' | 'links' | 'volumes_from' | 'network_mode' | 'ipc' | 'pid' | 'uts';

/** An entry of `environment`, `build.args`, labels or options. */
export interface EnvironmentEntry {
  readonly service: Service;
  readonly settings: KeyValue;
  readonly place: Place;
}

export interface Healthcheck {
  readonly service: Service;
  readonly settings: HealthcheckSettings;
  readonly place: Place;
}

export interface Limits {
  readonly service: Service;
  readonly settings: LimitSettings;
}

export interface Logging {
  readonly service: Service;
  readonly settings: LoggingSettings;
  readonly place: Place;
}

/** A network, volume, secret or config: declared at the top level, or used without being declared. */
export interface NamedResource {
  readonly compose: Compose;
  readonly type: 'network' | 'volume' | 'secret' | 'config';
  readonly name: string;
  readonly declared: boolean;
  readonly external: boolean;
  /** Of an external one, or where `name` sets it: what the engine calls it. */
  readonly realName?: Maybe<string>;
  /** `driver_opts.device` of a volume: the folder or device of the host that it stands for. */
  readonly device?: Setting<string>;
  /** Each once. */
  readonly users: readonly Service[];
  /** Of a volume: those of the users that may write to it. */
  readonly writers: readonly Service[];
  readonly place: Place;
}

export interface PublishedPort {
  readonly service: Service;
  readonly settings: PortSettings;
  /** Position among all of the model's ports, in document order. */
  readonly index: number;
  readonly place: Place;
}
