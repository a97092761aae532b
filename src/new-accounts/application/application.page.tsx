import { type Identifier as AccountIdentifier, shownIdentifier } from '../../accounts/domain/identifier.ts'
import { accountPath } from '../../paths/accounts.ts'
import {
  applicationsPath,
  editApplicationPath,
  operatorApplicationsPath,
  withdrawApplicationPath,
} from '../../paths/new-accounts.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import {
  Button,
  Card,
  ErrorSummary,
  Facts,
  Form,
  Id,
  Identifier,
  LinkButton,
  Notice,
  Page,
  PageHeading,
  Quote,
  Section,
  Split,
  Stack,
} from '../../ui/index.ts'
import { sayMistake } from '../apply/fields.tsx'
import { ApplicationChip } from '../chip.tsx'
import { isApplicationOpen } from '../domain/application.ts'
import { words } from '../messages/index.ts'
import type { ApplicationView } from './application.view.ts'
import { Nomination } from './nomination.tsx'
import { NomineeCard } from './nominee.tsx'
import { Operating } from './operating.tsx'
import { Proving } from './proving.tsx'
import { sayStands } from './stands.ts'
import { Story } from './story.tsx'

/** One application: where it stands, and what whoever looks at it can do. */
export function ApplicationPage(props: ApplicationView) {
  const { frame, application, as, errors = {} } = props
  const { reader } = frame
  const t = words.for(reader)
  const wrong = Object.entries(errors).map(([field, key]) => ({
    field: field === 'agree' ? 'agree-1' : field,
    message: sayMistake(reader, key),
  }))
  const home = as.requester || as.nominee ? applicationsPath.to() : operatorApplicationsPath.to()
  const title = t('application.title', { account: application.name })
  return (
    <Page
      frame={frame}
      title={title}
      flash={props.flash}
      failed={wrong.length > 0}
      wide
      breadcrumb={[
        { label: t(as.requester || as.nominee ? 'application.mine' : 'application.queue'), href: home },
        { label: application.reference },
      ]}
    >
      <ErrorSummary reader={reader} errors={wrong} />
      <PageHeading
        over={application.reference}
        title={title}
        status={<ApplicationChip reader={reader} status={application.status} />}
        lead={sayStands(props)}
      />
      <Split label={t('application.about')} aside={<About {...props} />}>
        <Stack>
          <Matter {...props} />
        </Stack>
      </Split>
    </Page>
  )
}

function Matter(props: ApplicationView) {
  const { as } = props
  return (
    <>
      <ToAccount {...props} />
      {as.requester && <ActionNeeded {...props} />}
      {as.nominee && <Nomination {...props} />}
      {as.requester && <Proving {...props} />}
      {as.operator && <Operating {...props} />}
      <Written {...props} />
      {(as.requester || as.operator) && <Story {...props} />}
      <Withdrawing {...props} />
    </>
  )
}

function ToAccount({ frame, application, as }: ApplicationView) {
  const { status, whose, identifier, name } = application
  if (status !== 'ACTIVE' || !(as.nominee || whose === 'OWN')) return null
  return (
    <LinkButton variant="primary" href={accountPath.to(identifier)}>
      {words.for(frame.reader)('application.open-account', { account: name })}
    </LinkButton>
  )
}

function Written({ frame, application, requester, as }: ApplicationView) {
  const { reader } = frame
  const { reason, insists } = application
  return (
    <>
      <Section title={words.for(reader)('application.field.reason')}>
        <Quote reader={reader} text={reason} by={nameOf(requester)} />
      </Section>
      {insists !== '' && (as.requester || as.operator) && (
        <Section title={words.for(reader)('application.field.insists')}>
          <Quote reader={reader} text={insists} by={nameOf(requester)} />
        </Section>
      )}
    </>
  )
}

function Withdrawing({ frame, application, as }: ApplicationView) {
  if (!as.requester || !isApplicationOpen(application.status)) return null
  return (
    <Form action={withdrawApplicationPath.to(application.id)}>
      <Button variant="quiet">{words.for(frame.reader)('application.withdraw')}</Button>
    </Form>
  )
}

function ActionNeeded({ frame, application, story }: ApplicationView) {
  const { reader } = frame
  const t = words.for(reader)
  if (application.status !== 'ACTION_NEEDED') return null
  const isOperator = application.action === 'OPERATOR'
  const kind = isOperator ? 'ASKED' : 'REFUSED'
  const note = story.filter((step) => step.kind === kind).at(-1)?.note ?? ''
  return (
    <>
      <Notice
        kind="warning"
        still
        title={t(isOperator ? 'application.action.operator' : 'application.action.nominee')}
        actions={
          <LinkButton small href={isOperator ? editApplicationPath.to(application.id) : '#nominee'}>
            {t(isOperator ? 'application.edit' : 'application.nominee.change')}
          </LinkButton>
        }
      />
      {note !== '' && (
        <Quote
          reader={reader}
          text={note}
          by={t(isOperator ? 'application.by.operator' : 'application.by.nominee')}
        />
      )}
    </>
  )
}

function About(props: ApplicationView) {
  const { frame, application, requester, as } = props
  const { reader } = frame
  const t = words.for(reader)
  const { shown, ascii } = shownIdentifier(application.identifier as AccountIdentifier)
  return (
    <>
      <Card title={t('application.about')}>
        <Facts
          stacked
          items={[
            { label: t('application.field.name'), value: application.name },
            {
              label: t('application.field.identifier'),
              value: <Identifier value={shown} />,
              help: ascii && <Identifier value={ascii} />,
            },
            { label: t('application.field.type'), value: t(`application.type.${application.type}`) },
            {
              label: t('application.fact.requester'),
              value: nameOf(requester),
              help: <Id value={requester.address} />,
            },
            ...(requester.company === ''
              ? []
              : [{ label: t('application.fact.company'), value: requester.company }]),
            ...(as.requester
              ? []
              : [
                  {
                    label: t('application.fact.nominee'),
                    value:
                      application.whose === 'OWN' ? (
                        t('application.nominee.requester')
                      ) : (
                        <Id value={application.nomineeAddress} />
                      ),
                  },
                ]),
            {
              label: t('application.fact.proof'),
              value: t(`application.proof.${application.proof ?? 'NONE'}`),
            },
          ]}
        />
      </Card>
      {as.requester && <NomineeCard {...props} />}
    </>
  )
}
