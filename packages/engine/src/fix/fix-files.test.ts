import { sourceText } from '@dockwarden-internal/syntax';
import type { Finding } from '../finding.ts';
import { fixFiles, type Overlay } from './fix-files.ts';

/** Mends a word where it stands: text `a` becomes what `mend` says, by a finding of this id. */
interface Rule {
  readonly id: string;
  readonly word: RegExp;
  readonly becomes?: string;
  /** The file that is edited, if it is another: its whole text is replaced. */
  readonly other?: string;
  readonly unsafe?: boolean;
  /** Nothing is found once this file is there. */
  readonly unlessThere?: string;
  /** Nothing is found before some file has this. */
  readonly onceAnyHas?: RegExp;
  /** The rule that stands for this one where it finds something. */
  readonly foldedInto?: string;
}

const files = (texts: Record<string, string>, rules: Rule[]) => {
  let lints = 0;
  const lint = (overlay: Overlay): Finding[] => {
    lints++;
    const all = { ...texts, ...Object.fromEntries(overlay) };
    const sources = new Map(Object.entries(all).map(([path, text]) => [path, sourceText(path, text)]));
    const active = rules.filter(
      ({ unlessThere, onceAnyHas }) =>
        (unlessThere === undefined || !sources.has(unlessThere)) &&
        (!onceAnyHas || Object.values(all).some((text) => onceAnyHas.test(text))),
    );
    return [...sources.values()].flatMap((source) =>
      active.flatMap(({ id, foldedInto, word, becomes, other, unsafe }) =>
        // What stands alone again is a finding of its own.
        foldedInto !== undefined && active.some((rule) => rule.id === foldedInto && rule.word.test(source.text))
          ? []
          : Array.from(source.text.matchAll(new RegExp(word, 'g'))).map((match): Finding => {
              const span = { start: match.index, end: match.index + match[0].length };
              const target = other === undefined ? source : (sources.get(other) ?? sourceText(other, ''));
              const edit = {
                span: other === undefined ? span : { start: 0, end: target.text.length },
                text: becomes ?? '',
              };
              const fix = {
                safety: unsafe ? ('unsafe' as const) : ('safe' as const),
                edits: [{ source: target, edit }],
              };
              const place = { source, span };
              return {
                id,
                fingerprint: id + match[0],
                place,
                suppressed: null,
                also: rules
                  .filter((rule) => rule.foldedInto === id && rule.word.test(source.text))
                  .map((rule) => rule.id),
                ...(becomes !== undefined && { fix }),
              } as unknown as Finding;
            }),
      ),
    );
  };
  // A word in brackets is what a parser would refuse.
  const faults = (overlay: Overlay, paths: Iterable<string>) =>
    new Map([...paths].map((path) => [path, (overlay.get(path) ?? texts[path] ?? '').split('<').length - 1]));
  const run = () => fixFiles({ findings: lint(new Map()), unsafe: false, read: (path) => texts[path], lint, faults });
  return {
    promised: () => {
      const { texts: after, wasRefused } = run();
      const left = lint(after);
      return left.filter((each) => each.fix && !wasRefused(each, left)).map(({ id }) => id);
    },
    fixed: (options: { unsafe?: boolean; wanted?: (finding: Finding) => boolean } = {}) =>
      Object.fromEntries(
        fixFiles({ findings: lint(new Map()), unsafe: false, read: (path) => texts[path], lint, faults, ...options })
          .texts,
      ),
    lints: () => lints,
  };
};

const tidy: Rule = { id: 'tidy', word: /a/, becomes: 'b' };

test('mends every file until nothing is left to mend', () => {
  const chain: Rule = { id: 'chain', word: /c/, becomes: '' };
  expect(files({ one: 'a a', two: 'a', three: 'x' }, [tidy]).fixed()).toEqual({ one: 'b b', two: 'b' });
  expect(files({ one: 'ac' }, [tidy, chain]).fixed()).toEqual({ one: 'b' });
});

test('of a clean workspace nothing is changed, and nothing linted again', () => {
  const { fixed, lints } = files({ one: 'x' }, [tidy]);
  expect(fixed()).toEqual({});
  expect(lints()).toBe(1);
});

test('takes back what keeps its finding, brings a new one, or changes nothing', () => {
  const again: Rule = { id: 'again', word: /k/, becomes: 'k' };
  const worse: Rule = { id: 'worse', word: /w/, becomes: '!' };
  const fault: Rule = { id: 'fault', word: /!/ };
  expect(files({ one: 'k w a' }, [tidy, again, worse, fault]).fixed()).toEqual({ one: 'k w b' });
});

