import { operatorMailsPath } from '../../paths/operator.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { compose, type Letter } from '../../platform/mailer/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { words } from '../messages/index.ts'

/** Tells an operator that mails were given up after days of trying, and where they can be sent again. */
export function gaveUpLetter(
  { publicUrl, settings }: Pick<Platform, 'publicUrl' | 'settings'>,
  reader: Reader,
): Letter {
  const t = words.for(reader)
  const composed = compose({
    reader,
    installationName: settings.name,
    opening: t('gave-up.opening'),
    blocks: [{ kind: 'paragraph', text: t('gave-up.text') }],
    button: {
      label: t('gave-up.button'),
      href: `${publicUrl}${operatorMailsPath.to()}?show=given-up`,
      orVisit: t('gave-up.or-visit'),
    },
    why: t('gave-up.why'),
  })
  return { subject: t('gave-up.subject'), ...composed }
}
