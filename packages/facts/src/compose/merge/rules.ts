import { ownEntry } from '@dockwarden-internal/syntax';
import { envFileKey, type ItemKey, mountKey, portKey, targetKey, wholeKey, wordKey } from './item-keys.ts';
import { type Merger, mergeKeyValues, mergeLogging, mergePools, replace } from './mergers.ts';

/** What is special about merging at a path: its own way, and what makes list items the same. */
export interface Rule {
  readonly merge?: Merger;
  readonly unique?: ItemKey;
  /** Rules further down; `*` stands for any key. */
  readonly keys?: { readonly [key: string]: Rule };
}

const words: Rule = { unique: wordKey };
const keyValues: Rule = { merge: mergeKeyValues };
const labelled: Rule = { keys: { labels: keyValues } };

const SERVICE: Rule = {
  keys: {
    annotations: keyValues,
    build: {
      keys: {
        additional_contexts: keyValues,
        args: keyValues,
        extra_hosts: { unique: wholeKey },
        labels: keyValues,
        tags: words,
      },
    },
    cap_add: words,
    cap_drop: words,
    command: { merge: replace },
    configs: { unique: mountKey('') },
    deploy: labelled,
    devices: { unique: targetKey },
    dns: words,
    dns_opt: words,
    dns_search: words,
    entrypoint: { merge: replace },
    env_file: { unique: envFileKey },
    environment: keyValues,
    expose: { unique: wholeKey },
    extra_hosts: { unique: wholeKey },
    healthcheck: { keys: { test: { merge: replace } } },
    labels: keyValues,
    links: words,
    logging: { merge: mergeLogging },
    networks: { keys: { '*': { keys: { aliases: words, link_local_ips: words } } } },
    ports: { unique: portKey },
    profiles: words,
    secrets: { unique: mountKey('/run/secrets') },
    sysctls: keyValues,
    tmpfs: words,
    ulimits: { keys: { '*': { merge: replace } } },
    volumes: { unique: targetKey },
  },
};

/**
 * Compose's special merge rules, by path. Everything else follows the general one: maps key by key, lists appended,
 * single values replaced. Key-value lists are maps by now (`canonical`).
 * Source: Compose file reference, "Merge"; compose-go override.
 */
export const RULES: Rule = {
  keys: {
    services: { keys: { '*': SERVICE } },
    networks: { keys: { '*': { keys: { labels: keyValues, ipam: { keys: { config: { merge: mergePools } } } } } } },
    volumes: { keys: { '*': labelled } },
    secrets: { keys: { '*': labelled } },
    configs: { keys: { '*': labelled } },
  },
};

export const SERVICE_RULES: Rule = SERVICE;

export function ruleAt(rule: Rule | undefined, key: string): Rule | undefined {
  return ownEntry(rule?.keys, key) ?? rule?.keys?.['*'];
}
