import { parseReference, type Reference } from '@dockwarden-internal/syntax';
import { lookUpBase } from './look-up-base.ts';

function look(text: string, extra?: readonly unknown[]) {
  return lookUpBase(parseReference(text) as Reference, extra);
}

const has = (text: string, program: string) => {
  const base = look(text)!;
  if (base.programs.includes(program)) return true;
  return base.lacks.includes(program) ? false : undefined;
};

test.each([
  ['node:22', 'curl', true],
  ['node:22', 'python3', true],
  ['node:22', 'git', true],
  ['node:22-slim', 'curl', false],
  ['node:22-slim', 'wget', false],
  ['node:22-slim', 'yarn', true],
  ['node:22-slim', 'corepack', true],
  ['node:25-slim', 'corepack', false],
  ['node:lts-slim', 'corepack', undefined],
  ['node:22-alpine', 'wget', true],
  ['node:22-alpine', 'curl', false],
  ['node:22-alpine', 'bash', false],
  ['node:22-alpine3.22', 'nc', true],
  ['python:3.12-slim', 'curl', false],
  ['python:3.12-slim', 'wget', false],
  ['python:3.12-slim', 'gcc', false],
  ['python:3.12', 'gcc', true],
  ['python:3.12-alpine', 'wget', true],
  ['alpine', 'wget', true],
  ['alpine', 'curl', false],
  ['alpine', 'useradd', false],
  ['alpine', 'adduser', true],
  ['debian', 'curl', false],
  ['debian:12', 'wget', false],
  ['debian:12-slim', 'adduser', true],
  ['debian:13-slim', 'adduser', false],
  ['debian:trixie-slim', 'useradd', true],
  ['debian:stable-slim', 'adduser', false],
  ['python:3.12-slim-bookworm', 'adduser', true],
  ['python:3.12-slim-trixie', 'adduser', false],
  ['python:3.12-slim', 'adduser', undefined],
  ['ubuntu:22.04', 'adduser', true],
  ['ubuntu:24.04', 'curl', false],
  ['golang:1.25', 'git', true],
  ['golang:1.25', 'gcc', true],
  ['golang:1.25-alpine', 'git', false],
  ['golang:1.25-alpine', 'gcc', false],
  ['rust:1.90-slim', 'gcc', true],
  ['rust:1.90-slim', 'curl', false],
  ['nginx', 'curl', true],
  ['nginx:1.29-alpine', 'curl', true],
  ['nginx:1.29-alpine', 'wget', true],
  ['nginx:alpine', 'bash', false],
  ['postgres:17', 'pg_isready', true],
  ['postgres:17', 'curl', false],
  ['postgres:17-alpine', 'bash', true],
  ['redis:7', 'redis-cli', true],
  ['redis:7', 'wget', false],
  ['mysql:8.4', 'mysqladmin', true],
  ['mysql:8.4', 'curl', true],
  ['mariadb:11', 'healthcheck.sh', true],
  ['mongo:8', 'mongosh', true],
  ['eclipse-temurin:21-jre', 'javac', false],
  ['eclipse-temurin:21-jre', 'curl', true],
  ['eclipse-temurin:25', 'curl', undefined],
  ['mcr.microsoft.com/dotnet/aspnet:9.0', 'curl', false],
  ['mcr.microsoft.com/dotnet/sdk:9.0', 'curl', true],
  ['gcr.io/distroless/nodejs22-debian12', 'wget', false],
  ['gcr.io/distroless/static:debug', 'wget', true],
  ['quay.io/keycloak/keycloak:26.0', 'curl', false],
  ['busybox', 'wget', true],
])('%s has %s: %s', (text, program, expected) => {
  expect(has(text, program)).toBe(expected);
});

