import { type Plain, plainScalar } from './plain.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/**
 * What `docker compose config --format json` printed, as it is compared: paths below the root made relative to it,
 * names that only the project's name makes left out, `$$` read back as `$`.
 */
export function plainDocker(printed: Json, root: string): Plain {
  const project = (printed as { name?: string }).name ?? '';
  const convert = (value: Json, path: readonly string[]): Plain => {
    const key = path.at(-1) ?? '';
    if (value === null) return null;
    if (Array.isArray(value)) {
      const items = value.map((item) => convert(item, path));
      return key === 'extra_hosts' ? items.sort() : items;
    }
    if (typeof value === 'object') return convertMap(value, path);
    return plainScalar(key, place(String(value).replaceAll('$$', '$'), root));
  };
  const convertMap = (map: { [key: string]: Json }, path: readonly string[]): Plain => {
    const result: Record<string, Plain> = {};
    for (const [name, value] of Object.entries(map)) {
      if (path.length === 0 && (name === 'name' || name.startsWith('x-'))) continue;
      const own = path.at(-1);
      const resource = path.length === 2 && path[0] !== 'services';
      if (resource && name === 'name' && (value === `${project}_${own}` || (value === own && map.external === true)))
        continue;
      result[path.includes('blkio_config') ? name.toLowerCase() : name] = convert(value, [...path, name]);
    }
    return result;
  };
  return convert(printed, []);
}

/** An absolute path below the root, relative to it; one up to three folders above is `outside`. */
function place(text: string, root: string): string {
  if (text === root) return '.';
  if (text.startsWith(`${root}/`)) return text.slice(root.length + 1);
  const above = root.split('/').slice(0, -3).join('/');
  return text.startsWith(`${above}/`) || text === above ? 'outside' : text;
}
