import { formatDate } from '../../platform/i18n/format.ts'
import { compose, type Letter } from '../../platform/mailer/index.ts'
import type { LetterFrame } from '../letter.ts'
import { words } from '../messages/index.ts'

/** Who looked for accounts in vain, how often in a row, and when it was noticed. */
export type LookedUpInVain = { readonly address: string; readonly misses: number; readonly at: Date }

/** To an operator: somebody may be trying names to learn which accounts there are. */
export function lookedUpInVainMail(found: LookedUpInVain, frame: LetterFrame): Letter {
  const { reader, installationName } = frame
  const t = words.for(reader)
  const composed = compose({
    reader,
    installationName,
    opening: t('letter.in-vain.opening', { n: found.misses }),
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: t('letter.in-vain.who'), value: found.address },
          { label: t('letter.in-vain.when'), value: formatDate(reader, found.at, 'dateTime') },
        ],
      },
      { kind: 'paragraph', text: t('letter.in-vain.text') },
    ],
    why: t('letter.why.operator'),
  })
  return { subject: t('letter.in-vain.subject'), ...composed }
}