test.each([
  ['node:22', '', 0, 'full', 'glibc'],
  ['node:22-alpine', '', 0, 'alpine', 'musl'],
  ['gcr.io/distroless/static-debian12', '0', 0, 'distroless', 'none'],
  ['gcr.io/distroless/nodejs22-debian12:nonroot', '65532', 65532, 'distroless', 'glibc'],
  ['gcr.io/distroless/base:debug-nonroot', '65532', 65532, 'distroless', 'glibc'],
  ['cgr.dev/chainguard/static', '65532', 65532, 'distroless', 'none'],
  ['cgr.dev/chainguard/wolfi-base', '', 0, 'minimal', 'glibc'],
  ['cgr.dev/chainguard/node:latest-dev', '65532', 65532, 'minimal', 'glibc'],
  ['cgr.dev/chainguard/go', '0', 0, 'minimal', 'glibc'],
  ['nginxinc/nginx-unprivileged:1.29-alpine', '101', 101, 'alpine', 'musl'],
  ['mcr.microsoft.com/dotnet/aspnet:9.0-noble-chiseled', '1654', 1654, 'distroless', 'glibc'],
  ['mcr.microsoft.com/dotnet/aspnet:9.0', '', 0, 'slim', 'glibc'],
  ['mcr.microsoft.com/dotnet/aspnet:10.0', '', 0, 'full', 'glibc'],
  ['registry.access.redhat.com/ubi9/nodejs-22', '1001', 1001, 'full', 'glibc'],
  ['registry.access.redhat.com/ubi9/ubi-minimal:9.6', '', 0, 'minimal', 'glibc'],
  ['memcached:1.6', 'memcache', 11211, 'slim', 'glibc'],
  ['continuumio/miniconda3', '', 0, 'slim', 'glibc'],
  ['condaforge/miniforge3:25.3.0-3', '', 0, 'full', 'glibc'],
  ['quay.io/jupyter/scipy-notebook:2025-01-01', '1000', 1000, 'full', 'glibc'],
  ['haproxy:3.2', 'haproxy', 99, 'slim', 'glibc'],
])('%s runs as "%s" (%d), is %s on %s', (text, user, uid, variant, libc) => {
  expect(look(text)).toMatchObject({ user, uid, variant, libc });
});

test.each([
  ['node:22.11.0-bookworm-slim', [{ name: 'node', version: '22.11.0' }]],
  ['node:lts', [{ name: 'node' }]],
  ['golang:1.25-alpine3.22', [{ name: 'go', version: '1.25' }]],
  ['maven:3.9-eclipse-temurin-21', [{ name: 'java', version: '21' }]],
  ['gradle:8.14-jdk17-alpine', [{ name: 'java', version: '17' }]],
  ['gcr.io/distroless/java21-debian12', [{ name: 'java', version: '21' }]],
  ['registry.redhat.io/ubi9/nodejs-22:latest', [{ name: 'node', version: '22' }]],
  ['mcr.microsoft.com/dotnet/sdk:9.0.100', [{ name: 'dotnet', version: '9.0.100' }]],
  ['denoland/deno:debian-2.5.0', [{ name: 'deno', version: '2.5.0' }]],
  ['eclipse-temurin:21.0.4_7-jre-jammy', [{ name: 'java', version: '21.0.4' }]],
  ['debian:12', []],
])('%s is for %j', (text, runtimes) => {
  expect(look(text)!.runtimes).toEqual(runtimes);
});

test('Java images tell a compiler from a runtime', () => {
  const java = (text: string) => look(text)!.java;
  expect(
    ['eclipse-temurin:21', 'eclipse-temurin:21-jre-alpine', 'amazoncorretto:21', 'amazoncorretto:21-alpine-jre'].map(
      java,
    ),
  ).toEqual(['jdk', 'jre', 'jdk', 'jre']);
  expect(java('gcr.io/distroless/java21:debug')).toBe('jdk');
  expect(java('node:22')).toBeUndefined();
});

