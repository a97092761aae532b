import { smartAccountsPath } from '../../paths/accounts.ts'
import { cleanName, compose, defang, type Letter } from '../../platform/mailer/index.ts'
import { sayGrant } from '../decide/sayings.ts'
import type { LetterFrame } from '../letter.ts'
import { words } from '../messages/index.ts'
import { namedTree } from '../places.query.ts'
import type { TakenBack } from './taken-back.query.ts'

/** To somebody whose access was taken back: what ended, by whom, and what they still hold. */
export function takenBackMail(taken: TakenBack, frame: LetterFrame): Letter {
  const { reader } = frame
  const t = words.for(reader)
  const account = cleanName(taken.accountName)
  const by = taken.byName === null ? t('letter.decided.an-administrator') : cleanName(defang(taken.byName))
  const tree = namedTree(reader, taken.places, true)
  const say = (grant: TakenBack['grant']) => defang(sayGrant(reader, grant, tree))
  const rest = taken.rest.length === 0 ? t('letter.taken.nothing') : taken.rest.map(say).join('\n')
  const composed = compose({
    reader,
    installationName: frame.installationName,
    opening: taken.byHolder
      ? t('letter.taken.opening-own', { account })
      : t('letter.taken.opening', { by, account }),
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: t('letter.taken.held'), value: say(taken.grant) },
          { label: t('letter.taken.rest'), value: rest },
          { label: t('letter.account'), value: `${account} (${taken.identifier})` },
        ],
      },
      { kind: 'paragraph', text: t(isGone(taken) ? 'letter.taken.gone' : 'letter.taken.next') },
    ],
    button: {
      label: t('letter.taken.button'),
      href: `${frame.publicUrl}${smartAccountsPath.to()}`,
      orVisit: t('letter.or-visit'),
    },
    why: t('letter.taken.why'),
  })
  const subject = taken.byHolder
    ? t('letter.taken.subject-own', { account })
    : t('letter.taken.subject', { account })
  return { subject, ...composed }
}

// What was closed cannot be asked for again.
function isGone({ grant, places }: TakenBack): boolean {
  return places.closed.some(({ id }) => id === grant.virtualAccountId)
}
