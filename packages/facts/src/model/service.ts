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

export interface DependsOn {
  readonly service: Service;
  readonly settings: DependencySettings;
  readonly place: Place;
}

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
  readonly users: readonly Service[];
  readonly place: Place;
}

export interface PublishedPort {
  readonly service: Service;
  readonly settings: PortSettings;
  /** Position among all of the model's ports, in document order. */
  readonly index: number;
  readonly place: Place;
}