test.each([
  ['bellsoft/liberica-openjdk-debian:21', 'jdk', 'glibc'],
  ['bellsoft/liberica-openjre-alpine-musl:21', 'jre', 'musl'],
  ['bellsoft/liberica-runtime-container:jdk-all-25-cds-musl', 'jdk', 'musl'],
  ['bellsoft/liberica-runtime-container:jre-25-cds-slim-glibc', 'jre', 'glibc'],
  ['azul/zulu-openjdk:21', 'jdk', 'glibc'],
  ['azul/zulu-openjdk:21-jre-headless', 'jre', 'glibc'],
  ['azul/zulu-openjdk-alpine:17-jre', 'jre', 'musl'],
  ['sapmachine', 'jdk', 'glibc'],
  ['sapmachine:21-jre-headless-ubuntu', 'jre', 'glibc'],
  ['sapmachine:21-jre-alpine', 'jre', 'musl'],
  ['ibm-semeru-runtimes:open-21-jdk-noble', 'jdk', 'glibc'],
  ['ibm-semeru-runtimes:open-21-jre', 'jre', 'glibc'],
  ['adoptopenjdk:11-jre-hotspot', 'jre', 'glibc'],
  ['ghcr.io/graalvm/jdk-community:21', 'jdk', 'glibc'],
  ['ghcr.io/graalvm/native-image-community:25-muslib', 'jdk', 'glibc'],
  ['ghcr.io/graalvm/graalvm-ce:ol9-java17-22.3.3', 'jdk', 'glibc'],
  ['container-registry.oracle.com/graalvm/native-image:25', 'jdk', 'glibc'],
  ['openjdk:8-jdk-alpine', 'jdk', 'musl'],
  ['openjdk:8u212-jre-alpine3.9', 'jre', 'musl'],
  ['openjdk:17-jdk-bullseye', 'jdk', 'glibc'],
  ['tomcat:9.0-jdk17-openjdk-slim', 'jdk', 'glibc'],
])('%s has a %s, on %s, and runs as root', (text, java, libc) => {
  expect(look(text)).toMatchObject({ java, libc, user: '' });
});

test('images for other processors than the main one tell what compiles for them from what runs', () => {
  const names = (text: string) => look(text)!.runtimes.map(({ name }) => name);
  expect(names('nvidia/cuda:12.8.1-cudnn-devel-ubuntu24.04')).toEqual(['cuda', 'nvcc']);
  expect(names('nvcr.io/nvidia/cuda:12.8.1-runtime-ubi9')).toEqual(['cuda']);
  expect(names('pytorch/pytorch:2.7.0-cuda12.6-cudnn9-devel')).toContain('nvcc');
  expect(names('pytorch/pytorch:2.7.0-cuda12.6-cudnn9-runtime')).not.toContain('nvcc');
  expect(look('tensorflow/tensorflow:2.19.0-gpu')).toMatchObject({ user: '', distro: 'ubuntu' });
  expect(look('nvcr.io/nvidia/pytorch:25.04-py3')).toMatchObject({ user: '', distro: 'ubuntu' });
});

test('data folders, volumes and ports', () => {
  expect(look('postgres:17-alpine')).toMatchObject({ volumes: ['/var/lib/postgresql/data'], ports: [5432] });
  expect(look('postgres:18')).toMatchObject({ volumes: ['/var/lib/postgresql'], data: ['/var/lib/postgresql'] });
  expect(look('postgres')).toMatchObject({ volumes: ['/var/lib/postgresql'] });
  expect(look('redis:7.4')).toMatchObject({ volumes: ['/data'], data: ['/data'], workdir: '/data' });
  expect(look('redis:8')).toMatchObject({ volumes: [], data: ['/data'] });
  expect(look('rabbitmq:4-management')!.ports).toContain(15672);
  expect(look('rabbitmq:4')!.ports).not.toContain(15672);
});

test('shells, init and entrypoint', () => {
  expect(look('jupyter/base-notebook')).toMatchObject({ init: true, shell: ['/bin/bash', '-o', 'pipefail', '-c'] });
  expect(look('alpine')!.shells).toEqual(['sh', 'ash']);
  expect(look('gcr.io/distroless/cc')).toMatchObject({ shells: [], entrypoint: [], managers: [] });
  expect(look('gcr.io/distroless/nodejs22:debug')).toMatchObject({ shells: ['sh'], entrypoint: ['/nodejs/bin/node'] });
  expect(look('denoland/deno:2.5.0')).toMatchObject({ init: true });
  expect(look('node:22')).toMatchObject({ init: false, users: { node: 1000 }, healthcheck: false });
});

test('a mirror or an architecture of an official image holds the same', () => {
  for (const text of [
    'docker.io/library/node:22-slim',
    'public.ecr.aws/docker/library/node:22-slim',
    'mirror.gcr.io/library/node:22-slim',
    'arm64v8/node:22-slim',
  ]) {
    expect(look(text)!.entry).toBe('node:{node}*slim');
  }
  expect(look('ghcr.io/acme/node:22-slim')).toBeUndefined();
  expect(look('acme/node:22')).toBeUndefined();
});

