import { formatDate } from '../../platform/i18n/format.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { compose, type Letter } from '../../platform/mailer/index.ts'
import { type Offices, whichOffices } from '../domain/offices.ts'
import { words } from '../messages/index.ts'

/** What a letter about offices says, and where its button leads. */
export type OfficesLetter = {
  readonly reader: Reader
  readonly installation: string
  readonly offices: Offices
  readonly when: Date
  readonly href: string
}

/** Tells somebody which offices they have now. */
export function officesLetter({ reader, installation, offices, when, href }: OfficesLetter): Letter {
  const t = words.for(reader)
  const said = { installation, which: whichOffices(offices), when: formatDate(reader, when, 'exact') }
  const composed = compose({
    reader,
    installationName: installation,
    opening: t('mail.offices.opening', said),
    blocks: [{ kind: 'paragraph', text: t('mail.offices.text', said) }],
    button: { label: t('mail.password-changed.button', said), href, orVisit: t('mail.or-visit') },
    why: t('mail.why.person', said),
  })
  return { subject: t('mail.offices.subject'), ...composed }
}

/** Tells an operator which offices somebody has now, and who changed them; no `by`: it was done at the machine. */
export function officesOfOtherLetter(
  { reader, installation, offices, when, href }: OfficesLetter,
  { person, by }: { readonly person: string; readonly by: string | null },
): Letter {
  const t = words.for(reader)
  const whose = { person, by: by ?? t('mail.offices-of.machine') }
  const said = {
    installation,
    which: whichOffices(offices),
    when: formatDate(reader, when, 'exact'),
    ...whose,
  }
  const composed = compose({
    reader,
    installationName: installation,
    opening: t('mail.offices-of.opening', said),
    blocks: [{ kind: 'paragraph', text: t('mail.offices-of.text', said) }],
    button: { label: t('mail.offices-of.button'), href, orVisit: t('mail.or-visit') },
    why: t('mail.offices-of.why', said),
  })
  return { subject: t('mail.offices-of.subject', said), ...composed }
}
