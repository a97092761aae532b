import { mailSettingsPath } from '../../paths/operator.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { compose, type Letter } from '../../platform/mailer/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { words } from '../messages/index.ts'

/** Tells an operator that another one changed the way that mails leave by, or somebody at the machine. */
export function mailServerLetter(
  { publicUrl, settings }: Pick<Platform, 'publicUrl' | 'settings'>,
  reader: Reader,
  { isByPerson, host, at }: { readonly isByPerson: boolean; readonly host: string | null; readonly at: Date },
): Letter {
  const t = words.for(reader)
  const composed = compose({
    reader,
    installationName: settings.name,
    opening: t('mail-server.changed.opening', {
      who: isByPerson ? 'OPERATOR' : 'MACHINE',
      when: formatDate(reader, at, 'exact'),
    }),
    blocks: [
      {
        kind: 'paragraph',
        text: host === null ? t('mail-server.changed.none') : t('mail-server.changed.server', { host }),
      },
    ],
    button: {
      label: t('mail-server.changed.button'),
      href: `${publicUrl}${mailSettingsPath.to()}`,
      orVisit: t('test-mail.or-visit'),
    },
    why: t('mail-server.changed.why'),
  })
  return { subject: t('mail-server.changed.subject'), ...composed }
}