test('nothing is known of Windows, ONBUILD and digests alone', () => {
  const digest = `sha256:${'0'.repeat(64)}`;
  for (const text of [
    'golang:1.25-windowsservercore-ltsc2022',
    'node:10-onbuild',
    `node@${digest}`,
    'ghcr.io/acme/app:1',
    'busyboxx',
  ]) {
    expect(look(text)).toBeUndefined();
  }
  expect(look(`node:22-slim@${digest}`)!.variant).toBe('slim');
});

describe('entries of the configuration', () => {
  test('go before the table, by its profiles or as an image of which not all is known', () => {
    const extra = [
      {
        match: ['registry.acme.io/base/node:{node}*'],
        extends: 'debian-slim',
        user: 'app',
        uid: 5000,
        programs: 'node npm',
        runtimes: ['node'],
      },
      { match: 'registry.acme.io/tools/*', programs: ['curl'] },
      { match: ['node:22'], unknown: true },
    ];
    const node = look('registry.acme.io/base/node:22.1-a', extra)!;
    expect(node).toMatchObject({
      user: 'app',
      uid: 5000,
      variant: 'slim',
      runtimes: [{ name: 'node', version: '22.1' }],
    });
    expect(node.lacks).toContain('curl');
    const tools = look('registry.acme.io/tools/x', extra)!;
    expect(tools).toMatchObject({ programs: ['curl', 'sh'], lacks: [], shells: ['sh'], user: '', uid: 0 });
    expect(look('node:22', extra)).toBeUndefined();
    expect(look('node:24', extra)).toBeDefined();
  });

  test('a user by name alone has an unknown uid, one by number says it', () => {
    expect(look('a/b', [{ match: 'a/b:*', user: 'app' }])!.uid).toBeUndefined();
    expect(look('a/b', [{ match: 'a/b:*', user: '1001:0' }])!.uid).toBe(1001);
  });

  test('what is of the wrong type is left out', () => {
    const odd = [
      null,
      7,
      'x',
      {},
      { match: 7 },
      {
        match: ['a/b:*'],
        user: 7,
        ports: ['x', 80, 70000],
        users: [1],
        shells: {},
        extends: '__proto__',
        libc: 'x',
        tags: [1],
      },
    ];
    expect(look('a/b', odd)).toMatchObject({ user: '', ports: [80], libc: 'glibc', shells: ['sh'] });
    expect(look('a/c', odd)).toBeUndefined();
  });

  test('an image without a shell says so', () => {
    expect(look('a/b', [{ match: 'a/b:*', variant: 'distroless' }])).toMatchObject({
      shells: [],
      variant: 'distroless',
    });
  });
});

test.each([
  ['postgres:17', ['/var/lib/postgresql/data']],
  ['postgres:17-trixie', ['/var/lib/postgresql/data']],
  ['postgres:16.4-alpine3.20', ['/var/lib/postgresql/data']],
  ['postgres:17rc1-bookworm', ['/var/lib/postgresql/data']],
  ['postgres:trixie', ['/var/lib/postgresql']],
  ['postgres:alpine3.22', ['/var/lib/postgresql']],
  ['postgres:19beta1', ['/var/lib/postgresql']],
  ['postgres:18', ['/var/lib/postgresql']],
  ['postgres:18.1-alpine', ['/var/lib/postgresql']],
  ['postgis/postgis:17-3.5', ['/var/lib/postgresql/data']],
  ['postgis/postgis:18-3.6', ['/var/lib/postgresql']],
  ['postgis/postgis:18-3.6-alpine', ['/var/lib/postgresql']],
  ['timescale/timescaledb:latest-pg17', ['/var/lib/postgresql/data']],
  ['timescale/timescaledb:latest-pg18', ['/var/lib/postgresql']],
  ['gradle:8-jdk21', []],
  ['gradle:8-jdk21-alpine', []],
  ['docker:28-dind', []],
])('%s keeps what should outlive a container in %j', (text, folders) => {
  expect(look(text)!.data).toEqual(folders);
});
