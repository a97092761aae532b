/** The parts of a name that somebody is shown with. */
export type ShownName = {
  readonly firstName: string
  readonly lastName: string
  readonly preferredFirstName: string
}

// Letters of other scripts, and signs, that a reader takes for these Latin ones; capitals and small letters apart, since
// they resemble different letters.
const resembling: Readonly<Record<string, string>> = {
  a: 'аАαΑɑ',
  b: 'вВьЬβΒ',
  c: 'сСϲ',
  d: 'ԁđ',
  e: 'еЕεΕ',
  g: 'ɡցġ',
  h: 'һНнΗհħ',
  i: 'іιı',
  j: 'јЈյ',
  k: 'кКκΚ',
  l: 'І1|ӏӀΙIł',
  m: 'мМΜ',
  n: 'пПηΝոռ',
  o: 'оОοΟσ0օՕø',
  p: 'рРρΡ',
  q: 'ԛԚզ',
  r: 'гГ',
  s: 'ѕЅՏ',
  t: 'тТτΤ',
  u: 'υսՍ',
  v: 'ѵѴν',
  w: 'ԝԜωա',
  x: 'хХχΧ',
  y: 'уУγΥ',
  z: 'Ζ',
}
const latinFor = new Map(
  Object.entries(resembling).flatMap(([latin, others]) => [...others].map((other) => [other, latin])),
)
const joined: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['vv', 'w'],
  ['cl', 'd'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
]

/** A text as its letters look: in small Latin letters without accents, whatever script or digits they were written in. */
export function asSeen(text: string): string {
  const letters = [...text.normalize('NFKD').replace(/\p{M}/gu, '')].map((one) => latinFor.get(one) ?? one)
  return joined.reduce((name, [pair, one]) => name.replaceAll(pair, one), letters.join('').toLowerCase())
}

/** A name as it looks, whatever the order and spacing: two names with the same are taken for each other. */
function looksOf(text: string): string {
  return sorted(asSeen(text))
}

function spelled(text: string): string {
  return sorted(text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase())
}

function sorted(text: string): string {
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .sort()
    .join(' ')
}

function namesOf({ firstName, lastName, preferredFirstName }: ShownName): string[] {
  const first = [firstName, preferredFirstName].filter((name) => name !== '')
  return first.map((name) => `${name} ${lastName}`)
}

/**
 * Whether a reader could take the one for the other by their names: equal but for accents, case, order and spacing, or
 * made of letters that look alike. A name of one word is too little to say so.
 */
export function lookAlike(one: ShownName, other: ShownName): boolean {
  if (one.lastName === '' || other.lastName === '') return false
  return namesOf(one).some((mine) =>
    namesOf(other).some((theirs) => spelled(mine) === spelled(theirs) || looksOf(mine) === looksOf(theirs)),
  )
}

/** Whether a reader could take one name of a thing for the other, though it may be a single word. */
export function looksAlike(one: string, other: string): boolean {
  return spelled(one) === spelled(other) || looksOf(one) === looksOf(other)
}
