import { mailSettingsPath } from '../../paths/operator.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { cleanName, compose, type Letter } from '../../platform/mailer/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { words } from '../messages/index.ts'

/** A mail that an operator sends to themselves, to see whether it arrives. */
export function testLetter(
  { publicUrl, settings }: Pick<Platform, 'publicUrl' | 'settings'>,
  reader: Reader,
): Letter {
  const t = words.for(reader)
  const composed = compose({
    reader,
    installationName: settings.name,
    opening: t('test-mail.opening'),
    blocks: [],
    button: {
      label: t('test-mail.button'),
      href: `${publicUrl}${mailSettingsPath.to()}`,
      orVisit: t('test-mail.or-visit'),
    },
    why: t('test-mail.why'),
  })
  return { subject: t('test-mail.subject', { installation: cleanName(settings.name) }), ...composed }
}
