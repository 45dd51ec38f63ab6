import type { FixDocument } from './document.ts';
import { compileToy } from './testing/compile-toy.ts';

function read(fix: FixDocument) {
  const { checks, problems } = compileToy({
    where: { notes: { hasAll: ['x'] } },
    forbid: { notes: { ordered: true } },
    fix,
  });
  return problems.length > 0
    ? problems.map(({ message, hint }) => (hint ? `${message} (${hint})` : message))
    : [checks[0]!.telling().fix!.action, checks[0]!.telling().fix!.safety];
}

test.each<[FixDocument, string[]]>([
  [{ insert: 'x', after: 'sequel' }, ['insert', 'safe']],
  [{ insert: 'x', before: 'self', safety: 'unsafe' }, ['insert', 'unsafe']],
  [{ replace: 'authors', with: '{{ pages }}' }, ['replace', 'safe']],
  [{ replace: 'sequel', with: '{{ resolve.digest }}', safety: 'unsafe' }, ['replace', 'unsafe']],
  [{ remove: 'self' }, ['remove', 'safe']],
])('%j', (fix, expected) => expect(read(fix)).toEqual(expected));

test.each<[FixDocument, string]>([
  [{}, 'a fix does one of insert, replace, remove, set, append, sort'],
  [{ remove: 'self', sort: 'notes' }, 'a fix does one of insert, replace, remove, set, append, sort'],
  [{ insert: 'x' }, 'insert says where: after or before a path'],
  [{ insert: 'x', after: 'title', before: 'title' }, 'insert says where: after or before a path'],
  [{ replace: 'title' }, 'replace says by what: with'],
  [{ set: 'title' }, 'set says what: to'],
  [{ set: 'title', to: 1 }, 'title is not written in YAML and cannot be set'],
  [{ append: 'sequel' }, 'append says what: lines'],
  [{ append: 'sequel', lines: 'x' }, 'sequel is not the ignore file of a context, and only that takes lines'],
  [{ append: 'title', lines: 'x' }, 'title is not the ignore file of a context, and only that takes lines'],
  [{ remove: 'pages' }, 'pages has no place of its own in a file, where remove could do something'],
  [{ replace: 'notes', with: 'x' }, 'notes has no place of its own in a file, where replace could do something'],
  [{ insert: 'x', after: 'authors' }, 'authors has no place of its own in a file, where insert could do something'],
  [{ sort: 'notes' }, 'notes is not written in YAML and cannot be sorted'],
  [{ remove: 'self', with: 'x' }, '`with` does not go with remove'],
  [{ insert: 'x', after: 'titel' }, '`titel` does not exist on stage (did you mean `title`?)'],
  [{ sort: 'authors' }, 'sort needs `ordered` on authors in the same check'],
  [{ replace: 'sequel', with: '{{ resolve.digest }}' }, 'a fix that looks something up is unsafe (add safety: unsafe)'],
])('%j is no fix', (fix, message) => expect(read(fix)).toEqual([message]));
