import { askedVariables, environmentExample } from './environment-example.ts';

const asked = askedVariables([`a: "\${A_PORT:-80}:\${A_PORT:-80}"\nb: \${TAG:?set TAG}\nc: $\${NOT:-1}\n`]);

test('variables are found once, escaped ones not', () => {
  expect(asked).toEqual([
    { name: 'A_PORT', value: '80', why: '' },
    { name: 'TAG', value: '', why: 'set TAG' },
  ]);
});

test('a new file says what it is for', () => {
  expect(environmentExample('.env.example', undefined, asked)).toEqual({
    path: '.env.example',
    text: '# Copy to .env, which Git ignores, and change what differs on your machine.\n\nA_PORT=80\n# Set TAG: without it nothing starts.\nTAG=\n',
  });
});

test('what is there stays, also switched off, with its line endings', () => {
  const there = '# A_PORT=1\r\nX=1';
  const file = environmentExample('.env.example', there, asked);
  expect(file).toEqual({
    path: '.env.example',
    edited: true,
    text: '# A_PORT=1\r\nX=1\r\n\r\n# Set TAG: without it nothing starts.\r\nTAG=\r\n',
  });
  expect(environmentExample('.env.example', file!.text, asked)).toBeUndefined();
});
