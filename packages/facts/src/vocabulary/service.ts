import { at } from '../compose/located.ts';
import { readDevices, readEnvFiles, readFileMounts, readNetworks, readUlimits } from '../compose/read/attachments.ts';
import { readKeyValues } from '../compose/read/key-values.ts';
import {
  type FlagKey,
  type ListKey,
  readDeployMode,
  readFlag,
  readList,
  readReplicas,
  readRestartPolicy,
  readStopGracePeriod,
  readText,
  type TextKey,
} from '../compose/read/service.ts';
import { count, flag, kind, link, many, milliseconds, text, texts } from '../kernel/kind.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { EnvironmentEntry, Service } from '../model/service.ts';
import { projectAt } from '../project/projects.ts';
import { capabilitiesOf } from '../service/capabilities.ts';
import { containerNameTakenBy } from '../service/container-name.ts';
import { dataFoldersOf, looseDataOf } from '../service/data-folders.ts';
import { awaitedBy, dependsOnOf, isOneShot, needsOf } from '../service/dependencies.ts';
import { hostNetworkPlace, onHostNetwork } from '../service/host-network.ts';
import { limitsOf } from '../service/limits.ts';
import { loggingOf } from '../service/logging.ts';
import { isPartialService } from '../service/partial.ts';
import { isProvided } from '../service/provided.ts';
import { restartAttempts, restartAttemptsPlace, restartOf } from '../service/restart.ts';
import { buildOf, stageOfService } from '../service/service-build.ts';
import { serviceCredentials } from '../service/service-credentials.ts';
import { imageBuiltBy, serviceImage, serviceReference } from '../service/service-image.ts';
import { tmpfsOf, volumesOf, writableOf } from '../service/service-mounts.ts';
import { portsOf } from '../service/service-ports.ts';
import { healthcheckOf, probeOf } from '../service/service-probe.ts';
import { serviceProcess } from '../service/service-process.ts';
import { shippedStage } from '../service/shipped-stage.ts';
import { sidecarOf } from '../service/sidecar.ts';
import { wordOf, wordsOfList } from '../service/words.ts';

const setting = (key: TextKey, doc: string) =>
  text(doc, (service: Service) => readText(service.settings, key)?.value, {
    at: (service: Service) => readText(service.settings, key)?.place,
    yaml: key,
  });

const switched = (key: FlagKey, doc: string) =>
  flag(doc, (service: Service) => readFlag(service.settings, key)?.value, {
    at: (service: Service) => readFlag(service.settings, key)?.place,
    yaml: key,
  });

const list = (key: ListKey, doc: string) =>
  many('word', doc, (service: Service) => wordsOfList(readList(service.settings, key)), {
    at: (service: Service) => at(service.settings.value, key)?.place,
    yaml: key,
  });

function isStateful(service: Service): Maybe<boolean> {
  const folders = dataFoldersOf(service);
  if (folders === undefined) return false;
  return isUnsure(folders) ? folders : folders.length > 0;
}

const capabilities = (key: ListKey, doc: string) =>
  many('word', doc, (service: Service) => capabilitiesOf(readList(service.settings, key)), {
    at: (service: Service) => at(service.settings.value, key)?.place,
    yaml: key,
  });

const environmentOf = memo((service: Service): readonly EnvironmentEntry[] => entries(service, 'environment'));

const labelsOf = memo((service: Service): readonly EnvironmentEntry[] => entries(service, 'labels'));

function entries(service: Service, key: string): readonly EnvironmentEntry[] {
  return readKeyValues(at(service.settings.value, key)).map((settings) => ({
    service,
    settings,
    place: settings.place,
  }));
}

