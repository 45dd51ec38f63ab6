/** Dockerfiles with stages, variables and what they end in, put together at random; equal seeds give equal files. */
export function randomDockerfiles(count, seed) {
  const random = generator(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const chance = (probability) => random() < probability;

  const names = ['A', 'A', 'B', 'PATH', 'TARGETARCH', 'HTTP_PROXY'];
  const use = () => {
    const name = pick(['A', 'A', 'B', 'PATH', 'HTTP_PROXY']);
    const forms = [
      `$${name}`,
      `\${${name}}`,
      `\${${name}:-d}`,
      `\${${name}-}`,
      `\${${name}:+p}`,
      `\${${name}:-$${pick(['A', 'B'])}}`,
    ];
    return pick([...forms, `\${${name}#a}`, `\${${name}%%b*}`, `\\$${name}`, `'$${name}'`, `"$${name}"`]);
  };
  const value = () =>
    pick([pick(['1', 'two', 'x/y', '"q r"', "'s t'"]), use(), `v${use()}`, `"z${use().replace(/["']/g, '')}"`, '']);
  const word = () => pick(['1', 'two', 'x/y']) + (chance(0.5) ? use() : '');
  const pair = () => `${pick(names)}=${value()}`;
  const maybe = (text) => (chance(0.25) ? ` ${text()}` : '');

  const instructions = [
    () => `ARG ${chance(0.6) ? pair() : pick(names)}${maybe(pair)}`,
    () => `ENV ${pair()}${maybe(pair)}`,
    () => `ENV ${pick(names)} ${word()}`,
    () => `USER ${word()}`,
    () => `WORKDIR ${chance(0.5) ? '/' : ''}${word()}`,
    () => `EXPOSE ${pick(['80', '1-3', '53/udp', '80:81', `\${A:-90}`])}`,
    () => `LABEL l${pick([1, 2])}=${value()} m=${value()}`,
    () => `CMD ${pick(['ls -l', '["a", "b"]', '[]', '["a",]'])}`,
    () => `ENTRYPOINT ${pick(['run it', '["e"]', '[]'])}`,
    () => `HEALTHCHECK ${pick(['NONE', '--interval=5s CMD curl x', 'CMD ["a"]', '--retries=3 --timeout=1m CMD x'])}`,
    () => `SHELL ${pick(['["/bin/bash", "-c"]', '["sh"]'])}`,
    () => 'RUN echo',
  ];
  const instruction = () => `${chance(0.1) ? 'ONBUILD ' : ''}${pick(instructions)()}`;

  const stages = () => {
    const lines = [];
    const above = [];
    for (let stage = 1 + Math.floor(random() * 3); stage > 0; stage--) {
      const from =
        above.length > 0 && chance(0.7)
          ? pick(above)
          : pick(['test/base', 'scratch', `test/base:\${B:-x}`, `\${BASE:-test/base}`]);
      const name = chance(0.8) ? pick(['s0', 's1', 's2', 'S3']) : '';
      lines.push(`FROM ${from}${name && ` AS ${name}`}`);
      if (name) above.push(name.toLowerCase());
      for (let left = Math.floor(random() * 12); left > 0; left--) lines.push(instruction());
    }
    return lines;
  };
  const globals = () =>
    Array.from(
      { length: Math.floor(random() * 3) },
      () => `ARG ${pick([...names, 'BASE'])}${chance(0.7) ? `=${value()}` : ''}`,
    );
  return Array.from({ length: count }, () => `${[...globals(), ...stages()].join('\n')}\n`);
}

/** mulberry32. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
