import type { App } from '../model/app.ts';
import { composePaths, type ReadText } from './compose-files.ts';
import { editedFile } from './edit-compose.ts';

/**
 * Ports of this machine that the other projects' Compose files publish for development, those that are planned in the same run included: two
 * projects cannot run at the same time on one. A variable counts as its default, one without a default as nothing.
 */
export function portsElsewhere(app: App, read: ReadText): Set<number> {
  const others = app.workspace.projects.filter(({ root }) => root !== app.project.root);
  return new Set(
    others.flatMap((project) => {
      const { base, development } = composePaths({ ...app, project }, read);
      return [base, development].flatMap((path) => publishedIn(path, read(path)));
    }),
  );
}

function publishedIn(path: string, text: string | undefined): number[] {
  // Most have no port, and need not be parsed.
  if (text === undefined || !text.includes('ports')) return [];
  const services = editedFile(path, text)?.data('services');
  if (typeof services !== 'object' || services === null) return [];
  return Object.values(services as Record<string, { ports?: unknown } | null>).flatMap((service) => {
    const ports = service?.ports;
    return Array.isArray(ports) ? ports.flatMap(publishedBy) : [];
  });
}

/** Source: compose-spec, "ports": `[HOST:]CONTAINER[/PROTOCOL]`, or `published`. */
function publishedBy(entry: unknown): number[] {
  const written =
    typeof entry === 'string' ? withDefaults(entry).split(':').slice(0, -1).at(-1) : (entry as Published)?.published;
  const [first, last = first] = withDefaults(String(written ?? '')).split('-');
  const from = Number(first || Number.NaN);
  const to = Number(last);
  return from > 0 && to < 65_536 && to >= from ? Array.from({ length: to - from + 1 }, (_, index) => from + index) : [];
}

interface Published {
  readonly published?: unknown;
}

function withDefaults(text: string): string {
  return text.replace(/\$\{\w+(?::?-([^{}]*))?[^{}]*\}/g, (_, usual?: string) => usual ?? '');
}
