import { type Identifier as AccountIdentifier, shownIdentifier } from '../../accounts/domain/identifier.ts'
import { ProfileFacts } from '../../access-requests/index.ts'
import type { Profile } from '../../access-requests/domain/request.ts'
import { newAccountPath, smartAccountsPath } from '../../paths/accounts.ts'
import { previewNewAccountPath } from '../../paths/new-accounts.ts'
import { type FieldErrors, textOf, type Typed } from '../../platform/http/index.ts'
import {
  Card,
  ErrorSummary,
  Facts,
  type Flash,
  Form,
  FormActions,
  type Frame,
  Hidden,
  Identifier,
  LinkButton,
  Notice,
  Page,
  PageHeading,
  Split,
  Steps,
  SubmitButton,
} from '../../ui/index.ts'
import type { Wanted } from '../applications.store.ts'
import { words } from '../messages/index.ts'
import { InsistField, sayMistake } from './fields.tsx'
import type { Similar } from './looks.store.ts'
import { SimilarAccounts } from './similar.tsx'

/** What the second step shows. */
export type PreviewPageProps = {
  readonly frame: Frame
  readonly wanted: Wanted
  readonly profile: Profile
  /** Accounts that could be meant, and may be seen. */
  readonly similar: readonly Similar[]
  readonly needsProof: boolean
  readonly formKey: string
  readonly typed: Typed
  readonly errors?: FieldErrors
  readonly flash?: Flash | undefined
}

const kept = ['whose', 'nominee', 'identifier', 'name', 'type', 'reason'] as const

/** Step 2: what will be sent, what there is like it, and what happens then. */
export function PreviewPage(props: PreviewPageProps) {
  const { frame, similar, errors = {} } = props
  const { reader } = frame
  const t = words.for(reader)
  const wrong = Object.entries(errors).map(([field, key]) => ({ field, message: sayMistake(reader, key) }))
  const isTaken = similar.some(({ isSame }) => isSame)
  return (
    <Page
      frame={frame}
      title={t('application.preview')}
      flash={props.flash}
      failed={wrong.length > 0}
      breadcrumb={[
        { label: t('application.access'), href: smartAccountsPath.to() },
        { label: t('application.new'), href: newAccountPath.to() },
        { label: t('application.preview') },
      ]}
    >
      <ErrorSummary reader={reader} errors={wrong} />
      <PageHeading
        over={<Steps reader={reader} current={2} total={2} />}
        title={t('application.preview')}
        lead={t('application.preview.lead')}
      />
      <Split label={t('application.profile')} aside={<WhatIsSent {...props} />}>
        {similar.length > 0 && (
          <SimilarAccounts
            reader={reader}
            accounts={similar}
            lead={t(isTaken ? 'application.similar.lead-taken' : 'application.similar.lead')}
          />
        )}
        {isTaken ? <BackOnly {...props} /> : <Sending {...props} />}
      </Split>
    </Page>
  )
}

function BackOnly({ frame }: PreviewPageProps) {
  const t = words.for(frame.reader)
  return (
    <LinkButton variant="primary" href={newAccountPath.to()}>
      {t('application.change')}
    </LinkButton>
  )
}

function Sending(props: PreviewPageProps) {
  const { frame, typed, errors = {}, similar, formKey } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Form action={previewNewAccountPath.to()}>
      <Hidden name="key" value={formKey} />
      {kept.map((name) => (
        <Hidden name={name} value={textOf(typed, name)} />
      ))}
      {similar.length > 0 && <InsistField reader={reader} typed={typed} errors={errors} />}
      <WhatNext {...props} />
      <FormActions>
        <SubmitButton icon="send">{t('application.send')}</SubmitButton>
        <LinkButton variant="quiet" href={newAccountPath.to()}>
          {t('application.change')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}

function WhatNext({ frame, wanted, needsProof }: PreviewPageProps) {
  const t = words.for(frame.reader)
  return (
    <Notice kind="info" still title={t('application.next')}>
      <p>{t(needsProof ? 'application.next.proof' : 'application.next.check')}</p>
      <p>{t(`application.next.${wanted.whose}`, { nominee: wanted.nomineeAddress })}</p>
    </Notice>
  )
}

function WhatIsSent({ frame, wanted, profile }: PreviewPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const { shown, ascii } = shownIdentifier(wanted.identifier as AccountIdentifier)
  return (
    <>
      <Card title={t('application.fact.account')}>
        <Facts
          stacked
          items={[
            { label: t('application.field.name'), value: wanted.name },
            {
              label: t('application.field.identifier'),
              value: <Identifier value={shown} />,
              help: ascii && <Identifier value={ascii} />,
            },
            {
              label: t('application.field.type'),
              value: t(`application.type.${wanted.type}`),
              help: t(`application.type.${wanted.type}.help`),
            },
            { label: t('application.field.reason'), value: wanted.reason },
            {
              label: t('application.fact.nominee'),
              value:
                wanted.whose === 'OWN' ? (
                  t('application.nominee.self')
                ) : (
                  <Identifier value={wanted.nomineeAddress} />
                ),
            },
          ]}
        />
      </Card>
      <Card title={t('application.profile')}>
        <ProfileFacts reader={reader} profile={profile} stacked />
      </Card>
    </>
  )
}
