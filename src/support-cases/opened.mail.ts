import { accountPath } from '../paths/accounts.ts'
import { requestPath } from '../paths/access-requests.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import { cleanName, compose, type Letter } from '../platform/mailer/index.ts'
import { words } from './messages/index.ts'

/** What a letter about a new case says. */
export type Opened = {
  readonly reference: string
  readonly requestId: string
  readonly requestReference: string
  readonly accountName: string
}

type Addressed = { readonly reader: Reader; readonly publicUrl: string; readonly installationName: string }

/** The letter to a support agent about a case that was opened. */
export function openedMail(opened: Opened, to: Addressed): Letter {
  const t = words.for(to.reader)
  const account = cleanName(opened.accountName)
  const composed = compose({
    reader: to.reader,
    installationName: to.installationName,
    opening: t('opened.opening', { account }),
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: t('opened.case'), value: opened.reference },
          { label: t('opened.request'), value: opened.requestReference },
          { label: t('opened.account'), value: account },
        ],
      },
      { kind: 'paragraph', text: t('opened.text') },
    ],
    button: {
      label: t('opened.button'),
      href: `${to.publicUrl}${requestPath.to(opened.requestId)}`,
      orVisit: t('opened.or-visit'),
    },
    why: t('opened.why'),
  })
  const subject = t('opened.subject', { reference: opened.reference, account })
  return { subject, ...composed, thread: opened.requestId }
}

/** The letter to a support agent about an account that has lost its last administrator. */
export function vacantMail(
  vacant: { readonly reference: string; readonly identifier: string; readonly accountName: string },
  to: Addressed,
): Letter {
  const t = words.for(to.reader)
  const account = cleanName(vacant.accountName)
  const composed = compose({
    reader: to.reader,
    installationName: to.installationName,
    opening: t('vacant.opening', { account }),
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: t('opened.case'), value: vacant.reference },
          { label: t('opened.account'), value: account },
        ],
      },
      { kind: 'paragraph', text: t('vacant.text') },
    ],
    button: {
      label: t('vacant.button'),
      href: `${to.publicUrl}${accountPath.to(vacant.identifier)}`,
      orVisit: t('opened.or-visit'),
    },
    why: t('opened.why'),
  })
  return { subject: t('vacant.subject', { reference: vacant.reference, account }), ...composed }
}
