import { done, type Outcome, refuse } from '../../kernel/outcome.ts'

/** Why a password is refused; there are no rules about kinds of characters. */
export type PasswordProblem = 'too-short' | 'too-long' | 'about-you' | 'pattern' | 'common'

/** The shortest and the longest password, in characters. */
export const passwordLength = { min: 12, max: 128 } as const

// What people make long passwords of: a common word, with years, digits and signs around it.
const commonWords = [
  'password motdepasse passwort passw0rd contrasena letmein welcome bienvenue bonjour iloveyou jetaime',
  'qwerty qwertyuiop azerty azertyuiop qwertz asdfgh zxcvbn admin administrator administrateur superuser root',
  'changeme default secret master dragon monkey football baseball soccer princess sunshine shadow superman batman',
  'starwars pokemon trustno1 whatever freedom chocolat chocolate doudou loulou soleil marseille paris london france',
  'summer winter spring autumn printemps automne january february monday company entreprise computer ordinateur',
  'internet login guest visitor test testing demo temp temporary user username please open opensesame abracadabra',
].flatMap((line) => line.split(' '))

const commonPhrases = [
  'correcthorsebatterystaple',
  'thequickbrownfox',
  'tobeornottobe',
  'maytheforcebewithyou',
  'iloveyouforever',
  'onceuponatime',
  'iletaitunefois',
  'jetaimepourlavie',
  'passwordpassword',
  'letmeinplease',
  'thisismypassword',
  'ceciestmonmotdepasse',
  'nevergonnagiveyouup',
]

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
]
const leet: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

function plain(text: string): string {
  return [...text.toLowerCase()]
    .map((sign) => leet[sign] ?? sign)
    .join('')
    .replace(/[^\p{L}]/gu, '')
}

/** A short piece over and over: `abcabcabcabc`. */
function repeats(text: string): boolean {
  return /^(.{1,4})\1+.{0,3}$/su.test(text)
}

/** A walk along the alphabet, the digits or a row of keys, forwards or backwards. */
function isWalk(text: string): boolean {
  const lower = text.toLowerCase()
  const steps = [...lower].slice(1).filter((sign, index) => {
    const pair = `${lower[index]}${sign}`
    const back = `${sign}${lower[index]}`
    return rows.some((row) => row.includes(pair) || row.includes(back)) || pair[0] === pair[1]
  })
  return steps.length >= (lower.length - 1) * 0.8
}

/** A common word with nothing much around it; years and signs at its ends do not hide it. */
function isCommon(text: string): boolean {
  const bare = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return [text, bare].map(plain).some((letters) => {
    const rest = commonWords.reduce((left, word) => left.replaceAll(plain(word), ''), letters)
    return commonPhrases.includes(letters) || (letters !== rest && rest.length < 4)
  })
}

function isAbout(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase()
  const told = words.map((word) => word.toLowerCase()).filter((word) => word.length >= 4)
  const rest = told.reduce((left, word) => left.replaceAll(word, ''), lower)
  return rest !== lower && rest.replace(/[^\p{L}]/gu, '').length < 6
}

/**
 * The password, as it will be compared, or why it is too easy to guess. `words` are those that an attacker tries
 * first: the parts of the address, the person's names, the name of the installation.
 */
export function readPassword(input: string, words: readonly string[]): Outcome<string, PasswordProblem> {
  const password = input.normalize('NFC')
  const length = [...password].length
  if (length < passwordLength.min) return refuse('too-short')
  if (length > passwordLength.max) return refuse('too-long')
  if (repeats(password) || isWalk(password)) return refuse('pattern')
  if (isAbout(password, words)) return refuse('about-you')
  return isCommon(password) ? refuse('common') : done(password)
}

/** The words of a person's address and names that their password must not be made of. */
export function wordsAbout(person: {
  address: string
  names?: readonly string[]
  installation: string
}): string[] {
  const [name = '', host = ''] = person.address.split('@')
  return [
    person.address,
    name,
    ...name.split(/[._+-]/),
    host,
    ...host.split('.'),
    ...(person.names ?? []),
    person.installation,
  ]
}
