// Compares our reading of random Dockerfiles, words and flag values with BuildKit's: README.md tells how to run it.
import { isDeepStrictEqual } from 'node:util';
import { ask } from './ask.mjs';
import { loadSyntax } from './ours.mjs';
import { randomFrom } from './random.mjs';

const count = Number(process.argv[2] ?? 20000);
const seed = Number(process.argv[3] ?? 1);
const random = randomFrom(seed);
const { comparable, ownVerdict } = await loadSyntax('dockerfile/golden/verdict.ts');
const { ownExpansion, ownFields, ownPorts } = await loadSyntax('dockerfile/golden/words-verdict.ts');

const KEYWORDS =
  `FROM RUN COPY ADD ENV ARG LABEL CMD ENTRYPOINT EXPOSE VOLUME USER WORKDIR SHELL STOPSIGNAL HEALTHCHECK ONBUILD MAINTAINER
run Copy env RUNN COPY.. ONBUILD\tRUN WORKD\u0130R`.split(/[ \n]/);
// biome-ignore format: a table
const PIECES = [
  ...KEYWORDS, ' ', ' ', ' ', '  ', '\t', '\n', '\n', '\n', '\r\n', '\\\n', '\\ \n', '\\', '`', '`\n', '"', "'", '[', ']', '"a"', ',', '["a", "b c"]', '[1]',
  'a', 'b=c', 'A=1', '=', '$', '$A', '${A}', '${A:-b}', '${', '}', '#', '# x\n', '#escape=`\n', '# syntax=a\n', '<<', '<<EOF', '<<-EOF', "<<'E'OF", '<<"a b"',
  'EOF\n', 'EOF', '\tEOF\n', '--', '--from=a', '--from', '--link', '--mount=type=cache,target=/x', '--mount="a,b"', '--platform=$A', '-', 'AS', 'as b', 'NONE', 'CMD',
  '--interval=5s', '--retries=3', '\u00a0', '\u0085', '\u3000', 'é', 'à', '😀', '\f', '\v', '\ufeff', '\u2028', '.', '/', '8080', ':', '\r', '--network=none',
  '--chown="a b"', '3<<EOF', '>', '|', '&&',
];
const STARTS = ['', '', 'FROM a\n', 'FROM a\n', 'FROM a\n', '\ufeffFROM a\n', '# escape=`\nFROM a\n', '# syntax=b\n'];
// biome-ignore format: a table
const SHELL = [
  '$', '{', '}', '${', ':', '-', '+', '?', '#', '%', '/', '//', '*', '"', "'", '\\', '`', 'A', 'B', 'C', 'a', 'b', 'x.y', ' ', '<<', '<', '$A', '${B', '${A#', '${A%',
  '${C/', '\t', 'é', '😀', '\n', '@', '1', '.', '.*', '?', '\ufeff', '$0',
];
const CSV = ['type=cache', ',', ',', '"', '""', 'a', '=', 'Target', '/x', ' ', "'", '$A', '\u00e9'];

