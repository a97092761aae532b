import { placeName, sayHeld, treeOf } from '../accounts/index.ts'
import type { GrantId } from '../kernel/id.ts'
import { smartAccountsPath } from '../paths/accounts.ts'
import { reviewPath } from '../paths/reviews.ts'
import type { Tx } from '../platform/db/index.ts'
import { formatDate } from '../platform/i18n/format.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import {
  type Block,
  cleanName,
  compose,
  type Letter,
  type Letters,
  type Mail,
} from '../platform/mailer/index.ts'
import type { Platform } from '../platform/platform.ts'
import { words } from './messages/index.ts'
import { sayCame } from './say.ts'
import { grantToTell, reviewIdIn, reviewToTell, type ToldGrant, type ToldReview } from './told.query.ts'

type Post = Pick<Platform, 'publicUrl' | 'settings'>
type Said = {
  readonly subject: string
  readonly opening: string
  readonly blocks: readonly Block[]
  readonly button: { readonly label: string; readonly path: string }
  readonly why: string
}

/** The letters about reviews, each written for how things stand when it is sent. */
export function letters(post: Post): Letters {
  return {
    'review.opened': aboutReview(post, waiting('opened')),
    'review.reminded': aboutReview(post, waiting('reminded')),
    'review.closed': aboutReview(post, closed),
    'grant.suspended.holder': aboutGrant(post, suspended),
    'grant.reactivated.holder': aboutGrant(post, reactivated),
  }
}

type AboutReview = {
  readonly review: ToldReview
  readonly reader: Reader
  readonly mail: Mail
  readonly path: string
}

function aboutReview(post: Post, say: (about: AboutReview) => Said | null) {
  return async (tx: Tx, mail: Mail): Promise<Letter | null> => {
    const id = reviewIdIn(mail.payload)
    if (id === undefined || mail.personId === null) return null
    const review = await reviewToTell(tx, { account: mail.account, review: id, person: mail.personId })
    if (!review) return null
    const reader = { locale: mail.locale, timeZone: review.timeZone }
    const said = say({ review, reader, mail, path: reviewPath.to(review.identifier, id) })
    return said && { ...written(post, reader, said), thread: id }
  }
}

function written(post: Post, reader: Reader, said: Said): Letter {
  const { subject, opening, blocks, button, why } = said
  const composed = compose({
    reader,
    installationName: post.settings.name,
    opening,
    blocks,
    button: {
      label: button.label,
      href: `${post.publicUrl}${button.path}`,
      orVisit: words.for(reader)('letter.or-visit'),
    },
    why,
  })
  return { subject, ...composed }
}

function waiting(step: 'opened' | 'reminded') {
  return ({ review, reader, path }: AboutReview): Said | null => {
    if (review.status !== 'OPEN' || review.mine === 0) return null
    const t = words.for(reader)
    const said = {
      account: cleanName(review.accountName),
      date: formatDate(reader, review.closesAt, 'date'),
      moment: formatDate(reader, review.closesAt, 'dateTime'),
      n: review.mine,
    }
    return {
      subject: t(`letter.${step}.subject`, said),
      opening: t(`letter.${step}.opening`, said),
      blocks: [{ kind: 'paragraph', text: t(`letter.${step}.text`, said) }],
      button: { label: t('letter.open'), path },
      why: t('letter.why', said),
    }
  }
}

function closed({ review, reader, mail, path }: AboutReview): Said | null {
  if (review.status !== 'CLOSED') return null
  const t = words.for(reader)
  const account = cleanName(review.accountName)
  const count = (name: string) => Number(mail.payload[name]) || 0
  const names = ['KEPT', 'CHANGED', 'REMOVED', 'SUSPENDED', 'LEFT', 'OVER'] as const
  const came = Object.fromEntries(names.map((name) => [name, count(name.toLowerCase())]))
  const paragraph = (key: 'suspended' | 'left'): Block[] =>
    count(key) === 0 ? [] : [{ kind: 'paragraph', text: t(`letter.closed.${key}`, { n: count(key) }) }]
  const value = sayCame(reader, came)
  return {
    subject: t('letter.closed.subject', { account }),
    opening: t('letter.closed.opening', { account }),
    blocks: [
      { kind: 'facts', facts: [{ label: t('letter.closed.came'), value }] },
      ...paragraph('suspended'),
      ...paragraph('left'),
    ],
    button: { label: t('letter.closed.open'), path },
    why: t('letter.why', { account }),
  }
}

type AboutGrant = { readonly grant: ToldGrant; readonly held: string; readonly reader: Reader }

function aboutGrant(post: Post, say: (about: AboutGrant) => Said | null) {
  return async (tx: Tx, mail: Mail): Promise<Letter | null> => {
    const id = mail.payload['grantId']
    if (typeof id !== 'string') return null
    const grant = await grantToTell(tx, { account: mail.account, grant: id as GrantId })
    if (!grant || grant.isOver) return null
    const reader = { locale: mail.locale, timeZone: grant.timeZone }
    const tree = await treeOf(tx, grant.accountId)
    const place = grant.virtualAccountId === null ? [] : [placeName(tree, grant.virtualAccountId)]
    const held = sayHeld(reader, { role: grant.role, places: place.map(cleanName), endsAt: grant.endsAt })
    const said = say({ grant, held, reader })
    return said && written(post, reader, said)
  }
}

function suspended({ grant, held, reader }: AboutGrant): Said | null {
  return grant.isSuspended ? toHolder(grant, held, reader, 'suspended') : null
}

function reactivated({ grant, held, reader }: AboutGrant): Said | null {
  return grant.isSuspended ? null : toHolder(grant, held, reader, 'reactivated')
}

function toHolder(grant: ToldGrant, held: string, reader: Reader, what: 'suspended' | 'reactivated'): Said {
  const t = words.for(reader)
  const account = cleanName(grant.accountName)
  return {
    subject: t(`letter.${what}.subject`, { account }),
    opening: t(`letter.${what}.opening`, { account }),
    blocks: [
      { kind: 'facts', facts: [{ label: t('letter.suspended.held'), value: held }] },
      { kind: 'paragraph', text: t(`letter.${what}.text`) },
    ],
    button: { label: t('letter.suspended.open'), path: smartAccountsPath.to() },
    why: t('letter.suspended.why'),
  }
}
