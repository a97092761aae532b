import { providersPath } from '../../paths/operator.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { compose, type Letter } from '../../platform/mailer/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { words } from '../messages/index.ts'

/** What became of an identity provider. */
export type ProviderNews = {
  readonly what: 'added' | 'changed' | 'removed'
  readonly name: string
  /** False: somebody at the machine did it. */
  readonly isByPerson: boolean
  readonly at: Date
}

/** Tells an operator that another one, or somebody at the machine, changed with whom people sign in. */
export function providerLetter(
  { publicUrl, settings }: Pick<Platform, 'publicUrl' | 'settings'>,
  reader: Reader,
  { what, name, isByPerson, at }: ProviderNews,
): Letter {
  const t = words.for(reader)
  const said = { what, name, who: isByPerson ? 'OPERATOR' : 'MACHINE', when: formatDate(reader, at, 'exact') }
  const composed = compose({
    reader,
    installationName: settings.name,
    opening: t('providers.mail.opening', said),
    blocks: [{ kind: 'paragraph', text: t('providers.mail.text', said) }],
    button: {
      label: t('providers.mail.button'),
      href: `${publicUrl}${providersPath.to()}`,
      orVisit: t('test-mail.or-visit'),
    },
    why: t('mail-server.changed.why'),
  })
  return { subject: t('providers.mail.subject', said), ...composed }
}
