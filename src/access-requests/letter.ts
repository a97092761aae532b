import type { PersonId } from '../kernel/id.ts'
import { requestPath } from '../paths/access-requests.ts'
import { formatDate } from '../platform/i18n/format.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import { type Block, cleanName, compose, defang, type Letter } from '../platform/mailer/index.ts'
import { type PlaceNames, sayAsk } from './asked.ts'
import { words } from './messages/index.ts'
import { fullName } from './profile.ts'
import type { StoredRequest } from './requests.row.ts'

/** What every letter about a request is written from, and to whom. */
export type RequestLetter = {
  readonly request: StoredRequest
  readonly placeNames: PlaceNames
  readonly personId: PersonId
}

/** Who reads a letter, and what stands around it. */
export type LetterFrame = {
  readonly reader: Reader
  readonly publicUrl: string
  readonly installationName: string
}

/** The parts of a letter that differ. */
export type LetterWords = {
  readonly subject: string
  readonly opening: string
  readonly blocks: readonly Block[]
  readonly why: string
}

/** Writes a letter about a request, with its button, in the request's thread. */
export function writeLetter({ request }: RequestLetter, frame: LetterFrame, said: LetterWords): Letter {
  const t = words.for(frame.reader)
  const composed = compose({
    reader: frame.reader,
    installationName: frame.installationName,
    opening: said.opening,
    blocks: said.blocks,
    button: {
      label: t('letter.button'),
      href: `${frame.publicUrl}${requestPath.to(request.id)}`,
      orVisit: t('letter.or-visit'),
    },
    why: said.why,
  })
  return { subject: said.subject, thread: request.id, ...composed }
}

/** The names a letter uses, cleaned for a subject or a sentence. */
export function letterNames({ request }: RequestLetter) {
  return {
    who: cleanName(defang(fullName(request.profile))),
    account: cleanName(request.accountName),
    reference: request.reference,
  }
}

/** Who asks, what for, until when: the small table of a letter to an administrator. */
export function askedFacts(letter: RequestLetter, { reader }: LetterFrame): Block {
  const t = words.for(reader)
  const { request, placeNames } = letter
  const { who, account, reference } = letterNames(letter)
  const company = cleanName(defang(request.profile.company))
  return {
    kind: 'facts',
    facts: [
      { label: t('letter.who'), value: `${who}, ${company} <${request.profile.email}>` },
      { label: t('letter.account'), value: `${account} (${request.identifier})` },
      { label: t('letter.asked'), value: defang(sayAsk(reader, request.ask, placeNames)) },
      ...(isWaiting(request)
        ? [{ label: t('letter.due'), value: formatDate(reader, request.dueAt, 'date') }]
        : []),
      { label: t('letter.reference'), value: reference },
    ],
  }
}

// Nobody answers what is closed, and with the support desk another day counts.
const isWaiting = ({ status, stage }: StoredRequest) =>
  status === 'INFO_REQUESTED' || (status === 'PENDING' && stage !== 'WITH_SUPPORT')

/** What the requester wrote, set apart and said to be theirs. */
export function reasonQuote(letter: RequestLetter, { reader }: LetterFrame): Block {
  const by = words.for(reader)('letter.quote', { who: letterNames(letter).who })
  return { kind: 'quote', by, text: letter.request.reason }
}