const soup = (pieces, limit) => Array.from({ length: 1 + random.below(limit) }, () => random.pick(pieces)).join('');
const instruction = () => `${random.pick(KEYWORDS)} ${soup(PIECES, 8)}\n`;
// biome-ignore format: a table
const DURATION = ['1', '0', '30', '.', '.5', 's', 'm', 'h', 'ms', 'us', '\u00b5s', 'ns', '-', '+', '1s', '5m', '9999999999', ' '];
const FLAGS =
  `--interval --timeout --start-period --start-interval --retries --mount --network --security --device --from --chown --link --parents --exclude
--platform --checksum --keep-git-dir --unpack --lnk`.split(/[ \n]/);
// biome-ignore format: a table
const VALUE = [
  ...DURATION, 'true', 'false', 'TRUE', 'none', 'host', 'insecure', 'type=cache', ',', ',', 'from=', '$A', '"', 'name=', 'required', 'required=1', 'a', 'b=c', '/x',
];
// biome-ignore format: a table
const MOUNT = [
  'type=bind', 'type=cache', 'type=secret', 'type=ssh', 'type=tmpfs', 'type=Cache', 'type=x', 'type=', 'from=a', 'source=a', 'src=b', 'target=/x', 'dst=/x', 'destination=', 'id=a', 'id=',
  'readonly', 'ro=true', 'rw', 'readwrite=x', 'required', 'required=1', 'size=1', 'size=1.5 GiB', 'size=10mb', 'size=x', 'size=1e3k', 'size=-1', 'size= 1', 'size=1  k', 'sharing=locked',
  'sharing=x', 'mode=0400', 'mode=8', 'mode=0o4', 'uid=1', 'uid=-1', 'gid=4294967296', 'env=A', 'foo=1', 'foo', '', 'target="', "env='a", 'id=\\\\a', 'Target=/y', 'id=$A',
];
const PORT = [
  '80',
  '443',
  '-',
  ':',
  '/',
  'tcp',
  'UDP',
  'x',
  '127.0.0.1',
  '::',
  '1::2',
  '[::1]',
  '99999',
  ' ',
  '"',
  '+',
];
const mounts = () =>
  `FROM a\nRUN --mount=${Array.from({ length: 1 + random.below(4) }, () => random.pick(MOUNT)).join(',')} ls\n`;
const HEADS = ['HEALTHCHECK', 'HEALTHCHECK', 'RUN', 'COPY', 'ADD', 'FROM', 'ONBUILD COPY', 'ARG', 'USER'];
const flag = () => random.pick(FLAGS) + (random.below(6) ? `=${soup(random.below(2) ? DURATION : VALUE, 4)}` : '');
const flagged = () =>
  `FROM a\n${random.pick(HEADS)} ${flag()} ${random.below(3) ? flag() : ''} ${random.pick(['CMD a', 'NONE', 'a b', '["a", "b"]'])}\n`;
const dockerfile = () => random.pick([anyDockerfile, anyDockerfile, anyDockerfile, flagged, mounts])();
const anyDockerfile = () =>
  random.pick(STARTS) +
  (random.below(2) ? soup(PIECES, 14) : Array.from({ length: 1 + random.below(4) }, instruction).join(''));
const env = () =>
  Object.fromEntries(
    ['A', 'B']
      .filter(() => random.below(4))
      .map((name) => [
        name,
        random.below(5)
          ? soup(
              SHELL.filter((each) => each !== '\ufeff'),
              4,
            )
          : '',
      ]),
  );

const requests = Array.from({ length: count }, (_, i) => {
  const id = String(i);
  const kind = i % 4;
  if (kind === 0) return { id, kind: 'dockerfile', text: dockerfile() };
  if (kind === 1) return { id, kind: 'expand', text: soup(SHELL, 12), escape: random.pick(['\\', '`']), env: env() };
  if (kind === 2) return { id, kind: 'port', text: soup(PORT, 6), escape: '\\' };
  return { id, kind: 'csv', text: soup(CSV, 8) };
});

const OWN = {
  dockerfile: (request) => ownVerdict(request.text),
  expand: ownExpansion,
  csv: (request) => ownFields(request.text),
  port: ownPorts,
};

function theirsOf({ kind }, { id, ...answer }) {
  if (kind === 'dockerfile') return comparable(answer);
  if (kind === 'port') return { refused: Boolean(answer.error) };
  return { ...answer, ...(answer.error && { error: true }) };
}

let different = 0;
const answers = ask(requests);
requests.forEach((request, i) => {
  const answer = answers[i];
  const theirs = theirsOf(request, answer);
  const ours = OWN[request.kind](request);
  if (isDeepStrictEqual(JSON.parse(JSON.stringify(ours)), JSON.parse(JSON.stringify(theirs)))) return;
  different++;
  if (different <= 20)
    console.log(
      JSON.stringify({ request, theirs, ours, error: answer.parserRefused ?? answer.refused ?? answer.error }),
    );
});
console.log(`${count - different} equal, ${different} different (seed ${seed})`);
process.exitCode = different > 0 ? 1 : 0;
