/** One argument of EXPOSE, taken apart. Source: Dockerfile reference, EXPOSE; moby/buildkit frontend/dockerfile/dockerfile2llb/convert_expose.go. */
export interface PortSpec {
  /** The container's port, or the first of a range; also where it is out of range. Absent where it is no number. */
  readonly first?: number;
  /** The last of a range; equals `first` without one. */
  readonly last?: number;
  /** In lower case; `tcp` where none is written. */
  readonly protocol: string;
  /** As written; absent where none is. */
  readonly protocolText?: string;
  /** `8080` of `8080:80`, which EXPOSE does not publish. */
  readonly published?: string;
  /** The address of `127.0.0.1:8080:80`. */
  readonly address?: string;
}

/** Reads `port`, `port/protocol`, `first-last`, and the `host:container` forms that BuildKit puts up with. */
export function readPortSpec(text: string): PortSpec {
  const parts = text.split(':');
  const container = parts.pop()!;
  const published = parts.pop();
  const address = parts.join(':');
  const [range, protocolText] = splitOnce(container, '/');
  const [start, end] = splitOnce(range, '-');
  const first = wholeNumber(start);
  const last = end === undefined ? first : wholeNumber(end);
  return {
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
    protocol: protocolText ? protocolText.toLowerCase() : 'tcp',
    ...(protocolText && { protocolText }),
    ...(published && { published }),
    ...(address && { address }),
  };
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
