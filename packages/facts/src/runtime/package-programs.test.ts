import { programsOfPackage } from './package-programs.ts';

test.each([
  ['curl', ['curl']],
  ['curl:amd64', ['curl']],
  ['netcat-openbsd', ['nc', 'netcat']],
  ['postgresql-client-17', ['psql', 'pg_isready', 'pg_dump', 'pg_restore']],
  ['postgresql17-client', ['psql', 'pg_isready', 'pg_dump', 'pg_restore']],
  ['nodejs20', ['node']],
  ['openjdk-17-jre-headless', ['java']],
  ['openjdk-17-jdk', ['java', 'javac', 'jar']],
  ['openjdk21-jdk', ['java', 'javac', 'jar']],
  ['java-21-openjdk-devel', ['java', 'javac', 'jar']],
  ['gcc-12', ['gcc-12', 'gcc']],
  ['python3.12', ['python3.12', 'python']],
  ['bash-completion', []],
  ['constructor', ['constructor']],
])('%s brings %j', (name, programs) => {
  expect(programsOfPackage(name)).toEqual(programs);
});
