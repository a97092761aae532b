import { confirmApplicationDomainPath, nominationPath } from '../../paths/new-accounts.ts'
import { signInPath, signUpPath } from '../../paths/people.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import {
  Cluster,
  Facts,
  Form,
  FormActions,
  type Frame,
  Id,
  LinkButton,
  Page,
  PageHeading,
  Quote,
  Stack,
  SubmitButton,
} from '../../ui/index.ts'
import type { StoredApplication } from '../applications.store.ts'
import { words } from '../messages/index.ts'
import type { Party } from '../told.store.ts'

/** What somebody sees who was nominated and is not signed in as the one who was: that there is something, and no more. */
export function NominationPage({ frame, isOther }: { frame: Frame; isOther: boolean }) {
  const t = words.for(frame.reader)
  const title = t('application.door.title')
  return (
    <Page frame={frame} title={title}>
      <PageHeading title={title} lead={t(isOther ? 'application.door.other' : 'application.door.text')} />
      {!isOther && (
        <Cluster>
          <LinkButton variant="primary" href={signInPath.to(nominationPath.to())}>
            {t('application.door.sign-in')}
          </LinkButton>
          <LinkButton href={signUpPath.to()}>{t('application.door.sign-up')}</LinkButton>
        </Cluster>
      )}
    </Page>
  )
}

/** The page behind a link that was mailed to a mailbox of the domain: what is asked for, by whom, and the one button. */
export function ConfirmPage(props: { frame: Frame; application: StoredApplication; requester: Party }) {
  const { frame, application, requester } = props
  const { reader } = frame
  const t = words.for(reader)
  const said = { name: nameOf(requester), account: application.name, domain: application.identifier }
  const title = t('application.confirm.title', said)
  return (
    <Page frame={frame} title={title}>
      <PageHeading title={title} lead={t('application.confirm.text', said)} />
      <Stack>
        <Facts
          items={[
            { label: t('application.fact.reference'), value: application.reference },
            { label: t('application.fact.account'), value: application.name },
            {
              label: t('application.fact.requester'),
              value: nameOf(requester),
              help: <Id value={requester.address} />,
            },
          ]}
        />
        <Quote reader={reader} text={application.reason} by={nameOf(requester)} />
        <Form action={confirmApplicationDomainPath.to()}>
          <FormActions>
            <SubmitButton>{t('application.confirm.button', said)}</SubmitButton>
          </FormActions>
        </Form>
      </Stack>
    </Page>
  )
}

/** What is said after the button was pressed, or when the link can no longer be used. */
export function LinkDonePage({ frame, what }: { frame: Frame; what: 'confirmed' | 'gone' }) {
  const t = words.for(frame.reader)
  const title = t(`application.${what}.title`)
  return (
    <Page frame={frame} title={title}>
      <PageHeading title={title} lead={t(`application.${what}.text`)} />
    </Page>
  )
}
