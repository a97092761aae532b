import type { StoredAccount } from '../accounts/index.ts'
import { formatDate } from '../platform/i18n/format.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import { type Block, cleanName, compose, defang, type Letter } from '../platform/mailer/index.ts'
import type { StoredChange } from './changes.store.ts'
import { words } from './messages/index.ts'

/** A change and its account, as a letter tells of them. */
export type AboutChange = { readonly change: StoredChange; readonly account: StoredAccount }
/** For whom a letter is written, and where its button leads. */
export type Frame = { readonly reader: Reader; readonly publicUrl: string; readonly installationName: string }

type Said = 'second' | 'asked' | 'ended' | 'paused' | 'waits' | 'done'
type How = {
  readonly said: Said
  readonly why: 'office' | 'administrator' | 'asker' | 'member' | 'requester'
  readonly path: string
}

const labels = {
  waits: 'letter.button-request',
  paused: 'letter.button-access',
  done: 'letter.button-access',
} as const

/** A letter about a change of a whole account. Who has only asked for access reads no reason. */
export function changeLetter(about: AboutChange, frame: Frame, how: How): Letter {
  const { reader, publicUrl, installationName } = frame
  const t = words.for(reader)
  const account = cleanName(about.account.name)
  const { subject, opening } = wordsOf(about, reader, how.said)
  const composed = compose({
    reader,
    installationName,
    opening,
    blocks: blocksOf(about, reader, how.said),
    button: {
      label: t(how.said in labels ? labels[how.said as keyof typeof labels] : 'letter.button'),
      href: `${publicUrl}${how.path}`,
      orVisit: t('letter.or-visit'),
    },
    why:
      how.why === 'office' || how.why === 'asker'
        ? t(`letter.why.${how.why}`)
        : t(`letter.why.${how.why}`, { account }),
  })
  return { subject, thread: about.change.id, ...composed }
}

function wordsOf({ change, account: { name, identifier } }: AboutChange, reader: Reader, said: Said) {
  const t = words.for(reader)
  const account = cleanName(name)
  const { kind } = change
  const n = change.firstBy === null ? 2 : 1
  const who = nameFor(change.names.asked)
  const outcome = change.outcome ?? 'LAPSED'
  const by = nameFor(change.names.settled)
  switch (said) {
    case 'second':
      return {
        subject: t('letter.second.subject', { account, n }),
        opening: t('letter.second.opening', { account, who, n }),
      }
    case 'asked':
      return {
        subject: t('letter.asked.subject', { account }),
        opening: t('letter.asked.opening', { account, who }),
      }
    case 'ended':
      return {
        subject: t('letter.ended.subject', { account, outcome }),
        opening: t('letter.ended.opening', { account, outcome, who: by }),
      }
    case 'done':
      return {
        subject: t('letter.done.subject', { account, kind }),
        opening: t('letter.done.opening', { account, kind, value: identifier }),
      }
    default:
      return {
        subject: t(`letter.${said}.subject`, { account, kind }),
        opening: t(`letter.${said}.opening`, { account, kind }),
      }
  }
}

function blocksOf({ change, account }: AboutChange, reader: Reader, said: Said): Block[] {
  const t = words.for(reader)
  const facts: Block = {
    kind: 'facts',
    facts: [
      { label: t('letter.account'), value: `${cleanName(account.name)} (${account.identifier})` },
      { label: t('letter.what'), value: t('letter.kind', { kind: change.kind }) },
      ...(said === 'second' || said === 'asked'
        ? [{ label: t('letter.lapses'), value: formatDate(reader, change.lapsesAt, 'dateTime') }]
        : []),
    ],
  }
  if (said === 'waits') return []
  if (said === 'done') return [facts]
  const [name, text] =
    said === 'ended' ? [change.names.settled, change.answer] : [change.names.asked, change.reason]
  const quote: Block[] =
    text === '' ? [] : [{ kind: 'quote', by: t('letter.quote', { who: nameFor(name) }), text }]
  return [...quote, facts]
}

function nameFor(name: string): string {
  return cleanName(defang(name))
}