test('takes back what does harm in another file than it mends', () => {
  const ignore: Rule = { id: 'ignore', word: /l/, becomes: 'hide', other: '.dockerignore' };
  const hidden: Rule = { id: 'hidden', word: /hide/ };
  expect(files({ one: 'l a', two: 'x' }, [tidy, ignore, hidden]).fixed()).toEqual({ one: 'l b' });
  expect(files({ one: 'l a' }, [tidy, { ...ignore, becomes: 'l' }]).fixed()).toEqual({ one: 'l b' });
});

test('makes a file that was not there', () => {
  const ignore: Rule = { id: 'ignore', word: /l/, becomes: 'x', other: '.dockerignore', unlessThere: '.dockerignore' };
  expect(files({ one: 'l' }, [ignore]).fixed()).toEqual({ '.dockerignore': 'x' });
});

test('one that does harm holds up no other, in its file or elsewhere', () => {
  const worse: Rule = { id: 'worse', word: /w/, becomes: '!' };
  const fault: Rule = { id: 'fault', word: /!/ };
  const texts = Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [`f${index}`, index % 7 === 0 ? 'aawaa' : 'aaaa']),
  );
  const { fixed, lints } = files(texts, [tidy, worse, fault]);
  const expected = Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, text.replaceAll('a', 'b')]));
  expect(fixed()).toEqual(expected);
  expect(lints()).toBeLessThan(30);
});

test('those that do harm in a file that no fix speaks of are found among many', () => {
  const worse: Rule = { id: 'worse', word: /w/, becomes: '!' };
  const harm: Rule = { id: 'harm', word: /z/, onceAnyHas: /!/ };
  const own = Array.from({ length: 64 }, (_, index) => [`f${index}`, index % 20 === 3 ? 'aawaa' : 'aaaa'] as const);
  const texts = { ...Object.fromEntries(own), z: 'z' };
  const { fixed, lints } = files(texts, [tidy, worse, harm]);
  expect(fixed()).toEqual(Object.fromEntries(own.map(([path, text]) => [path, text.replaceAll('a', 'b')])));
  expect(lints()).toBeLessThan(80);
});

test('a check whose fixes do harm again and again is given up in that file', () => {
  const worse: Rule = { id: 'worse', word: /w/, becomes: '!' };
  const fault: Rule = { id: 'fault', word: /!/ };
  const { fixed, lints } = files({ one: `${'w'.repeat(500)}a` }, [worse, fault, tidy]);
  expect(fixed()).toEqual({ one: `${'w'.repeat(500)}b` });
  expect(lints()).toBeLessThan(60);
});

test('mends what is wanted only, and unsafely on demand only', () => {
  const unsafe: Rule = { id: 'unsafe', word: /u/, becomes: '', unsafe: true };
  const { fixed } = files({ one: 'a u', two: 'a' }, [tidy, unsafe]);
  expect(fixed({ wanted: ({ place }) => place.source.path === 'one' })).toEqual({ one: 'b u' });
  expect(fixed({ unsafe: true })).toEqual({ one: 'b ', two: 'b' });
});

test('rules that undo each other come to an end', () => {
  const back: Rule = { id: 'back', word: /b/, becomes: 'a' };
  expect(files({ one: 'a' }, [tidy, back]).fixed()).toEqual({});
});

test('tries again what did not fit until others were mended, so that a second run changes nothing', () => {
  const early: Rule = { id: 'a', word: /p/, becomes: 'q' };
  const other: Rule = { id: 'b', word: /p y w/, becomes: 'p' };
  const clash: Rule = { id: 'c', word: /q(?=.*w)/ };
  expect(files({ one: 'p y w' }, [early, other, clash]).fixed()).toEqual({ one: 'q' });
});

test('takes back what a parser refuses, whatever is found', () => {
  const broken: Rule = { id: 'broken', word: /w/, becomes: '<' };
  expect(files({ one: 'w a', two: 'w' }, [tidy, broken]).fixed()).toEqual({ one: 'w b' });
  expect(files({ one: '< a' }, [tidy]).fixed()).toEqual({ one: '< b' });
});

test('what another finding stood for is not new when it stands alone', () => {
  const keeper: Rule = { id: 'keeper', word: /k/, becomes: '' };
  const other: Rule = { id: 'other', word: /o/, foldedInto: 'keeper' };
  expect(files({ one: 'k o' }, [keeper, other]).fixed()).toEqual({ one: ' o' });
});

test('what was tried and taken back is promised no more', () => {
  const worse: Rule = { id: 'worse', word: /w/, becomes: '!' };
  const fault: Rule = { id: 'fault', word: /!/ };
  const unsafe: Rule = { id: 'unsafe', word: /u/, becomes: '', unsafe: true };
  expect(files({ one: 'w a u' }, [tidy, worse, fault, unsafe]).promised()).toEqual(['unsafe']);
});