export const serviceKind = kind('service', {
  doc: 'A service of a merged Compose model.',
  source: 'https://docs.docker.com/reference/compose-file/services/',
  key: 'name',
  place: (service) => service.place,
  properties: {
    name: text('Key of the service under `services`.', (service) => service.name),
    image: link(
      'image',
      'The image that it runs, or that its build is tagged with; absent without `image`.',
      serviceImage,
      { yaml: 'image' },
    ),
    imageBuiltBy: link(
      'service',
      'The service of the model that builds an image and gives it the name that this one runs; absent where none does.',
      imageBuiltBy,
    ),
    reference: link('reference', 'The same as a reference; absent where the service is built.', serviceReference),
    build: link('build', 'How its image is built; absent where it is not.', buildOf, { yaml: 'build' }),
    stage: link(
      'stage',
      'The stage that it builds; unknown for a remote context, absent without `build` or where there is no such stage.',
      stageOfService,
    ),
    ships: link(
      'stage',
      'The stage whose image it runs: the one that it builds, else the last of the Dockerfile that its folder’s other Compose files build for it; absent where none does, unknown where that Dockerfile is.',
      shippedStage,
    ),
    compose: link('compose', 'The model that it belongs to.', (service) => service.compose),
    project: link(
      'project',
      'The workspace project whose folder its file lies in; absent where there is none.',
      (service) => projectAt(service.compose.world, service.place.source.path),
    ),
    containerName: setting('container_name', 'Fixed name of the container.'),
    containerNameTakenBy: link('service', 'An earlier service with the same `container_name`.', containerNameTakenBy),
    partial: flag(
      'True where the rest of it stands in a file that cannot be seen: it has neither image nor build, or is in an override without its base.',
      isPartialService,
    ),
    oneShot: flag('True for a task that other services wait to be done with, such as a migration.', isOneShot),
    restart: text('`no`, `always`, `on-failure` (see `restartAttempts`), `unless-stopped`; absent: `no`.', restartOf, {
      at: (service) => readText(service.settings, 'restart')?.place,
      yaml: 'restart',
    }),
    restartAttempts: count(
      'How often a container that fails is started again: `max_attempts` where there is a `deploy.restart_policy`, else N of `on-failure:N`; absent: without end.',
      restartAttempts,
      { at: restartAttemptsPlace },
    ),
    restartPolicy: text(
      '`deploy.restart_policy.condition`: `none`, `on-failure`, `any`.',
      (service) => readRestartPolicy(service.settings)?.value,
      { at: (service) => readRestartPolicy(service.settings)?.place },
    ),
    user: setting('user', 'User that the container runs as, instead of the image’s.'),
    workdir: setting('working_dir', 'Working directory, instead of the image’s.'),
    hostname: setting('hostname', 'Host name of the container.'),
    platform: setting('platform', 'Platform that the service runs on.'),
    pullPolicy: setting('pull_policy', 'When the image is pulled.'),
    networkMode: setting('network_mode', '`host`, `none`, `bridge`, `service:…`.'),
    hostNetwork: flag(
      'True on the host’s own network: by `network_mode`, or by an external network that is called `host`.',
      onHostNetwork,
      { at: hostNetworkPlace },
    ),
    pid: setting('pid', 'PID namespace: `host`, `service:…`.'),
    ipc: setting('ipc', 'IPC namespace: `host`, `shareable`, `service:…`.'),
    usernsMode: setting('userns_mode', 'User namespace: `host`.'),
    uts: setting('uts', 'UTS namespace: `host`.'),
    cgroup: setting('cgroup', 'Cgroup namespace: `host`, `private`.'),
    cgroupParent: setting('cgroup_parent', 'Parent cgroup.'),
    privileged: switched('privileged', 'True where the container has all of the host’s privileges.'),
    readOnly: switched('read_only', 'True where the root file system is read-only.'),
    init: switched('init', 'True where Docker’s init is PID 1.'),
    tty: switched('tty', 'True where a terminal is allocated.'),
    apiSocket: switched('use_api_socket', 'True where the container is handed the socket of the engine.'),
    capAdd: capabilities('cap_add', 'Capabilities added, in capitals and without `CAP_`.'),
    capDrop: capabilities('cap_drop', 'Capabilities dropped, in capitals and without `CAP_`; `ALL` for all.'),
    securityOpt: list('security_opt', 'Security options: `no-new-privileges:true`, `seccomp:…`.'),
    profiles: list('profiles', 'Profiles with which it runs; none: always.'),
    links: list('links', 'Links to other services, a relic of the first networks.'),
    externalLinks: list('external_links', 'Links to containers outside of the model.'),
    volumesFrom: list('volumes_from', 'Services and containers whose volumes it shares.'),
    deviceCgroupRules: list('device_cgroup_rules', 'Devices of the host that it may be given later.'),
    expose: list('expose', 'Ports for other services only.'),
    dns: list('dns', 'Name servers.'),
    extraHosts: list('extra_hosts', 'Entries of the hosts file.'),
    groupAdd: list('group_add', 'Further groups of the user.'),
    ports: many('published-port', 'Ports published on the host.', portsOf, {
      at: (service) => at(service.settings.value, 'ports')?.place,
      yaml: 'ports',
    }),
    volumes: many('mount', 'Mounts of `volumes`.', volumesOf, {
      at: (service) => at(service.settings.value, 'volumes')?.place,
      yaml: 'volumes',
    }),
    tmpfs: many('mount', 'Temporary file systems: `tmpfs`, and volumes of that type.', tmpfsOf, {
      at: (service) => at(service.settings.value, 'tmpfs')?.place,
      yaml: 'tmpfs',
    }),
    writable: many(
      'mount',
      'What it can write to although its root file system is read-only: tmpfs, and volumes that are not read-only.',
      writableOf,
    ),
    stateful: flag(
      'True where its image (of a service that is built, the one that its Dockerfile ends up on) keeps data that should outlive a container; unknown for an unknown image.',
      isStateful,
      { at: (service) => readText(service.settings, 'image')?.place },
    ),
    looseData: texts(
      'The folders of that data where no mount holds any of them; one above a volume that the image declares does not. Unknown where the image is, or a mount’s target.',
      looseDataOf,
      {
        at: (service) => readText(service.settings, 'image')?.place,
      },
    ),
    environment: many('environment', 'Environment variables.', environmentOf, {
      at: (service) => at(service.settings.value, 'environment')?.place,
      yaml: 'environment',
    }),
    credentials: many(
      'credential',
      'Secrets that are written out in its entrypoint, its command, its hooks or its health check.',
      serviceCredentials,
    ),
    envFiles: many('word', 'Files of environment variables.', (service) =>
      readEnvFiles(service.settings.value).map(({ path }) => wordOf(path)),
    ),
    labels: many('environment', 'Labels of the container.', labelsOf, { yaml: 'labels' }),
    dependsOn: many('depends-on', 'Services that it waits for.', dependsOnOf, {
      at: (service) => at(service.settings.value, 'depends_on')?.place,
      yaml: 'depends_on',
    }),
    needs: many(
      'depends-on',
      'All services that it cannot do without: those of `depends_on`, `links`, `volumes_from` and shared namespaces.',
      needsOf,
    ),
    awaitedBy: many('depends-on', 'The entries of `depends_on` of other services that name it.', awaitedBy),
    sidecarOf: link(
      'service',
      'The service that it stands beside: whose network, processes or volumes it shares, or whose volume it only reads; absent where it stands alone. Unknown where the other may be in a file that cannot be seen.',
      sidecarOf,
    ),
    healthcheck: link('healthcheck', 'Its own health check; absent where it has none.', healthcheckOf, {
      yaml: 'healthcheck',
    }),
    probe: link(
      'probe',
      'What its own health check asks; absent without a test, unknown for what a `provider` brings.',
      (service) => (isProvided(service) ? unknown : probeOf(service)),
    ),
    process: link(
      'process',
      'What its `entrypoint` and `command` start; absent where both are the image’s.',
      serviceProcess,
      { yaml: 'command' },
    ),
    limits: link('limits', 'Bounds on what it may use.', limitsOf),
    logging: link('logging', 'Where its output goes; absent: the engine’s default.', loggingOf, { yaml: 'logging' }),
    replicas: count('Number of containers; absent: one.', (service) => readReplicas(service.settings)?.value, {
      at: (service) => readReplicas(service.settings)?.place,
    }),
    deployMode: text(
      '`deploy.mode`: `replicated`, `global` (a container on every machine), `replicated-job`, `global-job`; absent: `replicated`. Unresolved where a variable without a value decides.',
      (service) => readDeployMode(service.settings)?.value,
      { at: (service) => readDeployMode(service.settings)?.place },
    ),
    stopGracePeriod: milliseconds(
      'Time between SIGTERM and SIGKILL; absent: ten seconds.',
      (service) => readStopGracePeriod(service.settings)?.value,
      { at: (service) => readStopGracePeriod(service.settings)?.place },
    ),
    networks: many(
      'word',
      'Names of the networks that it is attached to; none: the project’s default.',
      (service) => readNetworks(service.settings.value).map(({ name, place }) => ({ text: name, value: name, place })),
      { yaml: 'networks' },
    ),
    secrets: many(
      'word',
      'Names of the secrets that it is given.',
      (service) =>
        readFileMounts(service.settings.value, 'secrets').flatMap(({ source }) => (source ? [wordOf(source)] : [])),
      { yaml: 'secrets' },
    ),
    configs: many(
      'word',
      'Names of the configs that it is given.',
      (service) =>
        readFileMounts(service.settings.value, 'configs').flatMap(({ source }) => (source ? [wordOf(source)] : [])),
      { yaml: 'configs' },
    ),
    devices: many(
      'word',
      'Devices of the host in the container.',
      (service) => readDevices(service.settings.value).flatMap(({ source }) => (source ? [wordOf(source)] : [])),
      { yaml: 'devices' },
    ),
    ulimits: many(
      'word',
      'Names of the kernel bounds that are set.',
      (service) => readUlimits(service.settings.value).map(({ name, place }) => ({ text: name, value: name, place })),
      { yaml: 'ulimits' },
    ),
    keys: many('word', 'Keys of the merged service, as in the files that set them.', (service) =>
      [...service.settings.value.entries.values()].map(({ key, place }) => ({ text: key, value: key, place })),
    ),
  },
});
