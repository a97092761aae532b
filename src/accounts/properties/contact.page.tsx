import { contactOfAccountPath } from '../../paths/accounts.ts'
import { Form, FormActions, type Frame, Notice, Page, PageHeading, SubmitButton } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { Contact } from './edit.store.ts'

/** Asks whoever reads a mailbox whether they are an account's contact, and says so once they have. */
export function ContactPage({ frame, contact, token }: { frame: Frame; contact: Contact; token: string }) {
  const t = words.for(frame.reader)
  const said = { account: contact.accountName, identifier: contact.identifier, address: contact.address }
  const title = t('contact-of.title', said)
  return (
    <Page frame={frame} title={title}>
      <PageHeading title={title} lead={t('contact-of.lead', said)} />
      {contact.confirmedAt ? (
        <Notice kind="success" title={t('contact-of.done-title')}>
          {t('contact-of.done', said)}
        </Notice>
      ) : (
        <Form action={contactOfAccountPath.to(token)}>
          <p>{t('contact-of.text')}</p>
          <FormActions>
            <SubmitButton>{t('contact-of.press')}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </Page>
  )
}
